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
}
