internal import Diagnostics
internal import SourceText

/// Finds characters that look like a space or like nothing, as word processors and web pages have
/// them: YAML and everyone who searches the text take them for another.
struct UnseenCharacters {
  private let file: SourceFile
  private let source: YAMLBytes
  private let id: FileID
  private let keys: KeyNames
  /// Spaces other than the ordinary one, at places where an ordinary one may belong.
  private var spaces: [Range<Int>] = []
  /// Characters at which YAML breaks a line and no editor does.
  private var breaks: [Range<Int>] = []
  /// Characters that take no room, where no script needs them.
  private var invisible: [Range<Int>] = []

  init(in file: SourceFile, id: FileID, keys: KeyNames) {
    self.file = file
    source = YAMLBytes(file.text.bytes)
    self.id = id
    self.keys = keys
    var directions: [Range<Int>] = []
    for lead in [0xC2, 0xE2, 0xEF] as [UInt8] {
      var offset = file.byteOrderMarkCount
      while let start = source.firstIndex(of: lead, from: offset) {
        let range = start..<start + source.widthOfUnseen(at: start)
        switch source.unseen(at: start) {
        case .space: if mayBeMisplaced(range) { spaces.append(range) }
        case .lineBreak: breaks.append(range)
        case .invisible: if !isNeeded(range) { invisible.append(range) }
        case .byteOrderMark: invisible.append(range)
        case .direction: directions.append(range)
        case nil: break
        }
        offset = start + 1
      }
    }
    if !directions.isEmpty, !hasLettersFromTheRight { invisible += directions }
    spaces.sort { $0.lowerBound < $1.lowerBound }
    invisible.sort { $0.lowerBound < $1.lowerBound }
  }

  /// The most findings that are made: more than anyone reads.
  private static let mostFindings = 20_000

  /// What is read of the file, with findings on the characters.
  /// - Parameter read: Reads the file. It is not read where a space stands in its structure that YAML
  ///   takes for text: what could be said would only follow from that.
  func reading(_ read: () -> YAMLReading) -> YAMLReading {
    var lines = LooseLines(source, spaces: spaces, keys: keys)
    let misplaced = lines.misplacedSpaces()
    if !misplaced.isEmpty {
      return YAMLReading(tree: nil, findings: misplaced.map(finding(ofMisplaced:)))
    }
    let reading = read()
    let atBreaks = CharacterFaults(source: source, id: id).findings(ofControlCharacters: breaks)
    guard let tree = reading.tree, breaks.isEmpty || reading.isFaithful else {
      return breaks.isEmpty ? reading : YAMLReading(tree: nil, findings: atBreaks)
    }
    return reading.adding(
      atBreaks + findings(onSpacesIn: tree)
        + invisible.prefix(Self.mostFindings).compactMap { finding(ofInvisible: $0, in: tree) })
  }

  // MARK: Places

  /// Whether a space is at the beginning or the end of something, rather than between two words.
  private func mayBeMisplaced(_ space: Range<Int>) -> Bool {
    let before = space.lowerBound - 1
    if before < 0 || source.isGap(at: space.upperBound) || source.isGap(before: space.lowerBound) {
      return true
    }
    return "\"'-:|>+".utf8.contains(source[before]) || source[space.upperBound] == .colon
      || source.unseen(at: space.upperBound) == .space
      || source.unseen(before: space.lowerBound) == .space
  }

  /// Whether a character that takes no room stands in a script that may need it, or in an emoji.
  private func isNeeded(_ range: Range<Int>) -> Bool {
    var first = max(range.lowerBound - 1, 0)
    while first > 0, source[first] & 0xC0 == 0x80 { first -= 1 }
    return !isEuropean(first) || !isEuropean(range.upperBound)
  }

  /// Whether the character at an offset is of a script of Europe, a mark or a space.
  private func isEuropean(_ offset: Int) -> Bool {
    switch source[offset] {
    case 0..<0x80, 0xC2...0xD4: true
    case 0xE1: source[offset + 1] >= 0xB8
    case 0xE2: source[offset + 1] <= 0x81
    case 0xEF: source[offset + 1] == 0xBB && source[offset + 2] == 0xBF
    default: false
    }
  }

  /// Whether the file has letters of a script that is written from the right.
  private var hasLettersFromTheRight: Bool {
    source.bytes.indices.contains { offset in
      switch source[offset] {
      case 0xD6: source[offset + 1] >= 0x90
      case 0xD7...0xDF: true
      case 0xE0: source[offset + 1] <= 0xA3
      case 0xEF: (0xAC...0xBB).contains(source[offset + 1]) && source[offset + 2] != 0xBF
      default: false
      }
    }
  }

  // MARK: Findings

  private func finding(ofMisplaced spaces: [Range<Int>]) -> Finding {
    let place = place(spaces[0])
    return Finding(
      "yaml-syntax", at: place,
      "\(name(of: spaces[0])) stands where YAML knows only the ordinary space",
      fixes: [
        Fix(
          "Write an ordinary space", safety: .safe,
          edits: spaces.map { FileEdit(self.place($0), " ") })
      ])
  }

  /// Findings on the spaces at the beginning or the end of a text.
  private func findings(onSpacesIn tree: YAMLTree) -> [Finding] {
    var findings: [Finding] = []
    var covered = 0
    for space in spaces where space.lowerBound >= covered {
      let end = endOfSpaces(from: space.lowerBound)
      covered = end
      guard let index = tree.scalar(around: space.lowerBound), findings.count < Self.mostFindings
      else { continue }
      let node = tree.nodes[index]
      let opening = node.style == .plain ? node.start.utf8 : node.start.utf8 + 1
      let beginsText = source.isGap(from: opening, to: space.lowerBound)
      let begins = beginsText || source.startsLine(space.lowerBound)
      guard begins || node.style == .plain && end >= node.end.utf8 else { continue }
      let isStructure = node.style == .plain && begins && source[end].isYAMLMark
      let edge =
        beginsText ? "beginning of a text" : begins ? "beginning of a line" : "end of a text"
      findings.append(
        Finding(
          "space-unusual", at: place(space),
          "\(name(of: space)) stands at the \(edge)",
          fixes: [
            Fix(
              "Delete it", safety: isStructure ? .needsReview : .safe,
              edits: [FileEdit(place(space.lowerBound..<min(end, node.end.utf8)), "")])
          ]))
    }
    return findings
  }

  private func endOfSpaces(from start: Int) -> Int {
    var end = start
    while let width = source.unseen(at: end) == .space
      ? source.widthOfUnseen(at: end) : source.isBlank(at: end) ? 1 : nil
    {
      end += width
    }
    return end
  }

  private func finding(ofInvisible range: Range<Int>, in tree: YAMLTree) -> Finding? {
    guard let index = tree.scalar(around: range.lowerBound) else { return nil }
    let node = tree.nodes[index]
    // Behind a soft hyphen at the end of a line a word may go on.
    let isBeforeGap = source[range.lowerBound] == 0xC2 && source.isGap(at: range.upperBound)
    let isStructure =
      node.style == .plain && node.start.utf8 == range.lowerBound
      && source[range.upperBound].isYAMLMark
    return Finding(
      "character-invisible", at: place(range), "\(name(of: range)) is in the text and not seen",
      fixes: [
        Fix(
          "Delete it", safety: isBeforeGap || isStructure ? .needsReview : .safe,
          edits: [FileEdit(place(range), "")])
      ])
  }

  private func place(_ range: Range<Int>) -> Place {
    Place(id, TextRange(range.lowerBound, range.upperBound))
  }

  /// What a character is called: "a no-break space (U+00A0)".
  private func name(of range: Range<Int>) -> String {
    let value = source.string(range).unicodeScalars.first?.value ?? 0
    let name =
      switch value {
      case 0xA0: "a no-break space"
      case 0xAD: "a soft hyphen"
      case 0x2007: "a figure space"
      case 0x2009: "a thin space"
      case 0x202F: "a narrow no-break space"
      case 0x200B: "a zero-width space"
      case 0x200C: "a zero-width non-joiner"
      case 0x200D: "a zero-width joiner"
      case 0xFEFF: "a byte order mark"
      case 0x2000...0x200A, 0x205F: "an unusual space"
      default: "a mark of the direction of writing"
      }
    let digits = String(value, radix: 16, uppercase: true)
    return "\(name) (U+\(String(repeating: "0", count: max(4 - digits.count, 0)))\(digits))"
  }
}

extension YAMLBytes {
  enum Unseen {
    case space, lineBreak, invisible, byteOrderMark, direction
  }

  /// What the character at an offset is, if it is one that is not seen as what it is.
  func unseen(at offset: Int) -> Unseen? {
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): .space
    case (0xC2, 0x85, _), (0xE2, 0x80, 0xA8...0xA9): .lineBreak
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8D): .invisible
    case (0xEF, 0xBB, 0xBF): .byteOrderMark
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9): .direction
    default: nil
    }
  }

  /// The bytes of such a character.
  func widthOfUnseen(at offset: Int) -> Int { self[offset] == 0xC2 ? 2 : 3 }

  /// What the character before an offset is.
  func unseen(before offset: Int) -> Unseen? {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : unseen(at: start)
  }
}

extension YAMLReading {
  /// The same with more findings.
  fileprivate func adding(_ more: [Finding]) -> YAMLReading {
    more.isEmpty
      ? self
      : YAMLReading(
        tree: tree, isFaithful: isFaithful, leftOut: leftOut, assumesDashes: assumesDashes,
        findings: findings + more)
  }
}
