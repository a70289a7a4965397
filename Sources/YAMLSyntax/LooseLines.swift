internal import SourceText

/// The lines of a file read as their author sees them: every space is one, whatever its character.
struct LooseLines {
  private let source: YAMLBytes
  private let spaces: [Range<Int>]
  private let keys: KeyNames
  /// The column of what holds the lines of text that follow; nil outside such lines.
  private var textColumn: Int?
  private var position = 0
  private var lineStart = 0
  /// The unusual spaces of the line that stand in its structure.
  private var passed: [Range<Int>] = []

  init(_ source: YAMLBytes, spaces: [Range<Int>], keys: KeyNames) {
    self.source = source
    self.spaces = spaces
    self.keys = keys
  }

  /// The unusual spaces in the structure of the file, by lines.
  mutating func misplacedSpaces() -> [[Range<Int>]] {
    guard !spaces.isEmpty else { return [] }
    var lines: [[Range<Int>]] = []
    position = source.lineStart(of: 0)
    while position < source.count {
      lineStart = position
      passed = []
      if readLine(), !passed.isEmpty { lines.append(passed) }
      position = source.lineEnd(from: position)
      position += max(source.breakWidth(at: position), 1)
    }
    return lines
  }

  /// The column of a place on the line, in characters from 0.
  private func column(of offset: Int) -> Int {
    (lineStart..<offset).count { source[$0] & 0xC0 != 0x80 }
  }

  /// Reads indentation, dashes, the key and the header of a block of text.
  /// - Returns: Whether the line begins with a dash or a key.
  private mutating func readLine() -> Bool {
    skipSpaces()
    if source.isLineEnd(at: position) { return false }
    if let textColumn, column(of: position) > textColumn { return false }
    textColumn = nil
    var holder: Int?
    var beforeValue = passed
    while source[position] == .hyphen, isSpace(at: position + 1) {
      holder = position
      position += 1
      beforeValue = passed
      let isParted = source.isGap(at: position)
      skipSpaces()
      if !isParted { beforeValue = passed }
    }
    if let key = readKey() { holder = key } else { passed = beforeValue }
    guard let holder else { return false }
    let before = passed
    if readHeader() { textColumn = column(of: holder) } else { passed = before }
    return true
  }

  /// Reads a key with its colon, if there is one.
  /// - Returns: Where the key begins.
  private mutating func readKey() -> Int? {
    let (start, before) = (position, passed)
    while (0x61...0x7A).contains(source[position]) || source[position] == .hyphen { position += 1 }
    let name = source.string(start..<position)
    skipSpaces()
    guard source[position] == .colon, isSpace(at: position + 1), keys.mayBeKey(name) else {
      (position, passed) = (start, before)
      return nil
    }
    position += 1
    let (isParted, beforeValue) = (source.isGap(at: position), passed)
    skipSpaces()
    // Behind an ordinary space they belong to the value.
    if isParted { passed = beforeValue }
    return start
  }

  /// Reads `>-` or the like at the end of a line.
  private mutating func readHeader() -> Bool {
    guard source[position] == UInt8(ascii: ">") || source[position] == UInt8(ascii: "|") else {
      return false
    }
    position += 1
    while "+-123456789".utf8.contains(source[position]) { position += 1 }
    skipSpaces()
    return source.isLineEnd(at: position) || source[position] == .hash
  }

  private func isSpace(at offset: Int) -> Bool {
    source.isGap(at: offset) || source.unseen(at: offset) == .space
  }

  private mutating func skipSpaces() {
    while true {
      if source.isBlank(at: position) {
        position += 1
      } else if source.unseen(at: position) == .space {
        let end = position + source.widthOfUnseen(at: position)
        passed.append(position..<end)
        position = end
      } else {
        return
      }
    }
  }
}
