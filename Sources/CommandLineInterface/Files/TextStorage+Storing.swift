internal import Glibc
internal import SourceText

extension TextStorage {
  /// Stores the text as a file, whole or not at all.
  ///
  /// The text goes to a temporary file beside the old one, which then takes its place: a reader
  /// sees the old text or the new, never a part. A symbolic link stays, and its target is replaced;
  /// mode and owner stay where the system lets them.
  ///
  /// - Parameter mayReplace: Whether a file may already be there.
  func store(at path: Path, mayReplace: Bool = true) throws(Failure) {
    do throws(SystemError) {
      let target = path.linkTarget
      let old = target.status
      if old != nil, !mayReplace { throw SystemError(code: EEXIST) }
      if let old, old.isFolder { throw SystemError(code: EISDIR) }
      if let old, !old.isRegularFile { return try pour(into: target) }
      if old != nil, access(target.text, W_OK) != 0 { throw SystemError.last }
      try withSignalsHeld { () throws(SystemError) in
        try replace(target, old: old, mayReplace: mayReplace)
      }
    } catch {
      let reason = error.code == EEXIST ? "it exists already" : error.reason
      throw Failure("\(path.text) cannot be written: \(reason)")
    }
  }

  /// Writes to a device or a pipe, which cannot be replaced.
  private func pour(into target: Path) throws(SystemError) {
    let descriptor = open(target.text, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
  }

  private func replace(_ target: Path, old: stat?, mayReplace: Bool) throws(SystemError) {
    var template = Array(target.folder.appending(".rapporteur-XXXXXX").text.utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    do throws(SystemError) {
      try fill(descriptor, like: old)
      try Self.move(template, to: target.text, mayReplace: mayReplace)
    } catch {
      unlink(template)
      throw error
    }
    Self.flush(target.folder)
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

  private static func move(_ temporary: [CChar], to target: String, mayReplace: Bool)
    throws(SystemError)
  {
    if !mayReplace {
      // Unlike a renaming, a link never takes the place of a file that has just been made.
      if link(temporary, target) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST { throw .last }
    }
    guard rename(temporary, target) == 0 else { throw .last }
  }

  /// Makes the new name of a file last, where the file system knows how.
  private static func flush(_ folder: Path) {
    let descriptor = open(folder.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static var creationMask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  /// Does something that must not be left half done when the user presses Ctrl-C.
  private func withSignalsHeld(_ body: () throws(SystemError) -> Void) throws(SystemError) {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    sigprocmask(SIG_BLOCK, &all, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}
