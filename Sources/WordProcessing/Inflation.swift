internal import CZlib
internal import SourceText

/// What zlib does for archives.
enum Inflation {
  /// Unpacks deflated bytes.
  /// - Parameter count: How many bytes there must be.
  /// - Returns: Nil where the bytes are not deflated ones, or are more or fewer.
  static func inflated(_ packed: UnsafeBufferPointer<UInt8>, count: Int) -> TextStorage? {
    var stream = z_stream()
    // Negative: without the header and the sum that zlib's own files have.
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    let output = TextStorage(capacity: count + 1) { buffer in
      stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
      stream.avail_in = UInt32(packed.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(buffer.count)
      isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
      return buffer.count - Int(stream.avail_out)
    }
    return isWhole && output.count == count ? output : nil
  }

  /// The sum by which an archive tells whether bytes are those that were stored.
  static func checksum(of bytes: TextSlice) -> UInt32 {
    bytes.withBytes { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
