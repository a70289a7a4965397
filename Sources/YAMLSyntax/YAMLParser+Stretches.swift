internal import Sharing
internal import SourceText

extension YAMLParser {
  /// Parses a long file in two stretches at the same time.
  /// - Returns: The parser that has read all of it, as if it had been one; nil where there is no
  ///   seam, or anything that is not as it should be: then nothing has been said yet.
  static func readingBoth(
    sidesOf seam: Seam, of bytes: UnsafeBufferPointer<UInt8>, skipping skipped: Int, isASCII: Bool,
    limits: YAMLLimits, by crew: Crew
  ) -> YAMLParser? {
    let opening = seam.opening
    let (beforeText, restText) = DecodedText.stretches(
      of: bytes.count + YAMLParser.roomForLast + opening.count, meetingAt: seam.offset)
    let (before, rest) = opening.withUnsafeBufferPointer { opening in
      // Both only read what outlives this call.
      nonisolated(unsafe) let (bytes, opening) = (bytes, opening)
      nonisolated(unsafe) let (beforeText, restText) = (beforeText, restText)
      return crew.both(
        {
          var parser = YAMLParser(
            bytes, skipped..<seam.offset, into: beforeText, isASCII: isASCII, limits: limits)
          parser.parse()
          return parser
        },
        {
          var parser = YAMLParser(
            bytes, seam.offset..<bytes.count, after: opening, into: restText, isASCII: isASCII,
            limits: limits)
          parser.parse()
          return parser
        })
    }
    var whole = before
    if whole.join(rest, at: seam) { return whole }
    whole.decoded.discard()
    return nil
  }

  /// Takes over what another parser has read from a seam on.
  /// - Returns: Whether the seam is where it was thought to be, and both stretches are right.
  private mutating func join(_ rest: YAMLParser, at seam: Seam) -> Bool {
    let around = closed.reversed().prefix(seam.around.count)
    guard isRight, rest.isRight, !hasEndMark, !keepsLineBreaks, around.map(\.kind) == seam.around
    else {
      return false
    }
    let openingNodes = seam.nodes
    guard let list = openingNodes.last, rest.nodes.count > list else { return false }
    let shift = nodes.count - (list + 1)
    for (outer, number) in zip(around, openingNodes) {
      nodes[outer.index].end = rest.nodes[number].end
      nodes[outer.index].next = UInt32(Int(rest.nodes[number].next) + shift)
    }
    decoded = DecodedText(joining: decoded, rest.decoded)
    for var node in rest.nodes[(list + 1)...] {
      node.next = UInt32(Int(node.next) + shift)
      nodes.append(node)
    }
    return true
  }

  /// Whether the last value is a text with the blank lines after it: at the end of what it reads
  /// libyaml adds one.
  private var keepsLineBreaks: Bool {
    guard let last = nodes.last, last.style == .literal || last.style == .folded else {
      return false
    }
    return decoded.last(min(Int(last.textCount), 2)).allSatisfy { $0 == .lineFeed }
  }

  /// Whether nothing is wrong with what was read.
  private var isRight: Bool {
    failure == nil && unsupported.isEmpty && !isCutShort && !decoded.isOverfull
  }
}

extension YAMLParser.OpenCollection {
  fileprivate var kind: Seam.Collection? {
    isFlow ? nil : Seam.Collection(kind: isMapping ? .mapping : .sequence, column: indentation)
  }
}
