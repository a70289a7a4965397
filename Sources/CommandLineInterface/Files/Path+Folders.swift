internal import Glibc

/// What is below a folder.
struct FolderContents {
  /// The files by their paths in the folder, in alphabetical order.
  fileprivate(set) var files: [(name: String, path: Path)] = []
  /// The folders that may not be looked into.
  fileprivate(set) var closed: [Path] = []
}

extension Path {
  /// How the names of reports end, in small letters.
  static let reportEndings = [".yaml", ".yml"]

  /// Whether the name is that of a report.
  var isNamedAsReport: Bool { Self.reportEndings.contains(where: name.lowercased().hasSuffix) }

  /// The files below a folder; hidden ones are left out, and what symbolic links lead to outside.
  /// - Parameter endings: How names end, in small letters.
  func contents(endingIn endings: [String]) -> FolderContents {
    var contents = FolderContents()
    var visited: Set<Path> = []
    let root = resolved ?? self
    func visit(_ place: Path, _ prefix: String) {
      // A symbolic link may lead back up.
      guard let resolved = place.resolved, visited.insert(resolved).inserted else { return }
      guard let entries = place.entries else {
        contents.closed.append(place)
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

  /// The names in a folder, in alphabetical order; nil where it may not be looked into.
  private var entries: [String]? {
    guard let folder = opendir(text) else { return nil }
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
