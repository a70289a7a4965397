internal import SourceText

/// A place between two items of a list of blocks, at which a long file can be read in two stretches.
///
/// The collections that the items are in are guessed from how far the lines before are indented. A
/// wrong guess, such as one made within a text, shows when the stretch before has been parsed.
struct Seam {
  /// A collection that both stretches have a part of.
  struct Collection: Equatable {
    let kind: YAMLKind
    /// The column of its keys or dashes, from 0.
    let column: Int

    /// Whether another can be in this one, by their columns.
    fileprivate func mayHold(_ inner: Collection) -> Bool {
      let mayBeBelow = kind == .mapping && inner.kind == .sequence
      return inner.column > column || mayBeBelow && inner.column == column
    }
  }

  /// The start of the line that begins with the dash of an item.
  let offset: Int
  /// The collections around the item, outermost first; the last is the list that it is in.
  let around: [Collection]

  /// How far from its middle a file is looked through for a seam.
  private static let reach = 1 << 18

  /// The seam of the outermost list among those a little after the middle of a file.
  init?(in bytes: UnsafeBufferPointer<UInt8>) {
    let middle = bytes.count / 2
    var outermost: (offset: Int, column: Int)?
    var start = middle
    while let lineEnd = bytes.firstOffset(of: .lineFeed, from: start), lineEnd < middle + Self.reach
    {
      start = lineEnd + 1
      guard let dash = SourceLine(at: start, in: YAMLBytes(bytes)).dashColumns.first,
        dash < outermost?.column ?? .max
      else { continue }
      outermost = (start, dash)
    }
    guard let outermost else { return nil }
    self.init(in: bytes, at: outermost.offset)
  }

  /// The seam at the start of a line; nil where the line is no item, or nobody can say of what.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let source = YAMLBytes(bytes)
    guard let dash = SourceLine(at: offset, in: source).dashColumns.first else { return nil }
    self.offset = offset
    var around = [Collection(kind: .sequence, column: dash)]
    var start = offset
    while start > 0, let outer = around.first, outer.column > 0 || outer.kind == .sequence {
      start = bytes.startOfLine(before: start)
      if bytes.mayOpen(outer, lineAt: start) {
        around = SourceLine(at: start, in: source).collections(around: outer, in: source) + around
      }
    }
    self.around = around
    // Two dashes on one line belong to two lists, of which the inner one has a line of its own only
    // from its second item on.
    guard around.first?.column == 0, around.dropLast().last?.kind != .sequence,
      zip(around, around.dropFirst()).allSatisfy({ $0.mayHold($1) })
    else { return nil }
  }

  /// What opens the collections anew, for the stretch after the seam: a key or a dash for each.
  var opening: [UInt8] {
    var opening: [UInt8] = []
    var column = 0
    for collection in around.dropLast() {
      opening += [UInt8](repeating: .space, count: collection.column - column)
      opening += collection.kind == .mapping ? "x:\n".utf8 : "-".utf8
      column = collection.kind == .mapping ? 0 : collection.column + 1
    }
    return opening
  }

  /// The numbers of the nodes that the collections are in the tree of such a stretch.
  var nodes: [Int] {
    var next = 0
    return around.map { collection in
      defer { next += collection.kind == .mapping ? 2 : 1 }
      return next
    }
  }
}

extension SourceLine {
  /// The columns of the dashes that the line begins with.
  fileprivate var dashColumns: [Int] { dashes.map { $0 - start } }

  /// The collections that this line opens around one that begins further down.
  fileprivate func collections(around inner: Seam.Collection, in source: YAMLBytes)
    -> [Seam.Collection]
  {
    let isEmpty = content == end || source[content] == .hash
    guard !(isEmpty && dashes.isEmpty) else { return [] }
    // The items of a list may stand as far to the left as the key that they belong to.
    let isKeyOfList = dashes.isEmpty && indentation == inner.column && inner.kind == .sequence
    guard indentation < inner.column || isKeyOfList else { return [] }
    let lists = dashColumns.map { Seam.Collection(kind: .sequence, column: $0) }
    // Behind a dash the first key of a mapping stands on the same line.
    let isSameMapping = inner.kind == .mapping && content - start == inner.column
    guard !isEmpty, !isSameMapping else { return lists }
    return lists + [Seam.Collection(kind: .mapping, column: content - start)]
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The start of the line before the one that starts at an offset.
  fileprivate func startOfLine(before offset: Int) -> Int {
    lastOffset(of: .lineFeed, before: offset - 1).map { $0 + 1 } ?? 0
  }

  /// Whether a line is indented no further than a collection, and is no item of it.
  fileprivate func mayOpen(_ collection: Seam.Collection, lineAt start: Int) -> Bool {
    var offset = start
    while offset < count, self[offset] == .space { offset += 1 }
    guard offset < count, offset - start <= collection.column else { return false }
    return offset - start < collection.column || self[offset] != .hyphen
  }
}
