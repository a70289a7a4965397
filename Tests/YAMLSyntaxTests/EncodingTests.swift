import Diagnostics
import Seeding
import SourceText
import Testing
import YAMLSyntax

@Suite struct EncodingTests {
  private func read(_ bytes: [UInt8]) -> YAMLReading {
    YAMLReader(SourceFile(name: "x", text: TextStorage(copying: bytes)), id: FileID(0)).read()
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0, 0x3A, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
      ([0x61, 0, 0x3A, 0, 0x20, 0], "UTF-16"), ([0, 0x61, 0, 0x3A], "UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
      ([0, 0, 0, 0x61], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
    ] as [([UInt8], String)])
  func `a file in another encoding is named as such`(bytes: [UInt8], name: String) {
    let reading = read(bytes)
    #expect(reading.findings.map(\.rule) == ["encoding-invalid"])
    #expect(reading.findings.first?.message.contains(name) == true)
    #expect(reading.tree == nil)
  }

  @Test func `bytes of Windows-1252 are reported with what they stand for`() throws {
    let bytes =
      Array("a: don".utf8) + [0x92] + Array("t caf".utf8) + [0xE9] + Array("\nb: Note: x\n".utf8)
    let reading = read(bytes)
    #expect(
      reading.findings.map(\.rule.name) == ["encoding-invalid", "encoding-invalid", "yaml-syntax"])
    #expect(reading.findings.map(\.place.range.start.utf8) == [6, 12, 21])
    #expect(reading.findings[0].message.contains("“’”"))
    #expect(reading.findings[1].message.contains("“é”"))
    let conversion = try #require(reading.findings[0].fixes.last)
    var script = EditScript()
    script.insert(all: conversion.edits.map(\.edit))
    let fixed = script.applied(to: TextStorage(copying: bytes)).all.string
    #expect(fixed == "a: don’t café\nb: Note: x\n")
    #expect(reading.tree?.root?["b"]?.text.string == "Note: x")
  }

  @Test(
    arguments: [
      [0xC3], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0x81],
      [0xF0, 0x9F, 0x98], [0xFF],
    ] as [[UInt8]])
  func `what is not UTF-8 is found wherever it stands`(bad: [UInt8]) {
    for before in ["a: ", "a: é ", "a: 12345678 "] {
      for after in ["", " x", " 😀 and more\nb: c\n"] {
        let reading = read(Array(before.utf8) + bad + Array(after.utf8))
        #expect(reading.findings.allSatisfy { $0.rule == "encoding-invalid" })
        #expect(reading.findings.first?.place.range.start.utf8 == before.utf8.count)
        let end = reading.findings.last?.place.range.end.utf8
        #expect(end == before.utf8.count + bad.count)
      }
    }
  }

  @Test func `every character that Swift takes for UTF-8 is taken for UTF-8`() {
    var random = SeededGenerator(for: "UTF-8")
    for _ in 0..<2_000 {
      let leads: [UInt8] = [0x20, 0x61, 0xC2, 0xC3, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0x80, 0xBF]
      let bytes = (0..<Int.random(in: 1...6, using: &random)).map { _ in random.one(of: leads) }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let reading = read(Array("k: \"12345".utf8) + bytes + Array("\"".utf8))
      #expect(reading.findings.contains { $0.rule == "encoding-invalid" } == !isValid, "\(bytes)")
    }
  }

  @Test func `of many bad places a handful is listed, and the rest counted`() {
    let bytes = (0..<20).flatMap { Array("k\($0): caf".utf8) + ([0xE9, 0x0A] as [UInt8]) }
    let reading = read(bytes)
    #expect(reading.findings.count == 5)
    #expect(reading.findings.last?.message.contains("15 more such places") == true)
    #expect(reading.tree?.root?.entries.reduce(0) { count, _ in count + 1 } == 20)
  }
}
