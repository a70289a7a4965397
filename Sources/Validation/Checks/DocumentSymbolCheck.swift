internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds document symbols in the text whose abbreviations are not written as in symbols.
struct DocumentSymbolCheck: TextCheck {
  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let symbols = Self.symbols(in: passage.text.text)
    guard !symbols.isEmpty else { return }
    var zones = ZoneMap(prose)
    for range in symbols where !zones.autolinks.overlap(range) {
      for fault in DocumentSymbol(passage.text.text[range].string).faults {
        let place = context.place(
          passage.text,
          range.lowerBound + fault.range.lowerBound..<range.lowerBound + fault.range.upperBound)
        findings.append(fault.finding("document-symbol-malformed", at: place))
      }
    }
  }

  /// The stretches of a text that are document symbols: a known organ first, and a number in it.
  static func symbols(in text: TextSlice) -> [Range<Int>] {
    text.withBytes { bytes in
      var symbols: [Range<Int>] = []
      var next = 0
      while let slash = text.firstOffset(of: UInt8(ascii: "/"), from: next) {
        var start = slash
        while start > next, isInSymbol(bytes[start - 1]) { start -= 1 }
        var end = slash
        while end < bytes.count, isInSymbol(bytes[end]) { end += 1 }
        next = end
        while end > start, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(bytes[end - 1]) {
          end -= 1
        }
        let isAfterWord = start > 0 && bytes[start - 1] >= 0x80
        let organ = String(decoding: bytes[start..<slash], as: UTF8.self)
        guard !isAfterWord, DocumentSymbol.organs.contains(organ),
          bytes[slash..<end].contains(where: { (0x30...0x39).contains($0) })
        else { continue }
        symbols.append(start..<end)
      }
      return symbols
    }
  }

  private static func isInSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "*"):
      true
    default: false
    }
  }
}
