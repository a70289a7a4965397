import Testing

@Suite struct MastheadTests {
  @Test func `a whole masthead is printed in its order, with hard breaks within a block`() {
    check(
      """
      report: draft-report
      symbol: CTOC/COP/WG.9/2024/L.2/Add.1
      distribution: Limited
      date: 2024-05-14
      original: English
      organ: Conference of the Parties
      body: Working Group on Firearms
      session: Tenth session
      meeting: {place: Vienna, from: 2024-05-13, to: 2024-05-15}
      item: 6
      title: Draft report
      subtitle: Addendum
      """,
      prints: """
        # Conference of the Parties

        CTOC/COP/WG.9/2024/L.2/Add.1\u{20}\u{20}
        Distr.: Limited\u{20}\u{20}
        14 May 2024

        Original: English

        **Working Group on Firearms**\u{20}\u{20}
        Tenth session\u{20}\u{20}
        Vienna, 13–15 May 2024

        Agenda item 6

        ## Draft report

        ### Addendum
        """)
  }

  @Test func `what the masthead lacks leaves no line and no space`() {
    check("title: Draft report", prints: "## Draft report")
    check(
      "date: 2024-05-14\nmeeting: {from: 2024-05-13, to: 2024-05-13}\ntitle: Report",
      prints: "14 May 2024\n\n13 May 2024\n\n## Report")
    check("body: Working Group\nmeeting: {place: Vienna}", prints: "**Working Group**  \nVienna")
  }

  @Test(arguments: [
    ("2019-09-09", "2019-09-09", "9 September 2019"),
    ("2019-09-09", "2019-09-11", "9–11 September 2019"),
    ("2014-04-28", "2014-05-02", "28 April–2 May 2014"),
    ("2024-12-30", "2025-01-03", "30 December 2024–3 January 2025"),
    ("2024-05-13", "2025-05-15", "13 May 2024–15 May 2025"),
  ])
  func `a period names its month and year once where it can`(
    from: String, to: String, dates: String
  ) {
    check("meeting: {place: Geneva, from: \(from), to: \(to)}", prints: "Geneva, \(dates)")
  }

  @Test func `the title is text, and the rest of the masthead is as it is typed`() {
    check(
      "organ: The {{Organ}}\nbody: A*\nsession: 2. Session\ntitle: Report of {p}\n"
        + report("- {paragraph: 4, id: p, text: T}"),
      prints: """
        # The {{Organ}}

        **A\\***\u{20}\u{20}
        2\\. Session

        ## Report of paragraph 4

        4. T
        """)
  }
}
