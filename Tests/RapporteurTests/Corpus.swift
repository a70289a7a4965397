import Diagnostics
import Foundation
import Rapporteur
import SourceText

/// A report of the corpus, with what its comments say is wrong in it.
///
/// `# expects: rule-id “exact words”` stands on a line before the words; `# misses:` is a fault that
/// the rule is known not to find yet.
struct CorpusReport: CustomStringConvertible, Sendable {
  let name: String
  let file: SourceFile
  let expectations: [Expectation]

  struct Expectation: Sendable {
    let rule: RuleID
    let words: String
    /// 1-based.
    let line: Int
    let isMissed: Bool
  }

  var description: String { name }

  /// The reports of a folder of the corpus, in alphabetical order.
  static func all(in folder: String) -> [CorpusReport] {
    let place = Repository.root.appending(path: "Tests/Corpus/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.sorted().compactMap { name in
      guard let text = try? Repository.file("Tests/Corpus/\(folder)/\(name)") else { return nil }
      return CorpusReport(name: "\(folder)/\(name)", text)
    }
  }

  private init(name: String, _ text: String) {
    self.name = name
    file = SourceFile(name: name, contents: text)
    expectations = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        guard let comment = line.wholeMatch(of: /\ *# (expects|misses): ([a-z-]+) “(.*)”/) else {
          return nil
        }
        return Expectation(
          rule: RuleID(String(comment.2)), words: String(comment.3), line: index + 1,
          isMissed: comment.1 == "misses")
      }
  }

  /// How many sentences the report has: full stops after a word, but not those of "Mr." or "No."
  var sentenceCount: Int {
    let prose = file.text.all.string.split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix("#") }.joined(separator: "\n")
    return prose.matches(of: /[\w%)’”\]]{3}[.?!][”’)]*(\[\^[a-z-]+\])?(\s|$)/).count
  }
}

/// How often a rule was right.
struct Score {
  var found = 0
  var missed = 0
  var falseAlarms = 0

  var precision: Double { Self.ratio(found, found + falseAlarms) }
  var recall: Double { Self.ratio(found, found + missed) }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}

/// What the rules on lists, text and references say of the corpus.
struct CorpusReading {
  private(set) var scores: [RuleID: Score] = [:]
  /// A line for each finding that no comment announces.
  private(set) var falseAlarms: [String] = []
  /// A line for each fault that was to be found and was not.
  private(set) var misses: [String] = []
  /// A line for each fault that is found though its comment says that it is missed.
  private(set) var surprises: [String] = []

  private let known: Set<RuleID>
  private static let secretariat = Secretariat().withDictionaries(environment: [:])

  init() {
    let rules = Secretariat().rules.filter { ["lists", "text", "references"].contains($0.group) }
    known = Set(rules.map(\.id)).subtracting(Dictionaries.areInstalled ? [] : ["word-misspelled"])
  }

  mutating func read(_ report: CorpusReport, for mode: Mode) {
    var options = CheckOptions()
    options.mode = mode
    options.selected = known
    // A rule that is not there yet finds nothing, and is not blamed for it.
    var open = report.expectations.filter { known.contains($0.rule) }
    let lines = LineTable(report.file)
    for diagnostic in Self.secretariat.check(Documents([report.file]), options).diagnostics {
      let rule = diagnostic.finding.rule
      let range = diagnostic.finding.place.range
      let words = report.file.slice(range).string.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let line = lines.position(of: range.start).line
      let match = open.lastIndex { $0.rule == rule && $0.words == words && $0.line < line }
      guard let match else {
        scores[rule, default: Score()].falseAlarms += 1
        falseAlarms.append(
          "\(report.name):\(line): \(rule) “\(words)” (\(diagnostic.finding.message))")
        continue
      }
      scores[rule, default: Score()].found += 1
      let expectation = open.remove(at: match)
      if expectation.isMissed { surprises.append("\(report.name):\(line): \(rule) “\(words)”") }
    }
    for expectation in open {
      scores[expectation.rule, default: Score()].missed += 1
      guard !expectation.isMissed else { continue }
      misses.append(
        "\(report.name):\(expectation.line): \(expectation.rule) “\(expectation.words)”")
    }
  }

  /// Precision and recall of each rule, as a table.
  var table: String {
    let width = known.map(\.name.count).max() ?? 0
    func row(_ cells: [String]) -> String {
      cells[0].padding(toLength: width, withPad: " ", startingAt: 0)
        + cells.dropFirst().map { String(repeating: " ", count: max(11 - $0.count, 1)) + $0 }
        .joined()
    }
    let rows = known.sorted().map { rule in
      let score = scores[rule] ?? Score()
      guard score.found + score.missed + score.falseAlarms > 0 else {
        return row([rule.name, "–", "–", "–", "–", "–"])
      }
      return row(
        [rule.name] + [score.found, score.missed, score.falseAlarms].map(String.init)
          + [score.precision, score.recall].map { String(format: "%.2f", $0) })
    }
    return
      ([row(["rule", "found", "missed", "false", "precision", "recall"])] + rows)
      .joined(separator: "\n")
  }
}
