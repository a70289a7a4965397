/// The lists of a document by which Word numbers paragraphs.
struct Numbering {
  var lists: [String: List] = [:]
  var instances: [String: Instance] = [:]

  /// The number of levels of a list.
  static let depth = 9

  /// How a list is numbered: an abstractNum. All its instances count on from one another.
  struct List {
    var levels: [Int: Level] = [:]
    /// The style that has the list itself where this one only points to it.
    var linkedStyle: String?
  }

  /// A use of a list, which paragraphs name: a num.
  struct Instance {
    var list = ""
    /// The numbers from which levels begin anew with this use.
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// How a level of a list is numbered.
  struct Level {
    var start = 0
    var format = NumberFormat.decimal
    /// The label, with `%1` for the number of the first level.
    var text = ""
    var separator = Separator.tab
    /// The level, from 1, after whose paragraphs this one begins anew; 0 where it never does. The
    /// one above it where nil.
    var restart: Int?
    /// Whether the numbers of all levels are written in digits.
    var isLegal = false
    /// The style whose paragraphs are of this level.
    var style: String?
  }

  /// What stands between a label and the text.
  enum Separator {
    case tab, space, nothing
  }

  /// The list that numbers the paragraphs of an instance, and the instance.
  func resolved(_ identifier: String, _ styles: ParagraphStyles) -> Use? {
    guard var instance = instances[identifier], var list = lists[instance.list] else { return nil }
    // A list may point to a style, whose instance points to another list, which may do so too.
    for _ in 0..<Self.depth {
      guard let style = list.linkedStyle, let next = styles[style]?.instance,
        let linked = instances[next], let target = lists[linked.list]
      else { break }
      instance.list = linked.list
      instance.starts.merge(linked.starts) { own, _ in own }
      instance.levels.merge(linked.levels) { own, _ in own }
      list = target
    }
    return Use(identifier: identifier, instance: instance, list: list)
  }

  /// An instance with its list.
  struct Use {
    let identifier: String
    let instance: Instance
    let list: List

    subscript(level: Int) -> Level { instance.levels[level] ?? list.levels[level] ?? Level() }

    func start(of level: Int) -> Int { instance.starts[level] ?? self[level].start }

    /// The level whose paragraphs have a style.
    func level(of style: String) -> Int? {
      (0..<Numbering.depth).first { self[$0].style == style }
    }

    /// Whether a level begins anew after a paragraph of one above it.
    func restarts(_ level: Int, after other: Int) -> Bool {
      guard let restart = self[level].restart, restart <= level else { return true }
      return other < restart
    }
  }
}
