internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// Tells a comparison for people: what is changed with its line, then the words.
struct ChangeReporter {
  let ink: Ink
  /// The columns that a line may take.
  let width: Int
  let lines: LineTables

  /// The words that are shown on either side of what is changed.
  private static let context = 6

  func report(_ outcome: ComparisonOutcome, to output: TextOutput) {
    var rest = outcome.changes[...]
    while let first = rest.first {
      let group = rest.prefix { $0.old == first.old && $0.new == first.new }
      rest = rest.dropFirst(group.count)
      output.write(text(of: Array(group)))
    }
  }

  /// The changes of one block, as a few lines.
  private func text(of changes: [ReportChange]) -> String {
    guard let first = changes.first, let standing = first.new ?? first.old else { return "" }
    let place = lines.location(of: standing.place).start
    let identifier = first.identifier.map { "  (\($0.shown))" } ?? ""
    var deeds = changes.map(\.deed.rawValue)
    deeds = deeds.enumerated().filter { !deeds[..<$0.offset].contains($0.element) }.map(\.element)
    var text =
      "\(ink(.bold, "\(place.shown):")) \(name(of: first))\(identifier): "
      + ink(colour(of: first.deed), deeds.joined(separator: ", ")) + "\n"
    for passage in changes.flatMap(\.passages) {
      text += self.text(of: passage)
    }
    return text
  }

  /// "recommendation 12 → 13"
  private func name(of change: ReportChange) -> String {
    let old = change.old?.name.shown
    let new = change.new?.name.shown
    guard let old, let new, old != new else { return new ?? old ?? "" }
    return "\(old) → \(new)"
  }

  private func colour(of deed: ReportChange.Deed) -> Ink.Colour {
    switch deed {
    case .added, .reinstated: .green
    case .withdrawn: .red
    case .moved, .renumbered, .reworded: .yellow
    }
  }

  private func text(of passage: ReportChange.Passage) -> String {
    var lead: [String] = []
    if !passage.point.isEmpty { lead.append(passage.point) }
    if passage.key != "text" { lead.append("\(passage.key):") }
    var words: [(text: String, fate: ReportChange.Words.Fate)] = lead.map { ($0, .same) }
    for (index, run) in passage.words.enumerated() {
      let isLast = index == passage.words.count - 1
      words += self.words(of: run, isFirst: index == 0, isLast: isLast)
      if passage.isList, !isLast { words[words.count - 1].text += "," }
    }
    return lines(of: words).map { "    \($0)\n" }.joined()
  }

  /// The words of a run, with the marks that set them off; of many that stay only those beside a
  /// change.
  private func words(of run: ReportChange.Words, isFirst: Bool, isLast: Bool)
    -> [(text: String, fate: ReportChange.Words.Fate)]
  {
    var words = run.text.split { $0 == " " || $0 == "\n" }.map { String($0).shown }
    if run.fate == .same {
      let kept = (isFirst ? 0 : Self.context) + (isLast ? 0 : Self.context)
      if words.count > kept + 1 {
        words =
          words.prefix(isFirst ? 0 : Self.context) + ["…"]
          + words.suffix(isLast ? 0 : Self.context)
      }
    } else if ink == .plain, !words.isEmpty {
      let marks = run.fate == .deleted ? ("[-", "-]") : ("{+", "+}")
      words[0] = marks.0 + words[0]
      words[words.count - 1] += marks.1
    }
    return words.map { ($0, run.fate) }
  }

  private func lines(of words: [(text: String, fate: ReportChange.Words.Fate)]) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words {
      let needed = word.text.displayWidth
      if used > 0, used + 1 + needed > width - 4 {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += inked(word.text, word.fate)
      used += needed
    }
    return used > 0 ? lines + [line] : lines
  }

  private func inked(_ text: String, _ fate: ReportChange.Words.Fate) -> String {
    switch fate {
    case .same: text
    case .deleted: ink(.struck, text)
    case .added: ink(.green, text)
    }
  }
}

extension ReportChange.Passage {
  /// Whether the words are names with commas between them.
  fileprivate var isList: Bool { ["states", "organizations", "items"].contains(key) }
}
