internal import Diagnostics
internal import ReportModel
internal import Renumbering
internal import RuleLibrary
public import SourceText

extension Secretariat {
  /// Plans the renumbering of the requested files; of a series always all parts.
  ///
  /// Findings do not stand in the way as long as the files can be read.
  /// - Parameters:
  ///   - documents: The files, with those that they name.
  ///   - circulated: The version that has been circulated, among the documents: its numbers stay,
  ///     and what was inserted gets a Latin suffix.
  public func renumber(_ documents: Documents, since circulated: FileID? = nil)
    -> RenumberOutcome
  {
    var edits: [FileID: EditScript] = [:]
    var changes: [NumberChange] = []
    var references: [FileEdit] = []
    var uncertain: [RelatedPlace] = []
    var remaining: [Diagnostic] = []
    let circulation = circulated.flatMap { self.circulation(of: $0, in: documents) }
    var obstacles = circulation?.obstacles ?? []
    for proceedings in ProceedingsReader.read(documents, within: limits, by: crew) {
      let unread = obstaclesToReading(proceedings) + proceedings.wordsForLabels.map(obstacle)
      obstacles += unread
      guard unread.isEmpty, let first = proceedings.series.parts.first else { continue }
      let style = HouseStyle(of: first, in: library)
      let numbers = circulation.flatMap(\.version).map { self.numbers(of: proceedings, since: $0) }
      let plan = RenumberingPlan(
        of: proceedings.series, profile: style.profile, language: style.language,
        circulated: numbers)
      remaining += numbers.map { self.remaining($0, in: proceedings) } ?? []
      edits.merge(plan.edits) { $1 }
      changes += plan.changes.map { NumberChange($0, of: proceedings.series) }
      references += plan.references
      uncertain += plan.uncertainties.map { RelatedPlace($0.place, $0.reason) }
    }
    return RenumberOutcome(
      edits: obstacles.isEmpty ? edits : [:], changes: obstacles.isEmpty ? changes : [],
      references: obstacles.isEmpty ? references : [], uncertain: uncertain, obstacles: obstacles,
      remaining: remaining)
  }
}

extension NumberChange {
  fileprivate init(_ change: RenumberingPlan.Change, of series: Series) {
    let report = series.parts[change.location.part]
    let block = report.blocks[change.location.block]
    self.init(
      kind: (block.kind.sequence ?? block.kind).rawValue, identifier: block.identifier?.string,
      file: report.id, old: change.old, new: change.new)
  }
}
