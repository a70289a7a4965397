/// Sixteen bytes of a text, looked at together.
///
/// The operators that have a byte on one side are compiled to a loop; those on two blocks are not.
typealias ByteBlock = SIMD16<UInt8>

extension ByteBlock {
  typealias Marks = SIMDMask<MaskStorage>

  /// Which of the bytes are a character.
  @inline(__always)
  func equals(_ character: Unicode.Scalar) -> Marks {
    self .== ByteBlock(repeating: UInt8(ascii: character))
  }

  /// Which of the bytes are from one to another.
  @inline(__always)
  func isWithin(_ bytes: ClosedRange<UInt8>) -> Marks {
    let distance = self &- ByteBlock(repeating: bytes.lowerBound)
    return distance .<= ByteBlock(repeating: bytes.upperBound &- bytes.lowerBound)
  }

  /// The bytes, capitals as small letters.
  @inline(__always)
  var lowered: ByteBlock { self | ByteBlock(repeating: 0x20) }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  func block(at offset: Int) -> ByteBlock {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: ByteBlock.self)
  }

  /// The first offset from a place on at which something stands, or the end.
  ///
  /// It is looked for in whole blocks, since most texts have none.
  /// - Parameters:
  ///   - marks: At which of the offsets of a block, given its first, it may stand.
  ///   - stands: Whether it stands at an offset.
  @inline(__always)
  func firstOffset(
    from start: Int, marking marks: (Int) -> ByteBlock.Marks, where stands: (Int) -> Bool
  ) -> Int {
    var offset = start
    while offset &+ ByteBlock.scalarCount <= count {
      let halves = unsafeBitCast(marks(offset), to: SIMD2<UInt64>.self)
      for half in 0..<2 where halves[half] != 0 {
        var marks = UInt64(littleEndian: halves[half])
        while marks != 0 {
          let place = marks.trailingZeroBitCount / 8
          let marked = offset &+ 8 &* half &+ place
          if stands(marked) { return marked }
          marks &= ~(0xFF &<< UInt64(8 &* place))
        }
      }
      offset &+= ByteBlock.scalarCount
    }
    while offset < count, !stands(offset) { offset &+= 1 }
    return offset
  }
}
