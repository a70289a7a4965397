import Diagnostics
import Foundation
import Rapporteur
import SourceText
import Testing

/// Dictionaries for tests.
enum Dictionaries {
  /// Whether the dictionary of English is installed here.
  static let areInstalled = FileManager.default.fileExists(
    atPath: "/usr/share/hunspell/en_GB.dic")

  /// Does something with a secretariat whose dictionary of English has a few words beside those that
  /// the rules list.
  static func withSmallOne(
    _ words: [String], _ body: (_ secretariat: Secretariat, _ folder: URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dictionaries-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write("SET UTF-8\nTRY esianrtolcdugmphbyfvkw'\n", "en_GB.aff")
    try write("\(words.count)\n" + words.joined(separator: "\n") + "\n", "en_GB.dic")
    let environment = ["DICPATH": folder.path, "XDG_CACHE_HOME": folder.path + "/caches"]
    try body(Secretariat().withDictionaries(environment: environment), folder)
  }
}
