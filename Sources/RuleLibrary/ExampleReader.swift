internal import Diagnostics
internal import SourceText
internal import YAMLSyntax

/// Reads the examples of a rule, which are its tests and its manual.
struct ExampleReader {
  let library: RuleLibrary
  /// What the rule says in each mode; nil where its file does not tell.
  let severity: SeverityByMode?

  private enum PassingKey: String, FieldKey {
    case source, after, circulated, encoding, mode, frame, times
  }

  private enum FailingKey: String, FieldKey {
    case source, after, circulated, encoding, mode, frame, times, says, marks, fixed
  }

  /// The fewest examples of each sort: one alone is too easily right by accident.
  private static let fewest = 2
  /// The frame of examples that name none.
  private static let usualFrame = "draft-report"
  /// The word for no frame.
  private static let noFrame = "none"

  /// The examples under `passes` or `fails`.
  func read(_ key: Rule.Key, in fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader)
    -> [RuleExample]
  {
    guard let value = reader.required(key, in: fields) else { return [] }
    let items = reader.items(value, of: key.rawValue)
    if value.kind == .sequence, items.count < Self.fewest {
      reader.report(
        "`\(key.rawValue)` has \(items.count) examples; expected \(Self.fewest) or more",
        at: value.range)
    }
    return items.compactMap { key == .fails ? failing($0, &reader) : passing($0, &reader) }
  }

  private func passing(_ node: YAMLCursor, _ reader: inout LibraryFileReader) -> RuleExample? {
    if node.kind == .scalar {
      let source = RuleExample.Source(excerpt: node.text.string, framing: usualFraming)
      return RuleExample(source: source, place: node.range, mode: .drafting)
    }
    guard let fields = reader.fields(node, of: "an example that passes", by: PassingKey.self) else {
      return nil
    }
    let framing = self.framing(fields[.frame], &reader)
    let mode = self.mode(fields[.mode], &reader)
    let encoding = self.encoding(fields[.encoding], &reader)
    let times = repetitions(fields[.times], &reader)
    let circulated = fields[.circulated].flatMap { reader.text($0, of: "circulated") }
    let after = fields[.after].flatMap { reader.text($0, of: "after") }
    guard let source = reader.text(.source, in: fields) else { return nil }
    return RuleExample(
      source: RuleExample.Source(excerpt: source, framing: framing, repetitions: times),
      after: after.map { RuleExample.Source(excerpt: $0, framing: framing) },
      circulated: circulated.map { RuleExample.Source(excerpt: $0, framing: framing) },
      encoding: encoding, place: node.range, mode: mode)
  }

  private func failing(_ node: YAMLCursor, _ reader: inout LibraryFileReader) -> RuleExample? {
    guard let fields = reader.fields(node, of: "an example that fails", by: FailingKey.self) else {
      return nil
    }
    let framing = self.framing(fields[.frame], &reader)
    let mode = self.mode(fields[.mode], &reader)
    let encoding = self.encoding(fields[.encoding], &reader)
    let says = reader.text(.says, in: fields)
    let marks = fields[.marks].flatMap { reader.text($0, of: "marks") }
    let fixed = fields[.fixed].flatMap { reader.text($0, of: "fixed") }
    if let severity, severity[mode] == nil {
      reader.report(
        "the rule is silent in \(mode.rawValue); give the example a mode in which it speaks",
        at: fields[.mode]?.range ?? fields.start)
    }
    let times = repetitions(fields[.times], &reader)
    let circulated = fields[.circulated].flatMap { reader.text($0, of: "circulated") }
    let after = fields[.after].flatMap { reader.text($0, of: "after") }
    guard let source = reader.text(.source, in: fields) else { return nil }
    return RuleExample(
      source: RuleExample.Source(excerpt: source, framing: framing, repetitions: times),
      after: after.map { RuleExample.Source(excerpt: $0, framing: framing) },
      circulated: circulated.map { RuleExample.Source(excerpt: $0, framing: framing) },
      encoding: encoding, place: node.range, mode: mode,
      says: says, marks: marks,
      fixed: fixed.map { RuleExample.Source(excerpt: $0, framing: framing) })
  }

  private func mode(_ value: YAMLCursor?, _ reader: inout LibraryFileReader) -> Mode {
    value.flatMap { reader.choice($0, of: "mode", as: Mode.self) } ?? .drafting
  }

  /// How many times the last line of a source stands in what is checked.
  private func repetitions(_ value: YAMLCursor?, _ reader: inout LibraryFileReader) -> Int {
    guard let value else { return 1 }
    if let times = Int(value.text.string), (1...10_000).contains(times) { return times }
    reader.report("`times` is a number up to 10,000", at: value.range)
    return 1
  }

  private func encoding(_ value: YAMLCursor?, _ reader: inout LibraryFileReader)
    -> RuleExample.Encoding
  {
    value.flatMap { reader.choice($0, of: "encoding", as: RuleExample.Encoding.self) } ?? .utf8
  }

  private var usualFraming: Framing { .usual(library.frame(Self.usualFrame)) }

  private func framing(_ value: YAMLCursor?, _ reader: inout LibraryFileReader) -> Framing {
    guard let value else { return usualFraming }
    guard let name = reader.text(value, of: "frame"), name != Self.noFrame else { return .none }
    if let frame = library.frame(name) { return .named(frame) }
    _ = reader.word(value, of: "frame", among: library.frameNames + [Self.noFrame])
    return .none
  }
}
