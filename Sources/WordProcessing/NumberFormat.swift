internal import ReportModel

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
    case .upperRoman: Self.text(of: number, in: .upperRoman)
    case .lowerRoman: Self.text(of: number, in: .lowerRoman)
    case .upperLetter: Self.text(of: number, in: .upperLetter)
    case .lowerLetter: Self.text(of: number, in: .lowerLetter)
    case .ordinal: "\(number)" + Self.ordinalEnding(of: number)
    case .none, .bullet: ""
    }
  }

  /// The most that Word writes in Roman numbers or letters.
  private static let limit = 32_767

  private static func text(of number: Int, in numerals: Numerals) -> String {
    (1...limit).contains(number) ? NumberingStyle(numerals).format(number) : "\(number)"
  }

  private static func ordinalEnding(of number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
  }
}
