import Diagnostics
import Rapporteur
import SourceText
import Testing

/// A report of a date and language with a list of States, and what the rules on lists make of it.
struct StateListCheck {
  private let masthead: String

  private static let rules: Set<RuleID> = [
    "state-unknown", "state-name-form", "state-repeated", "states-out-of-order",
  ]

  private static var options: CheckOptions {
    var options = CheckOptions()
    options.selected = rules
    return options
  }

  init(date: String = "2024-05-14", language: String = "en") {
    masthead = "date: \(date)\nlanguage: \(language)\ncontents:\n  - paragraph: 1\n"
  }

  /// A report with a list in brackets.
  func report(_ names: String) -> String { masthead + "    states: [\(names)]\n" }

  /// Holds what is found in a list in brackets against lines such as `state-unknown <Atlantis>`.
  func finds(
    _ expected: String..., in names: String, line: Testing.SourceLocation = #_sourceLocation
  ) {
    let source = report(names)
    let found = findings(in: source, only: Self.rules)
      .map { $0.drop { $0 != " " }.dropFirst() }
    #expect(found == expected.map { Substring($0) }, sourceLocation: line)
  }

  /// Holds a block with its list after `--fix` against another, also with CRLF; a second run must
  /// change nothing.
  func mends(
    _ block: String, into expected: String, line: Testing.SourceLocation = #_sourceLocation
  ) {
    for lineBreak in ["\n", "\r\n"] {
      let source = (masthead + block).replacing("\n", with: lineBreak)
      let mended = Self.fixed(source)
      #expect(
        mended == (masthead + expected).replacing("\n", with: lineBreak), sourceLocation: line)
      #expect(Self.fixed(mended) == mended, sourceLocation: line)
    }
  }

  /// A source after `--fix` by the rules on lists.
  static func fixed(_ source: String, by secretariat: Secretariat = Secretariat()) -> String {
    let documents = Documents([SourceFile(name: "report.yaml", contents: source)])
    return secretariat.fix(documents, options).first?.text.all.string ?? source
  }
}
