public import SourceText

/// The files that a command works on, with those that they name.
public struct Documents: Sendable {
  /// All files; the position of a file is its `FileID`.
  public private(set) var files: [SourceFile] = []
  /// The files that the user named; the others were named by a file.
  public private(set) var requested: [FileID] = []
  /// For each file that names others, the files by the path as it is written there.
  public private(set) var companions: [FileID: [String: FileID]] = [:]

  /// For each file the paths in it that lead out of the folder in which its companions are sought.
  private var outsiders: [FileID: Set<String>] = [:]

  public init() {}

  /// Documents without companions, such as one report by itself.
  public init(_ files: [SourceFile]) {
    for file in files { add(file, isRequested: true) }
  }

  /// Adds a file and returns what it is called from here on.
  @discardableResult
  public mutating func add(_ file: SourceFile, isRequested: Bool) -> FileID {
    let id = FileID(files.count)
    files.append(file)
    if isRequested { requested.append(id) }
    return id
  }

  /// Says that the user named a file that was added as another's companion.
  public mutating func request(_ id: FileID) {
    if !requested.contains(id) { requested.append(id) }
  }

  /// The same files, of which one alone is requested.
  public func requesting(_ id: FileID) -> Documents {
    var documents = self
    documents.requested = [id]
    return documents
  }

  /// Says which file a path means that is written in a file.
  public mutating func relate(_ file: FileID, path: String, to companion: FileID) {
    companions[file, default: [:]][path] = companion
  }

  /// Says that a path that is written in a file is not followed, because it leads too far.
  public mutating func exclude(_ path: String, from file: FileID) {
    outsiders[file, default: []].insert(path)
  }

  /// Whether a path that is written in a file leads too far.
  public func isOutside(_ path: String, of file: FileID) -> Bool {
    outsiders[file]?.contains(path) ?? false
  }

  /// The file with an identifier.
  public subscript(id: FileID) -> SourceFile {
    get { files[id.index] }
    set { files[id.index] = newValue }
  }
}
