/// A piece of a wording with places to be filled.
public enum PhrasePiece: Hashable, Sendable {
  case words(String)
  /// The name of what is filled in.
  case placeholder(String)
}

/// A wording with places to be filled: "Agenda item {item}".
struct PhraseTemplate: Sendable {
  let text: String
  let pieces: [PhrasePiece]
  /// Whether every brace has its counterpart.
  let isBalanced: Bool

  init(_ text: String) {
    var pieces: [PhrasePiece] = []
    var start = text.startIndex
    var isOpen = false
    var isBalanced = true
    func piece(upTo end: String.Index) -> String { String(text[start..<end]) }
    for index in text.utf8.indices {
      switch (text.utf8[index], isOpen) {
      case (UInt8(ascii: "{"), false):
        if start < index { pieces.append(.words(piece(upTo: index))) }
        isOpen = true
      case (UInt8(ascii: "}"), true):
        pieces.append(.placeholder(piece(upTo: index)))
        isOpen = false
      case (UInt8(ascii: "{"), true), (UInt8(ascii: "}"), false):
        isBalanced = false
        continue
      default: continue
      }
      start = text.utf8.index(after: index)
    }
    if !isOpen, start < text.endIndex { pieces.append(.words(piece(upTo: text.endIndex))) }
    self.text = text
    self.pieces = pieces
    self.isBalanced = isBalanced && !isOpen
  }

  var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The wording with its placeholders filled; one without a value vanishes.
  func filled(with values: KeyValuePairs<String, String>) -> String {
    filled { name in values.first { $0.key == name }?.value }
  }

  /// The wording with its placeholders filled by name; one without a value vanishes.
  func filled(_ value: (String) -> String?) -> String {
    var filled = ""
    for piece in pieces {
      switch piece {
      case .words(let words): filled += words
      case .placeholder(let name): filled += value(name) ?? ""
      }
    }
    return filled
  }
}
