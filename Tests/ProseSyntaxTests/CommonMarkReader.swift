import CMarkGFM

/// What a reader of CommonMark with tables and footnotes shows of a document, as text with tags
/// that no text can hold; what its footnotes say is left out.
enum CommonMarkReader {
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// - Parameter strikesOut: Whether `~` strikes text out, as on GitHub. Beside a tilde, emphasis
  ///   is then no longer that of CommonMark.
  static func reading(_ document: String, strikesOut: Bool = false) -> String {
    precondition(isReady)
    let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
    defer { cmark_parser_free(parser) }
    for name in strikesOut ? ["table", "strikethrough"] : ["table"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var source = document
    source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    let root = cmark_parser_finish(parser)
    defer { cmark_node_free(root) }
    return reading(of: root)
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
