extension Workplace {
  /// An addendum with recommendations of some numbers, the first of which stands on line 17.
  static func report(_ numbers: String..., more: String = "") -> String {
    """
    report: draft-report
    symbol: CTOC/COP/WG.4/2019/L.1/Add.1
    distribution: Limited
    date: 2019-09-09
    original: English
    organ: Conference of the Parties to the United Nations Convention against Corruption
    body: Working Group on Asset Recovery
    meeting: {place: Vienna, from: 2019-09-09, to: 2019-09-11}
    title: Draft report
    subtitle: Addendum
    starts: {recommendation: 1}
    \(more)
    contents:
      - section: II
        title: Recommendations
        contents:

    """ + numbers.map(recommendation).joined()
  }

  static func recommendation(_ number: String) -> String {
    """
          - recommendation: \(number)
            text: States parties should exchange information. # as agreed

    """
  }

  /// A report with a fault that has a safe fix: a text that YAML reads as a list.
  static func fixable() -> String {
    report("1").replacing("text: States", with: "text: [pending] # States")
  }
}
