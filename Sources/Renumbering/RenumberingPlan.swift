public import Collation
public import Diagnostics
public import ReportModel
public import RuleLibrary
public import SourceText
internal import YAMLSyntax

/// The edits that put the numbers of a series in sequence, with every reference that was typed.
public struct RenumberingPlan: Sendable {
  /// A label that changes.
  public struct Change: Hashable, Sendable {
    public let location: BlockLocation
    /// The label as typed; empty for a block that was not numbered.
    public let old: String
    public let new: String
  }

  /// A typed reference that may have to change, but whose target is not certain.
  public struct Uncertainty: Hashable, Sendable {
    public let place: Place
    /// What is uncertain, as a sentence without its full stop.
    public let reason: String
  }

  /// The edits of each file that changes.
  public private(set) var edits: [FileID: EditScript] = [:]
  /// The labels that change, in reading order.
  public private(set) var changes: [Change] = []
  /// Those of the edits that make numbers typed in the text follow.
  public private(set) var references: [FileEdit] = []
  public private(set) var uncertainties: [Uncertainty] = []
  /// The edits as they are found.
  private var found: [FileID: [TextEdit]] = [:]

  /// Plans the renumbering of all parts of a series.
  /// - Parameter circulated: The numbers that stay, where a version has been circulated.
  public init(
    of series: Series, profile: Profile, language: Language, circulated: CirculatedNumbers? = nil
  ) {
    let labels = NewLabels(
      series: series, profile: profile, language: language, circulated: circulated)
    relabel(series) { labels[$0] }
    for (part, report) in series.parts.enumerated() {
      rewriteStarts(of: report, labels.starts[part])
    }
    if !changes.isEmpty {
      update(
        TypedReferenceUpdate(series: series, profile: profile, language: language) { labels[$0] })
    }
    collectEdits()
  }

  /// Plans the edits of the parts of a series with which they have the numbers of a merged report.
  /// - Parameters:
  ///   - series: The parts, with their profile and language.
  ///   - merged: The merged report, with the numbers of the parts, and its own profile and language.
  ///   - position: The position in the merged report of a block of the parts.
  public init(
    of series: Series, profile: Profile, language: Language, mergedAs merged: Report,
    mergedProfile: Profile, mergedLanguage: Language,
    position: @escaping (BlockLocation) -> BlockIndex
  ) {
    let labels = NewLabels(
      series: Series(parts: [merged]), profile: mergedProfile, language: mergedLanguage)
    let newLabel = { labels[BlockLocation(part: 0, block: position($0))] }
    relabel(series, newLabel)
    update(
      TypedReferenceUpdate(
        series: series, profile: profile, language: language, isMerging: true, labels: newLabel))
    collectEdits()
  }

  private mutating func relabel(_ series: Series, _ labels: (BlockLocation) -> String?) {
    for (part, report) in series.parts.enumerated() {
      for index in report.blocks.indices {
        relabel(BlockLocation(part: part, block: index), of: report, labels)
      }
    }
  }

  private mutating func update(_ references: TypedReferenceUpdate) {
    for (part, report) in references.series.parts.enumerated() {
      let update = references.update(part: part)
      found[report.id, default: []] += update.edits
      self.references += update.edits.map { FileEdit(report.id, $0) }
      uncertainties += update.uncertainties
    }
  }

  private mutating func relabel(
    _ location: BlockLocation, of report: Report, _ labels: (BlockLocation) -> String?
  ) {
    let block = report.blocks[location.block]
    guard let label = block.label, let new = labels(location), label.string != new else { return }
    guard let edit = Self.edit(of: label, in: block, to: new, file: report.file) else { return }
    changes.append(Change(location: location, old: label.string, new: new))
    add(edit, to: report.id)
  }

  private mutating func rewriteStarts(of report: Report, _ starts: [BlockKind: Int]) {
    for start in report.masthead.starts {
      guard let number = starts[start.kind], number != start.number else { continue }
      add(Self.edit(of: start.value, to: String(number), in: report.file), to: report.id)
    }
  }

  private mutating func add(_ edit: TextEdit, to file: FileID) {
    found[file, default: []].append(edit)
  }

  private mutating func collectEdits() {
    for (file, edits) in found where !edits.isEmpty {
      let script = EditScript(of: edits)
      precondition(script.edits.count == edits.count, "two edits of a renumbering overlap")
      self.edits[file] = script
    }
    found = [:]
  }

  /// The edit that writes a label; nil where nobody can tell where it belongs.
  private static func edit(of label: SourcedText, in block: Block, to new: String, file: SourceFile)
    -> TextEdit?
  {
    guard label.isEmpty else { return edit(of: label, to: new, in: file) }
    guard label.range.isEmpty else { return TextEdit(label.range, new) }
    let key = block.keyRange
    let gap = file.slice(TextRange(key.end, max(key.end, label.range.start)))
    let colon = (0..<gap.count).first { gap[$0] == UInt8(ascii: ":") }
    if let colon {
      let place = key.end + colon + 1
      return TextEdit(TextRange(place, place), " " + new)
    }
    // A key without a colon: in braces, or after a question mark, where the value has its own line.
    guard file.slice(key).string.contains(block.kind.rawValue) else { return nil }
    let isExplicit = (0..<gap.count).contains { gap[$0] == 0x0A || gap[$0] == 0x0D }
    guard isExplicit else { return TextEdit(TextRange(key.end, key.end), ": " + new) }
    let line = file.slice(TextRange(file.startOfLine(at: key.start), key.start)).string
    guard let mark = line.lastIndex(of: "?") else { return nil }
    let column = line.unicodeScalars.distance(from: line.startIndex, to: mark)
    return TextEdit(
      TextRange(key.end, key.end),
      file.lineBreak + String(repeating: " ", count: column) + ": " + new)
  }

  /// The edit that replaces a label or number, in the quotation marks that it has.
  private static func edit(of text: SourcedText, to new: String, in file: SourceFile) -> TextEdit {
    TextEdit(ScalarMap(text, in: file).source(of: 0..<text.text.count), new)
  }
}
