import Seeding
import SourceText
import Specimens
import Testing
import WordProcessing

/// Files that are no Word documents, or were made to do harm.
@Suite struct HostileFileTests {
  private var archive: Archive {
    var file = WordFile([
      paragraph("One", list: 1), paragraph("Two", style: "Heading", level: 1),
      table([["Three", "Four"]]),
    ])
    file.styles = [style("Heading", named: "heading 1", list: 1)]
    file.lists = [list(1, level(0, "%1."), level(1, "(%2)", "lowerLetter"))]
    return file.archive
  }

  private func fault(of bytes: [UInt8]) -> WordDocumentFault? {
    do throws(WordDocumentFault) {
      _ = try WordDocument(TextStorage(copying: bytes))
      return nil
    } catch {
      return error
    }
  }

  @Test func `what is no archive, or holds no text of Word, is no Word document`() {
    #expect(fault(of: []) == .notWord)
    #expect(fault(of: Array("This is no archive.".utf8)) == .notWord)
    #expect(fault(of: Archive().bytes) == .notWord)
    var other = Archive()
    other.add("content.xml", "<text/>")
    #expect(fault(of: other.bytes) == .notWord)
  }

  @Test func `an older form, or a password, is told`() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(fault(of: compound + [UInt8](repeating: 0, count: 504)) == .compoundFile)
    var encrypted = archive
    encrypted.flags = 1
    #expect(fault(of: encrypted.bytes) == .compoundFile)
  }

  @Test func `packed files are read as others are`() throws {
    var packed = archive
    packed.isDeflated = true
    packed.files.reverse()
    let document = try WordDocument(TextStorage(copying: packed.bytes))
    #expect(paragraphs(of: document.file).prefix(2) == ["1.→One", "(a)→Two"])
  }

  @Test(arguments: [1, 1 << 20, 1 << 26, 0xFFFF_FFFE, 0xFFFF_FFFF])
  func `a file that says to be of another size than it is is refused`(_ size: Int) {
    var lying = archive
    lying.claimedCount = size
    #expect(fault(of: lying.bytes) != nil)
    lying.isDeflated = true
    #expect(fault(of: lying.bytes) != nil)
  }

  @Test func `text that expands, or is nested without end, is refused`() {
    let laughs = """
      <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>
      """
    let deep = String(repeating: "<a>", count: 100_000)
    for (text, expected) in [(laughs, WordDocumentFault.damaged), (deep, .excessive)] {
      var archive = Archive()
      archive.add("word/document.xml", text)
      #expect(fault(of: archive.bytes) == expected)
    }
  }

  @Test func `a label that is longer than any that a person wrote is not typed`() throws {
    let long = String(repeating: "%1", count: 200)
    func first(_ text: String, start: Int) throws -> String? {
      try typed(
        list(1, level(0, text, "lowerLetter", start: start)), body: [paragraph("T", list: 1)]
      )
      .first
    }
    #expect(try first(long, start: 1) == "\(String(repeating: "a", count: 200))→T")
    #expect(try first(long, start: 27) == "T")
    #expect(try first("%1", start: 32_000) == "T")
  }

  @Test func `a text that its numbers make too long is refused`() {
    let label = String(repeating: "&lt;", count: 200)
    let body = String(repeating: "<w:p/>", count: 80_000)
    for (count, expected) in [(80_000, WordDocumentFault.excessive), (100, nil)] {
      var file = WordFile([String(body.prefix(6 * count))])
      file.styles = [style("Normal", list: 1, isDefault: true)]
      file.lists = [list(1, level(0, label))]
      #expect(fault(of: file.archive.bytes) == expected)
    }
  }

  @Test func `files of XML that are too large together are refused, and pictures are not`() {
    for (name, expected) in [("notes.xml", WordDocumentFault.excessive), ("map.png", nil)] {
      var archive = archive
      for number in 0..<5 {
        archive.add("\(number)\(name)", "")
        archive.claimedCounts["\(number)\(name)"] = 60 << 20
      }
      #expect(fault(of: archive.bytes) == expected)
    }
  }

  @Test(arguments: [false, true])
  func `a file that breaks off is refused`(_ isDeflated: Bool) {
    var archive = archive
    archive.isDeflated = isDeflated
    let bytes = archive.bytes
    for count in stride(from: 0, to: bytes.count, by: 50) {
      #expect(fault(of: Array(bytes.prefix(count))) != nil)
    }
  }

  @Test(arguments: [false, true])
  func `whatever bytes are changed, a file is read or refused`(_ isDeflated: Bool) {
    var archive = archive
    archive.isDeflated = isDeflated
    let bytes = archive.bytes
    var generator = SeededGenerator(for: "changed bytes")
    var refused = 0
    for _ in 0..<2_000 {
      var changed = bytes
      for _ in 0..<generator.one(of: [1, 2, 8]) {
        changed[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      if fault(of: changed) != nil { refused += 1 }
    }
    #expect(refused > 500)
  }

  @Test func `whatever bytes of the text are changed, it is read or refused`() {
    var generator = SeededGenerator(for: "changed text")
    for _ in 0..<2_000 {
      var archive = archive
      let file = Int.random(in: 0..<archive.files.count, using: &generator)
      for _ in 0..<generator.one(of: [1, 4]) {
        let place = Int.random(in: 0..<archive.files[file].contents.count, using: &generator)
        archive.files[file].contents[place] = generator.one(of: Array("<>/\"=0129w:pa&\u{0}".utf8))
      }
      _ = fault(of: archive.bytes)
    }
  }
}
