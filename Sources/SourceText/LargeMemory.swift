#if canImport(Glibc)
  internal import Glibc
#endif

extension UnsafeMutablePointer<UInt8> {
  /// Memory for a text, to be freed with `deallocate`.
  ///
  /// For a long one the system is asked for large pages, each of which it hands over at once: small
  /// ones take it a tenth of the time that a long report is checked in.
  /// - Parameter count: The number of bytes.
  public static func allocateText(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    #if os(Linux)
      let page = 1 << 21
      if count >= 2 * page {
        var memory: UnsafeMutableRawPointer?
        if posix_memalign(&memory, page, count) == 0, let memory {
          madvise(memory, count, Int32(MADV_HUGEPAGE))
          return memory.bindMemory(to: UInt8.self, capacity: count)
        }
      }
    #endif
    return .allocate(capacity: count)
  }
}
