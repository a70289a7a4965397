internal import Diagnostics

/// How words are set off from each other: by colour, or not at all.
enum Ink {
  case plain
  case coloured

  enum Colour: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case green = "32"
    case faint = "2"
    /// Red, and struck out where the terminal can.
    case struck = "9;31"
  }

  func callAsFunction(_ colour: Colour, _ text: String) -> String {
    switch self {
    case .plain: text
    case .coloured: "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
    }
  }
}

extension Severity {
  var colour: Ink.Colour {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }
}
