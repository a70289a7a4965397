internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The profile and the language by which a report is judged and printed.
struct HouseStyle {
  let profile: Profile
  let language: Language
  /// What is wrong with the names that the report gives for them.
  let findings: [Finding]

  /// The profile and language of reports that do not say.
  static let defaultProfile = "draft-report"
  static let defaultLanguage = "en"
  /// The profile of a report that is adopted.
  static let finalProfile = "report"
  /// The profile of reports whose recommendations have numbers such as `104.1`.
  static let reviewProfile = "review"

  init(of report: Report, in library: RuleLibrary) {
    var findings: [Finding] = []
    func resolve<Value>(
      _ field: MastheadField, or standard: String, names: @autoclosure () -> [String],
      _ find: (String) -> Value?
    ) -> Value {
      if let name = report.masthead[field] {
        if let value = find(name.string) { return value }
        let names = names()
        let meant = nearest(to: name.string, among: names)
        let what = field == .report ? "a kind of report" : "a language"
        findings.append(
          Finding(
            "value-malformed", at: report.place(name.range),
            "`\(name.string)` is not \(what) that is known here; known are "
              + names.joined(separator: ", "), caption: meant.map { "did you mean `\($0)`?" },
            fixes: meant.map {
              [
                Fix(
                  "Write `\($0)`", safety: .needsReview,
                  edits: [FileEdit(report.place(name.range), $0)])
              ]
            } ?? []))
      }
      guard let value = find(standard) else {
        preconditionFailure("the library has no \(standard)")
      }
      return value
    }
    profile = resolve(
      .report, or: Self.defaultProfile, names: library.profileNames, library.profile)
    language = resolve(
      .language, or: Self.defaultLanguage, names: library.languageCodes, library.language)
    self.findings = findings
  }
}
