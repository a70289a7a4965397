import Testing

@Suite struct HeadingTests {
  @Test func `sections are one level lower each, down to the lowest that there is`() {
    check(
      report(
        """
        - section: II
          title: Recommendations
          contents:
            - section: A
              title: General
              contents:
                - section: 1
                  title: Shelter
                  contents:
                    - section: (a)
                      title: Staff
                      contents:
                        - section: (i)
                          title: Training
                          contents:
                            - {heading: Trainers, contents: []}
        """),
      prints: """
        ## II. Recommendations

        ### A. General

        #### 1. Shelter

        ##### (a) Staff

        ###### (i) Training

        ###### Trainers
        """)
  }

  @Test func `a continued section says so after its title`() {
    check(
      report(
        """
        - {section: II, title: Recommendations, continued: true}
        - {heading: Introduction, continued: true}
        - {section: III, title: Deliberations, continued: false}
        """),
      prints: """
        ## II. Recommendations (*continued*)

        ## Introduction (*continued*)

        ## III. Deliberations
        """)
  }

  @Test func `a title stands on one line`() {
    check(
      report("- section: I\n  title: |\n    One\n    two\n\n    three #\n"),
      prints: "## I. One two three \\#")
  }

  @Test func `a section that is not numbered yet shows that a number is missing`() {
    check(report("- {section: , title: Introduction}"), prints: "## […] Introduction")
  }

  @Test func `an annex is a chapter, and its sections are a level lower`() {
    check(
      """
      annexes:
        - annex: I
          title: Documents
          contents:
            - section: A
              title: Reports
              contents: [{paragraph: 1, text: One}]
        - annex: II
      """,
      prints: """
        ## Annex I. Documents

        ### A. Reports

        1. One

        ## Annex II
        """)
    check("annexes:\n  - {annex: , title: Documents}", prints: "## Annex. Documents")
    check("annexes:\n  - annex:", prints: "## Annex")
  }

  @Test func `a recommendation has a heading of its own`() {
    check(
      report(
        """
        - {recommendation: 12, text: States should consult.}
        - {recommendation: 12 bis, text: States should listen.}
        - {recommendation: , text: States should act.}
        - {recommendation: 13, withdrawn: true}
        """),
      prints: """
        #### *Recommendation 12*

        States should consult.

        #### *Recommendation 12 bis*

        States should listen.

        #### *Recommendation […]*

        States should act.

        #### *Recommendation 13*

        [Withdrawn]
        """)
  }
}
