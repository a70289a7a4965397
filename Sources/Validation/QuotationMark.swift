internal import SourceText

/// A double quotation mark, curly or straight.
struct QuotationMark {
  enum Form {
    case straight, opening, closing
  }

  let form: Form
  /// UTF-8 offsets in the decoded text.
  let range: Range<Int>

  var mayOpen: Bool { form != .closing }
  var mayClose: Bool { form != .opening }

  /// The marks of a paragraph.
  static func all(in text: TextSlice, _ paragraph: Range<Int>) -> [QuotationMark] {
    let straight = text.offsets(of: UInt8(ascii: "\""), in: paragraph)
    let curly = text.offsets(of: firstOfCurly, in: paragraph)
    return (straight.isEmpty ? curly : (straight + curly).sorted())
      .compactMap { starting(at: $0, in: text) }
  }

  /// The first byte of a curly mark.
  static let firstOfCurly: UInt8 = 0xE2

  /// The mark that starts at an offset.
  static func starting(at offset: Int, in text: TextSlice) -> QuotationMark? {
    guard offset < text.count else { return nil }
    if text[offset] == UInt8(ascii: "\"") {
      return QuotationMark(form: .straight, range: offset..<offset + 1)
    }
    guard offset + 3 <= text.count, text[offset] == firstOfCurly, text[offset + 1] == 0x80 else {
      return nil
    }
    switch text[offset + 2] {
    case 0x9C: return QuotationMark(form: .opening, range: offset..<offset + 3)
    case 0x9D: return QuotationMark(form: .closing, range: offset..<offset + 3)
    default: return nil
    }
  }

  /// The mark that ends at an offset.
  static func ending(at offset: Int, in text: TextSlice) -> QuotationMark? {
    [1, 3].lazy.filter { $0 <= offset }.compactMap { starting(at: offset - $0, in: text) }
      .first { $0.range.upperBound == offset }
  }

  /// Whether a word or mark stands directly before the quotation mark, and no word after it.
  func standsAfterWord(in text: TextSlice) -> Bool {
    range.lowerBound > 0 && !text.isBlank(at: range.lowerBound - 1)
      && text[range.lowerBound - 1] != UInt8(ascii: "(")
      && text[range.lowerBound - 1] != UInt8(ascii: "[") && !text.isLetter(at: range.upperBound)
  }

  /// Whether a word stands directly after the quotation mark, and nothing before it.
  func standsBeforeWord(in text: TextSlice) -> Bool {
    text.isLetter(at: range.upperBound)
      && (range.lowerBound == 0 || text.isBlank(at: range.lowerBound - 1)
        || text[range.lowerBound - 1] == UInt8(ascii: "("))
  }
}

extension TextSlice {
  /// Whether a letter, or a byte of one, stands at an offset that may be beyond the ends.
  func isLetter(at offset: Int) -> Bool {
    guard 0..<count ~= offset else { return false }
    return self[offset] | 0x20 &- 0x61 < 26 || self[offset] >= 0xC3 && self[offset] != 0xE2
      || 0x80..<0xC0 ~= self[offset]
  }

  /// Whether a digit stands at an offset that may be beyond the ends.
  func isDigit(at offset: Int) -> Bool { 0..<count ~= offset && 0x30...0x39 ~= self[offset] }

  /// Whether white space stands at an offset that may be beyond the ends.
  func isBlank(at offset: Int) -> Bool {
    0..<count ~= offset && (self[offset] == 0x20 || self[offset] == 0x0A)
  }
}
