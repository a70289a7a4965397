public import ReportModel
public import SourceText

/// What Word knows of a paragraph and its text does not say.
///
/// It is typed before the text in characters that no text has, as Unicode has set them aside for
/// the use of programs.
public enum TypedMark: Hashable, Sendable {
  /// A label that Word counts.
  case label(CountedLabel)
  /// The paragraph is indented, and in no list.
  case indentation

  /// Reads the mark at the beginning of a text.
  public init?(readingFrom text: inout TextSlice) {
    if let rest = text.dropping(Self.indentationMark) {
      text = rest
      self = .indentation
      return
    }
    guard let rest = text.dropping(Self.start), rest.count > 2,
      let numerals = Numerals(letter: rest[0]), (0x30...0x39).contains(rest[1]),
      let label = rest[2..<rest.count].dropping(Self.beforeLabel),
      let end = label.firstRange(of: TextSlice(Self.end))
    else { return nil }
    // What would be markup is written with backslashes by now.
    let words = label[0..<end.lowerBound].string.filter { $0 != "\\" }
    self = .label(CountedLabel(text: words.trimmed, numerals: numerals))
    text = label[end.upperBound..<label.count].trimmed
  }

  /// A text without the marks in it.
  public static func removed(from text: TextSlice) -> TextSlice {
    guard text.firstOffset(of: 0xEF) != nil else { return text }
    var scalars = String.UnicodeScalarView()
    var isInMark = false
    for scalar in text.string.unicodeScalars {
      switch scalar.value {
      case 0xFDD0: isInMark = true
      case 0xFDD1: isInMark = false
      case 0xFDD2, 0xFDD3: break
      case _ where !isInMark: scalars.append(scalar)
      default: break
      }
    }
    return TextSlice(String(scalars))
  }

  private static let start = character(0x90)
  private static let beforeLabel = character(0x91)
  private static let end = character(0x92)
  static let indentationMark = character(0x93)

  /// One of U+FDD0 to U+FDEF, which a literal cannot have.
  /// - Parameter last: The last of its bytes in UTF-8.
  private static func character(_ last: UInt8) -> String {
    String(decoding: [0xEF, 0xB7, last], as: UTF8.self)
  }

  static func mark(_ label: String, _ format: NumberFormat, level: Int) -> String {
    "\(start)\(format.letter)\(level)\(beforeLabel)\(label)\(end)"
  }
}

/// A label that Word counts, with the numerals of its own level.
public struct CountedLabel: Hashable, Sendable {
  public let text: String
  public let numerals: Numerals
}

extension NumberFormat {
  /// What stands for the format, as far as labels of reports tell formats apart.
  fileprivate var letter: String {
    switch self {
    case .upperRoman: "I"
    case .lowerRoman: "i"
    case .upperLetter: "A"
    case .lowerLetter: "a"
    default: "1"
    }
  }
}

extension Numerals {
  fileprivate init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "1"): self = .decimal
    case UInt8(ascii: "I"): self = .upperRoman
    case UInt8(ascii: "i"): self = .lowerRoman
    case UInt8(ascii: "A"): self = .upperLetter
    case UInt8(ascii: "a"): self = .lowerLetter
    default: return nil
    }
  }
}

extension TextSlice {
  fileprivate func dropping(_ prefix: String) -> TextSlice? {
    let prefix = prefix.utf8
    guard count >= prefix.count, withBytes({ $0.starts(with: prefix) }) else { return nil }
    return self[prefix.count..<count]
  }
}

extension String {
  fileprivate var trimmed: String { TextSlice(self).trimmed.string }
}
