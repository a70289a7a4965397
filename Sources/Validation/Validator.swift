public import Diagnostics
internal import ReportModel
public import RuleLibrary
public import Sharing
internal import SourceText

/// Runs the checks over one part of a series.
public struct Validator: Sendable {
  private let makeContext: @Sendable () -> CheckContext

  /// - Parameter context: Makes what the checks look at, once for each share of the work.
  public init(_ context: @escaping @Sendable () -> CheckContext) {
    makeContext = context
  }

  /// The findings of checks, in no order; what the reader found is not among them.
  /// - Parameters:
  ///   - kinds: The kinds of checks to run.
  ///   - crew: Reads the texts in as many stretches as it does things at the same time.
  public func findings(
    by kinds: [CheckKind] = CheckKind.allCases, with crew: Crew = .ofOne
  ) -> [Finding] {
    findings(by: kinds, in: nil, with: crew)
  }

  /// - Parameter stretches: Those in which the texts are read, which are all texts together.
  func findings(by kinds: [CheckKind], in stretches: [Stretch]?, with crew: Crew) -> [Finding] {
    let context = makeContext()
    let kinds = kinds.filter { !context.isFragmentary || !$0.needsWhole }
    let stretches = stretches ?? context.report.stretches(Self.count(for: context.report, crew))
    guard stretches.count > 1 else {
      var perusal = Perusal(by: kinds, context)
      stretches.forEach { perusal.read($0) }
      return reportFindings(by: kinds, context) + perusal.finish()
    }
    // One share alone has it.
    nonisolated(unsafe) let whole = context
    let (reportFindings, perusals) = crew.both(
      { self.reportFindings(by: kinds, whole) },
      {
        crew.outcomes(
          of: stretches.map { stretch in
            { [makeContext] in
              var perusal = Perusal(by: kinds, makeContext())
              perusal.read(stretch)
              return perusal
            }
          })
      })
    var perusal = perusals[0]
    perusals.dropFirst().forEach { perusal.join($0) }
    return reportFindings + perusal.finish()
  }

  /// How many stretches the texts of a report are best read in: the checks are made for each.
  private static func count(for report: Report, _ crew: Crew) -> Int {
    max(min(crew.size, mostStretches, report.file.text.count / shortestStretch), 1)
  }

  private static let mostStretches = 16

  /// In bytes of the file.
  private static let shortestStretch = 1 << 15

  /// The findings of the checks that look at the report as a whole.
  private func reportFindings(by kinds: [CheckKind], _ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for kind in kinds { kind.reportCheck?.check(context, &findings) }
    return findings
  }
}
