import Seeding
import SourceText
import Testing

@testable import CommandLineInterface

@Suite struct UnifiedDiffTests {
  private func diff(_ text: String, _ edits: (Range<Int>, String)...) -> String {
    var script = EditScript()
    for (range, replacement) in edits {
      script.insert(TextEdit(TextRange(range.lowerBound, range.upperBound), replacement))
    }
    return UnifiedDiff(of: SourceFile(name: "l1.yaml", contents: text), script).text
  }

  @Test func `a change has three lines around it`() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", (8..<9, "five")) == """
        --- l1.yaml
        +++ l1.yaml
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `changes far from each other are in hunks of their own`() {
    let text = (1...20).map { "\($0)\n" }.joined()
    let hunks = diff(text, (0..<1, "a\nb"), (48..<50, "z")).split(separator: "\n")
      .filter { $0.hasPrefix("@@") }
    #expect(hunks == ["@@ -1,4 +1,5 @@", "@@ -17,4 +18,4 @@"])
  }

  @Test func `CR before the line feed is part of the line`() {
    #expect(
      diff("1\r\n2\r\n", (3..<4, "two"))
        == "--- l1.yaml\n+++ l1.yaml\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+two\r\n")
  }

  @Test func `a last line without line feed is marked`() {
    #expect(
      diff("1\n2", (3..<3, "2"))
        == """
        --- l1.yaml
        +++ l1.yaml
        @@ -1,2 +1,2 @@
         1
        -2
        \\ No newline at end of file
        +22
        \\ No newline at end of file

        """)
  }

  @Test func `lines that an edit leaves as they are do not show`() {
    #expect(diff("1\n2\n3\n", (0..<5, "1\n2\n3")) == "")
  }

  @Test func `whoever follows the diff has the edited text`() throws {
    var generator = SeededGenerator(for: "unified diffs")
    for _ in 0..<5_000 {
      let old = Self.text(upTo: 40, &generator)
      let file = SourceFile(name: "l1.yaml", contents: old)
      var script = EditScript()
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let ends = [0, 0].map { _ in Int.random(in: 0...old.utf8.count, using: &generator) }
          .sorted()
        script.insert(TextEdit(TextRange(ends[0], ends[1]), Self.text(upTo: 4, &generator)))
      }
      let new = script.applied(to: file.text).all.string
      let diff = UnifiedDiff(of: file, script).text
      try #require(try follow(diff, in: old).utf8.elementsEqual(new.utf8), "\(old) \(script.edits)")
      // Edits may move a line and put the same one in its place: such a diff is true, if idle.
      #expect(!diff.isEmpty || old.utf8.elementsEqual(new.utf8))
    }
  }

  private static func text(upTo count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...count, using: &generator))
      .map { _ in generator.one(of: ["a", "b", "\n", "\n", "\r\n"]) }
      .joined()
  }

  /// Does what a diff says, and checks on the way that what it says of the text is true.
  private func follow(_ diff: String, in text: String) throws -> String {
    var old = lines(of: text)[...]
    var new: [String] = []
    var due = (old: 0, new: 0)
    let steps = lines(of: diff)
    for (index, step) in steps.enumerated().dropFirst(2) {
      let isOpen = index + 1 < steps.count && steps[index + 1].hasPrefix("\\")
      let line = String(step.unicodeScalars.dropFirst().dropLast(isOpen ? 1 : 0))
      switch step.unicodeScalars.first {
      case "@":
        #expect(due == (0, 0))
        let header = try #require(step.wholeMatch(of: /@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n/))
        let numbers = try [header.1, header.2, header.3, header.4].map { try #require(Int($0)) }
        due = (numbers[1], numbers[3])
        let done = lines(of: text).count - old.count
        let skipped = numbers[0] - (due.old == 0 ? 0 : 1) - done
        new += old.prefix(skipped)
        old = old.dropFirst(skipped)
        #expect(numbers[2] - (due.new == 0 ? 0 : 1) == new.count)
      case " ":
        try #require(old.popFirst() == line)
        new.append(line)
        due = (due.old - 1, due.new - 1)
      case "-":
        try #require(old.popFirst() == line)
        due.old -= 1
      case "+":
        new.append(line)
        due.new -= 1
      default:
        #expect(step == "\\ No newline at end of file\n")
      }
    }
    #expect(due == (0, 0))
    return (new + old).joined()
  }

  /// The lines, each with its line feed.
  private func lines(of text: String) -> [String] {
    var lines = [""]
    for scalar in text.unicodeScalars {
      lines[lines.count - 1].unicodeScalars.append(scalar)
      if scalar == "\n" { lines.append("") }
    }
    return lines.last == "" ? lines.dropLast() : lines
  }
}
