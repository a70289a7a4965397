import Testing

@testable import ManualWriter

@Suite struct ManualTests {
  @Test func `pages link to one another by file, and sections of symbols are left out`() {
    let manual = Manual(
      pages: [
        "Index": """
        # ``Manual``

        ### For editors

        - <doc:House-Rules>

        ### For engineers

        - ``Secretariat``

        """,
        "House-Rules": "# Rules\n\nSee <doc:Index>, <https://un.org> and ~~a~~ `<b>`.\n",
      ],
      index: "Index")
    let pages = Dictionary(uniqueKeysWithValues: manual.html.map { ($0.name, $0.text) })
    #expect(Set(pages.keys) == ["index.html", "House-Rules.html"])
    let index = pages["index.html"] ?? ""
    #expect(index.contains("<title>Manual</title>"))
    #expect(index.contains("<li><a href=\"House-Rules.html\">Rules</a></li>"))
    #expect(!index.contains("engineers") && !index.contains("Secretariat"))
    let rules = pages["House-Rules.html"] ?? ""
    #expect(rules.contains("<nav><a href=\"index.html\">Manual</a></nav>"))
    #expect(
      rules.contains(
        """
        <p>See <a href="index.html">Manual</a>, <a href="https://un.org">https://un.org</a> \
        and <del>a</del> <code>&lt;b&gt;</code>.</p>
        """))
  }

  @Test func `every link of the manual leads to a page of it`() throws {
    let pages = try ManualWriter.manual().html
    let names = Set(pages.map(\.name))
    #expect(names.isSuperset(of: ["index.html", "Format.html", "Rules-numbering.html"]))
    for page in pages {
      #expect(!page.text.contains("doc:"), "\(page.name)")
      for link in page.text.matches(of: /href="([^"]+)"/) where !link.1.hasPrefix("https:") {
        #expect(names.contains(String(link.1)), "\(page.name)")
      }
    }
    let linked = pages.first { $0.name == "index.html" }?.text ?? ""
    for name in names where name != "index.html" {
      #expect(linked.contains("href=\"\(name)\""), "\(name) is on no list")
    }
  }
}
