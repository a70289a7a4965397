internal import SourceText

/// How a text is written as a scalar of a file that a person is to read on.
public enum ScalarWriting {
  /// The columns that a line may take.
  public static let width = 88

  /// The spaces before a line, written at once however many they are.
  public static func margin(_ columns: Int) -> String {
    String(unsafeUninitializedCapacity: columns) { buffer in
      buffer.initialize(repeating: .space)
      return columns
    }
  }

  /// A text in the quietest style that says it: plain, in double quotes where it is short, else
  /// folded.
  ///
  /// - Parameters:
  ///   - text: The text, without blanks around it.
  ///   - column: The column, from 0, at which the scalar begins.
  ///   - indentation: The spaces before the lines of a folded scalar.
  public static func scalar(_ text: String, at column: Int, indentation: Int) -> String {
    let fits = column + text.unicodeScalars.prefix(width + 1).count <= width
    if fits, isPlain(text) { return text }
    if fits {
      let quoted = quoted(text)
      let hasEscapes = quoted.utf8.count > text.utf8.count + 2
      if !hasEscapes, column + quoted.unicodeScalars.count <= width { return quoted }
    }
    return folded(text, indentation: indentation)
  }

  /// A text within brackets or braces.
  public static func flowScalar(_ text: String) -> String {
    isPlain(text, isInFlow: true) ? text : quoted(text)
  }

  /// A text under `>-`; in double quotes where it has what no block can hold.
  /// - Parameter indentation: The spaces before each line.
  public static func folded(_ text: String, indentation: Int) -> String {
    guard isFoldable(text) else { return quoted(text) }
    let margin = margin(indentation)
    var folded = ">-"
    let paragraphs = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { folded += "\n" }
      for line in lines(of: Substring(paragraph), width: max(width - indentation, 40)) {
        folded += line.isEmpty ? "\n" : "\n\(margin)\(line)"
      }
    }
    return folded
  }

  /// Lines under `|`; in double quotes where they have what no block can hold.
  /// - Parameter indentation: The spaces before each line.
  public static func literal(_ lines: [String], indentation: Int) -> String {
    guard lines.allSatisfy({ !$0.isEmpty && isFoldable($0) }) else {
      return quoted(lines.joined(separator: "\n"))
    }
    let margin = margin(indentation)
    return "|" + lines.map { "\n\(margin)\($0)" }.joined()
  }

  private static func isPlain(_ text: String, isInFlow: Bool = false) -> Bool {
    let origin = ScalarOrigin(
      range: TextRange(0, 0), style: .plain, indentation: 0, isInFlow: isInFlow)
    return !text.isEmpty && text.unicodeScalars.allSatisfy(\.standsForItself)
      && !text.utf8.contains(.tab) && ScalarGap(anywhereIn: origin).admits(text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars { quoted += scalar.typedInDoubleQuotes }
    return quoted + "\""
  }

  /// Whether every line begins and ends with something else than a blank, so that it is folded.
  private static func isFoldable(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != .lineFeed,
      last != .lineFeed,
      text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.standsForItself })
    else { return false }
    return text.utf8.split(separator: .lineFeed).allSatisfy { line in
      line.first != .space && line.first != .tab && line.last != .space && line.last != .tab
    }
  }

  /// A paragraph broken at single spaces into lines of a width, in characters.
  private static func lines(of paragraph: Substring, width: Int) -> [Substring] {
    var lines: [Substring] = []
    var start = paragraph.startIndex
    var space: String.Index?
    var column = 0
    var columnOfSpace = 0
    let scalars = paragraph.unicodeScalars
    var index = start
    while index < paragraph.endIndex {
      if scalars[index] == " ", isSingleSpace(index, in: scalars) {
        space = index
        columnOfSpace = column
      }
      column += 1
      let next = scalars.index(after: index)
      if column > width, let end = space {
        lines.append(paragraph[start..<end])
        start = scalars.index(after: end)
        column -= columnOfSpace + 1
        space = nil
      }
      index = next
    }
    lines.append(paragraph[start...])
    return lines
  }

  private static func isSingleSpace(
    _ index: String.Index, in scalars: Substring.UnicodeScalarView
  ) -> Bool {
    let next = scalars.index(after: index)
    guard index > scalars.startIndex, next < scalars.endIndex else { return false }
    let before = scalars[scalars.index(before: index)]
    return ![" ", "\t"].contains(before) && ![" ", "\t"].contains(scalars[next])
  }
}
