import Diagnostics
import SourceText
import Testing
import YAMLSyntax

/// Mistakes of syntax: each is one finding at an exact place, in plain words, with a fix where there
/// is one, and does not hide what comes after it.
@Suite struct SyntaxErrorTests {
  static let keys = KeyNames(
    [
      "section", "title", "text", "contents", "points", "recommendation", "states", "id", "from",
      "meeting", "place",
    ], blocks: ["section", "recommendation"], lists: ["text": "points"])

  func read(_ source: String) -> (SourceFile, YAMLReading) {
    let file = SourceFile(name: "x", contents: source)
    return (file, YAMLReader(file, id: FileID(0), keys: Self.keys).read())
  }

  /// Checks the one finding in a file, with LF and CRLF line ends and with a byte order mark.
  /// - Parameters:
  ///   - marked: The file, with the place of the finding in «guillemets».
  ///   - message: A part of the message.
  ///   - fixed: The file after the first fix, which must then be free of errors; nil where there is
  ///     no fix.
  ///   - isSafe: Whether the fix is applied without review.
  func check(
    _ marked: String, says message: String, rule: RuleID = "yaml-syntax", fixed: String?,
    isSafe: Bool = true, at location: SourceLocation = #_sourceLocation
  ) throws {
    for (mark, lineBreak) in [("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\n"), ("# é😀\n", "\r\n")] {
      func form(_ text: String) -> String {
        mark
          + text.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: lineBreak)
      }
      let (before, place, after) = try #require(parts(of: form(marked)))
      let (file, reading) = read(before + place + after)
      let found = "\(reading.findings.map { "\($0.message) at \($0.place.range)" })"
      try #require(reading.findings.count == 1, "\(found)", sourceLocation: location)
      let finding = reading.findings[0]
      let start = before.utf8.count
      let expected = TextRange(start, start + place.utf8.count)
      #expect(finding.place.range == expected, "\(found)", sourceLocation: location)
      #expect(finding.message.contains(message), sourceLocation: location)
      #expect(finding.rule == rule, sourceLocation: location)
      let edits = finding.fixes.first?.edits.map(\.edit) ?? []
      try #require(edits.isEmpty == (fixed == nil), "\(finding.fixes)", sourceLocation: location)
      guard let fixed else { continue }
      #expect((finding.fixes[0].safety == .safe) == isSafe, sourceLocation: location)
      var script = EditScript()
      script.insert(all: edits)
      let result = script.applied(to: file.text).all.string
      #expect(result == form(fixed), sourceLocation: location)
      #expect(read(result).1.findings.isEmpty, sourceLocation: location)
    }
  }

  private func parts(of marked: String) -> (String, String, String)? {
    guard let open = marked.firstIndex(of: "«"), let close = marked.lastIndex(of: "»") else {
      return nil
    }
    return (
      String(marked[..<open]), String(marked[marked.index(after: open)..<close]),
      String(marked[marked.index(after: close)...])
    )
  }

  // MARK: Text that YAML takes for something else

  @Test func `a colon in a text`() throws {
    try check(
      "text: Note«:» something\nid: a\n", says: "a colon before a space makes a key",
      fixed: "text: >-\n  Note: something\nid: a\n")
    try check(
      "- text: Do the following«:»\n  id: a\n", says: "a colon at the end of a line makes a key",
      fixed: "- text: >-\n    Do the following:\n  id: a\n")
    try check(
      "- Train judges: now«:» or never\n- x\n", says: "a colon",
      fixed: "- Train judges: >-\n    now: or never\n- x\n")
    try check(
      "text: States should\n  do the following«:» a\n  b\nid: a\n", says: "a colon",
      fixed: "text: >-\n  States should\n  do the following: a\n  b\nid: a\n")
    try check(
      "text: Note«:» a: b # why\nid: a\n", says: "a colon",
      fixed: "text: >-\n  Note: a: b # why\nid: a\n", isSafe: false)
  }

  @Test func `a text that begins with a mark`() throws {
    try check(
      "text: «*»Italic* word\nid: a\n", says: "alias, not as italics",
      fixed: "text: >-\n  *Italic* word\nid: a\n")
    try check(
      "text: *Italic «word»\nid: a\n", says: "alias and not as italics",
      fixed: "text: >-\n  *Italic word\nid: a\n")
    try check("- «@»x\n", says: "cannot begin with @", fixed: "- >-\n  @x\n")
    try check("k: «`»x` y\n", says: "cannot begin with `", fixed: "k: >-\n  `x` y\n")
    try check("k: «%» of all\n", says: "cannot begin with %", fixed: "k: >-\n  % of all\n")
    try check("k: «>» 50 of\n", says: "block of lines", fixed: "k: >-\n  > 50 of\n")
    try check("k: «?» what\n", says: "question mark", fixed: "k: >-\n  ? what\n")
    try check("k: «]»x\n", says: "cannot begin with ]", fixed: "k: >-\n  ]x\n")
    try check("k: «&»é\n", says: "anchor", fixed: "k: >-\n  &é\n")
    try check(
      "k: «!»a{b\n", says: "tag", fixed: "k: >-\n  !a{b\n")
  }

  @Test func `a text that begins with quotation marks, brackets or braces`() throws {
    try check(
      "text: \"Quote\" «and more»\nid: a\n", says: "text follows the closing quotation mark",
      fixed: "text: >-\n  \"Quote\" and more\nid: a\n")
    try check(
      "- 'Quote' «and more»\n- b\n", says: "text follows the closing quotation mark",
      fixed: "- >-\n  'Quote' and more\n- b\n")
    try check(
      "text: \"Quote\"\n  «and»\n  more\nid: a\n", says: "text follows the closing quotation mark",
      fixed: "text: >-\n  \"Quote\"\n  and\n  more\nid: a\n")
    try check(
      "k: \"Quote\"«:» more\n", says: "a colon follows the closing quotation mark",
      fixed: "k: >-\n  \"Quote\": more\n")
    try check(
      "text: [All]«, pending»\nid: a\n", says: "text follows the closing bracket",
      fixed: "text: >-\n  [All], pending\nid: a\n")
    try check(
      "text: {training} «is»\nid: a\n", says: "text follows the closing brace",
      fixed: "text: >-\n  {training} is\nid: a\n")
  }

  @Test func `marks around a text that has such marks itself are YAML's alone`() throws {
    try check(
      "text: \"He said \"«yes\" to the proposal.\"»\nid: a\n", says: "without the marks around it",
      fixed: "text: >-\n  He said \"yes\" to the proposal.\nid: a\n")
    try check(
      "- 'It'«s the States' duty.'»\n- b\n",
      says: "without the marks around it", fixed: "- >-\n  It's the States' duty.\n- b\n")
    try check(
      "text: \"He said\n  \"«yes\"»\n  to it.\"\nid: a\n", says: "without the marks",
      fixed: "text: >-\n  He said\n  \"yes\"\n  to it.\nid: a\n")
    try check(
      "text: \"Quote\" «and \"more\"»\nid: a\n", says: "put the whole text under `>-`",
      fixed: "text: >-\n  \"Quote\" and \"more\"\nid: a\n")
    try check(
      "text: \"He said \"«yes\" and left.»\nid: a\n", says: "put the whole text under `>-`",
      fixed: "text: >-\n  \"He said \"yes\" and left.\nid: a\n", isSafe: false)
    try check(
      "text: 'The States' «duties were recalled.'»\nid: a\n", says: "without the marks",
      fixed: "text: >-\n  The States' duties were recalled.\nid: a\n", isSafe: false)
  }

  @Test func `a quotation mark that is not closed`() throws {
    try check(
      "text: «\"»Unclosed\nid: a\ntitle: \"x\"\n", says: "not closed",
      fixed: "text: >-\n  \"Unclosed\nid: a\ntitle: \"x\"\n", isSafe: false)
    try check("k: «'»Tis\n", says: "not closed", fixed: "k: >-\n  'Tis\n", isSafe: false)
    try check(
      "k: «\"»Curly”\n", says: "not by a curly one", fixed: "k: >-\n  \"Curly”\n", isSafe: false)
  }

  @Test func `a number sign in a text over several lines`() throws {
    try check(
      "text: one\n  two «#» 3 and\n  four\nid: a\n", says: "cuts the text off here",
      fixed: "text: >-\n  one\n  two # 3 and\n  four\nid: a\n", isSafe: false)
  }

  @Test func `text on the line of the block's header`() throws {
    try check(
      "text: >- «M»ember States\n  should\nid: a\n", says: "begins on the line after `>-`",
      fixed: "text: >-\n  Member States\n  should\nid: a\n")
    for header in [">", "|", ">-", "|-", "> ", "| ", ">+ "] {
      try check(
        "text: \(header)«T»he Chair\nid: a\n", says: "begins on the line after",
        fixed: "text: >-\n  The Chair\nid: a\n")
    }
    for header in ["|2 ", "|2- ", "|+2 ", ">-2 "] {
      try check(
        "text: \(header)«T»he Chair\nid: a\n", says: "begins on the line after",
        fixed: "text: >-\n  The Chair\nid: a\n", isSafe: false)
    }
    try check(
      "table: | «|» A | B |\n  |---|---|\nid: a\n", says: "begins on the line after `|`",
      fixed: "table: |\n  | A | B |\n  |---|---|\nid: a\n")
    try check(
      "k: «|» A | B |\nid: a\n", says: "block of lines", fixed: "k: >-\n  | A | B |\nid: a\n")
  }

  @Test func `a text under its block's header that is not indented`() throws {
    try check(
      "- id: b\n  text: >-\n  «The Chair opened»\n  the meeting.\n- id: c\n",
      says: "begins with no key",
      fixed: "- id: b\n  text: >-\n    The Chair opened\n    the meeting.\n- id: c\n")
    let (_, reading) = read("- id: b\n  text: >-\n  The Chair\n  é *the* meeting.\n")
    let text = reading.tree?.root?.items.first { _ in true }?["text"]?.text.string
    #expect(text?.split(separator: " ") == ["The", "Chair", "é", "*the*", "meeting."])
    #expect(reading.leftOut.isEmpty)
  }

  @Test func `a backslash that begins no escape`() throws {
    try check("k: \"a «\\q» b\"\n", says: "means nothing", fixed: "k: \"a \\\\q b\"\n")
    try check("k: \"a «\\x»y b\"\n", says: "means nothing", fixed: "k: \"a \\\\xy b\"\n")
  }

  // MARK: Brackets

  @Test func `a bracket that is not closed`() throws {
    try check(
      "states: «[»A, B\nid: a\n", says: "square bracket is not closed",
      fixed: "states: >-\n  [A, B\nid: a\n", isSafe: false)
    try check(
      "k: «{»see a\nid: a\n", says: "brace is not closed", fixed: "k: >-\n  {see a\nid: a\n",
      isSafe: false)
  }

  @Test func `a comment behind a text is put into the text by nobody but its author`() throws {
    try check(
      "text: «*»Italic* words # ask first\nid: a\n", says: "alias",
      fixed: "text: >-\n  *Italic* words\nid: a\n".replacing("words", with: "words # ask first"),
      isSafe: false)
  }

  @Test func `a bracket that is closed by a brace, or a brace by a bracket`() throws {
    try check(
      "states: [A, B«}»\nid: a\n", says: "what `[` opened is closed by `]`",
      fixed: "states: [A, B]\nid: a\n", isSafe: false)
    try check(
      "meeting: {place: Vienna«]»\nid: a\n", says: "what `{` opened is closed by `}`",
      fixed: "meeting: {place: Vienna}\nid: a\n", isSafe: false)
  }

  @Test func `entries in brackets`() throws {
    try check("k: [\"B\" «\"»C\"]\n", says: "comma", fixed: "k: [\"B\", \"C\"]\n", isSafe: false)
    try check(
      "meeting: {place: Vienna «f»rom: x}\n", says: "a comma is missing before `from`",
      fixed: "meeting: {place: Vienna, from: x}\n", isSafe: false)
    try check(
      "k: [A«:» b: c]\n".replacing("«:» b:", with: ": b«:»"), says: "second colon",
      fixed: "k: [\"A: b: c\"]\n")
    try check("k: [a«:», b]\n", says: "quotation marks", fixed: "k: [\"a:\", b]\n")
    try check("k: [A, «@»B, C]\n", says: "cannot begin with @", fixed: "k: [A, \"@B\", C]\n")
    try check("k: [A, «*»B c*, C]\n", says: "alias", fixed: "k: [A, \"*B c*\", C]\n")
    try check("k: [A, «,» B]\n", says: "an entry is missing", fixed: "k: [A,  B]\n", isSafe: false)
  }

  // MARK: Lines

  @Test func `a space or colon that is missing`() throws {
    try check(
      "title«:»Recommendations\nid: a\n", says: "a space is missing after the colon of `title`",
      fixed: "title: Recommendations\nid: a\n")
    try check(
      "- recommendation«:»12\n  text: x\n", says: "a space is missing after the colon",
      fixed: "- recommendation: 12\n  text: x\n")
    try check(
      "title«:»\"Quoted\"\nid: a\n", says: "a space is missing",
      fixed: "title: \"Quoted\"\nid: a\n")
    try check(
      "points:\n  - a;\n  «-»b.\nid: a\n", says: "a space is missing after the dash",
      fixed: "points:\n  - a;\n  - b.\nid: a\n")
    try check(
      "- text: a\n«-»text: b\n", says: "a space is missing after the dash",
      fixed: "- text: a\n- text: b\n")
    try check(
      "«title» Recommendations\nid: a\n", says: "a colon is missing after `title`",
      fixed: "title: Recommendations\nid: a\n", isSafe: false)
    try check(
      "- «title»\n  text: x\n", says: "a colon is missing after `title`",
      fixed: "- title:\n  text: x\n", isSafe: false)
  }

  @Test func `wrong indentation`() throws {
    try check(
      "contents:\n  - section: A\n      «title»: B\n      id: x\n  - section: B\n",
      says: "`title` is indented further than `section`",
      fixed: "contents:\n  - section: A\n    title: B\n    id: x\n  - section: B\n", isSafe: false)
    try check(
      "meeting:\n    a: 1\n  «b»: 2\nid: c\n", says: "stands under none of those above it",
      fixed: "meeting:\n    a: 1\n    b: 2\nid: c\n", isSafe: false)
    try check(
      "contents:\n    - a\n  «-» b\nid: c\n", says: "this dash stands under none",
      fixed: "contents:\n    - a\n    - b\nid: c\n", isSafe: false)
    try check(
      "points:\n  - text: a\n   «- text»: b\n     id: x\nid: c\n",
      says: "this dash stands under none",
      fixed: "points:\n  - text: a\n  - text: b\n    id: x\nid: c\n", isSafe: false)
    try check(
      "  a: 1\n«id: c»\n", says: "indented less than the first key", fixed: "  a: 1\n  id: c\n",
      isSafe: false)
    try check(
      "a: 1\n«-» b\nid: c\n", says: "either a list or keys", fixed: nil)
  }

  @Test func `a line without a key`() throws {
    try check(
      "text: Member States should\n«consult survivors»\nid: a\n", says: "begins with no key",
      fixed: "text: Member States should\n  consult survivors\nid: a\n", isSafe: false)
    try check(
      "text: >-\n   a\n«b c»\nd e\nid: a\n", says: "begins with no key",
      fixed: "text: >-\n   a\n   b c\n   d e\nid: a\n", isSafe: false)
  }

  @Test func `a list on the line of its key`() throws {
    try check(
      "points: «-» Judges\nid: a\n", says: "a list begins on the line after its key",
      fixed: "points:\n  - Judges\nid: a\n", isSafe: false)
    try check(
      "points: «-» Judges\n    - Police\nid: a\n", says: "a list begins on the line after its key",
      fixed: "points:\n    - Judges\n    - Police\nid: a\n", isSafe: false)
  }

  @Test func `a list beneath a text whose key is missing`() throws {
    try check(
      "text: \"States should:\"\n  «-» Train police;\n  - Train customs.\nid: a\n",
      says: "`points:` is missing before this list",
      fixed: "text: \"States should:\"\npoints:\n  - Train police;\n  - Train customs.\nid: a\n")
    try check(
      "- text: States should:\n    «-» Train:\n        police;\n    - Train customs.\n- text: b\n",
      says: "`points:` is missing before this list",
      fixed: "- text: >-\n    States should:\n  points:\n    - Train:\n        police;\n"
        + "    - Train customs.\n- text: b\n")
    try check(
      "text: >-\n  States should\n«-» Train police;\n- Train customs.\nid: a\n",
      says: "`points:` is missing before this list",
      fixed: "text: >-\n  States should\npoints:\n- Train police;\n- Train customs.\nid: a\n",
      isSafe: false)
    try check(
      "text: 'States should:'\n«-» Train police.\nid: a\n", says: "`points:` is missing",
      fixed: "text: 'States should:'\npoints:\n- Train police.\nid: a\n", isSafe: false)
  }

  @Test func `tabs as indentation`() throws {
    try check(
      "contents:\n«\t»- text: a\n\t  id: b\nid: c\n", says: "a tab cannot indent",
      fixed: "contents:\n  - text: a\n    id: b\nid: c\n", isSafe: false)
    try check("k: >-\n  a\n«\t»b\nid: c\n", says: "a tab", fixed: "k: >-\n  a\n  b\nid: c\n")
    try check("k: a\n«\t»b\nid: c\n", says: "a tab", fixed: "k: a\n  b\nid: c\n")
    try check("-«\t»text: a\n", says: "a tab", fixed: "- text: a\n")
  }

  @Test func `a key behind a tab does not become part of the text above it`() throws {
    try check(
      "title: a\n«\t»id: b\ntext: c\n", says: "a tab", fixed: "title: a\nid: b\ntext: c\n",
      isSafe: false)
    try check(
      "contents:\n  - section: I\n«\t»title: b\n    id: c\n", says: "a tab",
      fixed: "contents:\n  - section: I\n    title: b\n    id: c\n")
    try check(
      "- recommendation: 1\n  text: a\n«\t»points:\n    - b\n", says: "a tab",
      fixed: "- recommendation: 1\n  text: a\n  points:\n    - b\n")
  }

  @Test func `an item behind a tab does not become part of the item above it`() throws {
    try check(
      "points:\n  - a\n«\t»- b\nid: c\n", says: "a tab", fixed: "points:\n  - a\n  - b\nid: c\n")
    try check(
      "points:\n«\t»- a\n\t- b\nid: c\n", says: "a tab", fixed: "points:\n  - a\n  - b\nid: c\n")
  }

  @Test func `characters that cannot be printed`() throws {
    try check("a: x«\u{7}»y\n", says: "U+0007", fixed: "a: xy\n", isSafe: false)
    try check("a: x«\0»y\n", says: "NUL", fixed: "a: xy\n", isSafe: false)
    try check("a: x«\u{92}»y\n", says: "U+0092", fixed: "a: x’y\n", isSafe: false)
    try check("a: xyz\n«\u{FEFF}»b: y\n", says: "byte order mark", fixed: "a: xyz\nb: y\n")
    try check("«%»x\nid: a\n", says: "begins with %", fixed: nil)
  }

  // MARK: Several mistakes

  @Test func `every mistake of a file is found in one pass`() throws {
    let source = """
      title: *Draft* report
      text: Note: something: else
      contents:
        - section:A
          text: "Quote" and {more}
        - text: [All], pending
          points:
            - Train judges: and: police
            -b
      \tid: x
      id: last
      """
    let (_, reading) = read(source)
    let lines = LineTable(SourceFile(name: "x", contents: source))
    let places = reading.findings.map { lines.position(of: $0.place.range.start).line }
    #expect(places == [1, 2, 4, 5, 6, 8, 9, 10])
    #expect(!reading.isFaithful)
    let root = try #require(reading.tree?.root)
    #expect(root["title"]?.text.string == "*Draft* report")
    #expect(root["text"]?.text.string == "Note: something: else")
    #expect(root["id"]?.text.string == "last")
    let blocks = Array(try #require(root["contents"]).items)
    #expect(blocks.first?["section"]?.text.string == "A")
    #expect(blocks.first?["text"]?.text.string == "\"Quote\" and {more}")
    #expect(blocks.last?["text"]?.text.string == "[All], pending")
  }

  @Test func `a text that was read in spite of a mistake keeps its places`() throws {
    let source = "title: x\ntext: Note: é {training}\n  and [more]\nid: a\n"
    let (file, reading) = read(source)
    let text = try #require(reading.tree?.root?["text"])
    #expect(text.text.string == "Note: é {training} and [more]")
    let map = ScalarMap(text.sourced, in: file)
    #expect(file.slice(map.source(of: 9..<19)).string == "{training}")
    #expect(file.slice(map.source(of: 24..<30)).string == "[more]")
  }

  @Test func `what cannot be explained is said in general words, once`() {
    let (_, reading) = read("%YAML 1.1\n%YAML 1.1\n---\na: b\n")
    #expect(reading.findings.count == 1)
    #expect(reading.tree == nil)
  }
}
