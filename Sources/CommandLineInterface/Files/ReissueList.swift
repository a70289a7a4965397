internal import Glibc
internal import SourceText

/// The list of files that are being replaced together, as it lies in each of their folders until all
/// of them are.
struct ReissueList {
  struct Entry {
    let target: Path
    /// The file with the new text, which is to take the place of the target.
    let temporary: Path
    /// What the target was before.
    let old: Fingerprint

    /// Whether the entry is of the sort that a run leaves behind: a file of its own beside one of
    /// some files.
    func isOwn(among files: Set<Path>) -> Bool {
      guard let resolved = target.resolved, files.contains(resolved), !target.isLink else {
        return false
      }
      return temporary.name.hasPrefix(TextStorage.stagedPrefix) && !temporary.isLink
        && temporary.folder.resolved == resolved.folder
    }
  }

  let entries: [Entry]

  /// The name of the list in a folder.
  static let name = ".rapporteur-reissue"

  private var folders: [Path] {
    entries.reduce(into: []) { folders, entry in
      if !folders.contains(entry.target.folder) { folders.append(entry.target.folder) }
    }
  }

  // MARK: Storing

  /// Stores the list in each folder, or in none.
  func store(on disk: any Disk) throws(Failure) {
    for folder in folders {
      let path = folder.appending(Self.name)
      do throws(SystemError) {
        let staged = try disk.stage(TextStorage(copying: text(in: folder).utf8), beside: path)
        try disk.move(staged, to: path)
        disk.flush(folder)
      } catch {
        folders.forEach { disk.remove($0.appending(Self.name)) }
        throw Failure(
          "\(path.text) cannot be written: \(error.reason); no file has been changed")
      }
    }
  }

  /// The list as text: three fields for each file, with a NUL after each, which no path contains.
  private func text(in folder: Path) -> String {
    func name(_ path: Path) -> String {
      if path.folder == folder { return path.name }
      return path.folder.resolved.map { $0.appending(path.name).text } ?? path.text
    }
    return entries.map { entry in
      "\(name(entry.target))\0\(name(entry.temporary))\0\(entry.old.text)\0"
    }.joined()
  }

  /// The list that an interrupted run left in a folder.
  init?(leftIn folder: Path) {
    guard let stored = try? StoredFile(at: folder.appending(Self.name), isRegular: true) else {
      return nil
    }
    let fields = stored.text.all.string.split(
      separator: "\0", omittingEmptySubsequences: false
    ).map(String.init)
    entries = stride(from: 0, to: fields.count - 2, by: 3).map { index in
      Entry(
        target: folder.appending(fields[index]), temporary: folder.appending(fields[index + 1]),
        old: Fingerprint(fields[index + 2]))
    }
  }

  init(entries: [Entry]) {
    self.entries = entries
  }

  // MARK: Carrying out

  /// Lets the new texts take their places, and takes the list away.
  func carryOut(on disk: any Disk) throws(Failure) {
    try move(entries, on: disk)
    removeList(on: disk)
  }

  private func removeList(on disk: any Disk) {
    for folder in folders { disk.flush(folder) }
    for folder in folders { disk.remove(folder.appending(Self.name)) }
    for folder in folders { disk.flush(folder) }
  }

  private func move(_ entries: [Entry], on disk: any Disk) throws(Failure) {
    for (index, entry) in entries.enumerated() {
      do throws(SystemError) {
        try disk.move(entry.temporary, to: entry.target)
      } catch {
        let written = entries[..<index].map(\.target.text)
        let done =
          written.isEmpty ? "" : "; \(written.joined(separator: ", ")) already written"
        throw Failure(
          "\(entry.target.text) cannot be written: \(error.reason)\(done); rapporteur renumber "
            + "finishes this once the reason is gone")
      }
    }
  }

  /// Finishes what an interrupted run left in some folders.
  /// - Parameter files: The files of this run. A list that names others is not obeyed: it may have
  ///   come with the folder.
  /// - Returns: The files that were replaced now.
  static func finish(
    in folders: [Path], among files: [Path], on disk: any Disk = SystemDisk()
  ) throws(Failure) -> [Path] {
    let known = Set(files.compactMap(\.resolved))
    var finished: [Path] = []
    for folder in folders {
      guard let list = ReissueList(leftIn: folder) else { continue }
      if let other = list.entries.first(where: { !$0.isOwn(among: known) }) {
        throw Failure(
          "\(folder.appending(name).text) says that an interrupted run was to replace "
            + "\(other.target.text), which is none of these files; renumber the series that has it, "
            + "or delete the list if it is not yours")
      }
      let rest = try list.rest()
      try withSignalsHeld { () throws(Failure) in
        try list.move(rest, on: disk)
        list.removeList(on: disk)
      }
      finished += rest.map(\.target)
    }
    return finished
  }

  /// The files that have not been replaced yet. None may have been edited since.
  private func rest() throws(Failure) -> [Entry] {
    var rest: [Entry] = []
    for entry in entries where entry.temporary.status != nil {
      let now = try StoredFile(at: entry.target).text
      guard Fingerprint(of: now) == entry.old else {
        let list = entry.target.folder.appending(Self.name).text
        throw Failure(
          "\(entry.target.text) was edited after an earlier run was interrupted; its renumbered "
            + "text is in \(entry.temporary.text): take from it what you need, then delete it and "
            + list)
      }
      rest.append(entry)
    }
    return rest
  }
}
