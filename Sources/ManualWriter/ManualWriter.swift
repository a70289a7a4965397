#if canImport(FoundationEssentials)
  internal import FoundationEssentials
  internal import Glibc
#else
  internal import Foundation
#endif

/// Writes the pages of the manual that say what the program itself knows: its commands and rules.
///
/// With `--check` it writes nothing, and fails where a page is not as it would be written.
@main struct ManualWriter {
  static func main() throws {
    let pages = [ManualPage.commands] + ManualPage.rules
    guard CommandLine.arguments.contains("--check") else {
      for page in pages { try page.text.write(to: page.file, atomically: true, encoding: .utf8) }
      return
    }
    let outdated = pages.filter { $0.text != (try? String(contentsOf: $0.file, encoding: .utf8)) }
    for page in outdated {
      print("\(page.name).md is out of date; swift run ManualWriter writes it")
    }
    exit(outdated.isEmpty ? 0 : 1)
  }
}

extension ManualPage {
  /// Where the page stands among those of the manual.
  fileprivate var file: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Rapporteur/Rapporteur.docc/\(name).md")
  }
}
