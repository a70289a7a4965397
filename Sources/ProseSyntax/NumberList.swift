/// The numbers that follow a word: "12, 14 and 15", "3–7", "II.A", "5 (a) and (b)".
struct NumberList {
  private(set) var numbers: [TypedReference.Number] = []
  /// Where the last number ends with the points that follow it.
  private(set) var end: Int
  /// Whether the last number may count what follows: "in paragraph 12, 14 States".
  private(set) var isAmbiguous = false

  private let reader: WordReader
  private let words: ReferenceWords
  private let isLettered: Bool

  private var bytes: UnsafeBufferPointer<UInt8> { reader.bytes }

  /// Reads the list that begins at a place, if one does.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: ReferenceWords, at start: Int, isLettered: Bool
  ) {
    reader = WordReader(bytes)
    self.words = words
    self.isLettered = isLettered
    end = start
    guard var number = Number(reader, at: start, isLettered: isLettered) else { return nil }
    var last = Joint.none
    while true {
      end = pointsEnd(from: number.range.upperBound)
      guard let (joint, next) = continuation() else { break }
      numbers.append(number.typed(throughNext: joint == .range, pointsEnd: end))
      number = next
      last = joint
    }
    numbers.append(number.typed(throughNext: false, pointsEnd: end))
    isAmbiguous = last == .comma && isFollowedByWord
  }

  var range: Range<Int> {
    (numbers.first?.range.lowerBound ?? end)..<(numbers.last?.range.upperBound ?? end)
  }

  private enum Joint {
    case none
    case comma
    case conjunction
    case range
  }

  private func continuation() -> (Joint, Number)? {
    guard let (joint, next) = joint(at: end),
      let number = Number(reader, at: next, isLettered: isLettered)
    else { return nil }
    return (joint, number)
  }

  /// What joins two numbers, and where the second may begin.
  private func joint(at start: Int) -> (Joint, next: Int)? {
    let mark = reader.skipSpace(from: start)
    if let dash = dashEnd(at: mark) { return (.range, reader.skipSpace(from: dash)) }
    let comma = bytes.byte(at: start) == UInt8(ascii: ",") ? start + 1 : nil
    let after = comma ?? start
    if let word = reader.end(ofOne: words.rangeWords, after: after) {
      return (.range, reader.skipSpace(from: word))
    }
    if let word = reader.end(ofOne: words.conjunctions, after: after) {
      return (.conjunction, reader.skipSpace(from: word))
    }
    guard let comma else { return nil }
    let next = reader.skipSpace(from: comma)
    return next > comma ? (.comma, next) : nil
  }

  /// The end of a hyphen or of a dash, U+2010 to U+2014.
  private func dashEnd(at start: Int) -> Int? {
    guard let byte = bytes.byte(at: start) else { return nil }
    if byte == UInt8(ascii: "-") { return start + 1 }
    guard byte == 0xE2, bytes.byte(at: start + 1) == 0x80, let last = bytes.byte(at: start + 2)
    else { return nil }
    return (0x90...0x94).contains(last) ? start + 3 : nil
  }

  /// The end of the points after a number: "12 (a) (i)", "12 (a) and (b)", "12 (a)–(c)".
  private func pointsEnd(from start: Int) -> Int {
    var end = start
    var next = reader.skipSpace(from: start)
    while let point = pointEnd(at: next) {
      end = point
      next = reader.skipSpace(from: point)
      if bytes.byte(at: next) != UInt8(ascii: "("), let (_, after) = joint(at: point) {
        next = after
      }
    }
    return end
  }

  private func pointEnd(at start: Int) -> Int? {
    guard bytes.byte(at: start) == UInt8(ascii: "(") else { return nil }
    var end = start + 1
    while bytes.byte(at: end)?.isLetterOrDigit == true { end += 1 }
    guard (2...6).contains(end - start), bytes.byte(at: end) == UInt8(ascii: ")") else {
      return nil
    }
    return end + 1
  }

  private var isFollowedByWord: Bool {
    let next = reader.skipSpace(from: end)
    guard next > end, let byte = bytes.byte(at: next) else { return false }
    return byte.isLetter || byte.isMultiByteLetter
  }
}

/// One number of a list.
private struct Number {
  let range: Range<Int>
  let text: String

  func typed(throughNext: Bool, pointsEnd: Int) -> TypedReference.Number {
    TypedReference.Number(
      range: range, text: text, throughNext: throughNext, pointsEnd: pointsEnd)
  }

  /// Reads the number that begins at a place: `12`, `12 bis`, `104.1`, and where blocks are
  /// lettered `II`, `A`, `II.A.1`.
  init?(_ reader: WordReader, at start: Int, isLettered: Bool) {
    let bytes = reader.bytes
    guard let first = bytes.byte(at: start), first.isDigit || isLettered && first.isCapital else {
      return nil
    }
    guard var end = Self.partEnd(bytes, from: start) else { return nil }
    while bytes.byte(at: end) == UInt8(ascii: "."), let next = bytes.byte(at: end + 1),
      next.isDigit || isLettered && next.isCapital
    {
      guard let partEnd = Self.partEnd(bytes, from: end + 1) else { return nil }
      end = partEnd
    }
    guard Self.mayEnd(bytes, at: end) else { return nil }
    let label = String(decoding: bytes[start..<end], as: UTF8.self)
    if let suffix = Self.suffix(reader, after: end) {
      range = start..<suffix.end
      text = label + " " + suffix.word
    } else {
      range = start..<end
      text = label
    }
  }

  /// The end of a part of a label: a decimal number, one capital or a Roman number.
  private static func partEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let isDecimal = bytes[start].isDigit
    var end = start + 1
    while let byte = bytes.byte(at: end), isDecimal ? byte.isDigit : byte.isCapital { end += 1 }
    let isLabel = isDecimal || end == start + 1 || bytes[start..<end].allSatisfy(\.isRoman)
    return isLabel ? end : nil
  }

  /// Whether what follows makes the number no part of something else: of `5/1`, `12-year`,
  /// `1,000`, `12th`.
  private static func mayEnd(_ bytes: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    guard let byte = bytes.byte(at: end) else { return true }
    let next = bytes.byte(at: end + 1)
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "%"): return false
    case UInt8(ascii: "-"): return next?.isLetter != true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"): return next?.isDigit != true
    default: return !byte.isLetterOrDigit && !byte.isMultiByteLetter
    }
  }

  /// Latin adverbs, the same in every language; those above twelve are not in use.
  private static let suffixes = [
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies",
    "decies", "undecies", "duodecies",
  ].map { Array($0.utf8) }

  /// The suffix of a number, which may stand in italics.
  private static func suffix(_ reader: WordReader, after end: Int) -> (word: String, end: Int)? {
    let bytes = reader.bytes
    var start = reader.skipSpace(from: end)
    guard start > end, let first = bytes.byte(at: start) else { return nil }
    let isItalic = first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
    if isItalic { start += 1 }
    guard let wordEnd = reader.end(ofOne: suffixes, at: start) else { return nil }
    if isItalic, bytes.byte(at: wordEnd) != first { return nil }
    return (
      String(decoding: bytes[start..<wordEnd], as: UTF8.self), isItalic ? wordEnd + 1 : wordEnd
    )
  }
}
