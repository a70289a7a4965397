import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct CorpusTests {
  private static let clean = CorpusReport.all(in: "clean")
  private static let faulty = CorpusReport.all(in: "faults")

  @Test func `the corpus has more than a thousand good sentences and some hundred faulty ones`() {
    #expect(Self.clean.map(\.sentenceCount).reduce(0, +) >= 1_650)
    #expect(Self.faulty.map(\.sentenceCount).reduce(0, +) >= 350)
  }

  @Test(arguments: clean, Mode.allCases)
  func `nothing is said of good text`(_ report: CorpusReport, _ mode: Mode) {
    var reading = CorpusReading()
    reading.read(report, for: mode)
    #expect(reading.falseAlarms.joined(separator: "\n") == "")
  }

  @Test func `every fault is found at its exact words, and nothing else`() {
    var reading = CorpusReading()
    for report in Self.clean + Self.faulty { reading.read(report, for: .circulation) }
    print(reading.table)
    #expect(reading.falseAlarms.joined(separator: "\n") == "")
    #expect(reading.misses.joined(separator: "\n") == "")
    #expect(
      reading.surprises.joined(separator: "\n") == "", "no longer missed: say `expects` of them")
  }

  @Test(arguments: clean + faulty)
  func `what is safe to mend leaves no new fault`(_ report: CorpusReport) {
    func faults(_ file: SourceFile) -> [RuleID: Int] {
      var options = CheckOptions()
      options.mode = .circulation
      let diagnostics = Secretariat().check(Documents([file]), options).diagnostics
      return Dictionary(grouping: diagnostics, by: \.finding.rule).mapValues(\.count)
    }
    let before = faults(report.file)
    guard let mended = Secretariat().fix(Documents([report.file])).first else { return }
    for (rule, count) in faults(SourceFile(name: report.name, text: mended.text)) {
      #expect(count <= before[rule, default: 0], "\(rule)")
    }
  }
}
