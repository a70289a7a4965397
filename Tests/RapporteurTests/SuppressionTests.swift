import Diagnostics
import Testing

@Suite struct SuppressionTests {
  private static let rules: Set<RuleID> = [
    "bracket-pending", "suppression-unneeded", "suppression-unexplained",
  ]

  private func check(_ contents: String, finds expected: [String]) {
    RapporteurTests.check(masthead + contents, only: Self.rules, finds: expected)
  }

  @Test func `a comment on the line of a block covers the whole block`() {
    check(
      """
      contents:
        - paragraph: 1 # rapporteur: allow bracket-pending because the bureau has not decided
          text: >-
            Words [pending].
        - paragraph: 2
          text: Words [pending].

      """, finds: ["16:17 bracket-pending <[pending]>"])
  }

  @Test func `a comment alone on the line before covers a key`() {
    check(
      """
      contents:
        - paragraph: 1
          # rapporteur: allow bracket-pending because the bureau has not decided
          # (and may not)
          text: Words [pending].
        - paragraph: 2
          text: >- # rapporteur: allow bracket-pending because of é
            Words [pending].

      """, finds: [])
  }

  @Test func `blank lines may follow a comment that stands alone`() {
    check(
      """
      contents:
        # rapporteur: allow bracket-pending because the bureau has not decided

        - paragraph: 1
          text: Words [pending].

      """, finds: [])
  }

  @Test func `a comment may begin with a capital`() {
    check(
      """
      contents:
        - paragraph: 1 # Rapporteur: Allow bracket-pending because the bureau has not decided
          text: Words [pending].

      """, finds: [])
  }

  @Test func `a reason is required, and nothing is allowed without one`() {
    check(
      """
      contents:
        - paragraph: 1 # rapporteur: allow bracket-pending
          text: Words [pending].

      """,
      finds: [
        "12:18 suppression-unexplained <# rapporteur: allow bracket-pending>",
        "13:17 bracket-pending <[pending]>",
      ])
  }

  @Test func `what allows nothing is reported`() {
    check(
      """
      contents:
        - paragraph: 1 # rapporteur: allow bracket-pending because it was there
          text: Words.
        - paragraph: 2 # rapporteur: allow bracket-pnding because it is there
          text: Words.

      """,
      finds: [
        "12:38 suppression-unneeded <bracket-pending>",
        "14:38 suppression-unneeded <bracket-pnding>",
      ])
  }

  @Test func `a comment that has ended up in a text is reported`() {
    check(
      """
      contents:
        - paragraph: 1
          text: >-
            Words # rapporteur: allow bracket-pending because
            it is so.

      """,
      finds: ["14:13 suppression-unneeded <# rapporteur: allow bracket-pending because>"])
  }

  @Test func `comments above one another cover the same, and inner ones the inner key`() {
    check(
      """
      contents:
        # rapporteur: allow bracket-pending because the bureau has not decided

        # On the advice of the Chair:
        # rapporteur: allow bracket-pending because the Chair has asked
        - paragraph: 1
          # rapporteur: allow bracket-pending because the text is not agreed
          text: Words [pending].
        - section: A # rapporteur: allow bracket-pending because it is open
          title: Matters [pending]
          contents:
            # rapporteur: allow bracket-pending because nobody knows
            - paragraph: 2
              text: Words.
        - paragraph: 3
          text: Words [pending].
        # rapporteur: allow bracket-pending because here nothing follows

      """,
      finds: [
        "22:27 suppression-unneeded <bracket-pending>", "26:17 bracket-pending <[pending]>",
        "27:23 suppression-unneeded <bracket-pending>",
      ])
  }

  @Test(.timeLimit(.minutes(2)))
  func `thousands of comments above one block are read as quickly as any`() {
    let comment = "  # rapporteur: allow bracket-pending because the bureau has not decided\n"
    let comments = String(repeating: comment, count: 20_000)
    let words = String(repeating: " [pending]", count: 9_000)
    let found = findings(
      in: masthead + "contents:\n" + comments + "  - {paragraph: 1, text: 'Words\(words).'}\n",
      only: Self.rules)
    #expect(found == [])
  }
}
