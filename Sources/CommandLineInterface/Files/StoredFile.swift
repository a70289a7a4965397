internal import Glibc
internal import Rapporteur
internal import Sharing
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

  /// The most bytes that are read: as many as settings can allow a report to have.
  private static let limit = Limits.fileBytes.largest

  /// How long a pipe without a writer is waited for, in milliseconds.
  private static let patience: Int32 = 3_000

  /// Reads a file.
  /// - Parameter isRegular: Whether it must be a plain file: what a report names may be neither a
  ///   pipe that never ends nor a device.
  init(at path: Path, isRegular: Bool = false) throws(Failure) {
    do throws(SystemError) {
      // Whoever opens a pipe and closes it again takes away what was written meanwhile.
      if isRegular, let status = path.status, !status.isRegularFile {
        throw SystemError(code: EINVAL)
      }
      // The opening of a pipe would wait for a writer, who may never come.
      let descriptor = open(path.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw SystemError.last }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
      if status.isFolder { throw SystemError(code: EISDIR) }
      if isRegular, !status.isRegularFile { throw SystemError(code: EINVAL) }
      if status.isDevice, !status.isNull, isatty(descriptor) == 0 {
        throw SystemError(code: ENODEV)
      }
      if status.isRegularFile, Int(status.st_size) > Self.limit {
        throw SystemError(code: EOVERFLOW)
      }
      identity = Identity(status)
      text = try Self.contents(of: descriptor, status)
    } catch {
      throw Failure("\(path.text) cannot be read: \(error.reason)")
    }
  }

  /// Reads a stream to its end.
  init(standardInput descriptor: Int32) throws(Failure) {
    do throws(SystemError) {
      text = try Self.contents(of: descriptor, stat())
      identity = Identity(device: .max, inode: UInt64(descriptor))
    } catch {
      throw Failure("standard input cannot be read: \(error.reason)")
    }
  }

  /// Reads to the end.
  /// - Parameter status: What the system knows of the file; nothing of a stream.
  private static func contents(of descriptor: Int32, _ status: stat) throws(SystemError)
    -> TextStorage
  {
    var capacity = max(min(Int(status.st_size), limit) + 1, 1 << 12)
    var isAwaited = status.isPipe
    var memory = UnsafeMutablePointer.allocateText(capacity)
    var count = 0
    if status.isRegularFile, capacity > longFile {
      count = stretches(of: descriptor, capacity - 1, into: memory)
      lseek(descriptor, off_t(count), SEEK_SET)
    }
    while true {
      if count == capacity {
        let larger = UnsafeMutablePointer.allocateText(capacity * 2)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
        capacity *= 2
      }
      let received = read(descriptor, memory + count, capacity - count)
      if received == 0, !isAwaited { return TextStorage(adopting: memory, count: count) }
      do throws(SystemError) {
        if received > 0 {
          count += received
          if count > limit { throw SystemError(code: EOVERFLOW) }
        } else if received == 0 {
          try awaitInput(of: descriptor, for: patience)
        } else if errno == EAGAIN, !status.isRegularFile {
          try awaitInput(of: descriptor, for: -1)
        } else if errno != EINTR {
          throw .last
        }
      } catch {
        memory.deallocate()
        throw error
      }
      isAwaited = false
    }
  }

  /// From how many bytes on a file is read in two stretches at the same time: the system takes long
  /// to find the memory for them.
  private static let longFile = 1 << 22

  /// Reads what there is of some bytes of a file.
  /// - Returns: How many were read. What is missing is there to be read after them, or nothing is.
  private static func stretches(
    of descriptor: Int32, _ count: Int, into memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let middle = count / 2
    // Each stretch writes to a half of its own.
    nonisolated(unsafe) let memory = memory
    @Sendable func read(_ range: Range<Int>) -> Int {
      var offset = range.lowerBound
      while offset < range.upperBound {
        let received = pread(
          descriptor, memory + offset, range.upperBound - offset, off_t(offset))
        if received > 0 {
          offset += received
        } else if received == 0 || errno != EINTR {
          break
        }
      }
      return offset - range.lowerBound
    }
    let (before, after) = Crew.ofThreads(2).both(
      { read(0..<middle) }, { read(middle..<count) })
    return before < middle ? before : before + after
  }

  /// - Parameter time: How long to wait, in milliseconds; as long as it takes where it is negative.
  private static func awaitInput(of descriptor: Int32, for time: Int32) throws(SystemError) {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&wait, 1, time) == 0 { throw SystemError(code: EPIPE) }
  }
}
