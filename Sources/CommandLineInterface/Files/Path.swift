internal import Glibc

/// A path as it was typed, or put together from what was typed.
struct Path: Hashable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The folder that a file is in; `.` where the path names none.
  var folder: Path {
    guard let slash = text.lastIndex(of: "/") else { return Path(".") }
    return slash == text.startIndex ? Path("/") : Path(String(text[..<slash]))
  }

  /// The last part of the path.
  var name: String { text.split(separator: "/").last.map(String.init) ?? text }

  /// The path that another path means in this folder.
  func appending(_ path: String) -> Path {
    if path.hasPrefix("/") || text == "." { return Path(path) }
    return Path(text.hasSuffix("/") ? text + path : "\(text)/\(path)")
  }

  /// The path from the root, without symbolic links; nil where there is nothing there.
  var resolved: Path? {
    guard let memory = realpath(text, nil) else { return nil }
    defer { free(memory) }
    return Path(String(cString: memory))
  }

  /// Whether another path is this one or leads below it; both without symbolic links.
  func contains(_ other: Path) -> Bool {
    text == "/" || other.text == text || other.text.hasPrefix(text + "/")
  }

  /// Whether the path itself is a symbolic link.
  var isLink: Bool {
    var status = stat()
    return lstat(text, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The path that a symbolic link leads to, whether there is a file there or not; of other files
  /// the path itself.
  var linkTarget: Path {
    var path = self
    for _ in 0..<40 {
      var link = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path.text, &link, link.count)
      guard count >= 0 else { break }
      let bytes = link[..<count].map { UInt8(bitPattern: $0) }
      path = path.folder.appending(String(decoding: bytes, as: UTF8.self))
    }
    return path
  }

  /// What the system knows of the file; nil where there is none.
  var status: stat? {
    var status = stat()
    return stat(text, &status) == 0 ? status : nil
  }
}
