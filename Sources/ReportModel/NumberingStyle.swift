/// How the number of a label is written.
public enum Numerals: UInt8, Sendable, CaseIterable {
  case decimal
  case upperRoman
  case lowerRoman
  case upperLetter
  case lowerLetter
}

/// How a label is written: its numerals, and the marks around them.
///
/// Chapters are I, then A, 1, (a), (i); subparagraphs (a), (i), a. (United Nations Editorial
/// Manual, "Headings" and "Paragraphs and subparagraphs").
public struct NumberingStyle: Hashable, Sendable {
  public enum Enclosure: UInt8, Sendable {
    /// `A`
    case none
    /// `(a)`
    case parentheses
    /// `a.`
    case fullStop
  }

  public let numerals: Numerals
  public let enclosure: Enclosure

  public init(_ numerals: Numerals, _ enclosure: Enclosure = .none) {
    self.numerals = numerals
    self.enclosure = enclosure
  }

  public static let decimal = NumberingStyle(.decimal)
  public static let upperRoman = NumberingStyle(.upperRoman)

  /// The styles of points by level: (a), (i), a., and from there again.
  public static let points = [
    NumberingStyle(.lowerLetter, .parentheses), NumberingStyle(.lowerRoman, .parentheses),
    NumberingStyle(.lowerLetter, .fullStop),
  ]

  /// The label of a point: letters and Roman numerals as long as a label is one that can be read,
  /// then figures, which are no longer for many points than for few.
  /// - Parameters:
  ///   - ordinal: The place of the point among those of its level, from 1.
  ///   - level: Its level, from 0.
  public static func pointLabel(_ ordinal: Int, level: Int) -> String {
    let style = points[level % points.count]
    let isLong = ordinal > longest * 26
    return (isLong ? NumberingStyle(.decimal, style.enclosure) : style).format(ordinal)
  }

  /// The most characters of a label that is read: nobody counts the letters of a longer one.
  private static let longest = 9

  /// The styles of sections by depth where a profile says nothing.
  public static let sections = [
    NumberingStyle(.upperRoman), NumberingStyle(.upperLetter), NumberingStyle(.decimal),
    NumberingStyle(.lowerLetter, .parentheses), NumberingStyle(.lowerRoman, .parentheses),
  ]

  /// The style of which an example is given, as in a profile: `I`, `A`, `1`, `(a)`, `(i)`, `a.`
  public init?(example: String) {
    var core = example[...]
    var enclosure = Enclosure.none
    if core.hasPrefix("("), core.hasSuffix(")") {
      enclosure = .parentheses
      core = core.dropFirst().dropLast()
    } else if core.hasSuffix(".") {
      enclosure = .fullStop
      core = core.dropLast()
    }
    switch core {
    case "1": self.init(.decimal, enclosure)
    case "I": self.init(.upperRoman, enclosure)
    case "i": self.init(.lowerRoman, enclosure)
    case "A": self.init(.upperLetter, enclosure)
    case "a": self.init(.lowerLetter, enclosure)
    default: return nil
    }
  }

  /// A number as it is printed in this style.
  /// - Parameter number: The number, from 1.
  public func format(_ number: Int) -> String {
    let core =
      switch numerals {
      case .decimal: String(number)
      case .upperRoman: Self.roman(number)
      case .lowerRoman: Self.roman(number).lowercased()
      case .upperLetter: Self.letters(number, first: "A")
      case .lowerLetter: Self.letters(number, first: "a")
      }
    return switch enclosure {
    case .none: core
    case .parentheses: "(\(core))"
    case .fullStop: core + "."
    }
  }

  /// The number that a text stands for in this style, or nil where it is not of this style.
  public func parse(_ text: String) -> Int? {
    var core = text[...]
    switch enclosure {
    case .none: break
    case .parentheses:
      guard core.hasPrefix("("), core.hasSuffix(")"), core.utf8.count > 2 else { return nil }
      core = core.dropFirst().dropLast()
    case .fullStop:
      guard core.hasSuffix(".") else { return nil }
      core = core.dropLast()
    }
    // Written back, so that "IIII", "012" and "aB" are not taken for numbers.
    guard let number = value(of: core), format(number) == text else { return nil }
    return number
  }

  private func value(of core: Substring) -> Int? {
    guard !core.isEmpty, core.utf8.count <= Self.longest else { return nil }
    switch numerals {
    case .decimal: return Int(core)
    case .upperRoman, .lowerRoman: return Self.romanValue(core.uppercased())
    case .upperLetter, .lowerLetter:
      let letters = Array(core.uppercased().utf8)
      guard letters.allSatisfy({ $0 == letters[0] && (0x41...0x5A).contains($0) }) else {
        return nil
      }
      return (letters.count - 1) * 26 + Int(letters[0] - 0x41) + 1
    }
  }

  private static let romanDigits: [(value: Int, digits: String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  private static func roman(_ number: Int) -> String {
    var rest = number
    var digits = ""
    for digit in romanDigits {
      while rest >= digit.value {
        digits += digit.digits
        rest -= digit.value
      }
    }
    return digits
  }

  private static func romanValue(_ text: String) -> Int? {
    var rest = text[...]
    var value = 0
    for digit in romanDigits {
      while rest.hasPrefix(digit.digits) {
        rest = rest.dropFirst(digit.digits.count)
        value += digit.value
      }
    }
    return rest.isEmpty && value > 0 ? value : nil
  }

  /// A to Z, then AA, BB, CC, as lists of points go on after the alphabet.
  private static func letters(_ number: Int, first: Unicode.Scalar) -> String {
    guard number > 0 else { return "" }
    let letter = Unicode.Scalar(UInt8(first.value) + UInt8((number - 1) % 26))
    return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
  }
}
