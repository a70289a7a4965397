internal import ProseSyntax
internal import SourceText

/// The footnotes of a document while it is read: where they are cited, and what they say.
///
/// A citation comes before its note, so that a note has a provisional key until all is read.
struct NoteRegister {
  /// Within what the notes are counted: the document, an annex, a table.
  typealias Scope = Int

  struct Note {
    let scope: Scope
    /// `1` of `[^1]`, `a` of `<sup>a</sup>`.
    let mark: String
    let isLettered: Bool
    var line: Int
    var isCited = false
    /// The paragraphs of the note; nil as long as it has not been found.
    var paragraphs: [String]?
  }

  private struct Address: Hashable {
    let scope: Scope
    let mark: String
  }

  private(set) var notes: [Note] = []
  private var addresses: [Address: Int] = [:]
  private var scopeCount = 1
  /// Where the notes are counted that are cited now.
  private(set) var scope: Scope = 0

  /// Begins to count notes anew, and returns where they were counted before.
  mutating func enterScope() -> Scope {
    defer {
      scope = scopeCount
      scopeCount += 1
    }
    return scope
  }

  mutating func leaveScope(to outer: Scope) { scope = outer }

  /// The provisional key of a note that is cited.
  mutating func cite(_ mark: String, isLettered: Bool, line: Int) -> String {
    let index = index(of: mark, isLettered: isLettered, line: line)
    notes[index].isCited = true
    return Self.key(index)
  }

  /// Whether a lettered note of the present scope is cited.
  func isCited(_ mark: String) -> Bool {
    addresses[Address(scope: scope, mark: mark)].map { notes[$0].isCited } ?? false
  }

  /// Whether a note of the present scope has its text.
  func isDefined(_ mark: String, isLettered: Bool) -> Bool {
    let address = Address(scope: isLettered ? scope : 0, mark: mark)
    return addresses[address].map { notes[$0].paragraphs != nil } ?? false
  }

  mutating func define(_ mark: String, isLettered: Bool, line: Int, _ paragraph: String) {
    let index = index(of: mark, isLettered: isLettered, line: line)
    notes[index].line = line
    notes[index].paragraphs = [paragraph]
  }

  /// Adds a paragraph to the note that was defined last.
  mutating func continueNote(_ mark: String, isLettered: Bool, line: Int, _ paragraph: String) {
    let index = index(of: mark, isLettered: isLettered, line: line)
    notes[index].paragraphs?.append(paragraph)
  }

  private mutating func index(of mark: String, isLettered: Bool, line: Int) -> Int {
    // Numbers run through the document; letters begin again in each annex and table.
    let address = Address(scope: isLettered ? scope : 0, mark: mark)
    if let index = addresses[address] { return index }
    addresses[address] = notes.count
    notes.append(Note(scope: address.scope, mark: mark, isLettered: isLettered, line: line))
    return notes.count - 1
  }

  private static func key(_ index: Int) -> String { "#\(index)" }

  /// The note that a provisional key stands for.
  static func index(ofKey key: TextSlice) -> Int? {
    guard !key.isEmpty, key[0] == UInt8(ascii: "#") else { return nil }
    return Int(key.string.dropFirst())
  }
}
