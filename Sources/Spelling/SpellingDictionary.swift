internal import CHunspell

/// A dictionary of hunspell in memory, which takes it some fifty milliseconds and forty megabytes.
struct SpellingDictionary: ~Copyable {
  private let handle: OpaquePointer
  private let encoding: Encoding

  /// How the dictionary writes letters beyond ASCII.
  private enum Encoding {
    case utf8
    case latin1
    case other
  }

  /// Loads a dictionary; nil where there is no memory for it.
  init?(_ files: DictionaryFiles) {
    guard let handle = Hunspell_create(files.affixes, files.words) else { return nil }
    self.handle = handle
    encoding =
      switch Hunspell_get_dic_encoding(handle).map({ String(cString: $0) }) {
      case "UTF-8": .utf8
      case "ISO8859-1": .latin1
      default: .other
      }
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether the dictionary has a word.
  /// - Parameter word: In ASCII, which every encoding writes alike.
  func has(_ word: String) -> Bool { Hunspell_spell(handle, word) != 0 }

  /// What the dictionary has in place of a word, the nearest first.
  /// - Parameter word: In ASCII, which every encoding writes alike.
  func suggestions(for word: String) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_suggest(handle, &list, word)
    defer { Hunspell_free_list(handle, &list, count) }
    return UnsafeBufferPointer(start: list, count: Int(max(count, 0))).compactMap { text in
      text.flatMap { decoded($0) }
    }
  }

  /// A text of the dictionary; nil where its letters cannot be told.
  private func decoded(_ text: UnsafePointer<CChar>) -> String? {
    let bytes = UnsafeRawBufferPointer(start: text, count: length(of: text))
    switch encoding {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .other:
      return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
    }
  }

  private func length(of text: UnsafePointer<CChar>) -> Int {
    var end = text
    while end.pointee != 0 { end += 1 }
    return end - text
  }
}
