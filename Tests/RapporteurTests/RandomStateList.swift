import Foundation
import RuleLibrary
import Seeding

/// A random list of States in a random way of writing, with the list that `--fix` is to make of it.
///
/// Each entry is a State with the comments that are its own. Between the entries stands what stays in
/// its place.
struct RandomStateList {
  private struct Entry {
    let typed: String
    let right: String
    var above: [String] = []
    var behind = ""
    var style = Style.plain
  }

  private enum Style: CaseIterable {
    case plain, singleQuoted, doubleQuoted, folded
  }

  private enum Form: CaseIterable {
    case dashes, brackets, bracketsOnOneLine
  }

  private var entries: [Entry] = []
  private let form: Form
  private let lineBreak: String
  private let mark: String
  /// What stands before each entry on its line, and the blank lines between the entries.
  private var leads: [String] = []
  private var blankLines: [Bool] = []

  init(of states: [StateNames.Entry], using random: inout SeededGenerator) {
    form = random.pick(Form.allCases)
    lineBreak = random.chance(30) ? "\r\n" : "\n"
    mark = random.chance(15) ? "\u{FEFF}" : ""
    var left = states
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let state = left.remove(at: Int.random(in: 0..<left.count, using: &random))
      entries.append(Self.entry(of: state, in: form, &random))
      leads.append(random.pick(["- ", "- ", "-   "]))
      blankLines.append(random.chance(15))
    }
  }

  private static func entry(
    of state: StateNames.Entry, in form: Form, _ random: inout SeededGenerator
  ) -> Entry {
    let others = [state.formal].compactMap { $0 } + state.common + state.former.map(\.name)
    var entry = Entry(typed: state.name, right: state.name)
    if let article = state.article, random.chance(30) {
      entry = Entry(typed: "\(article) \(state.name)", right: "\(article) \(state.name)")
    } else if !others.isEmpty, random.chance(25) {
      entry = Entry(
        typed: random.pick(others), right: state.name.replacing("'", with: "’"))
    }
    entry.style = random.pick(Style.allCases.filter { form == .dashes || $0 != .folded })
    guard form != .bracketsOnOneLine else { return entry }
    for _ in 0..<Int.random(in: 0...2, using: &random) where random.chance(40) {
      entry.above.append(random.pick(["# – Atlantis, as typed", "#", "  # \"why\""]))
    }
    if entry.style != .folded, random.chance(25) {
      entry.behind = random.pick([" # é, [", "  # x"])
    }
    return entry
  }

  /// The report as it is typed.
  var typed: String { text(of: entries, by: \.typed) }

  /// The report with the right names in order. Foundation says which order that is.
  var mended: String { text(of: entries.sorted { Self.key($0) < Self.key($1) }, by: \.right) }

  private static func key(_ entry: Entry) -> String {
    let name = entry.right.hasPrefix("the ") ? String(entry.right.dropFirst(4)) : entry.right
    return name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacing("-", with: " ").filter { $0.isLetter || $0 == " " }
  }

  private func text(of entries: [Entry], by name: KeyPath<Entry, String>) -> String {
    var lines = ["\(mark)date: 2024-05-14 # Côte", "contents:", "  - paragraph: 1"]
    switch form {
    case .dashes:
      lines.append("    states: # of the region")
      for (index, entry) in entries.enumerated() {
        lines += entry.above.map { "      " + $0 }
        lines.append("      \(leads[index])\(scalar(entry, name))\(entry.behind)")
        if blankLines[index] { lines.append("") }
      }
      lines.append("      # there may be more")
    case .brackets:
      lines.append("    states: [")
      for (index, entry) in entries.enumerated() {
        lines += entry.above.map { "      " + $0 }
        let comma = index + 1 < entries.count ? "," : ""
        lines.append("      \(scalar(entry, name))\(comma)\(entry.behind)")
        if blankLines[index] { lines.append("") }
      }
      lines.append("      ]")
    case .bracketsOnOneLine:
      let names = entries.map { scalar($0, name) }.joined(separator: ", ")
      lines.append("    states: [\(names)] # all")
    }
    lines.append("    organizations: [UNODC, ICRC]")
    return lines.joined(separator: lineBreak) + lineBreak
  }

  private func scalar(_ entry: Entry, _ name: KeyPath<Entry, String>) -> String {
    let text = entry[keyPath: name]
    return switch entry.style {
    case .plain: text
    case .singleQuoted: "'\(text.replacing("'", with: "''"))'"
    case .doubleQuoted: "\"\(text)\""
    case .folded: ">-\(lineBreak)          \(text)"
    }
  }
}
