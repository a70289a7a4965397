import Foundation

/// The model report as a report file, transcribed from its official form line by line.
struct ModelReport {
  private var yaml = """
    report: draft-report
    distribution: Limited
    date: 2019-09-09
    original: English
    body: Working Group on Trafficking in Persons
    meeting: {place: Vienna, from: 2019-09-09, to: 2019-09-11}
    subtitle: Addendum

    """
  /// What a kind of line is indented by at present.
  private var margin = ""
  /// Whether the next paragraph is the text of a recommendation.
  private var isInRecommendation = false

  /// The report file.
  static func transcribed(from expected: String) -> String {
    var report = ModelReport()
    for line in expected.split(separator: "\n") { report.take(String(line)) }
    return report.yaml
  }

  private mutating func take(_ line: String) {
    if line.hasPrefix("# ") {
      yaml += "organ: \(line.dropFirst(2))\n"
    } else if line.hasPrefix("#### *Recommendation ") {
      let label = line.dropFirst("#### *Recommendation ".count).dropLast()
      yaml += "\(margin)- recommendation: \(label)\n"
      isInRecommendation = true
    } else if line.hasPrefix("### "), line.contains(". ") {
      section(line.dropFirst(4), margin: "      ")
    } else if line.hasPrefix("## "), line.contains(". ") {
      section(line.dropFirst(3), margin: "  ")
    } else if line.hasPrefix("## ") {
      yaml += "title: \(line.dropFirst(3))\ncontents:\n"
    } else if isInRecommendation {
      yaml += "\(margin)  text: >-\n\(margin)    \(line)\n"
      isInRecommendation = false
    } else if line.hasPrefix("18. ") {
      statements(line)
    } else if let stop = line.range(of: ". "), let number = Int(line[..<stop.lowerBound]) {
      yaml += "\(margin)- paragraph: \(number)\n\(margin)  text: >-\n"
      yaml += "\(margin)    \(line[stop.upperBound...])\n"
    }
  }

  private mutating func section(_ heading: Substring, margin: String) {
    guard let stop = heading.range(of: ". ") else { return }
    var title = heading[stop.upperBound...]
    let isContinued = title.hasSuffix(" (*continued*)")
    if isContinued { title = title.dropLast(" (*continued*)".count) }
    yaml += "\(margin)- section: \(heading[..<stop.lowerBound])\n\(margin)  title: >-\n"
    yaml += "\(margin)    \(title)\n"
    if isContinued { yaml += "\(margin)  continued: true\n" }
    yaml += "\(margin)  contents:\n"
    self.margin = margin + "    "
  }

  private mutating func statements(_ line: String) {
    guard let colon = line.range(of: ": ") else { return }
    yaml += "\(margin)- statements: 18\n\(margin)  items: [2, 3]\n"
    yaml += "\(margin)  by: parties to the Trafficking in Persons Protocol\n\(margin)  states:\n"
    for state in line[colon.upperBound...].dropLast().split(separator: ", ") {
      yaml += "\(margin)    - \(state)\n"
    }
  }
}
