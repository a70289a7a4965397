public import Collation
public import Diagnostics
public import ReportModel
public import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// All that a check may look at: one part of a series, and what it is held against.
///
/// An object, since it is handed to every check of every text.
public final class CheckContext {
  public let series: Series
  /// The part that is checked.
  let report: Report
  public let identifiers: IdentifierIndex
  /// The position of the part that is checked, from 0.
  public let part: Int
  public let profile: Profile
  public let language: Language
  public let mode: Mode
  /// Where the rules come from that have data of their own, such as patterns.
  public let library: RuleLibrary
  /// Where words are looked up; nil where none are.
  let proofreading: Proofreading?
  /// The numbers that stay, where a version has been circulated.
  public let circulated: CirculatedNumbers?
  /// What has been made of the rules already.
  let prepared: PreparedChecks?
  /// Whether some of the text could not be placed, so that nothing can be said to be missing.
  public let isFragmentary: Bool
  /// Whether the part continues a document: an addendum, or a later part of a series.
  let isAddendum: Bool
  /// The lines, for messages that name an earlier place.
  private let sectionsBefore: Deferred<EarlierSections>
  private let lines: Deferred<LineTable>
  private let labelIndex: Deferred<LabelIndex>
  private let otherLabelIndexes: Deferred<[(part: Int, labels: LabelIndex)]>
  private let termsCheck: Deferred<TermsCheck>
  private let phraseRegister: Deferred<PhraseRegister>
  private let renumberingFix: Deferred<Fix>
  private let names: Deferred<StateNames?>
  private let lastMap = LastMap()

  public init(
    series: Series, identifiers: IdentifierIndex, part: Int, profile: Profile, language: Language,
    mode: Mode, library: RuleLibrary, proofreading: Proofreading? = nil,
    circulated: CirculatedNumbers? = nil,
    prepared: PreparedChecks? = nil,
    isFragmentary: Bool = false
  ) {
    self.series = series
    report = series.parts[part]
    self.identifiers = identifiers
    self.part = part
    self.profile = profile
    self.language = language
    self.mode = mode
    self.library = library
    self.proofreading = proofreading
    self.circulated = circulated
    self.prepared = prepared
    self.isFragmentary = isFragmentary
    isAddendum = profile.isAddendum(part, of: series, language: language)
    sectionsBefore = Deferred { EarlierSections(series, before: part) }
    lines = Deferred { [report] in LineTable(report.file) }
    labelIndex = Deferred { [report] in LabelIndex(report) }
    otherLabelIndexes = Deferred {
      series.parts.indices.filter { $0 != part }.map { ($0, LabelIndex(series.parts[$0])) }
    }
    renumberingFix = Deferred {
      if let circulated { return Fix(.since(circulated.collation.old.name)) }
      // A suffix shows that numbers have been circulated, which may not change. All parts of a
      // series are renumbered together.
      let hasSuffixes = series.parts.contains { $0.blocks.contains(where: \.hasSuffix) }
      return Fix(mode != .adoption && hasSuffixes ? .since(nil) : .afresh)
    }
    termsCheck = Deferred { prepared?.terms ?? TermsCheck(library) }
    names = Deferred { library.stateNames(language.code) }
    phraseRegister = Deferred { prepared?.phrases ?? PhraseRegister(library) }
  }

  /// Whether the whole of a report is at hand, so that what is absent is missing.
  var isWhole: Bool { profile.isWhole || !series.isSingleReport }

  /// The sections that the parts before this one have.
  var earlierSections: EarlierSections { sectionsBefore.value }

  /// The way from a text of the part to its source. Where one thing is found in a text there are
  /// often more, so that the last map is kept.
  func map(of text: SourcedText) -> ScalarMap {
    if let map = lastMap.value, map.text.range == text.range { return map }
    let map = ScalarMap(text, in: report.file)
    lastMap.value = map
    return map
  }

  /// The fix of a wrong number.
  var renumbering: Fix { renumberingFix.value }

  func place(_ range: TextRange) -> Place { report.place(range) }

  /// The place of a stretch of decoded text.
  /// - Parameter range: UTF-8 offsets in the decoded text.
  func place(_ text: SourcedText, _ range: Range<Int>) -> Place {
    place(map(of: text).source(of: range))
  }

  /// The fix that writes other words in a text; none where the scalar cannot say them.
  /// - Parameter range: UTF-8 offsets in the decoded text.
  /// - Parameter title: What the fix does, where that is not to write the words.
  func rewriting(
    _ text: SourcedText, _ range: Range<Int>, as words: String, isSafe: Bool, title: String? = nil
  ) -> [Fix] {
    rewriting(text, range, as: words, safety: isSafe ? .safe : .needsReview, title: title)
  }

  /// The fix that writes other words in a text; none where the scalar cannot say them.
  /// - Parameters:
  ///   - range: UTF-8 offsets in the decoded text.
  ///   - title: What the fix does, where that is not to write the words.
  func rewriting(
    _ text: SourcedText, _ range: Range<Int>, as words: String, safety: Fix.Safety,
    title: String? = nil
  ) -> [Fix] {
    guard let edit = map(of: text).edit(replacing: range, with: words) else { return [] }
    let quoted = words.hasPrefix("“") ? words : "“\(words)”"
    return [Fix(title ?? "Write \(quoted)", safety: safety, edits: [FileEdit(report.id, edit)])]
  }

  /// The line of an offset in the part, from 1.
  func line(of offset: TextOffset) -> Int { lines.value.position(of: offset).line }

  /// The words that rules avoid.
  var terms: TermsCheck { termsCheck.value }

  /// The names of States in the language of the report.
  var stateNames: StateNames? { names.value }

  /// The phrases that rules name, none of them found yet.
  var phrases: PhraseRegister { phraseRegister.value }

  /// The blocks of the part by their labels.
  var labels: LabelIndex { labelIndex.value }

  /// The blocks of the other parts by their labels.
  var otherLabels: [(part: Int, labels: LabelIndex)] { otherLabelIndexes.value }

  /// How a block is called in messages, with its label and title: "recommendation 12".
  func name(of index: BlockIndex) -> String { name(of: BlockLocation(part: part, block: index)) }

  /// How a block of any part is called in messages.
  func name(of location: BlockLocation) -> String {
    let block = series.parts[location.part].blocks[location.block]
    let noun =
      switch block.kind {
      case .statements: "paragraph"
      case .text: "unnumbered paragraph"
      default: block.kind.rawValue
      }
    let title = (block.title?.string).map { " “\($0)”" } ?? ""
    if let label = block.label, !label.isEmpty { return "\(noun) \(label.string)\(title)" }
    return title.isEmpty ? "this \(noun)" : noun + title
  }
}

/// A value that is made when it is first asked for: most reports are right and need none.
private final class Deferred<Value> {
  private let make: () -> Value
  private(set) lazy var value = make()

  init(_ make: @escaping () -> Value) {
    self.make = make
  }
}

/// The map that was asked for last.
private final class LastMap {
  var value: ScalarMap?
}

extension Block {
  /// The number that is meant, also where its suffix is typed in another way than it is printed.
  var meantNumber: Label? { number ?? label.flatMap { Label(mistyped: $0.string) } }

  fileprivate var hasSuffix: Bool { kind.sequence != nil && meantNumber?.suffix != nil }
}
