internal import Diagnostics
internal import SourceText

/// Finds keys that stand twice in one mapping, and merge keys.
struct KeyFaults {
  let tree: YAMLTree
  let id: FileID
  private(set) var findings: [Finding] = []
  /// The nodes of the mappings in which a key stands twice.
  private(set) var mappingsWithRepetitions: [Int] = []

  /// The most findings that are made: more than anyone reads.
  private static let mostFindings = 20_000
  /// The number of keys from which a table is quicker than comparing each with each.
  private static let fewKeys = 12

  init(in tree: YAMLTree, id: FileID) {
    self.tree = tree
    self.id = id
    var keys: [Int] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .mapping {
      if findings.count >= Self.mostFindings { break }
      tree.collectKeys(of: index, in: &keys)
      let count = findings.count
      check(keys)
      if findings[count...].contains(where: { $0.rule == "yaml-duplicate-key" }) {
        mappingsWithRepetitions.append(index)
      }
    }
  }

  private mutating func check(_ keys: [Int]) {
    if keys.count > Self.fewKeys {
      var first: [TextSlice: Int] = [:]
      for key in keys where tree.nodes[key].kind == .scalar && findings.count < Self.mostFindings {
        let text = YAMLCursor(tree: tree, index: key).text
        if let earlier = first[text] { report(key, after: earlier) } else { first[text] = key }
        checkMerge(key)
      }
      return
    }
    for place in keys.indices {
      for earlier in keys[..<place] where isSame(keys[place], earlier) {
        report(keys[place], after: earlier)
        break
      }
      checkMerge(keys[place])
    }
  }

  private func isSame(_ key: Int, _ other: Int) -> Bool {
    let (left, right) = (tree.nodes[key], tree.nodes[other])
    guard left.textCount == right.textCount, left.kind == .scalar, right.kind == .scalar else {
      return false
    }
    let bytes = tree.text.bytes
    return (0..<Int(left.textCount)).allSatisfy {
      bytes[Int(left.textStart) + $0] == bytes[Int(right.textStart) + $0]
    }
  }

  private mutating func report(_ key: Int, after earlier: Int) {
    let later = YAMLCursor(tree: tree, index: key)
    let place = Place(id, YAMLCursor(tree: tree, index: earlier).range)
    findings.append(
      Finding(
        "yaml-duplicate-key", at: Place(id, later.range),
        "`\(later.text)` stands twice in this block; only one of the two can be meant",
        related: [RelatedPlace(place, "the first `\(later.text)`")]))
  }

  private mutating func checkMerge(_ key: Int) {
    let node = tree.nodes[key]
    guard node.textCount == 2, node.kind == .scalar, node.style == .plain else { return }
    let cursor = YAMLCursor(tree: tree, index: key)
    guard cursor.text == "<<" else { return }
    findings.append(
      Finding(
        "yaml-unsupported", at: Place(id, cursor.range),
        "a merge key (<<) is not accepted; write out the keys that it brings in"))
  }
}

extension YAMLTree {
  /// The keys of a mapping.
  func collectKeys(of mapping: Int, in keys: inout [Int]) {
    keys.removeAll(keepingCapacity: true)
    let end = Int(nodes[mapping].next)
    var index = mapping + 1
    while index < end {
      keys.append(index)
      index = Int(nodes[index].next)
      if index < end { index = Int(nodes[index].next) }
    }
  }
}
