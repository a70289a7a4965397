internal import Glibc

extension Path {
  /// The files below a folder, by their paths in it, in alphabetical order; hidden ones are left
  /// out, and what symbolic links lead to outside.
  func files(endingIn endings: [String]) -> [(name: String, path: Path)] {
    var files: [(name: String, path: Path)] = []
    var visited: Set<Path> = []
    let root = resolved ?? self
    func visit(_ place: Path, _ prefix: String) {
      // A symbolic link may lead back up.
      guard let resolved = place.resolved, visited.insert(resolved).inserted else { return }
      for entry in place.entries where !entry.hasPrefix(".") {
        let path = place.appending(entry)
        if path.isLink, !(path.resolved.map(root.contains) ?? true) { continue }
        let name = prefix + entry
        if path.status?.isFolder == true {
          visit(path, name + "/")
        } else if endings.contains(where: entry.hasSuffix) {
          files.append((name, path))
        }
      }
    }
    visit(self, "")
    return files
  }

  /// The names in a folder, in alphabetical order.
  private var entries: [String] {
    guard let folder = opendir(text) else { return [] }
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
