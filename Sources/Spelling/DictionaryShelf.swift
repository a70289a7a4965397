internal import Glibc

/// Where dictionaries are looked for, and where what they said is kept.
public struct DictionaryShelf: Sendable {
  /// The folders that are looked through, in this order.
  public let folders: [String]
  /// The folder in which records are kept; nil where nothing is.
  public let records: String?

  public init(folders: [String], records: String? = nil) {
    self.folders = folders
    self.records = records
  }

  /// The folders in which systems install dictionaries for hunspell.
  public static let systemFolders = [
    "/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell/dicts",
    "/usr/share/myspell", "/opt/homebrew/share/hunspell", "/Library/Spelling",
  ]

  /// The shelf of a user.
  /// - Parameter environment: Its variables: `DICPATH` names folders that come before those of the
  ///   system, with colons between them; records are kept below `XDG_CACHE_HOME` or `HOME`.
  public init(environment: [String: String]) {
    let named = environment["DICPATH"]?.split(separator: ":").map(String.init) ?? []
    // By the rules of XDG a path that is not absolute is ignored.
    let caches =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    self.init(folders: named + Self.systemFolders, records: caches.map { $0 + "/rapporteur" })
  }

  /// The variables of the environment that a shelf goes by.
  public static let variables = ["DICPATH", "XDG_CACHE_HOME", "HOME"]

  /// The files of a dictionary; nil where it is in none of the folders.
  /// - Parameter name: Such as `en_GB`.
  func files(of name: String) -> DictionaryFiles? {
    // A name is never a way out of the folders.
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return folders.lazy.compactMap { DictionaryFiles(name, in: $0) }.first
  }
}

/// The two files that a dictionary consists of.
struct DictionaryFiles {
  /// How words are inflected.
  let affixes: String
  let words: String
  /// What is another where a file has been exchanged: paths, sizes and dates.
  let edition: String

  init?(_ name: String, in folder: String) {
    affixes = "\(folder)/\(name).aff"
    words = "\(folder)/\(name).dic"
    guard let first = Self.edition(of: affixes), let second = Self.edition(of: words) else {
      return nil
    }
    edition = "\(first) \(second)"
  }

  private static func edition(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0
    else { return nil }
    return "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
