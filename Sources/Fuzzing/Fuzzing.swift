internal import Diagnostics
internal import Glibc
internal import Rapporteur
internal import SourceText

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ trial: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Tries the program on an input that libFuzzer has made up. Its library asks for this name.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Trial.asked.run(bytes, count)
  return 0
}

/// Tries the program on inputs that libFuzzer makes up.
///
/// The environment says what is tried: report, document, rule or settings. The arguments are libFuzzer's.
///
///     FUZZING=1 swift build --scratch-path .build/fuzzing --product Fuzzing
///     TRIAL=report .build/fuzzing/debug/Fuzzing -dict=Sources/Fuzzing/format.dict found Examples
@main
private struct Fuzzing {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, tryInput))
  }
}

/// What is tried.
private enum Trial: String, CaseIterable {
  case report
  case document
  case rule
  case settings

  static let asked: Trial = {
    let name = getenv("TRIAL").map { String(cString: $0) } ?? ""
    guard let trial = Trial(rawValue: name) else {
      fatalError("TRIAL is one of \(Trial.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return trial
  }()

  func run(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    switch self {
    case .report: ReportTrial(file("l1.yaml", bytes, count)).run()
    case .document: tryDocument(bytes, count)
    case .rule: tryRule(bytes, count)
    case .settings: _ = Secretariat().settings(from: file(".rapporteur.yaml", bytes, count))
    }
  }
}

private func file(_ name: String, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> SourceFile {
  SourceFile(
    name: name, text: TextStorage(copying: UnsafeBufferPointer(start: bytes, count: count)))
}

/// A document that is imported, with what must hold of the report file that is made of it.
private func tryDocument(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
  let secretariat = ReportTrial.prepared
  for linking in [false, true] {
    guard
      let outcome = secretariat.imported(file("l1.md", bytes, count), linking: linking)
    else { return }
    let documents = Documents([SourceFile(name: "l1.yaml", contents: outcome.report)])
    for diagnostic in secretariat.check(documents).diagnostics {
      precondition(
        !diagnostic.finding.rule.name.hasPrefix("yaml-"), "what was imported cannot be read")
    }
    _ = secretariat.render(documents, CheckOptions(), as: "markdown", force: true)
  }
}

/// A rule file that is read, tested on its own examples, and used.
private func tryRule(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
  let adopted = Secretariat().adopting([file("text/our-rule.yaml", bytes, count)])
  guard adopted.findings.isEmpty else { return }
  let report = SourceFile(
    name: "l1.yaml", contents: Secretariat().newReport(profile: "report") ?? "")
  _ = adopted.value.check(Documents([report]))
}

/// A file that is checked, fixed, renumbered and printed, with what must hold of each.
private struct ReportTrial {
  static let prepared = Secretariat().preparedForMany()
  private let secretariat = Self.prepared
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
  }

  func run() {
    let before = Documents([file])
    let found = secretariat.check(before, options(.circulation))
    for diagnostic in found.diagnostics { requirePlaces(of: diagnostic) }
    for mode in [Mode.drafting, .adoption] { _ = secretariat.check(before, options(mode)) }
    print(before)
    renumber(before)
    for fixed in secretariat.fix(before, options(.circulation)) {
      let after = Documents([SourceFile(name: file.name, text: fixed.text)])
      precondition(
        secretariat.fix(after, options(.circulation)).isEmpty, "a second fix changes something")
      print(after)
      renumber(after)
    }
  }

  private func options(_ mode: Mode) -> CheckOptions {
    var options = CheckOptions()
    options.mode = mode
    return options
  }

  private func requirePlaces(of diagnostic: Diagnostic) {
    let finding = diagnostic.finding
    let ranges =
      [finding.place.range] + finding.related.map(\.place.range)
      + finding.fixes.flatMap(\.edits).map(\.edit.range)
    for range in ranges {
      precondition(
        range.end.utf8 <= file.text.count, "a place of \(finding.rule) is not in the file")
    }
  }

  private func print(_ documents: Documents) {
    _ = secretariat.render(documents, options(.drafting), as: "markdown", force: true)
  }

  private func renumber(_ documents: Documents) {
    let outcome = secretariat.renumber(documents)
    guard let edits = outcome.edits.values.first, !edits.isEmpty else { return }
    let text = edits.applied(to: documents.files[0].text)
    let again = secretariat.renumber(Documents([SourceFile(name: file.name, text: text)]))
    precondition(
      again.changes.isEmpty && again.edits.values.allSatisfy(\.isEmpty),
      "a second renumbering changes something")
  }
}
