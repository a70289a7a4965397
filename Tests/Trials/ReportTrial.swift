internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// A file that is checked, fixed, renumbered and printed, with what must hold of each.
struct ReportTrial {
  private let secretariat = Trial.prepared
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
  }

  func run() throws(Trial.Failure) {
    let before = Documents([file])
    let found = secretariat.check(before, options(.circulation))
    for diagnostic in found.diagnostics { try requirePlaces(of: diagnostic) }
    for mode in [Mode.drafting, .adoption] { _ = secretariat.check(before, options(mode)) }
    print(before)
    try renumber(before)
    for fixed in secretariat.fix(before, options(.circulation)) {
      let after = Documents([SourceFile(name: file.name, text: fixed.text)])
      try Trial.require(
        secretariat.fix(after, options(.circulation)).isEmpty, "a second fix changes something")
      print(after)
      try renumber(after)
    }
  }

  private func options(_ mode: Mode) -> CheckOptions {
    var options = CheckOptions()
    options.mode = mode
    return options
  }

  private func requirePlaces(of diagnostic: Diagnostic) throws(Trial.Failure) {
    let finding = diagnostic.finding
    let ranges =
      [finding.place.range] + finding.related.map(\.place.range)
      + finding.fixes.flatMap(\.edits).map(\.edit.range)
    for range in ranges {
      try Trial.require(
        range.end.utf8 <= file.text.count, "a place of \(finding.rule) is not in the file")
    }
  }

  private func print(_ documents: Documents) {
    _ = secretariat.render(documents, options(.drafting), as: "markdown", force: true)
  }

  private func renumber(_ documents: Documents) throws(Trial.Failure) {
    let outcome = secretariat.renumber(documents)
    guard let edits = outcome.edits.values.first, !edits.isEmpty else { return }
    let text = edits.applied(to: documents.files[0].text)
    let again = secretariat.renumber(Documents([SourceFile(name: file.name, text: text)]))
    try Trial.require(
      again.changes.isEmpty && again.edits.values.allSatisfy(\.isEmpty),
      "a second renumbering changes something")
  }
}
