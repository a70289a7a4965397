internal import Diagnostics
internal import SourceText

/// Findings about characters that no YAML file may hold, whatever they stand in.
struct CharacterFaults {
  /// The most places that are reported for one kind of fault.
  static let handful = 5
  /// The number of places from which a file is not read on.
  static let limit = 10_000

  let source: YAMLBytes
  let id: FileID

  private func place(_ range: Range<Int>) -> Place {
    Place(id, TextRange(range.lowerBound, range.upperBound))
  }

  /// What the last finding of a handful says of those that are not listed.
  private func rest(_ index: Int, of count: Int) -> String {
    guard index == Self.handful - 1, count > Self.handful else { return "" }
    if count >= Self.limit { return "; the file has thousands of such places" }
    let more = count - Self.handful
    return "; the file has \(more) more such \(more == 1 ? "place" : "places")"
  }

  // MARK: Bytes that are not UTF-8

  func finding(of encoding: Encoding.Other) -> Finding {
    let mark = min(source.count, encoding == .utf16 ? 2 : 4)
    return Finding(
      "encoding-invalid", at: place(0..<mark),
      "the file is \(encoding.rawValue); save it as UTF-8")
  }

  func findings(of faults: [Range<Int>]) -> [Finding] {
    let isLegacy = faults.allSatisfy { legacyText($0) != nil }
    return faults.prefix(Self.handful).enumerated().map { index, range in
      let bytes = source.bytes[range].map { $0.hexadecimal }.joined(separator: " ")
      let text = isLegacy ? legacyText(range) : nil
      let reason =
        text.map { "is “\($0)” in Windows-1252, not in UTF-8" }
        ?? (range.upperBound == source.count
          ? "is a character cut off at the end of the file" : "is no character in UTF-8")
      var fixes = text.map {
        [Fix("Write “\($0)” in UTF-8", safety: .needsReview, edits: [FileEdit(place(range), $0)])]
      }
      if index == 0, isLegacy, faults.count > 1 { fixes?.append(conversion(of: faults)) }
      return Finding(
        "encoding-invalid", at: place(range),
        "byte \(bytes) \(reason); save the file as UTF-8" + rest(index, of: faults.count),
        fixes: fixes ?? [])
    }
  }

  private func conversion(of faults: [Range<Int>]) -> Fix {
    Fix(
      "Convert the file from Windows-1252", safety: .needsReview,
      edits: faults.compactMap { range in
        legacyText(range).map { FileEdit(place(range), $0) }
      })
  }

  private func legacyText(_ range: Range<Int>) -> String? {
    let scalars = source.bytes[range].map(Unicode.Scalar.init(windows1252:))
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      guard let scalar else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  // MARK: Characters that cannot be printed

  /// The places of control characters, and of others that YAML does not let stand in a file, up to
  /// the limit.
  func controlCharacters(from start: Int) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var offset = start
    while offset < source.count, places.count < Self.limit {
      let width = controlWidth(at: offset)
      if width > 0 { places.append(offset..<offset + width) }
      offset += max(width, 1)
    }
    return places
  }

  private func controlWidth(at offset: Int) -> Int {
    switch source[offset] {
    case .tab, .lineFeed, .carriageReturn: 0
    case 0..<0x20, 0x7F: 1
    case 0xC2: source[offset + 1] < 0xA0 && source[offset + 1] != 0x85 ? 2 : 0
    case 0xEF:
      switch (source[offset + 1], source[offset + 2]) {
      case (0xBF, 0xBE), (0xBF, 0xBF): 3
      default: 0
      }
    default: 0
    }
  }

  func findings(ofControlCharacters places: [Range<Int>]) -> [Finding] {
    places.prefix(Self.handful).enumerated().map { index, range in
      let (name, meant) = description(of: range)
      let fix = Fix(
        meant.isEmpty ? "Delete it" : "Write “\(meant)”", safety: .needsReview,
        edits: [FileEdit(place(range), meant)])
      return Finding(
        "yaml-syntax", at: place(range),
        "\(name) cannot stand in a file" + rest(index, of: places.count), fixes: [fix])
    }
  }

  /// The name of a character that cannot be printed, and what was meant by it.
  private func description(of range: Range<Int>) -> (name: String, meant: String) {
    let first = source[range.lowerBound]
    switch (range.count, first) {
    case (3, 0xE2):
      return source[range.lowerBound + 2] == 0xA8
        ? ("a line break from a word processor (U+2028)", " ")
        : ("a paragraph break from a word processor (U+2029)", " ")
    case (2, _) where source[range.lowerBound + 1] == 0x85: return ("a line break (U+0085)", " ")
    case (3, _): return ("a character without a meaning (U+FFFE or U+FFFF)", "")
    case (2, _):
      let byte = source[range.lowerBound + 1]
      let meant = Unicode.Scalar(windows1252: byte).map { String($0) } ?? ""
      return ("the control character U+00\(byte.hexadecimal)", meant)
    case (_, 0): return ("a NUL byte", "")
    case (_, 0x0B): return ("a line break from a word processor (U+000B)", " ")
    case (_, 0x0C): return ("a page break (U+000C)", " ")
    default: return ("the control character U+00\(first.hexadecimal)", "")
    }
  }
}

extension UInt8 {
  /// The byte as two hexadecimal digits.
  fileprivate var hexadecimal: String {
    (self < 0x10 ? "0" : "") + String(self, radix: 16, uppercase: true)
  }
}
