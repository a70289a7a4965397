internal import Glibc
internal import SourceText

/// A file as it lies on the disk.
struct StoredFile {
  let text: TextStorage
  let identity: Identity

  /// What tells a file from every other, by whatever path it is reached.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64

    init(device: UInt64, inode: UInt64) {
      self.device = device
      self.inode = inode
    }

    init(_ status: stat) {
      self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
  }

  /// The identity of a plain file; nil where there is none.
  static func identity(at path: Path) -> Identity? {
    path.status.flatMap { $0.isRegularFile ? Identity($0) : nil }
  }

  /// The most bytes that are read: far more than a report may have, so that the check of a large
  /// file can say where its limit is.
  private static let limit = 1 << 30

  /// Reads a file.
  /// - Parameter isRegular: Whether it must be a plain file: what a report names may be neither a
  ///   pipe that never ends nor a device.
  init(at path: Path, isRegular: Bool = false) throws(Failure) {
    do throws(SystemError) {
      let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | (isRegular ? O_NONBLOCK : 0))
      guard descriptor >= 0 else { throw SystemError.last }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
      if status.isFolder { throw SystemError(code: EISDIR) }
      if isRegular, !status.isRegularFile { throw SystemError(code: EINVAL) }
      identity = Identity(status)
      text = try Self.contents(of: descriptor, expecting: Int(status.st_size))
    } catch {
      throw Failure("\(path.text) cannot be read: \(error.reason)")
    }
  }

  /// Reads a stream to its end.
  init(standardInput descriptor: Int32) throws(Failure) {
    do throws(SystemError) {
      text = try Self.contents(of: descriptor, expecting: 0)
      identity = Identity(device: .max, inode: UInt64(descriptor))
    } catch {
      throw Failure("standard input cannot be read: \(error.reason)")
    }
  }

  private static func contents(of descriptor: Int32, expecting size: Int) throws(SystemError)
    -> TextStorage
  {
    var capacity = max(min(size, limit) + 1, 1 << 12)
    var memory = UnsafeMutablePointer.allocateText(capacity)
    var count = 0
    while true {
      if count == capacity {
        let larger = UnsafeMutablePointer.allocateText(capacity * 2)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
        capacity *= 2
      }
      let received = read(descriptor, memory + count, capacity - count)
      if received == 0 { return TextStorage(adopting: memory, count: count) }
      if received > 0 { count += received }
      if received > 0 && count <= limit || received < 0 && errno == EINTR { continue }
      let error = received > 0 ? SystemError(code: EFBIG) : .last
      memory.deallocate()
      throw error
    }
  }
}
