import CMarkGFM

/// A paragraph, heading or row of a table as a reader of GitHub Flavored Markdown shows it.
struct ShownLine {
  /// The words without markup, after the number that the reader counts.
  var text: String
  /// The item of a list that the line belongs to, of all items of the document from 0.
  var item: Int?
}

/// What a reader of GitHub Flavored Markdown shows of a document.
struct ShownDocument {
  private(set) var lines: [ShownLine] = []
  private var itemCount = 0

  init(_ markdown: String) {
    Self.register
    let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist", "strikethrough"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    let document = cmark_parser_finish(parser)
    defer { cmark_node_free(document) }
    for block in Self.children(of: document) { show(block, in: nil, after: "") }
  }

  // Extensions are registered in a list that all threads share.
  private static let register: Void = cmark_gfm_core_extensions_ensure_registered()

  /// - Parameter lead: What is shown before the first line of the block.
  private mutating func show(_ block: OpaquePointer, in item: Int?, after lead: String) {
    switch Self.type(of: block) {
    case "paragraph", "heading", "table_row", "table_header":
      lines.append(ShownLine(text: lead + Self.words(of: block), item: item))
    case "list":
      let first = Int(cmark_node_get_list_start(block))
      let isOrdered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST
      for (index, child) in Self.children(of: block).enumerated() {
        let box = Self.type(of: child) == "item" ? "" : "☐ "
        let number = itemCount
        itemCount += 1
        showContents(of: child, in: number, after: (isOrdered ? "\(first + index). " : "• ") + box)
      }
    case "block_quote": showContents(of: block, in: item, after: "> ")
    case "table": showContents(of: block, in: item, after: "")
    case let type: lines.append(ShownLine(text: "<\(type)>", item: item))
    }
  }

  private mutating func showContents(of block: OpaquePointer, in item: Int?, after lead: String) {
    let children = Self.children(of: block)
    if children.isEmpty { lines.append(ShownLine(text: lead, item: item)) }
    for (index, child) in children.enumerated() {
      show(child, in: item, after: index == 0 ? lead : "")
    }
  }

  private static func words(of node: OpaquePointer) -> String {
    if let literal = cmark_node_get_literal(node) {
      let text = String(cString: literal)
      return type(of: node) == "text" ? text : "<\(type(of: node)) \(text)>"
    }
    let contents = children(of: node).map(words)
    switch type(of: node) {
    case "softbreak", "linebreak": return " "
    case "table_row", "table_header": return contents.joined(separator: " | ")
    case "link", "image", "strikethrough": return "<\(contents.joined())>"
    default: return contents.joined()
    }
  }

  private static func type(of node: OpaquePointer) -> String {
    String(cString: cmark_node_get_type_string(node))
  }

  private static func children(of node: OpaquePointer?) -> [OpaquePointer] {
    sequence(first: cmark_node_first_child(node)) { cmark_node_next($0) }.prefix { $0 != nil }
      .compactMap { $0 }
  }
}
