import CMarkGFM

extension String {
  /// The labels in a source in which the key that makes a block stands on a line of its own.
  var typedNumbers: [String] {
    split(separator: "\n").compactMap { line in
      let line = line.drop { $0 == " " }
      for kind in ["section", "paragraph", "recommendation", "statements"]
      where line.hasPrefix("- \(kind): ") {
        return String(line.dropFirst("- \(kind): ".count))
      }
      guard line.hasPrefix("- annex:") else { return nil }
      return "Annex" + line.dropFirst("- annex:".count)
    }
  }

  /// The labels that a reader of CommonMark shows, of headings and of the items of lists.
  var shownNumbers: [String] {
    var source = self
    return source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let document = cmark_parse_document(
          characters.baseAddress, characters.count, CMARK_OPT_FOOTNOTES)
        defer { cmark_node_free(document) }
        return children(of: document).flatMap(numbers)
      }
    }
  }
}

private func numbers(of block: OpaquePointer) -> [String] {
  switch cmark_node_get_type(block) {
  case CMARK_NODE_HEADING:
    return label(ofHeading: text(of: block)).map { [$0] } ?? []
  case CMARK_NODE_LIST:
    let first = Int(cmark_node_get_list_start(block))
    return children(of: block).indices.map { String(first + $0) }
  default:
    return []
  }
}

/// What stands before the full stop in "II. Recommendations", "Annex I. Documents"; of
/// "Recommendation 12" the number.
private func label(ofHeading heading: String) -> String? {
  let lead = "Recommendation "
  if heading.hasPrefix(lead) { return String(heading.dropFirst(lead.count)) }
  let parts = heading.split(separator: ". ", maxSplits: 1)
  return parts.count == 2 ? String(parts[0]) : nil
}

private func text(of node: OpaquePointer) -> String {
  if let literal = cmark_node_get_literal(node) { return String(cString: literal) }
  return children(of: node).map(text).joined()
}

private func children(of node: OpaquePointer?) -> [OpaquePointer] {
  sequence(first: cmark_node_first_child(node)) { cmark_node_next($0) }.prefix { $0 != nil }
    .compactMap { $0 }
}
