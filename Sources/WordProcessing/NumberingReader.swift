/// Reads the part of a document that says how its lists are numbered.
final class NumberingReader: XMLVisitor {
  private(set) var numbering = Numbering()
  private var list: String?
  private var instance: String?
  /// The level for which an instance has a rule of its own.
  private var overridden: Int?
  private var level: (index: Int, level: Numbering.Level)?

  func begin(_ element: XMLElement, in path: [String]) {
    if level != nil { return readLevel(element) }
    switch element.name {
    case "w:abstractNum":
      list = element["abstractNumId"]
      if let list { numbering.lists[list] = Numbering.List() }
    case "w:num":
      instance = element["numId"]
      if let instance { numbering.instances[instance] = Numbering.Instance() }
    case "w:lvl":
      guard let index = Self.level(element["ilvl"]) else { return }
      level = (index, Numbering.Level())
    case "w:lvlOverride": overridden = Self.level(element["ilvl"])
    default: readValue(of: element)
    }
  }

  private func readValue(of element: XMLElement) {
    guard let value = element.value else { return }
    switch element.name {
    case "w:numStyleLink":
      if let list { numbering.lists[list]?.linkedStyle = value }
    case "w:abstractNumId":
      if let instance { numbering.instances[instance]?.list = value }
    case "w:startOverride":
      guard let instance, let overridden, let start = Self.number(value) else { return }
      numbering.instances[instance]?.starts[overridden] = start
    default: break
    }
  }

  private func readLevel(_ element: XMLElement) {
    guard let value = element.value else {
      if element.name == "w:isLgl" { level?.level.isLegal = true }
      return
    }
    switch element.name {
    case "w:start": level?.level.start = Self.number(value) ?? 0
    case "w:numFmt": level?.level.format = NumberFormat(value)
    case "w:lvlText": level?.level.text = value
    case "w:lvlRestart": level?.level.restart = Self.number(value)
    case "w:isLgl": level?.level.isLegal = element.isOn
    case "w:pStyle": level?.level.style = value
    case "w:suff":
      level?.level.separator = value == "space" ? .space : value == "nothing" ? .nothing : .tab
    default: break
    }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    switch name {
    case "w:abstractNum": list = nil
    case "w:num": instance = nil
    case "w:lvlOverride": overridden = nil
    case "w:lvl":
      if let level { store(level.level, at: level.index) }
      level = nil
    default: break
    }
  }

  private func store(_ level: Numbering.Level, at index: Int) {
    if let instance {
      numbering.instances[instance]?.levels[index] = level
    } else if let list {
      numbering.lists[list]?.levels[index] = level
    }
  }

  private static func level(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.flatMap { (0..<Numbering.depth).contains($0) ? $0 : nil }
  }

  private static func number(_ value: String) -> Int? { Int32(value).map { Int($0) } }
}
