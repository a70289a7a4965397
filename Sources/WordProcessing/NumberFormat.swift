/// How a number of a list is written: ST_NumberFormat of ISO/IEC 29500, as far as reports use it.
enum NumberFormat {
  case decimal, decimalZero
  case upperRoman, lowerRoman
  case upperLetter, lowerLetter
  case ordinal
  case none, bullet

  /// - Parameter name: As it stands in a document. What is not known is written in digits, as Word
  ///   itself does where it lacks a format.
  init(_ name: String) {
    self =
      switch name {
      case "decimalZero": .decimalZero
      case "upperRoman": .upperRoman
      case "lowerRoman": .lowerRoman
      case "upperLetter": .upperLetter
      case "lowerLetter": .lowerLetter
      case "ordinal": .ordinal
      case "none": .none
      case "bullet": .bullet
      default: .decimal
      }
  }

  /// A number as it is printed.
  func text(of number: Int) -> String {
    switch self {
    case .decimal: "\(number)"
    case .decimalZero: number < 10 ? "0\(number)" : "\(number)"
    case .upperRoman: Self.roman(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerLetter: Self.letters(number)
    case .ordinal: "\(number)" + Self.ordinalEnding(of: number)
    case .none, .bullet: ""
    }
  }

  /// The most that Word writes in Roman numbers or letters.
  private static let limit = 32_767

  private static func roman(_ number: Int) -> String {
    guard (1...limit).contains(number) else { return "\(number)" }
    var rest = number
    var text = ""
    for (value, numeral) in numerals {
      while rest >= value {
        text += numeral
        rest -= value
      }
    }
    return text
  }

  private static let numerals = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]

  /// After z come aa, bb, cc.
  private static func letters(_ number: Int) -> String {
    guard (1...limit).contains(number) else { return "\(number)" }
    let letter = UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func ordinalEnding(of number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
  }
}
