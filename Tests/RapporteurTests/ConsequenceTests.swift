import Diagnostics
import Testing

/// What follows from a mistake is not told beside it.
@Suite struct ConsequenceTests {
  @Test func `a field whose key is misspelt is not missing as well`() {
    check(
      masthead.replacing("title: Draft", with: "Title: Draft"), finds: ["9:1 key-unknown <Title>"])
    check(
      masthead.replacing("place: Vienna, from: ", with: "place:Vienna, from:"),
      finds: ["8:11 key-unknown <place:Vienna>", "8:25 key-unknown <from:2024-05-13>"])
  }

  @Test func `contents below a misspelt key are read as meant`() {
    check(
      masthead + "content:\n  - recommendation: x\n    text: States should act.\n",
      finds: ["11:1 key-unknown <content>", "12:21 number-malformed <x>"])
  }

  @Test func `a misspelt key is not taken as meant beside the right one`() {
    check(
      masthead + "titel: Another report\ncontents:\n  - text: A text.\n",
      finds: ["11:1 key-unknown <titel>"])
  }

  @Test func `a value that cannot be read is not malformed as well`() {
    check(
      masthead.replacing("2024-05-15}", with: "2024-05-15"), finds: ["8:10 yaml-syntax <{>"])
  }

  @Test func `a text that lost its end to a mistake lacks no full stop`() {
    check(
      masthead + """
        contents:
          - recommendation: 1
            text: States should report
        on the steps taken.

        """, finds: ["14:1 yaml-syntax <on the steps taken.>"])
    check(
      masthead + """
        contents:
          - recommendation: 1
            text: States should report every year # on their costs.
          - recommendation: 2
            text: States should report. # The floor asked for this.
          - paragraph: 1
            text: To be completed # by Friday
          - paragraph: 2
            text: The Group met twice  # check this
            points:
              - Train judges and police officers # the floor asked for this

        """, finds: ["13:43 text-cut-short <# on their costs.>"])
  }

  @Test func `the number of a list in place of a label counts`() {
    check(
      masthead + """
        contents:
          - recommendation: 12
            text: States should act.
          - recommendation: [13]
            text: States should act.
          - recommendation: 14
            text: States should act.

        """, finds: ["14:21 value-malformed <[13]>"])
  }

  @Test func `a word with a character that is not seen in it is no other word`() {
    check(
      masthead + "contents:\n  - paragraph: 1\n    text: The report of UN\u{200B}ODC was read.\n",
      finds: ["13:27 character-invisible <\u{200B}>"])
  }

  @Test func `a no-break space after a number is no part of it`() {
    check(
      masthead + "contents:\n  - recommendation: 12\u{A0}\n    text: States should act.\n",
      finds: ["12:23 space-unusual <\u{A0}>"])
  }

  @Test func `what leads nowhere is not told for its capital`() {
    check(
      masthead + """
        contents:
          - recommendation: 12
            id: contact-points
            text: States should act as in {Contact-Points}.

        """, finds: ["14:36 reference-unresolved <Contact-Points>"])
  }

  @Test func `two States on one line are no State`() {
    check(
      masthead + """
        contents:
          - statements: 1
            states:
              - Peru, Spain
              - Sweden, on behalf of the European Union

        """, finds: ["14:9 state-unknown <Peru, Spain>"])
  }
}
