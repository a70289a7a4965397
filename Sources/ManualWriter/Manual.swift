internal import CMarkGFM
internal import Glibc

/// The pages of the manual as HTML that is read without a server.
struct Manual {
  /// The pages in Markdown, by the names of their files without the ending.
  let pages: [String: String]
  /// The page that lists the others.
  let index: String

  /// Each page with the name of its file; that of the index is `index.html`.
  var html: [(name: String, text: String)] {
    pages.sorted { $0.key < $1.key }.map { page, markdown in
      (address(of: page), html(page, page == index ? withoutSymbols(markdown) : markdown))
    }
  }

  private func address(of page: String) -> String { (page == index ? "index" : page) + ".html" }

  /// The text of the first heading of a page.
  private func title(of page: String) -> String {
    let heading = pages[page]?.split(separator: "\n").first { $0.hasPrefix("# ") }
    return heading.map { String($0.dropFirst(2)).replacing("`", with: "") } ?? page
  }

  /// A page without the sections that list types of the program's source.
  private func withoutSymbols(_ markdown: String) -> String {
    let sections = markdown.split(separator: "\n### ", omittingEmptySubsequences: false)
    let kept = sections.dropFirst().filter { $0.contains("<doc:") }
    return ([sections[0]] + kept).joined(separator: "\n### ")
  }

  private func html(_ page: String, _ markdown: String) -> String {
    let linked = markdown.replacing(/<doc:([A-Za-z-]+)>/) { link in
      "[\(title(of: String(link.1)))](\(address(of: String(link.1))))"
    }
    let way = page == index ? "" : "<nav><a href=\"index.html\">\(title(of: index))</a></nav>\n"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title(of: page))</title>
      <style>
      body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif; }
      code { font-size: .9em; }
      pre { overflow-x: auto; padding: .5rem 1rem; background: #f4f4f2; line-height: 1.35; }
      table { border-collapse: collapse; }
      td, th { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
      tr { border-bottom: 1px solid #ddd; }
      </style>
      </head>
      <body>
      \(way)\(Self.body(of: linked))</body>
      </html>

      """
  }

  private static func body(of markdown: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    // Without this, what stands in <…> would be left out with a remark: the manual is our own.
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_SMART
    let parser = cmark_parser_new(options)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    let document = cmark_parser_finish(parser)
    defer { cmark_node_free(document) }
    let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser))
    defer { free(html) }
    return html.map { String(cString: $0) } ?? ""
  }
}
