internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Checks that identifiers are well formed, given once in the series, and used.
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
    if context.mode != .drafting { reportUnused(context, &findings) }
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

  private func reportUnused(_ context: CheckContext, _ findings: inout [Finding]) {
    guard context.report.blocks.contains(where: { $0.identifier != nil }) else { return }
    var used: Set<TextSlice> = []
    for report in context.series.parts {
      report.forEachPassage { passage in
        for element in Prose(passage.text.text).elements {
          guard case .reference(let reference) = element.kind else { continue }
          for range in reference.identifiers {
            used.insert(reference.identifier(range, in: passage.text.text))
          }
        }
      }
    }
    for block in context.report.blocks {
      guard let identifier = block.identifier, !used.contains(identifier.text) else { continue }
      findings.append(
        Finding(
          "identifier-unused", at: context.place(identifier.range),
          "nothing refers to `\(identifier.string)`"))
    }
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
