internal import Diagnostics
internal import Importing
internal import ProseSyntax
internal import Rendering
internal import ReportModel
internal import ReportReading
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Gives identifiers to the blocks that a draft refers to by number, and lets references that were
/// typed as numbers go by them.
struct ReferenceLinking {
  private(set) var draft: ReportDraft
  private(set) var notes: [ImportNote] = []
  private let language: Language
  /// For each block of the report, where it stands in the draft.
  private let places: [Place]

  private struct Place {
    let block: Int
    let point: Int?
  }

  init(_ draft: ReportDraft, language: Language) {
    self.draft = draft
    self.language = language
    places = draft.blocks.enumerated().flatMap { index, block in
      [Place(block: index, point: nil)]
        + block.points.indices.map { Place(block: index, point: $0) }
    }
  }

  // MARK: Identifiers

  /// Names the blocks that references with a certain target mean, by their first words.
  mutating func nameTargets() {
    guard let report = report() else { return }
    let labels = LabelIndex(report)
    var targets: Set<BlockIndex> = []
    report.forEachPassage { passage in
      guard passage.role == .text else { return }
      for reference in Prose(passage.text.text).typedReferences(language.referenceWords) {
        targets.formUnion(Self.targets(of: reference, in: passage, report, labels) ?? [])
      }
    }
    let blocks = targets.sorted().map { places[$0].block }
    let texts = blocks.map { block in
      let block = draft.blocks[block]
      return block.title.isEmpty ? block.paragraphs.first ?? "" : block.title
    }
    var names = IdentifierNames(for: texts)
    for (block, text) in zip(blocks, texts) {
      draft.blocks[block].identifier = names.name(
        for: text, otherwise: draft.blocks[block].kind.rawValue)
    }
  }

  /// The blocks that a reference means, if every one of them is certain.
  private static func targets(
    of reference: TypedReference, in passage: Passage, _ report: Report, _ labels: LabelIndex
  ) -> [BlockIndex]? {
    guard reference.isCertain, let kind = BlockKind(rawValue: reference.kind) else { return nil }
    let annex = passage.block.flatMap { report.annex(of: $0) }
    var targets: [BlockIndex] = []
    for label in reference.labels {
      let found = labels.blocks(kind, label, in: annex)
      guard found.count == 1 else { return nil }
      targets += found
    }
    return targets.isEmpty ? nil : targets
  }

  // MARK: Links

  /// Puts identifiers in the place of numbers, wherever the same words are printed.
  mutating func link() {
    guard let report = report() else { return }
    let labels = LabelIndex(report)
    let series = Series(parts: [report])
    let printer = ReferencePrinter(
      series: series, identifiers: IdentifierIndex(series), language: language)
    var changes: [(Place, String)] = []
    report.forEachPassage { passage in
      guard passage.role == .text, let block = passage.block else { return }
      let text = passage.text.text
      let references = Prose(text).typedReferences(language.referenceWords)
      let links = references.compactMap { reference in
        link(
          reference, in: text, to: Self.targets(of: reference, in: passage, report, labels), report)
      }
      let linked = LinkedText(text, links) { reference, text in
        printer.words(for: reference, in: text, at: Standpoint(part: 0, block: block))
      }
      let line = draft.blocks[places[block].block].line
      for link in linked.links {
        notes.append(
          ImportNote(line: line, "“\(text[link.form.range])” became \(link.form.words)"))
      }
      if !linked.links.isEmpty { changes.append((places[block], linked.text.string)) }
    }
    for (place, text) in changes { set(text, at: place) }
  }

  /// What may stand in the place of a reference; nil where its targets are not all certain.
  private func link(
    _ reference: TypedReference, in text: TextSlice, to targets: [BlockIndex]?, _ report: Report
  ) -> LinkedText.Link? {
    let targets = targets ?? []
    let identifiers = targets.compactMap { report.blocks[$0].identifier?.string }
    guard !identifiers.isEmpty, identifiers.count == targets.count else { return nil }
    return LinkedText.Link(reference, in: text, to: identifiers, language)
  }

  private mutating func set(_ text: String, at place: Place) {
    let paragraphs = text.split(separator: "\n").map(String.init)
    if let point = place.point {
      draft.blocks[place.block].points[point].paragraphs = paragraphs
    } else {
      draft.blocks[place.block].paragraphs = paragraphs
    }
  }

  // MARK: The report

  /// The report that the draft makes; nil where its blocks are not those of the draft.
  private func report() -> Report? {
    let file = SourceFile(name: "", contents: ReportWriter.file(of: draft))
    guard let tree = YAMLReader(file, id: FileID(0), keys: ReportReader.keys).read().tree else {
      return nil
    }
    let report = ReportReader.read(tree, id: FileID(0)).value
    return report.blocks.count == places.count ? report : nil
  }
}

extension TypedReference {
  /// The labels that the reference names, those between the ends of a range included.
  fileprivate var labels: [String] {
    var labels: [String] = []
    for (index, number) in numbers.enumerated() {
      labels.append(number.text)
      guard number.throughNext, index + 1 < numbers.count, let first = Int(number.text),
        let last = Int(numbers[index + 1].text), first < last, last - first < 200
      else { continue }
      labels += (first + 1..<last).map(String.init)
    }
    return labels
  }
}
