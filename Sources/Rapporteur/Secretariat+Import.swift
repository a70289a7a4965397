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
    let notes = free.notes + notesOnDottedNumbers(in: free.report)
    return outcome(
      of: free.report, notes, language, linking, places: isConverted ? LinePlaces(in: text) : nil)
  }

  /// The draft of a document that this program has printed; nil for any other.
  private func printedDraft(of manuscript: Manuscript, _ text: TextSlice) -> ReportDraft? {
    for reading in [Manuscript.Reading.official, .officialWithoutPoints] {
      let draft = draft(of: manuscript, reading: reading).report
      if TextSlice(printed(ReportWriter.file(of: draft))) == text { return draft }
      if draft.blocks.allSatisfy(\.points.isEmpty) { return nil }
    }
    return nil
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

  /// The draft of a document, by the profile that its masthead asks for.
  private func draft(of manuscript: Manuscript, reading: Manuscript.Reading) -> Manuscript.Draft {
    guard let provisional = library.profile(HouseStyle.defaultProfile) else {
      preconditionFailure("the library has no \(HouseStyle.defaultProfile)")
    }
    var draft = manuscript.draft(reading: reading, as: provisional)
    if !draft.isProvisional, let final = library.profile(HouseStyle.finalProfile) {
      draft = manuscript.draft(reading: reading, as: final)
    }
    guard draft.report.firstDottedLabel != nil,
      let dotted = profileWithDottedNumbers(isWhole: !draft.isProvisional)
    else { return draft }
    return manuscript.draft(reading: reading, as: dotted)
  }

  /// The first profile that has numbers such as `104.1`; none is built in, but a house may have one.
  private func profileWithDottedNumbers(isWhole: Bool) -> Profile? {
    library.profileNames.lazy.compactMap(library.profile)
      .first { $0.hasDottedNumbers && $0.isWhole == isWhole }
  }

  /// What is said of numbers that the profile of a draft does not have.
  private func notesOnDottedNumbers(in draft: ReportDraft) -> [ImportNote] {
    guard let (label, line) = draft.firstDottedLabel, let name = draft.fields[.report],
      let profile = library.profile(name), !profile.hasDottedNumbers
    else { return [] }
    return [
      ImportNote(
        line: line,
        "\(label) is a dotted number, and reports of the profile \(name) have none; "
          + "name a profile of your house that has `style: dotted`")
    ]
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
  /// The first label of a block such as `104.1`, with its line.
  fileprivate var firstDottedLabel: (label: String, line: Int)? {
    for block in blocks where !block.isDivision {
      if let label = block.label, Label(label)?.prefix != nil { return (label, block.line) }
    }
    return nil
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
