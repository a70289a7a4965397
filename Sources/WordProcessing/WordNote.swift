/// Something of a Word document that its text does not have any more, or has in another form.
public struct WordNote: Hashable, Sendable {
  /// The first words of the paragraph that it stands in, or after; nil where there is none.
  public let place: String?
  public let message: String
  /// Whether it is something that a reader of the document sees, and that the text does not have.
  public let isUnplaced: Bool
  /// Where it is in its part of the document.
  let offset: Int

  init(at offset: Int = 0, place: String? = nil, _ message: String, isUnplaced: Bool = false) {
    self.offset = offset
    self.place = place
    self.message = message
    self.isUnplaced = isUnplaced
  }
}

/// Keeps what is noted of a paragraph until its end, where its first words are known.
struct PlacedNotes {
  private(set) var notes: [WordNote] = []
  private var pending: [(offset: Int, message: String, isUnplaced: Bool)] = []
  private var text: [UInt8] = []
  private var last: String?

  /// More than the first words of any paragraph.
  private static let enough = 200

  mutating func hear(_ words: UnsafeBufferPointer<UInt8>) {
    if text.count < Self.enough { text += words }
  }

  mutating func hearBlank() { text.append(UInt8(ascii: " ")) }

  mutating func add(at offset: Int, _ message: String, isUnplaced: Bool = false) {
    pending.append((offset, message, isUnplaced))
  }

  mutating func endParagraph() {
    if let words = text.words?.opening { last = words }
    text = []
    for note in pending {
      notes.append(
        WordNote(at: note.offset, place: last, note.message, isUnplaced: note.isUnplaced))
    }
    pending = []
  }
}

extension String {
  /// The first words of the text, by which it can be found.
  public var opening: String {
    let words = split(separator: " ", omittingEmptySubsequences: true)
    let first = words.prefix(8).joined(separator: " ")
    let short = String(first.unicodeScalars.prefix(60))
    return words.count > 8 || short != first ? short + " …" : short
  }
}
