internal import ReportModel
internal import SourceText

/// The words and the pairs of neighbouring words of a block, by which a reworded block is known.
struct WordBag {
  /// Hashes in ascending order.
  private(set) var words: [UInt32] = []
  private(set) var pairs: [UInt32] = []

  /// The most words that are looked at: a longer text is known by its beginning.
  private static let mostWords = 400

  private var last: UInt32 = 0

  mutating func add(_ text: TextSlice) {
    text.withBytes { bytes in
      var hash: UInt32 = 0
      for byte in bytes {
        if byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 {
          let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
          hash = ((hash == 0 ? 2_166_136_261 : hash) ^ UInt32(small)) &* 16_777_619
        } else if hash != 0 {
          add(word: hash)
          hash = 0
        }
      }
      if hash != 0 { add(word: hash) }
    }
  }

  private mutating func add(word: UInt32) {
    guard words.count < Self.mostWords else { return }
    words.append(word)
    pairs.append((last &* 31) ^ word &* 2_654_435_761)
    last = word
  }

  mutating func close() {
    words.sort()
    pairs.sort()
  }

  /// How much two blocks have in common, from 0 to 1: words count, and so does their order.
  func likeness(to other: WordBag) -> Double {
    (Self.share(words, other.words) + Self.share(pairs, other.pairs)) / 2
  }

  private static func share(_ left: [UInt32], _ right: [UInt32]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2 * Double(common) / Double(left.count + right.count)
  }
}

extension Sheet {
  /// The words of a block, of one with points with theirs.
  func words(of position: Int) -> WordBag {
    var bag = WordBag()
    let report = version.report(of: leaves[position].location)
    let index = leaves[position].location.block
    let block = report.blocks[index]
    forEachWording(of: block) { bag.add($0) }
    if leaves[position].kind != .division, leaves[position].kind != .annex {
      for point in index + 1..<max(block.end, index + 1) {
        forEachWording(of: report.blocks[point]) { bag.add($0) }
      }
    }
    bag.close()
    return bag
  }
}
