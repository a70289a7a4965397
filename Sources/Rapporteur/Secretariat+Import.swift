internal import Diagnostics
internal import Importing
internal import Rendering
internal import ReportModel
internal import ReportReading
internal import RuleLibrary
public import SourceText
internal import YAMLSyntax

/// A document as a report file, and what was decided on the way.
public struct ImportOutcome: Sendable {
  /// The report file.
  public let report: String
  /// What was dropped, joined or inferred, by line.
  public let notes: [Note]

  public struct Note: Hashable, Sendable {
    /// The line of the document, from 1.
    public let line: Int
    /// The first words of that line, by which it is found in a document of another form; nil where
    /// the document is no such.
    public let place: String?
    public let message: String
    /// Whether something of the document did not find its place.
    public let isUnplaced: Bool
  }

  /// Whether everything found its place.
  public var isWhole: Bool { !notes.contains(where: \.isUnplaced) }
}

extension Secretariat {
  /// Makes a report file of a document in Markdown.
  ///
  /// A document that this program printed is read as such, which printing it again proves: it says
  /// of itself what everything is. In any other, headings, numbers and lists are looked for; and in
  /// one that could have been printed, but has bold lines such as "II. Recommendations" where
  /// headings would be.
  ///
  /// - Parameters:
  ///   - file: The document.
  ///   - isConverted: Whether it was made of a document of another form, so that this program cannot
  ///     have printed it.
  ///   - linking: Whether references that were typed as numbers are to go by identifiers, where the
  ///     same words are printed. Their targets have identifiers in any case.
  /// - Returns: Nil where the file is not text in UTF-8.
  public func imported(
    _ file: SourceFile, isConverted: Bool = false, linking: Bool = false
  ) -> ImportOutcome? {
    let text = TextSlice(file.text, file.byteOrderMarkCount, file.text.count)
    guard text.isText else { return nil }
    guard let language = library.language(HouseStyle.defaultLanguage) else {
      preconditionFailure("the library has no \(HouseStyle.defaultLanguage)")
    }
    let manuscript = Manuscript(
      text, language: language, states: library.stateNames(HouseStyle.defaultLanguage))
    let free = draft(of: manuscript, reading: .free)
    if !isConverted, !free.isHandmade, let printed = printedDraft(of: manuscript, text),
      !free.hasPlainHeadings || printed.hasHeadings
    {
      return outcome(of: printed, [], language, linking, places: nil)
    }
    return outcome(
      of: free.report, free.notes, language, linking,
      places: isConverted ? LinePlaces(in: text) : nil)
  }

  /// The draft of a document that this program has printed; nil for any other.
  private func printedDraft(of manuscript: Manuscript, _ text: TextSlice) -> ReportDraft? {
    for reading in [Manuscript.Reading.official, .officialWithoutPoints] {
      let draft = draft(of: manuscript, reading: reading).report
      if isPrinted(as: text, draft) { return draft }
      // A paragraph of another profile may have been given a dotted number by mistake.
      if draft.hasDottedLabels {
        let undotted = undottedDraft(of: manuscript, reading: reading).report
        if isPrinted(as: text, undotted) { return undotted }
      }
      if draft.blocks.allSatisfy(\.points.isEmpty) { return nil }
    }
    return nil
  }

  private func isPrinted(as text: TextSlice, _ draft: ReportDraft) -> Bool {
    TextSlice(printed(ReportWriter.file(of: draft))) == text
  }

  private func outcome(
    of draft: ReportDraft, _ notes: [ImportNote], _ language: Language, _ linking: Bool,
    places: LinePlaces?
  ) -> ImportOutcome {
    var links = ReferenceLinking(draft, language: language)
    links.nameTargets()
    if linking { links.link() }
    return ImportOutcome(
      report: ReportWriter.file(of: links.draft),
      notes: (notes + links.notes).sorted { $0.line < $1.line }.map {
        ImportOutcome.Note(
          line: $0.line, place: places?.words(ofLine: $0.line), message: $0.message,
          isUnplaced: $0.isUnplaced)
      })
  }

  /// The draft of a document, by the profile that its masthead and its numbers ask for.
  private func draft(of manuscript: Manuscript, reading: Manuscript.Reading) -> Manuscript.Draft {
    let draft = undottedDraft(of: manuscript, reading: reading)
    guard draft.report.hasDottedLabels,
      let dotted = profileWithDottedNumbers(isWhole: !draft.isProvisional)
    else { return draft }
    return manuscript.draft(reading: reading, as: dotted)
  }

  /// The draft of a document, by the profile that its masthead asks for.
  private func undottedDraft(of manuscript: Manuscript, reading: Manuscript.Reading)
    -> Manuscript.Draft
  {
    guard let provisional = library.profile(HouseStyle.defaultProfile) else {
      preconditionFailure("the library has no \(HouseStyle.defaultProfile)")
    }
    var draft = manuscript.draft(reading: reading, as: provisional)
    if !draft.isProvisional, let final = library.profile(HouseStyle.finalProfile) {
      draft = manuscript.draft(reading: reading, as: final)
    }
    return draft
  }

  /// The profile that has numbers such as `104.1`: that of reviews, or one of the house which is
  /// likewise of drafts, or of whole reports.
  private func profileWithDottedNumbers(isWhole: Bool) -> Profile? {
    let dotted = library.profileNames.lazy.compactMap(library.profile).filter(\.hasDottedNumbers)
    return dotted.first { $0.isWhole == isWhole && $0.name != HouseStyle.reviewProfile }
      ?? library.profile(HouseStyle.reviewProfile) ?? dotted.first
  }

  /// The document that a report file is printed as.
  private func printed(_ report: String) -> String {
    let file = SourceFile(name: "", contents: report)
    guard let tree = YAMLReader(file, id: FileID(0), keys: ReportReader.keys).read().tree else {
      return ""
    }
    let series = Series(parts: [ReportReader.read(tree, id: FileID(0)).value])
    let style = HouseStyle(of: series.parts[0], in: library)
    return MarkdownRenderer(
      series: series, identifiers: IdentifierIndex(series), profile: style.profile,
      language: style.language
    ).render(part: 0)
  }
}

extension Profile {
  fileprivate var hasDottedNumbers: Bool { paragraphs.isDotted || recommendations.isDotted }
}

extension ReportDraft {
  /// Whether a block has a label such as `104.1`.
  fileprivate var hasDottedLabels: Bool {
    blocks.contains { !$0.isDivision && $0.label.flatMap { Label($0) }?.prefix != nil }
  }

  /// Whether there is a masthead, or a heading that says that it is one.
  fileprivate var hasHeadings: Bool {
    fields.keys.contains { $0 != .report && $0 != .body }
      || blocks.contains {
        $0.kind == .section || $0.kind == .heading || $0.kind == .recommendation
      }
  }
}

extension TextSlice {
  /// Whether the bytes are UTF-8, without the NUL that no text has.
  fileprivate var isText: Bool {
    firstOffset(of: 0) == nil && withBytes { String(validating: $0, as: UTF8.self) != nil }
  }
}
