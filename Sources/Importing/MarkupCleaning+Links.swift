internal import ProseSyntax
internal import SourceText

/// Links, which a report has no words for but their own, and characters that are written by names.
extension MarkupCleaning {
  /// `[words](address "title")` as `words <address>`; the address alone is dropped where it leads
  /// nowhere from a report.
  mutating func cleanLink(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to cleaned: inout [UInt8],
    isPicture: Bool = false
  ) -> Int {
    guard let link = Link(at: start, in: bytes) else { return start }
    let words = bytes[link.words]
    let address = bytes[link.address]
    cleaned += words
    // The mark of a note that points back to its citation says nothing by itself.
    if address.isEmpty || address.first == UInt8(ascii: "#") || address.elementsEqual(words) {
      note("a link was written as its words")
    } else if link.isWithinSite(bytes), !isPicture {
      note("the address “\(String(decoding: address, as: UTF8.self))” of a link was dropped")
    } else {
      cleaned += [.space, .openingAngle]
      cleaned += address.filter { $0 != .openingAngle && $0 != UInt8(ascii: ">") }
      cleaned.append(UInt8(ascii: ">"))
      note(
        isPicture
          ? "a picture was replaced by its words and its address"
          : "a link was written as its words and its address")
    }
    return link.end
  }

  /// The words of a line that is nothing but links to other places of the document or its site, as
  /// pages of the web have them around their text; nil for any other line.
  static func navigation(in line: TextSlice) -> String? {
    guard line.firstOffset(of: .openingBracket) != nil else { return nil }
    return line.withBytes { bytes in
      var words: [String] = []
      var between: [UInt8] = []
      var offset = 0
      while offset < bytes.count {
        guard bytes[offset] == .openingBracket else {
          between.append(bytes[offset])
          offset += 1
          continue
        }
        guard let link = Link(at: offset, in: bytes), link.isWithinSite(bytes),
          bytes[link.words].contains(where: \.isLetter)
        else { return nil }
        words.append(String(decoding: bytes[link.words], as: UTF8.self))
        offset = link.end
      }
      let isList = String(decoding: between, as: UTF8.self).allSatisfy(" |·•›»–—>/-*".contains)
      return isList ? words.joined(separator: " | ") : nil
    }
  }

  /// `&nbsp;` as a space, and `&rsquo;` as ’; what would mean something in Markdown stays.
  mutating func cleanEntity(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to cleaned: inout [UInt8]
  ) -> Int {
    guard let end = bytes[start...].prefix(34).firstIndex(of: UInt8(ascii: ";")) else {
      return start
    }
    let name = String(decoding: bytes[start...end], as: UTF8.self)
    guard let characters = TextSlice(name).charactersByName else { return start }
    if characters == "\u{A0}" {
      cleaned.append(.space)
      note("“\(name)” was written as a space")
      return end + 1
    }
    let isSafeAmpersand = characters == "&" && (end + 1 == bytes.count || bytes[end + 1].isBlank)
    guard isSafeAmpersand || characters.utf8.allSatisfy({ $0 >= 0x80 || $0.isLetter }) else {
      return start
    }
    cleaned += characters.utf8
    note("“\(name)” was written as “\(characters)”")
    return end + 1
  }
}

/// A link that is typed as one.
private struct Link {
  let words: Range<Int>
  let address: Range<Int>
  let end: Int

  /// The most bytes of the words, and of the address.
  private static let longest = 2_000
  /// How many brackets may be open in the words.
  private static let deepest = 4

  init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var end = start + 1
    var depth = 1
    while end < bytes.count, end < start + Self.longest {
      switch bytes[end] {
      case .openingBracket: depth += 1
      case .closingBracket: depth -= 1
      case .backslash: end += 1
      default: break
      }
      if depth == 0 || depth > Self.deepest { break }
      end += 1
    }
    guard depth == 0, end + 1 < bytes.count, bytes[end + 1] == .openingParenthesis,
      let close = bytes[(end + 2)...].prefix(Self.longest).firstIndex(of: .closingParenthesis)
    else { return nil }
    words = start + 1..<end
    address = end + 2..<(bytes[end + 2..<close].firstIndex(where: \.isBlank) ?? close)
    self.end = close + 1
  }

  /// Whether the address is one that only the site knows, as it does not name the site.
  func isWithinSite(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let address = bytes[address]
    return !address.isEmpty && !address.contains(UInt8(ascii: ":"))
      && !address.starts(with: "www.".utf8) && !address.starts(with: "//".utf8)
  }
}
