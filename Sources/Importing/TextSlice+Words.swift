internal import ProseSyntax
internal import SourceText

extension TextSlice {
  /// What an emphasis or strong emphasis holds that is the whole text; nil where there is none.
  var emphasized: TextSlice? {
    guard count > 2, self[0] == UInt8(ascii: "*") || self[0] == UInt8(ascii: "_"),
      let first = Prose(self).elements.first, first.range == 0..<count
    else { return nil }
    switch first.kind {
    case .emphasis(let content), .strong(let content): return self[content]
    default: return nil
    }
  }

  /// What a strong emphasis holds that is the whole text.
  var strong: TextSlice? {
    guard count > 4, let first = Prose(self).elements.first, first.range == 0..<count,
      case .strong(let content) = first.kind
    else { return nil }
    return self[content]
  }

  /// The text without emphasis around the whole of it.
  var withoutEmphasis: TextSlice {
    var text = self
    while let content = text.emphasized { text = content.trimmed }
    return text
  }

  func hasPrefix(_ prefix: String) -> Bool {
    let prefix = prefix.utf8
    return count >= prefix.count && withBytes { $0.starts(with: prefix) }
  }

  func hasSuffix(_ suffix: String) -> Bool {
    let suffix = suffix.utf8
    guard count >= suffix.count else { return false }
    return withBytes { $0.suffix(suffix.count).elementsEqual(suffix) }
  }

  /// What follows a beginning, capitals and small letters being the same; nil where the text does
  /// not begin so.
  func dropping(prefix: String) -> TextSlice? {
    let prefix = prefix.utf8
    guard count >= prefix.count,
      withBytes({ zip($0, prefix).allSatisfy { $0.lowered == $1.lowered } })
    else { return nil }
    return self[prefix.count..<count]
  }

  /// Whether the text is one of some words, capitals and small letters being the same.
  func isOne(of words: [String]) -> Bool {
    words.contains { dropping(prefix: $0)?.isEmpty ?? false }
  }

  /// What comes before an end, capitals and small letters being the same.
  func dropping(suffix: String) -> TextSlice? {
    let suffix = suffix.utf8
    guard count >= suffix.count,
      withBytes({ zip($0.suffix(suffix.count), suffix).allSatisfy { $0.lowered == $1.lowered } })
    else { return nil }
    return self[0..<count - suffix.count]
  }

  /// The text between a beginning and an end that it must have.
  func between(_ prefix: String, _ suffix: String) -> TextSlice? {
    guard count >= prefix.utf8.count + suffix.utf8.count, hasPrefix(prefix), hasSuffix(suffix)
    else { return nil }
    return self[prefix.utf8.count..<count - suffix.utf8.count]
  }

  /// The stretches of the text between gaps of some spaces and more.
  func columns(partedBy width: Int) -> [TextSlice] {
    withBytes { bytes in
      var columns: [TextSlice] = []
      var start = 0
      var gap = 0
      for (offset, byte) in bytes.enumerated() {
        if byte.isBlank {
          gap += 1
        } else {
          if gap >= width, offset > gap {
            columns.append(self[start..<offset - gap])
            start = offset
          }
          gap = 0
        }
      }
      columns.append(self[start..<count])
      return columns
    }
  }

  /// The words of the text, cut at white space.
  var words: [TextSlice] {
    withBytes { bytes in
      bytes.split(whereSeparator: \.isBlank).map { self[$0.startIndex..<$0.endIndex] }
    }
  }
}

extension UInt8 {
  /// A capital as its small letter; any other byte as it is.
  var lowered: UInt8 { isCapital ? self | 0x20 : self }
}
