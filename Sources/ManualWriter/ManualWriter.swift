#if canImport(FoundationEssentials)
  internal import FoundationEssentials
  internal import Glibc
#else
  internal import Foundation
#endif

/// Writes what the program itself knows of its commands and rules: the pages of the manual that
/// are kept in the repository, and all that is installed beside the program.
///
///     ManualWriter                    writes the pages of the manual
///     ManualWriter --check            fails where a page is not as it would be written
///     ManualWriter --package FOLDER   writes what belongs below /usr/share
@main struct ManualWriter {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "--check": try check()
    case "--package": try writePackage(in: URL(filePath: CommandLine.arguments.last ?? "."))
    default:
      for page in ManualPage.all {
        try page.text.write(to: file(of: page), atomically: true, encoding: .utf8)
      }
    }
  }

  private static func check() throws {
    let outdated = ManualPage.all.filter {
      $0.text != (try? String(contentsOf: file(of: $0), encoding: .utf8))
    }
    for page in outdated {
      print("\(page.name).md is out of date; swift run ManualWriter writes it")
    }
    exit(outdated.isEmpty ? 0 : 1)
  }

  private static func writePackage(in folder: URL) throws {
    for file in PackagedFile.all(date: date, manual: try manual()) {
      let place = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.text.write(to: place, atomically: true, encoding: .utf8)
    }
  }

  /// The day that `SOURCE_DATE_EPOCH` names, so that what is built twice is the same; or today.
  private static var date: String {
    let seconds = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    let date = seconds.map { Date(timeIntervalSince1970: $0) } ?? Date()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let day = calendar.dateComponents([.year, .month, .day], from: date)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(months[(day.month ?? 1) - 1]) \(day.day ?? 1), \(day.year ?? 1970)"
  }

  // MARK: The catalogue

  private static let catalogue = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rapporteur/Rapporteur.docc")

  private static func file(of page: ManualPage) -> URL {
    catalogue.appending(path: "\(page.name).md")
  }

  static func manual() throws -> Manual {
    let files = try FileManager.default.contentsOfDirectory(atPath: catalogue.path)
    let names = files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    return Manual(
      pages: try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try String(contentsOf: catalogue.appending(path: "\(name).md"), encoding: .utf8))
        }),
      index: "Rapporteur")
  }
}
