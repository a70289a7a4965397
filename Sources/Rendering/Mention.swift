internal import ReportModel

/// What one reference mentions, in groups that share a noun: "paragraphs 3 and 4" and
/// "recommendation 12".
struct Mention {
  enum Entry {
    case group(Group)
    case unresolved(String)
  }

  /// Blocks that are named together.
  struct Group {
    let key: Designation.Key
    var designations: [Designation]

    init(_ designation: Designation) {
      key = designation.key
      designations = [designation]
    }

    var sorted: [Designation] { designations.sorted() }
  }

  /// Whether "para." and "paras." are printed.
  let isShort: Bool
  let isNumberOnly: Bool
  /// In the order of first mention.
  private(set) var entries: [Entry] = []
  /// The blocks mentioned, each once.
  private(set) var blocks: [BlockLocation] = []

  init(isShort: Bool, isNumberOnly: Bool) {
    self.isShort = isShort
    self.isNumberOnly = isNumberOnly
  }

  mutating func add(_ designation: Designation) {
    guard !blocks.contains(designation.location) else { return }
    blocks.append(designation.location)
    for (index, entry) in entries.enumerated() {
      guard case .group(var group) = entry, group.key == designation.key else { continue }
      group.designations.append(designation)
      entries[index] = .group(group)
      return
    }
    entries.append(.group(Group(designation)))
  }

  mutating func addUnresolved(_ identifier: String) {
    entries.append(.unresolved(identifier))
  }
}
