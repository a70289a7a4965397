internal import Assembling
internal import Collation
internal import Comparison
internal import Diagnostics
internal import ProseSyntax
internal import Rendering
internal import ReportModel
internal import RuleLibrary
public import SourceText

extension Secretariat {
  /// Says what is different between two versions of a report or of a series.
  ///
  /// Findings do not stand in the way as long as the files can be read.
  /// - Parameters:
  ///   - documents: The versions, with the files that they name.
  ///   - old: The earlier version, among the documents.
  ///   - new: The later version.
  public func compare(_ documents: Documents, old: FileID, new: FileID) -> ComparisonOutcome {
    let versions = [old, new].compactMap {
      ProceedingsReader.read(documents.requesting($0), within: limits, by: crew).first
    }
    let obstacles = versions.flatMap { obstaclesToReading($0) }
    guard versions.count == 2, obstacles.isEmpty,
      let first = versions[1].requested.first.map({ versions[1].series.parts[$0] })
    else {
      return ComparisonOutcome(changes: [], document: "", obstacles: obstacles)
    }
    let (before, after) = (version(of: versions[0]), version(of: versions[1]))
    let comparison = Comparison(of: before, with: after)
    let style = HouseStyle(of: first, in: library)
    let printers = [before, after].map { version in
      ReferencePrinter(
        series: version.series, identifiers: IdentifierIndex(version.series),
        language: style.language)
    }
    var sheet = ChangeSheet(of: comparison, profile: style.profile, language: style.language) {
      reference, text, isOld, place in
      let standpoint = Standpoint(
        part: place?.part ?? 0, block: place?.block, isInFootnote: place == nil)
      return printers[isOld ? 0 : 1].words(for: reference, in: text, at: standpoint)
    }
    let names = [(before, old), (after, new)].map { version, file in
      let symbols = version.parts.compactMap { version.series.parts[$0].masthead[.symbol]?.string }
      return symbols.isEmpty ? Self.fileName(documents[file]) : style.language.list(symbols)
    }
    return ComparisonOutcome(
      changes: comparison.changes.map { ReportChange($0, in: comparison) },
      document: sheet.document(from: names[0], to: names[1]),
      obstacles: [])
  }

  /// What the user asked for, with the order in which it is read: of a series that of the merged
  /// report.
  private func version(of proceedings: Proceedings) -> Version {
    let style = proceedings.isRequestedWhole ? finalStyle(of: proceedings) : nil
    return Version(
      proceedings.series, parts: proceedings.requested,
      positions: style.map { MergedOrder(of: proceedings.series, by: $0.profile).positions })
  }

  /// The name of a file without its folders, which are nobody else's.
  private static func fileName(_ file: SourceFile) -> String {
    file.name.split(separator: "/").last.map { String($0) } ?? file.name
  }
}

extension Proceedings {
  /// What the user asked for, as a version to be held against another.
  var version: Version { Version(series, parts: requested) }
}

extension ReportChange {
  init(_ change: Change, in comparison: Comparison) {
    deed = Deed(change.deed)
    let old = comparison.collation.old
    let new = comparison.collation.new
    passages = change.passages.map { Passage($0, in: comparison) }
    var identifier: String?
    func head(_ version: Version, _ part: Int, _ name: String, at range: TextRange?) -> Standing {
      let report = version.series.parts[part]
      return Standing(
        name: name, label: "", place: report.place(range ?? report.masthead.firstKeyRange))
    }
    func symbol(_ version: Version, _ part: Int) -> String {
      let report = version.series.parts[part]
      return report.masthead[.symbol]?.string ?? report.file.name
    }
    switch change.subject {
    case .part(let before, let after):
      kind = "part"
      self.old = before.map { head(old, $0, "part \(symbol(old, $0))", at: nil) }
      self.new = after.map { head(new, $0, "part \(symbol(new, $0))", at: nil) }
    case .masthead(let key, let before, let after):
      kind = "masthead"
      func range(_ version: Version, _ part: Int) -> TextRange? {
        let masthead = version.series.parts[part].masthead
        return MastheadField(rawValue: key).flatMap {
          masthead.entries[$0]?.keyRange ?? ($0 == .meeting ? masthead.meeting?.keyRange : nil)
        }
      }
      self.old = range(old, before).map { head(old, before, key, at: $0) }
      self.new = range(new, after).map { head(new, after, key, at: $0) }
    case .agendaItem(let number, let before, let after):
      kind = "agenda"
      func standing(_ version: Version, _ part: Int) -> Standing? {
        version.series.parts[part].masthead.agenda.first { $0.number.string == number }
          .map { head(version, part, "agenda item \(number)", at: $0.number.range) }
      }
      self.old = standing(old, before)
      self.new = standing(new, after)
    case .footnote(let key, let before, let after):
      kind = "footnote"
      func standing(_ version: Version, _ part: Int?) -> Standing? {
        part.flatMap { part in
          version.series.parts[part].footnotes.first { $0.key.string == key }
            .map { head(version, part, "footnote \(key)", at: $0.key.range) }
        }
      }
      self.old = standing(old, before)
      self.new = standing(new, after)
    case .block(let before, let after):
      let block = after.map(new.block) ?? before.map(old.block)
      kind = (block?.kind).map { ($0.sequence ?? $0).rawValue } ?? ""
      identifier = block?.identifier?.string
      self.old = before.map { Standing(of: $0, isOld: true, in: comparison) }
      self.new = after.map { Standing(of: $0, isOld: false, in: comparison) }
    }
    self.identifier = identifier
  }
}

extension ReportChange.Deed {
  fileprivate init(_ deed: Change.Deed) {
    self =
      switch deed {
      case .added: .added
      case .withdrawn: .withdrawn
      case .reinstated: .reinstated
      case .moved: .moved
      case .renumbered: .renumbered
      case .reworded: .reworded
      }
  }
}

extension ReportChange.Standing {
  fileprivate init(of location: BlockLocation, isOld: Bool, in comparison: Comparison) {
    let version = isOld ? comparison.collation.old : comparison.collation.new
    let block = version.block(at: location)
    self.init(
      name: comparison.name(of: location, isOld: isOld) { ($0.sequence ?? $0).rawValue },
      label: block.label?.string ?? "",
      place: version.report(of: location).place(block.keyRange))
  }
}

extension ReportChange.Passage {
  fileprivate init(_ passage: Change.Passage, in comparison: Comparison) {
    key = passage.key
    let label =
      passage.new.map { comparison.pointLabel(of: $0, isOld: false) }
      ?? passage.old.map { comparison.pointLabel(of: $0, isOld: true) }
    point = label.flatMap { $0 } ?? ""
    words = passage.redline.runs.map { run in
      ReportChange.Words(
        fate: ReportChange.Words.Fate(rawValue: run.fate.rawValue) ?? .same,
        text: passage.redline.text(of: run))
    }
  }
}
