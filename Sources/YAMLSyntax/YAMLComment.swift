public import SourceText

/// A comment: from its number sign to the end of the line.
public struct YAMLComment: Hashable, Sendable {
  public let range: TextRange
  /// Whether nothing else stands on its line.
  public let isAlone: Bool
}

extension YAMLTree {
  /// The comments that contain a word, in order.
  public func comments(containing word: StaticString) -> [YAMLComment] {
    var comments: [YAMLComment] = []
    visitNumberSigns { sign, source in
      let end = source.lineEnd(from: sign)
      guard isComment(sign, source) else { return sign + 1 }
      if source.firstRange(of: word, in: sign..<end) != nil {
        comments.append(
          YAMLComment(range: TextRange(sign, end), isAlone: source.startsLine(sign)))
      }
      return end
    }
    return comments
  }

  /// The places within texts where a number sign after a blank is followed by a word, as if a comment
  /// were meant.
  ///
  /// Such a place runs to the end of its line, or to the end of the text.
  public func commentsInTexts(beginningWith word: StaticString) -> [TextRange] {
    var places: [TextRange] = []
    visitNumberSigns { sign, source in
      if isComment(sign, source) { return source.lineEnd(from: sign) }
      let start = source.skippingBlanks(from: sign + 1)
      let end = start + word.utf8CodeUnitCount
      if let scalar = scalar(around: sign), source.isGap(before: sign), end <= source.count,
        source.firstRange(of: word, in: start..<end) != nil
      {
        let lineEnd = source.lineEnd(from: sign)
        places.append(TextRange(sign, min(lineEnd, nodes[scalar].end.utf8)))
      }
      return sign + 1
    }
    return places
  }

  /// Visits number signs; the visitor returns where to go on.
  private func visitNumberSigns(_ visit: (Int, YAMLBytes) -> Int) {
    withExtendedLifetime(file.text) {
      let source = YAMLBytes(file.text.bytes)
      var offset = 0
      while let sign = source.firstIndex(of: .hash, from: offset) { offset = visit(sign, source) }
    }
  }

  private func isComment(_ sign: Int, _ source: YAMLBytes) -> Bool {
    source.isGap(before: sign) && scalar(around: sign) == nil
  }

  /// The scalar whose text an offset is in; the header of a block of lines is not text.
  func scalar(around offset: Int) -> Int? {
    let index = nodes.firstIndex(after: offset) - 1
    guard index >= 0, nodes[index].kind == .scalar, offset < nodes[index].end.utf8 else {
      return nil
    }
    let isBlock = nodes[index].style == .literal || nodes[index].style == .folded
    let source = YAMLBytes(file.text.bytes)
    if isBlock, offset < source.lineEnd(from: nodes[index].start.utf8) { return nil }
    return index
  }
}

extension YAMLCursor {
  /// The comment after a value on its last line, if there is one; none after a block.
  public var commentAfter: YAMLComment? {
    let node = node
    let isBlock =
      node.kind == .scalar
      ? node.style == .literal || node.style == .folded : !node.isFlow
    guard !isBlock else { return nil }
    return withExtendedLifetime(tree.file.text) {
      let source = YAMLBytes(tree.file.text.bytes)
      let sign = source.skippingBlanks(from: node.end.utf8)
      guard sign > node.end.utf8, source[sign] == .hash else { return nil }
      return YAMLComment(range: TextRange(sign, source.lineEnd(from: sign)), isAlone: false)
    }
  }
}

extension YAMLBytes {
  /// The first place of a byte at or after an offset.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    bytes.firstOffset(of: byte, from: start)
  }

  /// The first place of a word in a stretch.
  fileprivate func firstRange(of word: StaticString, in range: Range<Int>) -> Range<Int>? {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var offset = range.lowerBound
    while offset + wanted.count <= range.upperBound {
      if bytes[offset..<offset + wanted.count].elementsEqual(wanted) {
        return offset..<offset + wanted.count
      }
      offset += 1
    }
    return nil
  }
}
