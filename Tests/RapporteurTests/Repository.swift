import Foundation

/// Files of the repository, and of the folder of shared material beside it where there is one.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func file(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// A file of the model report, which is no part of the repository; nil where it is absent.
  static func modelReport(_ name: String) -> String? {
    try? String(
      contentsOf: root.deletingLastPathComponent()
        .appending(path: "shared/model-report/\(name)"), encoding: .utf8)
  }
}
