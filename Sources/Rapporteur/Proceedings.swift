internal import Diagnostics
internal import ReportModel
internal import ReportReading
internal import RuleLibrary
internal import Sharing
internal import SourceText
internal import YAMLSyntax

/// A report or a series as it was read from its files, with what the reading found.
struct Proceedings {
  let series: Series
  /// The positions of the parts that the user asked for.
  let requested: [Int]
  /// The file that lists the parts.
  let seriesFile: FileID?
  /// What reading found, by file.
  var findings: [FileID: [Finding]]
  /// The trees of the files that could be read as YAML.
  let trees: [FileID: YAMLTree]
  /// The files that cannot be read, or of which some text could not be placed or a block be read.
  let unfaithful: Set<FileID>

  /// Why parts of the series, or the series of a report, are not at hand; among the findings too.
  let absences: [Finding]

  /// Whether a part, or some of its text, is not at hand, so that nothing can be said to be missing.
  let isFragmentary: Bool

  /// The series file and the parts that cannot be read: of them only the reading can be reported.
  var unjudged: [FileID] {
    [seriesFile].compactMap { $0 } + series.parts.map(\.id).filter { trees[$0] == nil }
  }

  /// The files that the user asked for, with the parts of a series.
  var judged: [FileID] {
    (isRequestedWhole ? [seriesFile].compactMap { $0 } : []) + requested.map { series.parts[$0].id }
  }

  /// The texts that stand where labels belong, which new labels would replace.
  var wordsForLabels: [Finding] {
    series.parts.flatMap { findings[$0.id] ?? [] }.filter { $0.rule == "number-malformed" }
  }

  /// Whether all parts were asked for, by the file that lists them.
  let isRequestedWhole: Bool

  /// Whether every part can be read, so that numbers and references can be judged.
  var isReadable: Bool { series.parts.allSatisfy { trees[$0.id] != nil } }

  /// Whether a part has keys with values, as every report has.
  func hasKeys(inPart part: Int) -> Bool { trees[series.parts[part].id]?.root?.kind == .mapping }
}

/// Reads documents into proceedings: each series once, whatever parts of it were asked for.
struct ProceedingsReader {
  private let documents: Documents
  private let limits: YAMLLimits
  private let crew: Crew
  private var readings: [FileID: YAMLReading] = [:]

  init(_ documents: Documents, _ limits: Limits, _ crew: Crew = .ofOne) {
    self.documents = documents
    self.limits = limits.yaml
    self.crew = crew
  }

  /// The proceedings of all requested files, in the order in which they were asked for.
  /// - Parameter crew: Reads a long file.
  static func read(_ documents: Documents, within limits: Limits, by crew: Crew = .ofOne)
    -> [Proceedings]
  {
    var reader = ProceedingsReader(documents, limits, crew)
    var order: [FileID] = []
    var members: [FileID: [FileID]] = [:]
    for id in documents.requested {
      let owner = reader.seriesFile(of: id) ?? id
      if members[owner] == nil { order.append(owner) }
      members[owner, default: []].append(id)
    }
    return order.map { reader.proceedings(of: $0, requested: members[$0] ?? []) }
  }

  /// The proceedings of a report that was put together of others, each of which kept the limits.
  static func read(_ file: SourceFile) -> Proceedings {
    let documents = Documents([file])
    var reader = ProceedingsReader(documents, .largest)
    return reader.singleReport(documents.requested[0])
  }

  private mutating func reading(of id: FileID) -> YAMLReading {
    if let reading = readings[id] { return reading }
    let reading = YAMLReader(
      documents[id], id: id, limits: limits, keys: ReportReader.keys, crew: crew
    ).read()
    readings[id] = reading
    return reading
  }

  /// The series file that a report names, if it is at hand and lists the report.
  private mutating func seriesFile(of id: FileID) -> FileID? {
    guard let tree = reading(of: id).tree, !SeriesDeclaration.isDeclared(in: tree),
      let path = tree.root?["series"]?.text.string, let series = documents.companions[id]?[path],
      let seriesTree = reading(of: series).tree, SeriesDeclaration.isDeclared(in: seriesTree),
      documents.companions[series]?.values.contains(id) ?? false
    else { return nil }
    return series
  }

  private mutating func proceedings(of owner: FileID, requested: [FileID]) -> Proceedings {
    guard let tree = reading(of: owner).tree, SeriesDeclaration.isDeclared(in: tree) else {
      return singleReport(owner)
    }
    let declaration = SeriesDeclaration.read(tree, id: owner)
    var findings = [owner: reading(of: owner).findings + declaration.findings]
    var trees = [owner: tree]
    var unfaithful: Set<FileID> = reading(of: owner).isWhole ? [] : [owner]
    var parts: [Report] = []
    var absences: [Finding] = []
    var isFragmentary = false
    for path in declaration.value.parts {
      if documents.isOutside(path.string, of: owner) {
        absences.append(
          Finding("value-malformed", at: Place(owner, path.range), Self.outside(path.string)))
        continue
      }
      guard let id = documents.companions[owner]?[path.string] else {
        absences.append(
          Finding(
            "value-malformed", at: Place(owner, path.range),
            "`\(path.string)` cannot be read; parts are named by their path from this file"))
        continue
      }
      if parts.contains(where: { $0.id == id }) {
        findings[owner, default: []].append(
          Finding(
            "value-malformed", at: Place(owner, path.range),
            "`\(path.string)` is listed already; a series has each part once"))
        continue
      }
      if let reason = reasonAgainst(id, in: owner) {
        absences.append(
          Finding("value-malformed", at: Place(owner, path.range), "`\(path.string)` is \(reason)"))
        continue
      }
      let part = read(id)
      parts.append(part.report)
      findings[id] = part.findings
      trees[id] = readings[id]?.tree
      if !reading(of: id).isWhole || part.findings.hideBlocks { unfaithful.insert(id) }
      if !reading(of: id).leftOut.isEmpty { isFragmentary = true }
    }
    findings[owner, default: []] += absences
    let wanted = requested.contains(owner) ? parts.map(\.id) : requested
    return Proceedings(
      series: Series(file: documents[owner], parts: parts),
      requested: parts.indices.filter { wanted.contains(parts[$0].id) }, seriesFile: owner,
      findings: findings, trees: trees, unfaithful: unfaithful, absences: absences,
      isFragmentary: isFragmentary || !absences.isEmpty,
      isRequestedWhole: requested.contains(owner))
  }

  private static func outside(_ path: String) -> String {
    "`\(path)` is outside the folder of the series; a .rapporteur.yaml in a folder around both may "
      + "allow that with `shared`"
  }

  /// Why a file cannot be a part of a series; nil where it can.
  private mutating func reasonAgainst(_ id: FileID, in series: FileID) -> String? {
    if id == series { return "this file itself; a series lists its parts" }
    let isSeries = reading(of: id).tree.map(SeriesDeclaration.isDeclared) ?? false
    return isSeries ? "a series itself; the parts of a series are reports" : nil
  }

  /// Why a report does not belong to the series that it names.
  private mutating func reasonAgainst(seriesOf id: FileID, named name: String) -> String {
    guard let series = documents.companions[id]?[name] else {
      return "cannot be read; a series is named by its path from this file"
    }
    let reading = reading(of: series)
    if !reading.findings.isEmpty {
      return "has a mistake of YAML, so that its parts are not known; check it first"
    }
    guard let tree = reading.tree, SeriesDeclaration.isDeclared(in: tree) else {
      return "is no series; a series lists its parts under `parts:`"
    }
    return "does not list this file among its parts"
  }

  private mutating func singleReport(_ id: FileID) -> Proceedings {
    let (report, findings) = read(id)
    var absences: [Finding] = []
    if let series = report.masthead.entries[.series] {
      let name = series.value.string
      absences.append(
        Finding(
          "value-malformed", at: report.place(series.value.range),
          "`\(name)` \(reasonAgainst(seriesOf: id, named: name))"))
    }
    let reading = reading(of: id)
    return Proceedings(
      series: Series(parts: [report]), requested: [0], seriesFile: nil,
      findings: [id: findings + absences],
      trees: reading.tree.map { [id: $0] } ?? [:],
      unfaithful: reading.isWhole && !findings.hideBlocks ? [] : [id], absences: absences,
      isFragmentary: !reading.leftOut.isEmpty || !absences.isEmpty,
      isRequestedWhole: false)
  }

  private mutating func read(_ id: FileID) -> (report: Report, findings: [Finding]) {
    let reading = reading(of: id)
    guard let tree = reading.tree else {
      return (Report(file: documents[id], id: id), reading.findings)
    }
    let report = ReportReader.read(tree, id: id)
    return (report.value, reading.findings + report.findings)
  }
}

extension [Finding] {
  /// Whether a mistake of YAML stands where a block should, so that it may hide one.
  fileprivate var hideBlocks: Bool {
    let mistakes = filter { $0.rule == "yaml-syntax" || $0.rule == "yaml-unsupported" }
    return contains { finding in
      finding.rule == "value-malformed"
        && mistakes.contains { $0.place.range.start == finding.place.range.start }
    }
  }
}

extension YAMLReading {
  /// Whether all that the file holds is in the tree, each thing in its place, whatever else is wrong
  /// with it as YAML.
  fileprivate var isWhole: Bool {
    tree?.root?.kind == .mapping && leftOut.isEmpty && !assumesDashes
  }
}
