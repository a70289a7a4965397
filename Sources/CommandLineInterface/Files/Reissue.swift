internal import Glibc
internal import SourceText

/// Files that are replaced together: all, or none.
///
/// No system replaces several files at once. So the new texts are stored beside the old ones, then a
/// list of them, and only then do they take their places one after another. Where that is
/// interrupted, the list stays, and the next run finishes what it says: with some files new and
/// others old, numbers that were typed could no longer be followed.
struct Reissue {
  struct Item {
    /// The file as the user named it.
    let path: Path
    let old: TextStorage
    let new: TextStorage
  }

  private let items: [Item]
  private let disk: any Disk

  init(_ items: [Item], on disk: any Disk = SystemDisk()) {
    self.items = items
    self.disk = disk
  }

  /// Replaces the files.
  func carryOut() throws(Failure) {
    guard items.count > 1 else {
      for item in items { try item.new.store(at: item.path, replacing: item.old) }
      return
    }
    try withFoldersLocked(items.map(\.path.linkTarget.folder)) { () throws(Failure) in
      try withSignalsHeld { () throws(Failure) in try replaceAll() }
    }
  }

  private func replaceAll() throws(Failure) {
    let list = ReissueList(entries: try stage())
    do throws(Failure) {
      for (item, entry) in zip(items, list.entries) {
        try attempt(item) { () throws(SystemError) in
          try entry.target.refuse(unlessItStillHas: item.old)
        }
      }
      try list.store(on: disk)
    } catch {
      list.entries.forEach { disk.remove($0.temporary) }
      throw error
    }
    try list.carryOut(on: disk)
  }

  private func attempt(_ item: Item, _ step: () throws(SystemError) -> Void) throws(Failure) {
    do throws(SystemError) {
      try step()
    } catch {
      throw Failure(
        "\(item.path.text) cannot be written: \(error.reason); no file has been changed")
    }
  }

  /// Stores the new texts beside the old ones, every one or none.
  private func stage() throws(Failure) -> [ReissueList.Entry] {
    var entries: [ReissueList.Entry] = []
    for item in items {
      do throws(Failure) {
        try attempt(item) { () throws(SystemError) in
          let target = item.path.linkTarget
          guard access(target.text, W_OK) == 0 else { throw .last }
          let temporary = try disk.stage(item.new, beside: target)
          entries.append(
            ReissueList.Entry(target: target, temporary: temporary, old: Fingerprint(of: item.old)))
        }
      } catch {
        entries.forEach { disk.remove($0.temporary) }
        throw error
      }
    }
    return entries
  }
}

/// What tells a text from every other.
struct Fingerprint: Equatable {
  let text: String

  init(of storage: TextStorage) {
    // FNV-1a: what is guarded against is an edit by the author, not an attack.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in storage.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    text = "\(storage.count)-\(String(hash, radix: 16))"
  }

  init(_ text: String) {
    self.text = text
  }
}
