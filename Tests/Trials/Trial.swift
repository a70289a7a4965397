internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// What is tried on made-up inputs, with what must hold whatever they are.
public enum Trial: String, CaseIterable, Sendable {
  case report
  case document
  case rule
  case settings

  /// Something that did not hold.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Tries the program on an input.
  public func run(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    switch self {
    case .report: try ReportTrial(Self.file("l1.yaml", bytes)).run()
    case .document: try Self.tryDocument(bytes)
    case .rule: Self.tryRule(bytes)
    case .settings: _ = Secretariat().settings(from: Self.file(".rapporteur.yaml", bytes))
    }
  }

  static let prepared = Secretariat().preparedForMany()

  static func require(_ holds: Bool, _ failure: @autoclosure () -> String) throws(Failure) {
    if !holds { throw Failure(description: failure()) }
  }

  private static func file(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceFile {
    SourceFile(name: name, text: TextStorage(copying: bytes))
  }

  /// A document that is imported, with what must hold of the report file that is made of it.
  private static func tryDocument(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    for linking in [false, true] {
      guard let outcome = prepared.imported(file("l1.md", bytes), linking: linking) else { return }
      let documents = Documents([SourceFile(name: "l1.yaml", contents: outcome.report)])
      for diagnostic in prepared.check(documents).diagnostics {
        try require(
          !diagnostic.finding.rule.name.hasPrefix("yaml-"), "what was imported cannot be read")
      }
      _ = prepared.render(documents, CheckOptions(), as: "markdown", force: true)
    }
  }

  /// A rule file that is read, tested on its own examples, and used.
  private static func tryRule(_ bytes: UnsafeBufferPointer<UInt8>) {
    let adopted = Secretariat().adopting([file("text/our-rule.yaml", bytes)])
    guard adopted.findings.isEmpty else { return }
    let report = SourceFile(
      name: "l1.yaml", contents: Secretariat().newReport(profile: "report") ?? "")
    _ = adopted.value.check(Documents([report]))
  }
}
