internal import Assembling
internal import Diagnostics
internal import ReportModel
internal import ReportReading
internal import Renumbering
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// The merged report of a series, read again as a report by itself.
struct MergedReport {
  let file: SourceFile
  let proceedings: Proceedings
  fileprivate let assembly: Assembly
  /// The edits of the parts with which it was written.
  fileprivate let edits: [FileID: EditScript]
  /// References typed as numbers whose target is not certain, in the parts.
  let uncertain: [RelatedPlace]

  /// What would print a wrong number or reference, with its places in the parts.
  func obstacles(_ mode: Mode, by secretariat: Secretariat) -> [Diagnostic] {
    let found = secretariat.obstacles(to: proceedings, mode: mode).map(\.finding)
    let related = found.flatMap(\.related)
    let ranges = found.map(\.place.range) + related.map(\.place.range)
    guard !ranges.isEmpty else { return [] }
    var places = assembly.sources(of: ranges, with: edits)[...]
    var other = places.dropFirst(found.count)
    return found.map { finding in
      var moved = finding
      moved.place = places.removeFirst()
      moved.related = finding.related.map { RelatedPlace(other.removeFirst(), $0.message) }
      moved.fixes = []
      return secretariat.obstacle(moved)
    }
  }
}

extension Secretariat {
  /// Merges the parts of a series into one report.
  ///
  /// - Parameter documents: The series, with its parts.
  public func assemble(_ documents: Documents) -> AssembleOutcome {
    guard let proceedings = ProceedingsReader.read(documents, within: limits, by: crew).first,
      proceedings.isRequestedWhole
    else {
      preconditionFailure("a file that is no series is assembled")
    }
    let merged = merge(proceedings)
    guard let report = merged.report else {
      return AssembleOutcome(report: nil, uncertain: [], obstacles: merged.obstacles)
    }
    let obstacles = report.obstacles(.drafting, by: self)
    return AssembleOutcome(
      report: obstacles.isEmpty ? report.file : nil, uncertain: report.uncertain,
      obstacles: obstacles)
  }

  /// Merges the parts of a series, or says why they cannot be merged.
  func merge(_ proceedings: Proceedings) -> (report: MergedReport?, obstacles: [Diagnostic]) {
    let unread = obstaclesToReading(proceedings, isMerged: true)
    guard unread.isEmpty, let seriesFile = proceedings.seriesFile,
      let first = proceedings.series.parts.first, let tree = proceedings.trees[seriesFile],
      let final = finalStyle(of: proceedings)
    else { return (nil, unread) }
    let draft = HouseStyle(of: first, in: library)
    let assembly = Assembly(
      of: proceedings.series, trees: proceedings.trees, seriesFile: seriesFile,
      profile: final.profile)
    let bare = read(assembly.text(with: [:]), named: tree.file.name)
    let unmoved = assembly.unfaithfulBlocks(in: bare.series.parts[0])
    let conflicts = (proceedings.wordsForLabels + assembly.conflicts + unmoved).map(obstacle)
    guard conflicts.isEmpty else { return (nil, conflicts) }

    let plan = RenumberingPlan(
      of: proceedings.series, profile: draft.profile, language: draft.language,
      mergedAs: bare.series.parts[0], mergedProfile: final.profile,
      mergedLanguage: final.language, position: assembly.position)
    let edits = plan.edits.merging(assembly.edits) { numbers, others in
      EditScript(of: numbers.edits + others.edits)
    }
    let merged = read(assembly.text(with: edits), named: tree.file.name)
    let report = MergedReport(
      file: merged.series.parts[0].file, proceedings: merged, assembly: assembly, edits: edits,
      uncertain: plan.uncertainties.map { RelatedPlace($0.place, $0.reason) })
    return (report, [])
  }

  /// The profile and language of the report that a series will be; nil of what is no series.
  func finalStyle(of proceedings: Proceedings) -> HouseStyle? {
    guard let seriesFile = proceedings.seriesFile, let tree = proceedings.trees[seriesFile],
      let first = proceedings.series.parts.first
    else { return nil }
    var head = Report(file: first.file, id: seriesFile)
    head.masthead.entries = first.masthead.entries
      .merging(SeriesDeclaration.read(tree, id: seriesFile).value.final.entries) { $1 }
    return HouseStyle(of: head, in: library)
  }

  private func read(_ text: TextStorage, named name: String) -> Proceedings {
    ProceedingsReader.read(SourceFile(name: name, text: text))
  }
}
