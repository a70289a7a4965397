/// Reads which parts of a document belong to another.
final class RelationshipsReader: XMLVisitor {
  /// The names of parts, by what they are: `styles`.
  private(set) var targets: [String: [String]] = [:]

  func begin(_ element: XMLElement, in path: [String]) {
    guard element.name == "Relationship", element["TargetMode"] != "External",
      let target = element["Target"], let kind = element["Type"]?.split(separator: "/").last
    else { return }
    targets[String(kind), default: []].append(target)
  }
}
