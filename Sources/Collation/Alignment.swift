/// Finds what two sequences have in common in the same order: the longest such part, unless they
/// are so different that looking for it would take too long.
///
/// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
public struct Alignment {
  /// The positions of what is common, in order.
  public private(set) var pairs: [(old: Int, new: Int)] = []

  /// - Parameters:
  ///   - old: What stands for the elements of the one sequence; equal numbers are equal elements.
  ///   - new: The same for the other sequence.
  ///   - limit: The most elements that may differ; where more do, only what the sequences have in
  ///     common at their beginnings and ends is found.
  public init(of old: [Int], with new: [Int], limit: Int = 1_000) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    pairs = (0..<head).map { ($0, $0) }
    let middle = Self.pairs(
      old[head..<old.count - tail], new[head..<new.count - tail], limit: limit)
    pairs += middle
    pairs += (0..<tail).map { (old.count - tail + $0, new.count - tail + $0) }
  }

  private static func pairs(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, limit: Int)
    -> [(old: Int, new: Int)]
  {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    // By diagonal the furthest old element that so many differences reach.
    let most = min(old.count + new.count, limit)
    let middle = most + 1
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var history: [[Int]] = []
    for differences in 0...most {
      history.append(Array(furthest[middle - differences - 1...middle + differences + 1]))
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let goesDown =
          diagonal == -differences
          || diagonal != differences
            && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
        var x = goesDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        while x < old.count, x - diagonal < new.count, x - diagonal >= 0,
          old[old.startIndex + x] == new[new.startIndex + x - diagonal]
        {
          x += 1
        }
        furthest[middle + diagonal] = x
        if x >= old.count, x - diagonal >= new.count {
          return trace(history, old, new)
        }
      }
    }
    return []
  }

  /// Goes back over the steps to the beginning and notes what was common on the way.
  private static func trace(_ history: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>)
    -> [(old: Int, new: Int)]
  {
    var pairs: [(old: Int, new: Int)] = []
    var (x, y) = (old.count, new.count)
    for differences in history.indices.reversed() {
      let furthest = history[differences]
      let middle = differences + 1
      let diagonal = x - y
      let goesDown =
        diagonal == -differences
        || diagonal != differences
          && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
      let before = goesDown ? diagonal + 1 : diagonal - 1
      let start = differences == 0 ? 0 : furthest[middle + before]
      let startOfRun = differences == 0 ? 0 : goesDown ? start : start + 1
      while x > startOfRun {
        x -= 1
        y -= 1
        pairs.append((old.startIndex + x, new.startIndex + y))
      }
      if differences > 0 { (x, y) = (start, start - before) }
    }
    return pairs.reversed()
  }
}
