internal import Glibc
internal import SourceText

/// What a reissue does to a disk, one step at a time. Each may be the last, if the power fails.
protocol Disk {
  /// Stores a text as a temporary file beside another, whose mode and owner it takes.
  func stage(_ text: TextStorage, beside target: Path) throws(SystemError) -> Path
  /// Puts a file in the place of another, at once.
  func move(_ file: Path, to target: Path) throws(SystemError)
  func remove(_ file: Path)
  func flush(_ folder: Path)
}

/// The disk as the system has it.
struct SystemDisk: Disk {
  func stage(_ text: TextStorage, beside target: Path) throws(SystemError) -> Path {
    try text.stage(beside: target, like: target.status)
  }

  func move(_ file: Path, to target: Path) throws(SystemError) { try file.move(to: target) }

  func remove(_ file: Path) { unlink(file.text) }

  func flush(_ folder: Path) { folder.flush() }
}
