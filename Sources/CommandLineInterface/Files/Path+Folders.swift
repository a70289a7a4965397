internal import Glibc
internal import SourceText

/// What is below a folder.
struct FolderContents {
  /// The files by their paths in the folder, in alphabetical order.
  fileprivate(set) var files: [(name: String, path: Path)] = []
  /// Why folders cannot be looked into.
  fileprivate(set) var failures: [Failure] = []
}

extension Path {
  /// How the names of reports end, in small letters.
  static let reportEndings = [".yaml", ".yml"]

  /// Whether the name is that of a report.
  var isNamedAsReport: Bool { Self.reportEndings.contains(where: name.lowercased().hasSuffix) }

  /// The report or series that lies here; nil where there is none, or nothing that could be one.
  var report: TextStorage? {
    guard let text = try? StoredFile(at: self, isRegular: true).text, !text.isBlank,
      text.mayBeReport
    else { return nil }
    return text
  }

  /// The files below a folder; hidden ones are left out, and what symbolic links lead to outside.
  /// - Parameter endings: How names end, in small letters.
  func contents(endingIn endings: [String]) -> FolderContents {
    var contents = FolderContents()
    var visited: Set<Path> = []
    let root = resolved ?? self
    func visit(_ place: Path, _ prefix: String) {
      // A symbolic link may lead back up.
      guard let resolved = place.resolved, visited.insert(resolved).inserted else { return }
      let entries: [String]
      do throws(SystemError) {
        entries = try place.entries()
      } catch {
        contents.failures.append(Failure("\(place.text) cannot be read: \(error.reason)"))
        return
      }
      for entry in entries where !entry.hasPrefix(".") {
        let path = place.appending(entry)
        if path.isLink, !(path.resolved.map(root.contains) ?? true) { continue }
        let name = prefix + entry
        if path.status?.isFolder == true {
          visit(path, name + "/")
        } else if endings.contains(where: entry.lowercased().hasSuffix) {
          contents.files.append((name, path))
        }
      }
    }
    visit(self, "")
    return contents
  }

  /// The names in a folder, in alphabetical order.
  private func entries() throws(SystemError) -> [String] {
    guard let folder = opendir(text) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
