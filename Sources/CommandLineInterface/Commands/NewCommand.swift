internal import Rapporteur

extension Command {
  static let new = Command(
    name: "new",
    summary: "Begin a report of a kind",
    operand: Operand(
      name: "PROFILE", help: "the kind of report, such as draft-report", candidates: .profiles),
    options: [.output, .rules],
    examples: [
      Example("rapporteur new draft-report -o l1.yaml", "begin the first part of a draft report")
    ],
    run: beginReport)

  private static func beginReport(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let output = arguments.value(of: .output) ?? "-"
    let folder = output == "-" ? Path(".") : Path(output).folder
    let secretariat = try House(of: folder, ruleFolders: arguments.ruleFolders).secretariat
    for profile in arguments.operands {
      guard let report = secretariat.newReport(profile: profile) else {
        let profiles = secretariat.profileNames
        throw Failure(
          "there is no profile \(profile)", suggesting: profile, among: profiles,
          otherwise: "there is \(profiles.alternatives)")
      }
      try desk.store(report, at: output, mayReplace: false)
    }
    return .clean
  }
}
