/// The masthead that makes a whole report of a short example: `Rules/frames/<name>.yaml`.
///
/// A key that the example gives itself is left out of its frame, so that an example of a rule on
/// symbols is one line.
struct Frame: Sendable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// An example within the frame.
  func around(_ example: String) -> String {
    let given = Set(Entry.list(example).compactMap(\.key))
    let missing = Entry.list(text).filter { $0.key.map { !given.contains($0) } ?? false }
    return missing.map(\.text).joined() + example
  }

  /// Whether an example is a report by itself.
  static func isWhole(_ example: String) -> Bool {
    Entry.list(example).contains { $0.key == "report" }
  }

  /// A key at the left margin, with all lines down to the next.
  private struct Entry: Sendable {
    /// The key; nil for what stands before the first.
    let key: Substring?
    var text: String

    static func list(_ text: String) -> [Entry] {
      var entries: [Entry] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if let key = topKey(of: line) {
          entries.append(Entry(key: key, text: ""))
        } else if entries.isEmpty {
          entries.append(Entry(key: nil, text: ""))
        }
        entries[entries.count - 1].text += line + "\n"
      }
      // The line that the last line end opens is none.
      if text.utf8.last == UInt8(ascii: "\n") { entries[entries.count - 1].text.removeLast() }
      return entries
    }

    private static func topKey(of line: Substring) -> Substring? {
      guard let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "#"),
        let colon = line.utf8.firstIndex(of: UInt8(ascii: ":"))
      else { return nil }
      return line[..<colon]
    }
  }
}

/// What is put around the source of an example.
enum Framing: Sendable {
  case none
  case named(Frame)
  /// What an example gets that names no frame, unless it is a report by itself.
  case usual(Frame?)

  func around(_ source: String) -> String {
    switch self {
    case .none: source
    case .named(let frame): frame.around(source)
    case .usual(let frame): Frame.isWhole(source) ? source : frame?.around(source) ?? source
    }
  }
}
