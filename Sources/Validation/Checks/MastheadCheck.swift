internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds fields that the profile requires and the masthead lacks.
struct MastheadCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    let masthead = context.report.masthead
    for field in context.profile.requiredFields where !masthead.given.contains(field) {
      findings.append(
        Finding(
          "field-missing", at: context.place(masthead.firstKeyRange),
          "the masthead has no \(Self.name(of: field)); "
            + (masthead.empty.contains(field)
              ? "`\(field.rawValue):` is empty" : "add `\(field.rawValue):`")))
    }
    if let meeting = masthead.meeting, context.profile.requiredFields.contains(.meeting) {
      for name in ["place", "from", "to"] where !meeting.given.contains(name) {
        findings.append(
          Finding(
            "field-missing", at: context.place(meeting.keyRange),
            "the meeting has no `\(name)`; a meeting has a place, a first and a last day"))
      }
    }
  }

  private static func name(of field: MastheadField) -> String {
    switch field {
    case .report: "profile"
    case .original: "original language"
    case .meeting: "place and dates of the meeting"
    case .item: "agenda item"
    default: field.rawValue
    }
  }
}
