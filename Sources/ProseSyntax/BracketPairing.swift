/// Makes pairs of the brackets of a text.
enum BracketPairing {
  private struct Emphasis {
    let end: Int
    /// How many brackets were open where it began.
    let openBefore: Int
  }

  /// Replaces each `[` and `]` that belong together by one element.
  ///
  /// A `]` closes the last `[` that is open in the same emphasis: so elements nest.
  static func pair(_ elements: inout [ProseElement]) {
    var emphases: [Emphasis] = []
    var open: [Int] = []
    var isClosing = Array(repeating: false, count: elements.count)
    for index in elements.indices {
      let range = elements[index].range
      while let emphasis = emphases.last, emphasis.end <= range.lowerBound {
        open.removeLast(open.count - emphasis.openBefore)
        emphases.removeLast()
      }
      switch elements[index].kind {
      case .emphasis, .strong:
        emphases.append(Emphasis(end: range.upperBound, openBefore: open.count))
      case .unclosedBracket:
        open.append(index)
      case .unopenedBracket where open.count > emphases.last?.openBefore ?? 0:
        let opening = open.removeLast()
        let start = elements[opening].range.lowerBound
        elements[opening] = ProseElement(.brackets, start..<range.upperBound)
        isClosing[index] = true
      default: break
      }
    }
    elements = zip(elements, isClosing).lazy.filter { !$1 }.map { $0.0 }
  }
}
