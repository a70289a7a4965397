public import SourceText

/// A YAML document with exact places, in one array of nodes and one buffer of decoded text.
public final class YAMLTree: Sendable {
  public let file: SourceFile
  @usableFromInline let nodes: ContiguousArray<YAMLNode>
  @usableFromInline let text: TextStorage

  init(file: SourceFile, nodes: ContiguousArray<YAMLNode>, text: TextStorage) {
    self.file = file
    self.nodes = nodes
    self.text = text
  }

  /// The top node of the document, or nil where there is no document.
  public var root: YAMLCursor? { nodes.isEmpty ? nil : YAMLCursor(tree: self, index: 0) }

  /// The number of nodes.
  public var count: Int { nodes.count }
}

/// A node of a tree, seen with its tree.
@frozen
public struct YAMLCursor: Sendable {
  public let tree: YAMLTree
  @usableFromInline let index: Int

  @inlinable
  init(tree: YAMLTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  @inlinable
  public var node: YAMLNode { tree.nodes[index] }
  @inlinable
  public var kind: YAMLKind { node.kind }

  /// Where the node stands in the source. A block collection ends with its last child.
  @inlinable
  public var range: TextRange {
    let node = node
    return TextRange(node.start, node.end)
  }

  /// The decoded text of a scalar; empty for a collection.
  @inlinable
  public var text: TextSlice {
    let node = node
    return TextSlice(tree.text, Int(node.textStart), Int(node.textStart) + Int(node.textCount))
  }

  /// The decoded text of a scalar with its origin.
  @inlinable
  public var sourced: SourcedText {
    SourcedText(text: text, origin: node.origin)
  }

  /// Whether this is a scalar of which nothing was written, such as the value in `key:`.
  @inlinable
  public var isEmpty: Bool {
    let node = node
    return node.kind == .scalar && node.textCount == 0
  }

  /// The items of a sequence; none for another node.
  @inlinable
  public var items: YAMLItems { YAMLItems(self, of: .sequence) }

  /// The entries of a mapping; none for another node.
  @inlinable
  public var entries: YAMLEntries { YAMLEntries(items: YAMLItems(self, of: .mapping)) }

  /// The value of a key of a mapping; nil for another node.
  public subscript(key: StaticString) -> YAMLCursor? {
    entry(key)?.value
  }

  /// The value of a key of a mapping, the last where the key stands there more than once; nil for
  /// another node.
  public func value(of name: String) -> YAMLCursor? {
    let node = node
    guard node.kind == .mapping else { return nil }
    var name = name
    let found = name.withUTF8 { name in
      tree.nodes.withUnsafeBufferPointer { nodes in
        var found: Int?
        var key = index + 1
        while key < Int(node.next) {
          let value = Int(nodes[key].next)
          let start = Int(nodes[key].textStart)
          if Int(nodes[key].textCount) == name.count,
            tree.text.bytes[start..<start + name.count].elementsEqual(name)
          {
            found = value
          }
          key = Int(nodes[value].next)
        }
        return found
      }
    }
    return found.map { YAMLCursor(tree: tree, index: $0) }
  }

  /// The entry of a mapping with a key; nil for another node.
  public func entry(_ key: StaticString) -> YAMLEntry? {
    entries.first { $0.key.text == key }
  }
}

/// The children of a sequence, or the keys and values of a mapping one after the other.
@frozen
public struct YAMLItems: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let tree: YAMLTree
  @usableFromInline var index: Int
  @usableFromInline let end: Int

  @inlinable
  init(_ parent: YAMLCursor, of kind: YAMLKind) {
    let node = parent.node
    tree = parent.tree
    index = parent.index + 1
    end = node.kind == kind ? Int(node.next) : index
  }

  @inlinable
  public mutating func next() -> YAMLCursor? {
    guard index < end else { return nil }
    let cursor = YAMLCursor(tree: tree, index: index)
    index = Int(cursor.node.next)
    return cursor
  }

  /// The text of the next scalar; what is none is passed over.
  @inlinable
  public mutating func nextText() -> TextSlice? {
    while index < end {
      let node = tree.nodes[index]
      index = Int(node.next)
      if node.kind == .scalar { return text(of: node) }
    }
    return nil
  }

  @inlinable
  func text(of node: YAMLNode) -> TextSlice {
    TextSlice(tree.text, Int(node.textStart), Int(node.textStart) + Int(node.textCount))
  }
}

/// A key of a mapping with its value.
@frozen
public struct YAMLEntry: Sendable {
  public let key: YAMLCursor
  public let value: YAMLCursor

  @inlinable
  init(key: YAMLCursor, value: YAMLCursor) {
    self.key = key
    self.value = value
  }
}

/// The entries of a mapping, in order.
@frozen
public struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var items: YAMLItems

  @inlinable
  init(items: YAMLItems) {
    self.items = items
  }

  @inlinable
  public mutating func next() -> YAMLEntry? {
    guard let key = items.next(), let value = items.next() else { return nil }
    return YAMLEntry(key: key, value: value)
  }

  /// The next key with a scalar as its value, and their texts; what has none is passed over.
  @inlinable
  public mutating func nextTexts() -> (key: TextSlice, value: TextSlice)? {
    while items.index < items.end {
      let key = items.tree.nodes[items.index]
      let value = items.tree.nodes[Int(key.next)]
      items.index = Int(value.next)
      if value.kind == .scalar { return (items.text(of: key), items.text(of: value)) }
    }
    return nil
  }
}
