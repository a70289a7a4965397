internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Command {
  static let assemble = Command(
    name: "assemble",
    summary: "Merge the parts of a series into one report",
    discussion: """
      The merged report has the masthead that the series gives it under final:, for the rest that \
      of the first part; each section once, in the order of the outline; all agenda items and \
      footnotes; and numbers that run through. References that were typed as numbers follow \
      where it is certain what they mean; the others are listed. Texts and comments stay as they \
      are typed.

      Nothing is written where the parts contradict each other, or where a number or a reference \
      would be wrong: what stands in the way is listed instead.
      """,
    operand: Operand(
      name: "SERIES", help: "a file that lists the parts of a report", candidates: .reports),
    options: [.output, .rules],
    examples: [
      Example("rapporteur assemble series.yaml -o report.yaml", "after the report was adopted"),
      Example("rapporteur assemble series.yaml", "see what it would be"),
    ],
    run: assembleParts)

  private static func assembleParts(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let registry = Registry(arguments.operands, standardInput: desk.input)
    if let failure = registry.failures.first { throw failure }
    for file in registry.requested where !registry.isSeries(file) {
      throw Failure(
        "\(registry.documents[file].name) is not a series; a series lists its parts under parts:")
    }
    let output = arguments.value(of: .output) ?? "-"
    try registry.refuseToOverwrite(output)
    for work in try Assignment.all(of: registry, ruleFolders: arguments.ruleFolders) {
      let outcome = work.house.secretariat.assemble(work.documents)
      let lines = LineTables(registry.documents.files)
      desk.report(outcome.uncertain, lines)
      guard let report = outcome.report else {
        desk.report(outcome.obstacles, lines)
        return .findings
      }
      try desk.store(report: report.text, at: output)
    }
    return .clean
  }
}
