import Diagnostics
import SourceText
import Testing
import YAMLSyntax

/// Characters that look like a space or like nothing, and what version control leaves in a file.
@Suite struct UnseenCharacterTests {
  private static let keys = KeyNames(["text", "title", "points", "id"])

  private func read(_ source: String) -> (SourceFile, YAMLReading) {
    let file = SourceFile(name: "x", contents: source)
    return (file, YAMLReader(file, id: FileID(0), keys: Self.keys).read())
  }

  private func fixed(_ source: String) -> String {
    let (file, reading) = read(source)
    var script = EditScript()
    for fix in reading.findings.compactMap(\.fixes.first) where fix.safety == .safe {
      script.insert(all: fix.edits.lazy.map(\.edit))
    }
    return script.applied(to: file.text).all.string
  }

  @Test(arguments: [
    "text:\u{A0}Words.\n", "\u{A0}\u{A0}- text: Words.\n", "-\u{A0}Words.\n",
    "text\u{A0}: Words.\n",
    "text: >-\u{202F}\n  Words.\n", "- text: a\n\u{2009} points: [b]\n",
  ])
  func `an unusual space in the structure is the only finding, and its fix writes ordinary ones`(
    source: String
  ) {
    let reading = read(source).1
    #expect(reading.findings.map(\.rule) == ["yaml-syntax"])
    #expect(reading.tree == nil)
    let mended = fixed(source)
    #expect(mended.utf8.allSatisfy { $0 < 0x80 })
    #expect(read(mended).1.findings.isEmpty)
  }

  @Test(arguments: [
    "text: >-\n  Le Groupe a dit\u{A0}: «\u{A0}oui\u{A0}»\u{A0}; puis non.\n",
    "text: >-\n  12\u{A0}States, vol.\u{A0}3,\n  p.\u{A0}4.\n",
    "text: >-\n  a:\u{A0}b -\u{A0}c\n", "# a\u{A0}\ntext: b\n",
    "text: |\n  title:\u{A0}of what is quoted\n",
  ])
  func `an unusual space within a text is let alone`(source: String) {
    #expect(read(source).1.findings.isEmpty)
  }

  @Test func `spaces at the edges of a text are taken out, and what follows stays in its column`() {
    #expect(
      fixed("text: >-\n  \u{A0}\u{2009} One\n  two.\ntitle: II\u{A0} \u{A0}\n")
        == "text: >-\n  One\n  two.\ntitle: II\n")
    #expect(fixed("- \"\u{202F}One\"\n- two\u{A0} # why\n") == "- \"One\"\n- two # why\n")
  }

  @Test func `a character that is not seen is taken out, unless something would change`() {
    #expect(
      fixed("text: re\u{AD}port \u{200B}of UN\u{200B}ODC\u{FEFF}.\n") == "text: report of UNODC.\n")
    // A word may go on behind a hyphen at the end of a line, and a mark may begin a list.
    for source in ["text: >-\n  re\u{AD}\n  port\n", "text: \u{200B}[a]\n"] {
      #expect(read(source).1.findings.map(\.rule) == ["character-invisible"])
      #expect(fixed(source) == source)
    }
  }

  @Test(arguments: [
    "text: می\u{200C}خواهم \u{200F}(12)\u{200F}\n", "text: क्\u{200D}ष\n", "text: ไทย\u{200B}ไทย\n",
    "text: 👩\u{200D}💻\n", "# a\u{200B}b\ntext: c\n", "text: \"a\\u200Bb\"\n",
  ])
  func `scripts keep the characters that they need`(source: String) {
    #expect(read(source).1.findings.isEmpty)
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func `a line break that no editor shows is named at its place`(lineBreak: String) {
    for source in ["text: >-\n  one«two\nid: a\n", "text: one«two\n", "text: >-\n  one«  two\n"] {
      let (file, reading) = read(source.replacing("«", with: lineBreak))
      #expect(reading.findings.map(\.rule) == ["yaml-syntax"])
      #expect(reading.findings[0].message.contains("line break") != (lineBreak == "\u{2029}"))
      #expect(file.slice(reading.findings[0].place.range).string == lineBreak)
    }
  }

  // MARK: Merge conflicts

  @Test(arguments: ["", "      "], ["\n", "\r\n"])
  func `a merge conflict is one finding with the places of its marks, wherever it stands`(
    indentation: String, lineBreak: String
  ) {
    let lines = [
      "- text: >-", "<<<<<<< HEAD", "    One.", "||||||| base", "    Two.", "=======", "    Three.",
      ">>>>>>> floor", "- text: four",
    ]
    let source = lines.map { $0.first.map("<|=>".contains) == true ? indentation + $0 : $0 }
      .joined(separator: lineBreak)
    let (file, reading) = read(source)
    #expect(reading.findings.map(\.rule) == ["merge-conflict"])
    #expect(reading.findings[0].message.contains("lines 2, 4, 6 and 8"))
    #expect(reading.findings[0].fixes.isEmpty)
    #expect(file.slice(reading.findings[0].place.range).string == "<<<<<<<")
    #expect(reading.tree == nil)
  }

  @Test func `each conflict of a file is told, also one of which only the end is left`() {
    let conflict = "<<<<<<< a\nid: x\n=======\nid: y\n>>>>>>> b\n"
    #expect(read(conflict + conflict).1.findings.count == 2)
    #expect(read("id: x\n>>>>>>> b\n").1.findings.map(\.rule) == ["merge-conflict"])
  }

  @Test(arguments: [
    "text: |\n  =======\n  |||||||\n", "text: >-\n  a <<<<<<< b\n  >>>>>>>> c\n  <<<<<<<d\n",
    "# <<<<<<< HEAD\ntext: a\n",
  ])
  func `marks that are not those of a conflict are let alone`(source: String) {
    #expect(read(source).1.findings.isEmpty)
  }
}
