internal import SourceText

/// Forms of text that a report does not have, but can say: raised and lowered digits, and text that
/// is struck through.
extension MarkupCleaning {
  /// The most bytes of what such a form holds.
  static let longest = 2_000

  // MARK: Raised and lowered

  /// `<sup>2</sup>` as `²`, where there is a character for all that is raised; a raised letter stays,
  /// as it is the mark of a note.
  mutating func cleanRaised(
    _ name: String, at start: Int, textFrom text: Int, in bytes: UnsafeBufferPointer<UInt8>,
    to cleaned: inout [UInt8]
  ) -> Int {
    let closing = "</\(name)>".utf8
    let rest = bytes[text...].prefix(80)
    guard let end = rest.indices.first(where: { rest[$0...].starts(with: closing) }) else {
      note("the tag <\(name)> was dropped")
      return text
    }
    let words = String(decoding: bytes[text..<end], as: UTF8.self)
    let isOrdinal = words.utf8.count > 1 && start > 0 && bytes[start - 1].isDigit
    if name == "sup", !isOrdinal, !words.isEmpty, words.utf8.allSatisfy(\.isSmallLetter) {
      cleaned += bytes[start..<end + closing.count]
      return end + closing.count
    }
    let place = name == "sup" ? "superscript" : "subscript"
    if let characters = Self.characters(of: words, isRaised: name == "sup") {
      cleaned += characters.utf8
      note("the \(place) “\(words)” was written as “\(characters)”")
    } else {
      cleaned += words.utf8
      note("the \(place) “\(words)” was written on the line")
    }
    return end + closing.count
  }

  /// The characters that Unicode has for raised or lowered ones; nil where it lacks one of them.
  private static func characters(of words: String, isRaised: Bool) -> String? {
    let plain = Array("0123456789+−-=()")
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
    let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
    var characters = ""
    for character in words {
      guard let index = plain.firstIndex(of: character) else { return nil }
      characters.append(isRaised ? raised[index] : lowered[index])
    }
    return characters.isEmpty ? nil : characters
  }

  // MARK: Struck through

  /// `~~text~~` as the text.
  mutating func cleanStrike(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to cleaned: inout [UInt8]
  ) -> Int {
    let mark = "~~".utf8
    guard bytes[start...].starts(with: mark) else { return start }
    let rest = bytes[(start + 2)...].prefix(Self.longest)
    guard let end = rest.indices.first(where: { rest[$0...].starts(with: mark) }), end > start + 2,
      !bytes[start + 2].isBlank
    else { return start }
    noteStrike(rest, before: "~~")
    cleaned += bytes[start + 2..<end]
    return end + 2
  }

  mutating func noteStrike(_ rest: Slice<UnsafeBufferPointer<UInt8>>, before closing: String) {
    let end = rest.indices.first { rest[$0...].starts(with: closing.utf8) } ?? rest.endIndex
    let words = String(decoding: rest[..<end], as: UTF8.self)
    note("text that is struck through was kept: “\(words)”")
  }
}
