internal import SourceText

/// What is written into a document.
struct WordMarkup {
  /// Before the name of each element and attribute: `w:`.
  let prefix: String

  /// The markup by which a document itself knows the elements of Word; nil where it has no prefix
  /// for them, which no other reader knows how to read.
  /// - Parameter tag: A tag of an element of Word.
  init?(of tag: Range<Int>, in bytes: TextStorage) {
    let tag = TextSlice(bytes, tag.lowerBound, tag.upperBound)
    let name = tag.withBytes { $0.prefix(64).prefix { $0 > UInt8(ascii: " ") } }
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let start = name.starts(with: "</".utf8) ? 2 : 1
    prefix = tag[start..<colon + 1].string
  }

  /// Text.
  /// - Parameter isFollowedByTab: Whether a tab parts it from what comes after.
  func run(_ text: String, isFollowedByTab: Bool = false) -> String {
    let run = "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(escaped(text))</\(prefix)t>"
    return run + (isFollowedByTab ? "<\(prefix)tab/>" : "") + "</\(prefix)r>"
  }

  /// A property of a run that is on or off.
  func toggle(_ toggle: ParagraphStyles.Toggle, isOn: Bool) -> String {
    "<\(prefix)\(toggle.rawValue.dropFirst(2))\(isOn ? "" : " \(prefix)val=\"0\"")/>"
  }

  /// The properties of a run.
  func properties(_ elements: String) -> String { "<\(prefix)rPr>\(elements)</\(prefix)rPr>" }

  /// The text in ASCII, which every encoding of a document has in common.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar != "<", scalar != "&", scalar != ">" {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "&#\(scalar.value);"
      }
    }
    return escaped
  }
}

extension TextStorage {
  /// Whether a tag both begins and ends its element.
  func isWhole(_ tag: Range<Int>) -> Bool {
    tag.count > 2 && base[tag.upperBound - 2] == UInt8(ascii: "/")
  }
}
