import CMarkGFM

/// What a reader of CommonMark with footnotes shows of a document, as text with tags that no text
/// can hold; what its footnotes say is left out.
enum CommonMarkReader {
  static func reading(_ document: String) -> String {
    var source = document
    return source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let root = cmark_parse_document(
          characters.baseAddress, characters.count, CMARK_OPT_FOOTNOTES)
        defer { cmark_node_free(root) }
        return reading(of: root)
      }
    }
  }

  static func tag(_ name: String, _ content: String = "") -> String {
    "\u{E000}\(name)\u{E001}\(content)\u{E002}"
  }

  private static func reading(of node: OpaquePointer?) -> String {
    var content = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    var child = cmark_node_first_child(node)
    while child != nil {
      content += reading(of: child)
      child = cmark_node_next(child)
    }
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_TEXT { return content }
    if type == CMARK_NODE_FOOTNOTE_DEFINITION { return "" }
    // cmark has no name for this one.
    let isFootnote = type == CMARK_NODE_FOOTNOTE_REFERENCE
    let name = isFootnote ? "footnote" : String(cString: cmark_node_get_type_string(node))
    return tag(name, content)
  }
}
