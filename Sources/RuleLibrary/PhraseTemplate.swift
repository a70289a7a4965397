/// A wording with places to be filled: "Agenda item {item}".
struct PhraseTemplate: Sendable {
  enum Piece: Hashable, Sendable {
    case words(String)
    /// The name of what is filled in.
    case placeholder(String)
  }

  let text: String
  let pieces: [Piece]
  /// Whether every brace has its counterpart.
  let isBalanced: Bool

  init(_ text: String) {
    var pieces: [Piece] = []
    var words = ""
    var name: String?
    var isBalanced = true
    for scalar in text.unicodeScalars {
      switch (scalar, name) {
      case ("{", nil):
        if !words.isEmpty { pieces.append(.words(words)) }
        words = ""
        name = ""
      case ("}", let open?):
        pieces.append(.placeholder(open))
        name = nil
      case ("{", _), ("}", nil): isBalanced = false
      case (_, nil): words.unicodeScalars.append(scalar)
      case (_, _): name?.unicodeScalars.append(scalar)
      }
    }
    if !words.isEmpty { pieces.append(.words(words)) }
    self.text = text
    self.pieces = pieces
    self.isBalanced = isBalanced && name == nil
  }

  var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The wording with its placeholders filled; one without a value vanishes.
  func filled(with values: KeyValuePairs<String, String>) -> String {
    var filled = ""
    for piece in pieces {
      switch piece {
      case .words(let words): filled += words
      case .placeholder(let name): filled += values.first { $0.key == name }?.value ?? ""
      }
    }
    return filled
  }
}
