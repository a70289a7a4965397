internal import Diagnostics
internal import Rendering
internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension Secretariat {
  /// The findings with which a document would print a wrong number or reference.
  private static let blocking: Set<RuleID> = [
    "yaml-syntax", "yaml-duplicate-key", "yaml-unsupported", "encoding-invalid", "limit-exceeded",
    "merge-conflict",
    "number-repeated", "number-out-of-sequence", "number-malformed", "number-missing",
    "reference-unresolved", "footnote-unresolved",
  ]

  /// Those of them that print what was typed, so that the author may allow them.
  private static let allowable: Set<RuleID> = [
    "number-repeated", "number-out-of-sequence", "number-malformed",
  ]

  /// The forms in which a report is printed, the usual one first.
  public static var printedForms: [String] { PrintedForm.allCases.map(\.rawValue) }

  /// Prints the first requested file in the official style; of a series the merged report.
  ///
  /// - Parameters:
  ///   - documents: The file, with those that it names.
  ///   - options: The mode decides what stands in the way.
  ///   - form: One of ``printedForms``.
  ///   - force: Whether to print in spite of wrong numbers and dead references. A file that cannot
  ///     be read is not printed even so.
  public func render(
    _ documents: Documents, _ options: CheckOptions = CheckOptions(),
    as form: String = printedForms[0], force: Bool
  ) -> RenderOutcome {
    guard let form = PrintedForm(rawValue: form) else {
      preconditionFailure("reports are not printed as \(form)")
    }
    guard let proceedings = ProceedingsReader.read(documents, within: limits, by: crew).first else {
      return RenderOutcome(document: nil, obstacles: [])
    }
    guard proceedings.isRequestedWhole else {
      let obstacles = obstacles(to: proceedings, mode: options.mode)
      return RenderOutcome(
        document: document(of: proceedings, as: form, force, obstacles), obstacles: obstacles,
        omissions: omissions(from: proceedings, beside: obstacles))
    }
    let merged = merge(proceedings)
    guard let report = merged.report else {
      return RenderOutcome(document: nil, obstacles: merged.obstacles)
    }
    let obstacles = report.obstacles(options.mode, by: self)
    return RenderOutcome(
      document: document(of: report.proceedings, as: form, force, obstacles),
      obstacles: obstacles, omissions: omissions(from: proceedings, beside: obstacles))
  }

  /// The report as it is printed; nil where something stands in the way and is not to be overlooked.
  private func document(
    of proceedings: Proceedings, as form: PrintedForm, _ force: Bool, _ obstacles: [Diagnostic]
  ) -> String? {
    guard let part = proceedings.requested.first, proceedings.isReadable,
      proceedings.hasKeys(inPart: part),
      obstacles.isEmpty || force
    else { return nil }
    let style = HouseStyle(of: proceedings.series.parts[part], in: library)
    return form.renderer.init(
      series: proceedings.series, identifiers: IdentifierIndex(proceedings.series),
      profile: style.profile, language: style.language
    ).render(part: part)
  }

  /// The values and keys of the requested parts that cannot be read or followed, so that they are
  /// not printed, without those that have been told of as obstacles.
  private func omissions(from proceedings: Proceedings, beside obstacles: [Diagnostic])
    -> [Diagnostic]
  {
    let told = Set(obstacles.map(\.finding.place))
    return proceedings.requested.flatMap { part in
      let report = proceedings.series.parts[part]
      return
        ((proceedings.findings[report.id] ?? []) + HouseStyle(of: report, in: library).findings)
        .filter { $0.rule == "value-malformed" || $0.rule == "key-unknown" }
        .filter { !told.contains($0.place) }
        .sorted { $0.place.range.start < $1.place.range.start }
        .map(obstacle)
    }
  }

  /// The findings with which a report would print a wrong number or reference.
  func obstacles(to proceedings: Proceedings, mode: Mode) -> [Diagnostic] {
    let found = judge(
      proceedings, for: mode, by: [.sequence, .reference, .footnote], crew: crew
    )
    .flatMap { judgement in
      judgement.reported.filter { Self.blocking.contains($0.rule) }
        + judgement.allowed.filter {
          Self.blocking.contains($0.rule) && !Self.allowable.contains($0.rule)
        }
    }
    .sorted { $0.place.range.start < $1.place.range.start }
    // Where a part is not at hand nobody can say what a reference means.
    let read = Set(found.map(\.place))
    let unread =
      proceedings.absences.map(obstacle)
      + obstaclesToReading(proceedings).filter { diagnostic in
        !read.contains(diagnostic.finding.place)
          && !proceedings.absences.contains { $0.place == diagnostic.finding.place }
      }
    return unread + found.map(obstacle)
  }

  /// A finding that stands in the way, whatever its rule says of how grave it is.
  func obstacle(_ finding: Finding) -> Diagnostic {
    let rule = library.ruleWithoutExamples(finding.rule)
    return Diagnostic(
      finding, severity: .error, explanation: rule?.explanation ?? "",
      authority: rule?.authority ?? "")
  }
}
