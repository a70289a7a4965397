import Foundation
import Rapporteur
import SourceText

/// A report among the examples, with what it is printed as.
struct Example: CustomStringConvertible {
  let name: String

  var description: String { name }

  /// Every report among the examples: all of their files but the list of a series.
  static let all: [Example] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") && $0 != "series.yaml" }.sorted()
      .map { Example(name: String($0.dropLast(".yaml".count))) }
  }()

  func source() throws -> String { try Self.text(of: name + ".yaml") }

  /// The Markdown that lies beside the source.
  func page() throws -> String { try Self.text(of: name + ".md") }

  /// A file of the folder with the files that it names, and those that they name.
  static func documents(of name: String) throws -> Documents {
    var documents = Documents()
    var known = [name]
    documents.add(try file(name), isRequested: true)
    var next = 0
    while next < documents.files.count {
      for path in Kinship(of: documents.files[next]).paths {
        if !known.contains(path) {
          known.append(path)
          documents.add(try file(path), isRequested: false)
        }
        if let index = known.firstIndex(of: path) {
          documents.relate(FileID(next), path: path, to: FileID(index))
        }
      }
      next += 1
    }
    return documents
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples")

  private static func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static func file(_ name: String) throws -> SourceFile {
    SourceFile(name: name, contents: try text(of: name))
  }
}
