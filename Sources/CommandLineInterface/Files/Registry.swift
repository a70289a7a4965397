internal import Rapporteur
internal import SourceText

/// The files of a run, each held once, by whatever paths it is named.
struct Registry {
  private(set) var documents = Documents()
  /// The files that the user named, without those that cannot be read.
  private(set) var requested: [FileID] = []
  /// The file with the version that has been circulated, where one was named.
  private(set) var circulated: FileID?
  /// Why files that the user named cannot be read.
  private(set) var failures: [Failure] = []

  /// What each file is to the system.
  private var identities: [StoredFile.Identity] = []
  /// For each file the path it is read from; nil for standard input.
  private var paths: [Path?] = []
  /// What each file says of those that it belongs with.
  private var kinships: [Kinship] = []

  static let standardInputName = "<stdin>"

  /// Reads the files that the user named, and the files that those name.
  /// - Parameters:
  ///   - names: Paths; `-` is standard input.
  ///   - circulated: The path of the version that has been circulated.
  init(_ names: [String], circulated: String? = nil, standardInput: Int32) {
    for name in names { request(name, standardInput) }
    addCompanions(from: 0)
    guard let circulated else { return }
    let count = documents.files.count
    self.circulated = read(circulated, standardInput)
    addCompanions(from: count)
  }

  /// The path that a file is read from and written to; nil for standard input.
  func path(of file: FileID) -> Path? { paths[file.index] }

  /// Whether a file lists the parts of a series, and is no report itself.
  func isSeries(_ file: FileID) -> Bool { kinships[file.index].isSeries }

  /// Refuses a path to write to that is one of the files that were read.
  func refuseToOverwrite(_ name: String) throws(Failure) {
    guard name != "-", let stored = try? StoredFile(at: Path(name), isRegular: true),
      identities.contains(stored.identity)
    else { return }
    throw Failure("\(name) is not written: it is one of the files that this comes from")
  }

  private mutating func request(_ name: String, _ standardInput: Int32) {
    guard let id = read(name, standardInput) else { return }
    if !requested.contains(id) { requested.append(id) }
  }

  /// Reads a file that the user named; nil where it cannot be read.
  private mutating func read(_ name: String, _ standardInput: Int32) -> FileID? {
    do throws(Failure) {
      return name == "-"
        ? add(try StoredFile(standardInput: standardInput), at: nil)
        : add(try StoredFile(at: Path(name)), at: Path(name))
    } catch {
      failures.append(error)
      return nil
    }
  }

  private mutating func addCompanions(from first: Int) {
    var next = first
    while next < documents.files.count {
      addCompanions(of: FileID(next))
      next += 1
    }
  }

  private mutating func addCompanions(of file: FileID) {
    let folder = path(of: file)?.folder ?? Path(".")
    for name in kinships[file.index].paths {
      // A companion that cannot be read is a finding, not a failure: the check reports it.
      let path = folder.appending(name)
      // A report may name its series anywhere: it is one of its parts only if that names it too.
      if !folder.mayName(path), isSeries(file) {
        documents.exclude(name, from: file)
        continue
      }
      guard let stored = try? StoredFile(at: path, isRegular: true) else { continue }
      let standIn = isSeries(file) ? standInForPart(stored, at: path) : nil
      documents.relate(file, path: name, to: standIn ?? add(stored, at: path))
    }
  }

  /// The part on standard input that takes the place of one on the disk: that with its symbol, as
  /// when an editor's program hands on what has not been saved yet.
  private func standInForPart(_ stored: StoredFile, at path: Path) -> FileID? {
    requested.first { id in
      guard self.path(of: id) == nil, let symbol = kinships[id.index].symbol else { return false }
      return Kinship(of: SourceFile(name: path.text, text: stored.text)).symbol == symbol
    }
  }

  private mutating func add(_ stored: StoredFile, at path: Path?) -> FileID {
    if let index = identities.firstIndex(of: stored.identity) { return FileID(index) }
    let name = path?.text ?? Self.standardInputName
    let file = SourceFile(name: name, text: stored.text)
    let id = documents.add(file, isRequested: false)
    kinships.append(Kinship(of: file))
    identities.append(stored.identity)
    paths.append(path)
    return id
  }
}
