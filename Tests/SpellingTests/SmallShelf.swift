import Foundation
import Spelling

/// Does something with a shelf that has a small dictionary, in a folder of its own.
/// - Parameter words: The words of the dictionary `en_XX`.
func withShelf(_ words: String..., do body: (SmallShelf) throws -> Void) throws {
  let shelf = try SmallShelf(words)
  defer { try? FileManager.default.removeItem(at: shelf.folder) }
  try body(shelf)
}

struct SmallShelf {
  let folder: URL

  fileprivate init(_ words: [String]) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n", to: "en_XX.aff")
    try write("\(words.count)\n" + words.joined(separator: "\n") + "\n", to: "en_XX.dic")
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The folder in which records are kept, which is not there at first.
  var records: String { folder.path + "/caches/rapporteur" }

  var recordText: String? {
    try? String(contentsOfFile: records + "/en_XX.words", encoding: .utf8)
  }

  func proofreader(_ name: String = "en_XX", keepsRecord: Bool = true) -> Proofreader {
    Proofreader(
      dictionary: name,
      on: DictionaryShelf(folders: [folder.path], records: keepsRecord ? records : nil))
  }
}
