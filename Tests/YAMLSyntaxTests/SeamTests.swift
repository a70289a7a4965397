import Diagnostics
import Foundation
import Seeding
import Sharing
import SourceText
import Testing

@testable import YAMLSyntax

/// A long file that is read in two stretches is read as if it were one, wherever they meet.
@Suite struct SeamTests {
  /// What a parser made of a file.
  private struct Outcome {
    let nodes: [[Int]]
    let texts: [[UInt8]]

    /// The first node that is another, with the one that it should be; nil where all are alike.
    func difference(from other: Outcome) -> [[Int]]? {
      if nodes == other.nodes, texts == other.texts { return nil }
      return zip(nodes, other.nodes).first { $0 != $1 }.map { [$0, $1] } ?? []
    }

    init(_ parser: YAMLParser) {
      nodes = parser.nodes.map { node in
        [
          Int(node.shape), Int(node.indentation), Int(node.next), node.start.utf8, node.end.utf8,
        ]
      }
      texts = parser.nodes.map { node in
        (0..<Int(node.textCount)).map { parser.decoded[Int(node.textStart) + $0] }
      }
      parser.decoded.discard()
    }
  }

  /// Reads a text at once, and in two stretches at each line that looks like a seam.
  /// - Returns: At how many lines it could be read so.
  private func joined(_ source: [UInt8], _ comment: String = "") -> Int {
    source.withUnsafeBufferPointer { bytes in
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var parser = YAMLParser(
        bytes, skipped..<bytes.count, isASCII: isASCII, limits: YAMLLimits())
      parser.parse()
      let isRight = parser.failure == nil && parser.unsupported.isEmpty
      let whole = Outcome(parser)
      var joined = 0
      for start in bytes.indices where start == 0 || bytes[start - 1] == .lineFeed {
        guard start >= skipped, let seam = Seam(in: bytes, at: start),
          let both = YAMLParser.readingBoth(
            sidesOf: seam, of: bytes, skipping: skipped, isASCII: isASCII, limits: YAMLLimits(),
            by: .ofOne)
        else { continue }
        joined += 1
        #expect(isRight, "\(comment): a mistake is not seen at \(start)")
        let difference = Outcome(both).difference(from: whole)
        #expect(difference == nil, "\(comment): the seam is at \(start)")
      }
      return joined
    }
  }

  @Test func `the examples are read alike in one stretch and in two`() throws {
    let examples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Examples").standardizedFileURL
    let files = FileManager.default.enumerator(at: examples, includingPropertiesForKeys: nil)
    var seams = 0
    for case let file as URL in files! where file.pathExtension == "yaml" {
      seams += joined(Array(try Data(contentsOf: file)), file.lastPathComponent)
    }
    #expect(seams > 100)
  }

  @Test(arguments: [
    // The list at the margin, of mappings and of texts.
    ("- a: 1\n- b: 2\n- c\n- >-\n  d\n  e\n", 3),
    // A list as far to the left as its key, with keys after it.
    ("a: 1\nlist:\n- b: 2\n  c: 3\n- d\nlast: 4\n", 1),
    // Lists in lists, keys after them, and comments where they please.
    (
      "top:\n  - one:\n      - x: 1\n        y: 2\n# comment\n      - x: 3\n    two: 4\n  # more\n  - three: [a,\n     b]\nend: é\n",
      2
    ),
    // A dash alone on its line.
    ("a:\n  -\n    b: 1\n  -\n    b: 2\n", 1),
    // Two dashes on a line.
    ("a:\n  - - x\n    - y\n  - - z\n", 1),
    // Windows line ends, and a mark of the byte order.
    ("\u{FEFF}a:\r\n  - b: “1”\r\n  - b: |\r\n      ç\r\n\r\n  - b: 3\r\n", 2),
  ])
  func `a seam is found between the items of a list`(source: String, seams: Int) {
    #expect(joined(Array(source.utf8), source) == seams)
  }

  @Test(arguments: [
    "a: |\n  - b\n  - c\n", "a: \"x\n  - b\n  - c\"\n", "a: 'x\n  - b\n  - c'\n",
    "a: x\n  - b\n  - c\n",
    "a: [x,\n  - b\n  ]\n", "- a\n...\n- b\n", "- &a b\n- *a\n", "- a\n---\n- b\n",
    "a:\n  - b: |\n     - c\n     - d\n", "a: # b\n  c: >\n\n    - d\n\n    - e\n",
  ])
  func `what only looks like an item is no seam`(source: String) {
    #expect(joined(Array(source.utf8), source) == 0)
  }

  @Test func `a text that becomes longer than its stretch is read at once`() {
    let long = String(repeating: "\\L", count: 40)
    #expect(joined(Array("a:\n- \"\(long)\"\n- b\n".utf8)) == 0)
    #expect(joined(Array("a:\n- \"\(long.dropLast(72))\"\n- b\n".utf8)) > 0)
  }

  @Test func `made-up files are read alike in one stretch and in two`() {
    var generator = SeededGenerator(for: "seams")
    var seams = 0
    for _ in 0..<400 {
      var writer = RandomDocument(generator: generator)
      let source = writer.document()
      generator = writer.generator
      seams += joined(Array(source.utf8), source)
    }
    #expect(seams > 200)
  }

  @Test func `a long file is read in two stretches, with all keys after the list`() throws {
    let items = (0..<30_000).map {
      "  - recommendation: \($0)\n    text: >-\n      Die Länder – alle.\n"
    }
    let source = "report: draft-report\ncontents:\n" + items.joined() + "footnotes:\n  a: b\n"
    let file = SourceFile(name: "x", text: TextStorage(copying: source.utf8))
    let isAsked = Flag()
    let both = YAMLReader(
      file, id: FileID(0),
      crew: Crew(of: 2) { shares in
        isAsked.value = true
        shares.forEach { $0() }
      }
    ).read()
    #expect(isAsked.value)
    let root = try #require(both.tree?.root)
    #expect(root.entries.map(\.key.text.string) == ["report", "contents", "footnotes"])
    let read = Array(try #require(root["contents"]).items)
    #expect(read.count == 30_000)
    #expect(read.last?["text"]?.text.string == "Die Länder – alle.")
    #expect(root["footnotes"]?["a"]?.text.string == "b")
  }
}

private final class Flag: @unchecked Sendable {
  // Sendable: one thread has it.
  var value = false
}

/// Writes files of YAML that have nothing to say.
private struct RandomDocument {
  var generator: SeededGenerator

  mutating func document() -> String { collection(at: 0, depth: 0) }

  private mutating func one(of choices: [String]) -> String {
    generator.one(of: choices)
  }

  private mutating func collection(at column: Int, depth: Int) -> String {
    let count = Int.random(in: 1...4, using: &generator)
    let isList = Bool.random(using: &generator)
    return (0..<count).map { number in
      var lines = one(of: ["", "", "", "", "# note\n", "\n"])
      lines += String(repeating: " ", count: column)
      if isList {
        lines += "-" + value(at: column, depth: depth, isItem: true)
      } else {
        lines += "k\(number):" + value(at: column, depth: depth, isItem: false)
      }
      return lines
    }.joined()
  }

  private mutating func value(at column: Int, depth: Int, isItem: Bool) -> String {
    let pad = String(repeating: " ", count: column + 2)
    switch Int.random(in: 0..<(depth < 4 ? 12 : 7), using: &generator) {
    case 0: return one(of: ["", " # nothing"]) + "\n"
    case 1: return " " + one(of: ["|", ">-", "|+"]) + "\n\(pad)- a text\n\(pad)- é\n\n"
    case 2: return " \"a\n\(pad)- b\n\(pad)c\"\n"
    case 3: return " [a, {b: c},\n\(pad) d]\n"
    case 4: return " plain\n\(pad)- words # and\n"
    case 5: return " 'it''s'\n"
    case 6: return " – word\n"
    case 7 where isItem:
      let inner = collection(at: column + 2, depth: depth + 1)
      // The first key or dash stands on the same line, where no comment comes before it.
      let start = inner.drop { $0 == " " }
      return start.first == "#" || start.first == "\n" ? "\n" + inner : " " + start
    case 8 where !isItem:
      return "\n" + collection(at: column, depth: depth + 1).replacing("k", with: "l")
    default: return "\n" + collection(at: column + 2, depth: depth + 1)
    }
  }
}
