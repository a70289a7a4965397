internal import Glibc
internal import SourceText

extension TextStorage {
  /// Stores the text as a file, whole or not at all.
  ///
  /// The text goes to a temporary file beside the old one, which then takes its place: a reader
  /// sees the old text or the new, never a part. A symbolic link stays, and its target is replaced;
  /// mode and owner stay where the system lets them.
  ///
  /// - Parameters:
  ///   - known: The text of the file as it was read; where it has another now, that one stays.
  ///   - mayReplace: Whether a file may already be there.
  func store(at path: Path, replacing known: TextStorage? = nil, mayReplace: Bool = true)
    throws(Failure)
  {
    do throws(SystemError) {
      let target = path.linkTarget
      let old = try target.statusBeforeWriting(mayReplace: mayReplace)
      if let old, !old.isRegularFile { return try pour(into: target) }
      try withFoldersLocked([target.folder]) { () throws(SystemError) in
        try withSignalsHeld { () throws(SystemError) in
          try replace(target, old: old, known: known, mayReplace: mayReplace)
        }
      }
    } catch {
      let reason = error.code == EEXIST ? "it exists already" : error.reason
      throw Failure("\(path.text) cannot be written: \(reason)")
    }
  }

  /// Writes to a device or a pipe, which cannot be replaced.
  fileprivate func pour(into target: Path) throws(SystemError) {
    let descriptor = open(target.text, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
  }

  private func replace(_ target: Path, old: stat?, known: TextStorage?, mayReplace: Bool)
    throws(SystemError)
  {
    let temporary = try stage(beside: target, like: old)
    do throws(SystemError) {
      if let known { try target.refuse(unlessItStillHas: known) }
      try temporary.move(to: target, mayReplace: mayReplace)
    } catch {
      unlink(temporary.text)
      throw error
    }
    target.folder.flush()
  }

  /// What the names of files begin with that are to take the places of others.
  static let stagedPrefix = ".rapporteur-"

  /// Stores the text as a temporary file beside another, flushed to the disk.
  /// - Parameter old: The status of the file whose place it is to take: mode and owner are kept.
  func stage(beside target: Path, like old: stat?) throws(SystemError) -> Path {
    var template = Array(target.folder.appending(Self.stagedPrefix + "XXXXXX").text.utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    do throws(SystemError) {
      try fill(descriptor, like: old)
    } catch {
      unlink(template)
      throw error
    }
    return Path(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  private func fill(_ descriptor: Int32, like old: stat?) throws(SystemError) {
    if let old {
      // Only the superuser may give a file away; for others the group is kept where it can be.
      if fchown(descriptor, old.st_uid, old.st_gid) != 0 {
        _ = fchown(descriptor, .max, old.st_gid)
      }
    }
    let mode = old.map { $0.st_mode & 0o7777 } ?? 0o666 & ~Self.creationMask
    guard fchmod(descriptor, mode) == 0 else { throw .last }
    try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
    guard fsync(descriptor) == 0 else { throw .last }
  }

  private static var creationMask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}

/// A text that has been stored beside the file whose place it is to take once other files have been
/// written: what is likely to fail has been done by then.
struct StagedText {
  private let text: TextStorage
  private let path: Path
  /// The file with the text; nil where it goes to a device or a pipe.
  private let temporary: Path?

  /// - Parameter path: The file whose place the text is to take.
  init(_ text: TextStorage, for path: Path) throws(Failure) {
    self.text = text
    self.path = path
    do throws(SystemError) {
      let target = path.linkTarget
      let old = try target.statusBeforeWriting(mayReplace: true)
      temporary =
        old.map(\.isRegularFile) ?? true ? try text.stage(beside: target, like: old) : nil
    } catch {
      throw Failure("\(path.text) cannot be written: \(error.reason)")
    }
  }

  /// Lets the text take its place.
  func takePlace() throws(Failure) {
    let target = path.linkTarget
    do throws(SystemError) {
      guard let temporary else { return try text.pour(into: target) }
      try temporary.move(to: target)
      target.folder.flush()
    } catch {
      discard()
      throw Failure("\(path.text) cannot be written: \(error.reason)")
    }
  }

  /// Takes the text away again.
  func discard() {
    if let temporary { unlink(temporary.text) }
  }
}

/// Does something that must not be left half done when the user presses Ctrl-C.
func withSignalsHeld<Fault: Error>(_ body: () throws(Fault) -> Void) throws(Fault) {
  var all = sigset_t()
  var before = sigset_t()
  sigfillset(&all)
  sigprocmask(SIG_BLOCK, &all, &before)
  defer { sigprocmask(SIG_SETMASK, &before, nil) }
  try body()
}

/// Does something in folders while no other run of the program writes there.
///
/// A file system that knows no locks is taken as it is.
func withFoldersLocked<Result, Fault: Error>(
  _ folders: [Path], _ body: () throws(Fault) -> Result
) throws(Fault) -> Result {
  // All runs lock in one order, so that none waits for another that waits for it.
  let names = Set(folders.compactMap { $0.resolved?.text }).sorted()
  let descriptors = names.map { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  defer { for descriptor in descriptors where descriptor >= 0 { close(descriptor) } }
  for descriptor in descriptors where descriptor >= 0 {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }
  return try body()
}

extension Path {
  /// The status of what a text is to take the place of; nil where there is nothing.
  fileprivate func statusBeforeWriting(mayReplace: Bool) throws(SystemError) -> stat? {
    guard let old = status else { return nil }
    if !mayReplace { throw SystemError(code: EEXIST) }
    if old.isFolder { throw SystemError(code: EISDIR) }
    if access(text, W_OK) != 0 { throw .last }
    return old
  }

  /// Refuses to replace a file that is not what it was when it was read.
  func refuse(unlessItStillHas text: TextStorage) throws(SystemError) {
    guard let now = try? StoredFile(at: self, isRegular: true), now.text.all == text.all else {
      throw SystemError(code: ESTALE)
    }
  }

  /// Gives a file another name, in the place of one that may have it.
  func move(to target: Path, mayReplace: Bool = true) throws(SystemError) {
    if !mayReplace {
      // Unlike a renaming, a link never takes the place of a file that has just been made.
      if link(text, target.text) == 0 {
        unlink(text)
        return
      }
      if errno == EEXIST { throw .last }
    }
    guard rename(text, target.text) == 0 else { throw .last }
  }

  /// Makes the new names of files in a folder last, where the file system knows how.
  func flush() {
    let descriptor = open(text, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
