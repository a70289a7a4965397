internal import CYAML

/// What libyaml is given to read: several stretches of bytes as if they were one.
final class ParserInput {
  private let stretches: [UnsafeBufferPointer<UInt8>]
  /// The stretch that is being read, and the offset in it.
  private var position = (stretch: 0, offset: 0)

  init(_ stretches: [UnsafeBufferPointer<UInt8>]) {
    self.stretches = stretches
  }

  /// Has a parser read this, which must outlive it.
  func feed(_ parser: inout yaml_parser_t) {
    let itself = Unmanaged.passUnretained(self).toOpaque()
    yaml_parser_set_input(
      &parser,
      { itself, buffer, size, count in
        guard let itself, let buffer, let count else { return 0 }
        let input = Unmanaged<ParserInput>.fromOpaque(itself).takeUnretainedValue()
        count.pointee = input.read(into: UnsafeMutableBufferPointer(start: buffer, count: size))
        return 1
      }, itself)
  }

  /// Copies as many bytes as there is room for.
  /// - Returns: How many those are; 0 at the end.
  private func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    while position.stretch < stretches.count {
      let rest = stretches[position.stretch].dropFirst(position.offset)
      let count = min(rest.count, buffer.count)
      if count > 0 {
        position.offset += count
        return buffer.update(fromContentsOf: rest.prefix(count))
      }
      position = (position.stretch + 1, 0)
    }
    return 0
  }
}
