internal import Diagnostics
internal import SourceText

extension UnsupportedConstruct {
  /// Whether the tree is not what the author wrote, because the construct says more than it holds.
  var isLostInTree: Bool {
    switch kind {
    case .alias, .anchor, .tag, .secondDocument, .nesting: true
    case .directive, .keyNotScalar, .longScalar: false
    }
  }

  /// The word after the mark of an anchor or alias.
  func name(in file: SourceFile) -> TextSlice? {
    guard kind == .anchor || kind == .alias else { return nil }
    let range = place(in: YAMLBytes(file.text.bytes))
    return range.isEmpty ? nil : file.slice(TextRange(range.start + 1, range.end))
  }

  /// The construct in the editor's words.
  /// - Parameter isProse: Whether no anchor and alias of the file have each other's name, so that
  ///   the mark was meant as a character.
  func finding(in file: SourceFile, _ id: FileID, limits: YAMLLimits, isProse: Bool) -> Finding {
    let source = YAMLBytes(file.text.bytes)
    let range = place(in: source)
    let rule: RuleID =
      kind == .nesting || kind == .longScalar ? "limit-exceeded" : "yaml-unsupported"
    return Finding(
      rule, at: Place(id, range), message(limits),
      fixes: fix(range, in: file, id, isProse: isProse).map { [$0] } ?? [])
  }

  private func message(_ limits: YAMLLimits) -> String {
    switch kind {
    case .anchor:
      "& at the start of a value makes an anchor, which is not accepted; write the value without it, "
        + "or put a text under `>-`"
    case .alias:
      "* at the start of a value makes an alias, which is not accepted; write the value out, or put "
        + "a text under `>-`"
    case .tag:
      "! at the start of a value makes a tag, which is not accepted; write the value without it, or "
        + "put a text under `>-`"
    case .secondDocument: "a file holds one document, and a second begins here"
    case .directive: "a directive (a line that begins with %) is not accepted"
    case .keyNotScalar: "a key is a word; a list or mapping cannot be a key"
    case .nesting:
      "blocks stand within one another more than \(limits.nesting) deep; the rest is not read"
    case .longScalar: "this text is longer than \(limits.scalarBytes.asSize)"
    }
  }

  /// The mark itself, and not the value that it belongs to.
  private func place(in source: YAMLBytes) -> TextRange {
    let start = range.start.utf8
    switch kind {
    case .alias: return range
    case .anchor: return property(UInt8(ascii: "&"), in: source)
    case .tag: return property(UInt8(ascii: "!"), in: source)
    case .directive:
      let line = SourceLine(at: start, in: source)
      return TextRange(line.start, line.end)
    case .keyNotScalar: return TextRange(start, min(max(range.end.utf8, start + 1), source.count))
    case .secondDocument, .nesting, .longScalar:
      return TextRange(start, source.lineEnd(from: start))
    }
  }

  /// An anchor or tag among those before a value.
  private func property(_ mark: UInt8, in source: YAMLBytes) -> TextRange {
    var start = range.start.utf8
    while start < range.end.utf8 || start == range.start.utf8 {
      var end = start
      while end < source.count, !source.isGap(at: end), !",[]{}".utf8.contains(source[end]) {
        end += 1
      }
      if source[start] == mark { return TextRange(start, end) }
      guard "&!".utf8.contains(source[start]) else { break }
      start = source.skippingBlanks(from: end)
    }
    return TextRange(range.start.utf8, range.start.utf8 + 1)
  }

  /// The text that begins with the mark, under `>-`.
  private func fix(_ range: TextRange, in file: SourceFile, _ id: FileID, isProse: Bool) -> Fix? {
    let source = YAMLBytes(file.text.bytes)
    guard [.anchor, .alias, .tag].contains(kind), mayBeHeld(range.start.utf8, source) else {
      return nil
    }
    let line = SourceLine(at: range.start.utf8, in: source)
    guard line.holderColumn != nil, line.value == range.start.utf8,
      !self.range.isEmpty, self.range.end.utf8 <= line.end || kind == .alias
    else { return nil }
    var end = line.value
    while end < line.end, !(source[end] == .hash && source.isBlank(at: end - 1)) { end += 1 }
    while source.isBlank(at: end - 1) { end -= 1 }
    let isStandardTag = kind == .tag && "!<".utf8.contains(source[line.value + 1])
    let isSafe = isProse && !isStandardTag
    return foldedBlock(for: TextRange(line.value, end), in: file).map {
      Fix(
        "Put the text under `>-`", safety: isSafe ? .safe : .needsReview, edits: [FileEdit(id, $0)])
    }
  }

  /// Whether a key or dash near the start of a line can hold what begins at an offset.
  private func mayBeHeld(_ offset: Int, _ source: YAMLBytes) -> Bool {
    let farthest = 256
    return offset < farthest
      || (offset - farthest..<offset).contains { source.breakWidth(at: $0) > 0 }
  }
}
