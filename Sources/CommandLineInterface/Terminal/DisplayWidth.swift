extension Unicode.Scalar {
  /// The columns that a terminal gives to the character: 0, 1 or 2.
  var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
  }

  /// Whether the character is wide or full-width by Unicode Standard Annex 11, emoji apart.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether the character may be shown as it is: it steers no terminal, and does not turn the order
  /// of the text.
  var isShownAsIs: Bool {
    switch value {
    case 0x20...0x7E: true
    case 0x00...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  /// The character as it may be shown: a tab as spaces, and in place of what is not shown as it is a
  /// sign for it.
  fileprivate var shown: String {
    if isShownAsIs { return String(self) }
    return switch value {
    case 0x09: "    "
    case 0x00...0x1F: String(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}")
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }

  /// The columns that a terminal gives to the character as it is shown.
  var shownWidth: Int { isShownAsIs ? displayWidth : shown.displayWidth }
}

extension String {
  /// The columns that a terminal gives to the text.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text as it may be shown on one line of a terminal.
  var shown: String {
    if unicodeScalars.allSatisfy(\.isShownAsIs) { return self }
    return unicodeScalars.reduce(into: "") { $0 += $1.shown }
  }

  /// The text with trailing spaces to a number of columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - displayWidth, 0))
  }

  /// The text broken into lines between words.
  /// - Parameter width: The most columns of a line; a longer word stands alone.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(whereSeparator: { $0 == " " || $0.isNewline }) {
      let needed = String(word).displayWidth
      if !line.isEmpty, used + 1 + needed > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += needed
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
