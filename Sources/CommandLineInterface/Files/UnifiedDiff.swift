internal import SourceText

/// What edits do to a file, in the form that `patch` and `git apply` read.
///
/// Lines end with LF alone, as those programs count them: a CR before it is part of the line.
struct UnifiedDiff {
  private let name: String
  private let old: TextStorage
  /// The end of each old line, after its line feed.
  private let ends: [Int]
  private let changes: [Change]

  /// The lines that are shown around a change.
  private static let context = 3

  /// - Parameter edits: The edits of the file.
  init(of file: SourceFile, _ edits: EditScript) {
    name = file.name
    old = file.text
    let ends = file.text.all.lines.map { $0.start + $0.count }
    self.ends = ends
    changes = Change.all(from: file.text, to: edits.applied(to: file.text), edits, ends)
  }

  /// The diff; empty where nothing changes.
  var text: String {
    guard !changes.isEmpty else { return "" }
    var text = "--- \(Self.quoted(name))\n+++ \(Self.quoted(name))\n"
    var growth = 0
    var rest = changes[...]
    while let first = rest.first {
      let far = rest.indices.dropFirst().first { index in
        rest[index].lines.lowerBound - rest[index - 1].lines.upperBound > 2 * Self.context
      }
      let hunk = rest[..<(far ?? rest.endIndex)]
      rest = rest[hunk.endIndex...]
      let end = hunk.last?.lines.upperBound ?? first.lines.upperBound
      let lines =
        max(first.lines.lowerBound - Self.context, 0)..<min(end + Self.context, ends.count)
      text += self.text(of: hunk, in: lines, growth: growth)
      growth += hunk.reduce(0) { $0 + $1.growth }
    }
    return text
  }

  /// - Parameters:
  ///   - lines: The old lines that the hunk covers.
  ///   - growth: How many lines the hunks before this one add.
  private func text(of hunk: ArraySlice<Change>, in lines: Range<Int>, growth: Int) -> String {
    let added = hunk.reduce(0) { $0 + $1.growth }
    // An empty stretch is named by the line before it.
    func stretch(_ start: Int, _ count: Int) -> String {
      "\(count == 0 ? start : start + 1),\(count)"
    }
    var text = "@@ -\(stretch(lines.lowerBound, lines.count))"
    text += " +\(stretch(lines.lowerBound + growth, lines.count + added)) @@\n"
    var next = lines.lowerBound
    for change in hunk {
      for line in next..<change.lines.lowerBound { text += Self.line(" ", oldLine(line)) }
      for line in change.lines { text += Self.line("-", oldLine(line)) }
      for line in change.replacement { text += Self.line("+", line) }
      next = change.lines.upperBound
    }
    for line in next..<lines.upperBound { text += Self.line(" ", oldLine(line)) }
    return text
  }

  private func oldLine(_ index: Int) -> TextSlice {
    TextSlice(old, index == 0 ? 0 : ends[index - 1], ends[index])
  }

  private static func line(_ sign: String, _ line: TextSlice) -> String {
    sign + line.string + (line.isEnded ? "" : "\n\\ No newline at end of file\n")
  }

  /// The name of the file as the two programs read it: one with a space ends with a tab, one with
  /// characters that would end the line is quoted as in C.
  private static func quoted(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      return name.contains(" ") ? name + "\t" : name
    }
    let bytes = name.utf8.map { byte -> String in
      switch byte {
      case 0x22, 0x5C: "\\" + String(Unicode.Scalar(byte))
      case 0x20...0x7E: String(Unicode.Scalar(byte))
      default: "\\" + String(Int(byte) + 0o1000, radix: 8).dropFirst()
      }
    }
    return "\"\(bytes.joined())\""
  }
}

/// Lines that take the place of others.
private struct Change {
  /// The positions of the old lines, from 0.
  private(set) var lines: Range<Int>
  private(set) var replacement: ArraySlice<TextSlice>

  /// How many lines the change adds.
  var growth: Int { replacement.count - lines.count }

  /// The changes that edits make, in order; none touches another.
  static func all(from old: TextStorage, to new: TextStorage, _ edits: EditScript, _ ends: [Int])
    -> [Change]
  {
    func start(ofLine line: Int) -> Int { line == 0 ? 0 : ends[line - 1] }
    func line(with offset: TextOffset) -> Int {
      let line = ends.partitioningIndex { $0 > offset.utf8 }
      // What is added to a last line without line feed belongs to it.
      let isOpen = line > 0 && line == ends.count && !TextSlice(old, 0, old.count).isEnded
      return isOpen ? line - 1 : line
    }

    var stretches: [(lines: Range<Int>, growth: Int)] = []
    for edit in edits.edits {
      let first = line(with: edit.range.start)
      let end = max(min(line(with: edit.range.end) + 1, ends.count), first)
      let growth = edit.replacement.utf8.count - edit.range.count
      if let last = stretches.last, first <= last.lines.upperBound {
        stretches[stretches.count - 1] = (
          last.lines.lowerBound..<max(end, last.lines.upperBound), last.growth + growth
        )
      } else {
        stretches.append((first..<end, growth))
      }
    }
    var shift = 0
    return stretches.compactMap { stretch in
      let oldText = TextSlice(
        old, start(ofLine: stretch.lines.lowerBound), start(ofLine: stretch.lines.upperBound))
      let newText = TextSlice(
        new, oldText.start + shift, oldText.start + shift + oldText.count + stretch.growth)
      shift += stretch.growth
      return Change(lines: stretch.lines, from: oldText.lines, to: newText.lines)
    }
  }

  /// The change without the lines at its ends that stay as they are; nil where all do.
  private init?(lines: Range<Int>, from old: [TextSlice], to new: [TextSlice]) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    self.lines = lines.lowerBound + head..<lines.upperBound - tail
    replacement = new[head..<new.count - tail]
    if self.lines.isEmpty && replacement.isEmpty { return nil }
  }
}

extension TextSlice {
  /// Whether the text ends with a line feed.
  fileprivate var isEnded: Bool { !isEmpty && self[count - 1] == 0x0A }

  /// The lines of the text, each with its line feed.
  fileprivate var lines: [TextSlice] {
    var lines: [TextSlice] = []
    var start = 0
    for offset in 0..<count where self[offset] == 0x0A {
      lines.append(self[start..<offset + 1])
      start = offset + 1
    }
    if start < count { lines.append(self[start..<count]) }
    return lines
  }
}
