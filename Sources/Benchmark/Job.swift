internal import CommandLineInterface
internal import Diagnostics
internal import Rapporteur
internal import ReportReading
internal import Sharing
internal import SourceText
internal import YAMLSyntax

/// One of the things that the program does with a report.
enum Job: String, CaseIterable {
  /// From bytes to a tree and from there to a report.
  case read
  /// Every rule, in the mode in which most of them speak.
  case check
  /// Every number changes, and the edits are made.
  case renumber
  case render

  /// The report that the job is measured on.
  func sample(of count: Int) -> SourceFile {
    SampleReport(recommendations: count, isOutOfSequence: self == .renumber).file
  }

  /// Does the job once.
  func run(on file: SourceFile) {
    let secretariat = Secretariat().working(by: .ofThreads(2))
    switch self {
    case .read:
      guard let tree = YAMLReader(file, id: FileID(0)).read().tree else {
        fatalError("the sample is not YAML")
      }
      _ = ReportReader.read(tree, id: FileID(0))
    case .check:
      var options = CheckOptions()
      options.mode = .circulation
      _ = secretariat.check(Documents([file]), options)
    case .renumber:
      let outcome = secretariat.renumber(Documents([file]))
      guard let edits = outcome.edits[FileID(0)] else { fatalError("the sample needs no numbers") }
      _ = edits.applied(to: file.text)
    case .render:
      let outcome = secretariat.render(Documents([file]), force: true)
      guard outcome.document != nil else { fatalError("the sample is not rendered") }
    }
  }

  /// The most that the job may take.
  var bars: Bars {
    switch self {
    case .read: Bars(memory: 5)
    case .check: Bars(floor: 3, growth: 11, memory: 5)
    case .renumber, .render: Bars(growth: 11, memory: 5)
    }
  }
}

/// The most that a job may take; nil where nothing is said.
struct Bars {
  /// The time, in times that of the bare event loop.
  var floor: Double?
  /// The time, in times that of a tenth of the report.
  var growth: Double?
  /// The memory, in times the size of the file.
  var memory: Double?
}
