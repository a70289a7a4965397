public import SourceText

/// Copies lines of a source to another indentation and another kind of line end.
///
/// The indentation of what follows a line break changes, and nothing else: so texts are the same as
/// before, however they are written.
public struct LineShift {
  public enum Indentation: Hashable, Sendable {
    /// So many columns to the right, or, where negative, to the left.
    case by(Int)
    /// To this column. Only within brackets, braces and quotation marks does indentation not count.
    case to(Int)
  }

  private let indentation: Indentation
  private let lineBreak: [UInt8]?
  /// Whether the next byte is the first of its line.
  private var isAtLineStart = false
  /// The number of columns that are still to be taken from the line.
  private var excess = 0

  /// - Parameters:
  ///   - indentation: Where the lines go. The first one starts in the middle and stays.
  ///   - lineBreak: What line ends become; nil where they stay.
  public init(_ indentation: Indentation, lineBreak: String? = nil) {
    self.indentation = indentation
    self.lineBreak = lineBreak.map { Array($0.utf8) }
  }

  /// Copies a stretch of a file.
  public mutating func copy(_ range: TextRange, of file: SourceFile, to output: inout [UInt8]) {
    withExtendedLifetime(file.text) {
      let bytes = file.text.bytes
      if indentation == .by(0), lineBreak == nil {
        output.append(contentsOf: bytes[range.start.utf8..<range.end.utf8])
      } else {
        copy(range.start.utf8..<range.end.utf8, of: YAMLBytes(bytes), to: &output)
      }
    }
  }

  private mutating func copy(
    _ range: Range<Int>, of source: YAMLBytes, to output: inout [UInt8]
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let width = source.breakWidth(at: offset)
      if width > 0 {
        let isPlain = source[offset] == .lineFeed || source[offset] == .carriageReturn
        if isPlain, let lineBreak {
          output.append(contentsOf: lineBreak)
        } else {
          output.append(contentsOf: source.bytes[offset..<offset + width])
        }
        offset += width
        isAtLineStart = true
        excess = 0
        continue
      }
      if isAtLineStart { startLine(source, offset, &output) }
      if excess > 0, source[offset] == .space || excess == .max && source.isBlank(at: offset) {
        if excess < .max { excess -= 1 }
        offset += 1
        continue
      }
      excess = 0
      let start = offset
      while offset < range.upperBound, source.breakWidth(at: offset) == 0 { offset += 1 }
      output.append(contentsOf: source.bytes[start..<offset])
    }
  }

  private mutating func startLine(_ source: YAMLBytes, _ offset: Int, _ output: inout [UInt8]) {
    isAtLineStart = false
    switch indentation {
    case .by(let columns):
      if columns > 0 { output.append(contentsOf: repeatElement(.space, count: columns)) }
      excess = max(-columns, 0)
    case .to(let column):
      output.append(contentsOf: repeatElement(.space, count: column))
      excess = .max
    }
  }
}
