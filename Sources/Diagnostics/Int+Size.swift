extension Int {
  /// A number of bytes as people write it: `64 MiB`, `1000 bytes`.
  public var asSize: String {
    for (unit, name) in [(1 << 20, "MiB"), (1 << 10, "KiB")] where self > 0 && self % unit == 0 {
      return "\(self / unit) \(name)"
    }
    return "\(self) bytes"
  }
}
