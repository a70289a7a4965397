internal import Diagnostics
internal import Glibc
internal import Rapporteur

/// Why the system refused something.
struct SystemError: Error, Equatable {
  /// The value of `errno`.
  let code: Int32

  /// The error that the last call into the system left.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason, in an editor's words.
  var reason: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission is denied"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of its path is not a folder"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "it would be larger than is allowed"
    case EOVERFLOW: "it has more than \(Limits.fileBytes.largest.asSize)"
    case EPIPE: "nobody writes to this pipe"
    case ENODEV: "it is a device, not a file"
    case ENXIO: "it is a socket or a device, not a file"
    case EBADF: "it is closed"
    case ESTALE: "another program changed it after it was read"
    case EROFS: "the disk is read-only"
    case ELOOP: "its symbolic links go in a circle"
    case ENAMETOOLONG: "its name is too long"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}

/// Writes bytes to a file descriptor, however many calls that takes.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&wait, 1, -1)
    } else if errno != EINTR {
      throw .last
    }
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
  var isDevice: Bool { [S_IFCHR, S_IFBLK].contains(st_mode & S_IFMT) }
  /// Whether it is the device that holds nothing.
  var isNull: Bool { st_mode & S_IFMT == S_IFCHR && st_rdev == 1 << 8 | 3 }
}
