internal import Glibc
internal import SourceText

/// A stream that text is written to: a file descriptor, or memory.
final class TextOutput {
  private let descriptor: Int32?
  private var buffer: [UInt8] = []
  private var isClosed = false
  /// Why the last write failed. A reader that has gone away is no fault.
  private(set) var fault: SystemError?

  /// A stream that writes to a file descriptor, some kilobytes at a time.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// A stream that keeps what is written.
  init() {
    descriptor = nil
  }

  /// What has been written and not gone to a file descriptor.
  var text: String { String(decoding: buffer, as: UTF8.self) }

  var isTerminal: Bool { descriptor.map { isatty($0) == 1 } ?? false }

  /// The columns of the terminal; nil where there is none.
  var terminalWidth: Int? {
    guard let descriptor, isTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  func write(_ text: TextStorage) {
    withExtendedLifetime(text) { write(text.bytes) }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isClosed else { return }
    if let descriptor, bytes.count >= Self.fullBuffer {
      flush()
      send(UnsafeRawBufferPointer(bytes), to: descriptor)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.fullBuffer { flush() }
  }

  private static let fullBuffer = 1 << 16

  /// Hands on what has been written so far.
  func flush() {
    guard let descriptor, !buffer.isEmpty else { return }
    buffer.withUnsafeBytes { send($0, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    guard !isClosed else { return }
    do throws(SystemError) {
      try writeAll(bytes, to: descriptor)
    } catch {
      isClosed = true
      if error.code != EPIPE { fault = error }
    }
  }
}
