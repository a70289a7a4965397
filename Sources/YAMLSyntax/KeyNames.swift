/// The keys of a format, by which a key in a wrong place is told from prose with a colon.
public struct KeyNames: Sendable {
  /// All keys; where there are none, any single lower-case word may be a key.
  public let all: Set<String>
  /// Those that make a block of a list and stand in it once.
  public let blocks: Set<String>
  /// The key of the list that may follow a text, by the key of the text.
  public let lists: [String: String]

  public init(
    _ all: Set<String> = [], blocks: Set<String> = [], lists: [String: String] = [:]
  ) {
    self.all = all
    self.blocks = blocks
    self.lists = lists
  }

  /// Whether a word may be a key.
  func mayBeKey(_ name: String) -> Bool {
    if !all.isEmpty { return all.contains(name) }
    return name.utf8.first.map { (0x61...0x7A).contains($0) } == true
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == .hyphen }
  }
}
