internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Checks that identifiers are well formed and given once in the series.
struct IdentifierCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    for (later, first) in context.identifiers.repetitions where later.part == context.part {
      reportRepetition(later, first, context, &findings)
    }
    for block in context.report.blocks {
      guard let identifier = block.identifier, !Self.isWellFormed(identifier.text) else { continue }
      findings.append(
        Finding(
          "identifier-malformed", at: context.place(identifier.range),
          "`\(identifier.string)` is not an identifier; an identifier is small letters, digits and "
            + "single hyphens, and begins with a letter"))
    }
  }

  private func reportRepetition(
    _ later: BlockLocation, _ first: BlockLocation, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let other = context.series.parts[first.part]
    guard let identifier = context.report.blocks[later.block].identifier,
      let earlier = other.blocks[first.block].identifier
    else { return }
    let where_ =
      first.part == later.part
      ? "in line \(context.line(of: earlier.range.start))" : "in \(other.file.name)"
    findings.append(
      Finding(
        "identifier-repeated", at: context.place(identifier.range),
        "identifier `\(identifier.string)` is given already \(where_)",
        related: [RelatedPlace(other.place(earlier.range), "the first `\(identifier.string)`")]))
  }

  /// Lower-case kebab-case: words of small letters and digits, with single hyphens between them.
  static func isWellFormed(_ text: TextSlice) -> Bool {
    guard !text.isEmpty, (0x61...0x7A).contains(text[0]) else { return false }
    return text.withBytes { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: break
        case 0x2D where previous != 0x2D: break
        default: return false
        }
        previous = byte
      }
      return previous != 0x2D
    }
  }
}
