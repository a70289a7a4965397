import Testing

/// Prints a table with the given keys and lines.
private func check(
  table lines: String..., keys: String = "", prints expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let table = lines.map { "      \($0)\n" }.joined()
  check(
    "footnotes: {n: \"See {p}\", m: More}\ncontents:\n  - table: |\n\(table)\(keys)"
      + "  - {paragraph: 4, id: p, text: P}",
    prints: expected + "\n\n4. P", sourceLocation: sourceLocation)
}

@Suite struct TableTests {
  @Test func `a table stands beneath its title, with its notes beneath it`() {
    check(
      table: "| State | Votes[^m] |", "|-------|:-:|", "| Chad[^n] | {#p} ({p}) |",
      keys: "    title: Members *and* others[^n]\n",
      prints: """
        **Members *and* others<sup>a</sup>**

        | State | Votes<sup>b</sup> |
        |-------|:-:|
        | Chad<sup>a</sup> | 4 (para. 4) |

        <sup>a</sup> See para. 4

        <sup>b</sup> More
        """)
  }

  @Test func `rows are printed as they are typed, from a first pipe on`() {
    check(
      table: "a | b", "--- | ---", "- x | # y", "|z|",
      prints: "| a | b\n| --- | ---\n| - x | # y\n|z|")
  }

  @Test func `a cell beyond the last column stays in sight`() {
    check(
      table: "| a | b |", "|---|---|", "| 1 | 2 \\| 3 | 4 | 5 |",
      prints: "| a | b |\n|---|---|\n| 1 | 2 \\| 3 \\| 4 \\| 5 |")
  }

  @Test func `what is no table is printed as paragraphs`() {
    check(
      table: "| a | b |", "|---|", "- c",
      prints: "| a | b |\n\n|---|\n\n\\- c")
  }
}
