internal import SourceText

/// A piece of a wording with places to be filled.
public enum PhrasePiece: Hashable, Sendable {
  case words(String)
  /// The name of what is filled in.
  case placeholder(String)
}

/// A wording with places to be filled: "Agenda item {item}". It is taken apart when it is asked for.
struct PhraseTemplate: Sendable {
  let text: TextSlice

  init(_ text: TextSlice) {
    self.text = text
  }

  /// Hands over the pieces in their order.
  /// - Returns: Whether every brace has its counterpart.
  @discardableResult
  private func forEachPiece(_ body: (_ isPlaceholder: Bool, _ text: TextSlice) -> Void) -> Bool {
    var start = 0
    var isOpen = false
    var isBalanced = true
    for index in 0..<text.count {
      switch (text[index], isOpen) {
      case (UInt8(ascii: "{"), false):
        if start < index { body(false, text[start..<index]) }
        isOpen = true
      case (UInt8(ascii: "}"), true):
        body(true, text[start..<index])
        isOpen = false
      case (UInt8(ascii: "{"), true), (UInt8(ascii: "}"), false):
        isBalanced = false
        continue
      default: continue
      }
      start = index + 1
    }
    if !isOpen, start < text.count { body(false, text[start..<text.count]) }
    return isBalanced && !isOpen
  }

  var pieces: [PhrasePiece] {
    var pieces: [PhrasePiece] = []
    forEachPiece { isPlaceholder, text in
      pieces.append(isPlaceholder ? .placeholder(text.string) : .words(text.string))
    }
    return pieces
  }

  /// Whether every brace has its counterpart.
  var isBalanced: Bool { forEachPiece { _, _ in } }

  var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The wording with its placeholders filled; one without a value vanishes.
  func filled(with values: KeyValuePairs<String, String>) -> String {
    filled { name in values.first { name.reads($0.key) }?.value }
  }

  /// The wording with its placeholders filled by name; one without a value vanishes.
  func filled(_ value: (TextSlice) -> String?) -> String {
    var filled = ""
    forEachPiece { isPlaceholder, text in
      filled += isPlaceholder ? value(text) ?? "" : text.string
    }
    return filled
  }
}
