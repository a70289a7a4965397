public import ReportModel
internal import SourceText

/// The number that the first block of a kind must have.
public enum FirstNumber: Hashable, Sendable {
  /// One that follows from what comes before; so many blocks there have no number yet, and may or may
  /// not have been counted when this one was typed.
  case expected(Int, unnumbered: Int = 0)
  /// Any: an addendum continues a document that is not at hand.
  case asTyped
}

extension Profile {
  /// The number that the first block of a kind has in a part of a series.
  ///
  /// - Parameters:
  ///   - kind: `recommendation`, or `paragraph` for paragraphs and statements.
  ///   - part: The position of the part, from 0.
  public func firstNumber(
    of kind: BlockKind, inPart part: Int, of series: Series, language: Language
  ) -> FirstNumber {
    let report = series.parts[part]
    if let numbering = numbering(of: kind), numbering.runsThroughSeries, !series.isSingleReport {
      return runningNumber(of: kind, inPart: part, of: series)
    }
    // What a later part says itself counts only where no series says.
    if part > 0 { return .expected(1) }
    if let start = report.declaredStart(of: kind) { return .expected(start) }
    // A start that is malformed has been reported; it says at least that the number is not 1.
    if report.masthead.given.contains(.starts), report.masthead.starts.isEmpty { return .asTyped }
    return series.isSingleReport && isAddendum(part, of: series, language: language)
      ? .asTyped : .expected(1)
  }

  /// The number with which a kind that runs through a series goes on in a part. Where a part began
  /// again from below, the next may go on from what is typed, or from what would be right.
  private func runningNumber(of kind: BlockKind, inPart part: Int, of series: Series)
    -> FirstNumber
  {
    var typed = RunningNumber(next: series.parts[0].declaredStart(of: kind) ?? 1)
    var right = typed.next
    for report in series.parts[..<part] {
      let first = report.firstNumber(of: kind)
      let expected = first == right ? right : typed.next
      typed.next = expected
      typed.take(report, kind)
      guard let first else { continue }
      right = typed.next + max(expected - first, 0)
    }
    let first = series.parts[part].firstNumber(of: kind)
    return .expected(first == right ? right : typed.next, unnumbered: typed.unnumbered)
  }

  /// Whether a part continues a document: an addendum, or a later part of a series.
  public func isAddendum(_ part: Int, of series: Series, language: Language) -> Bool {
    part > 0
      || (!isWhole && series.parts[part].isAddendum(word: language.phrase(.addendum)))
  }

  /// The style that sibling sections share: the first of the profile's at their depth or below in
  /// which their first label can be read, a label that begins a sequence before all; that of their
  /// depth where there is none.
  ///
  /// - Parameters:
  ///   - label: The first label of the siblings; nil where none has one yet.
  ///   - depth: The number of sections around them.
  public func sectionStyle(ofSiblingsFrom label: String?, depth: Int) -> NumberingStyle {
    let styles = sectionStyles.dropFirst(min(depth, sectionStyles.count))
    let read = label.flatMap { label in
      styles.first { $0.parse(label) == 1 } ?? styles.first { $0.parse(label) != nil }
    }
    return read ?? sectionStyles[min(depth, sectionStyles.count - 1)]
  }

  /// The label that the outline gives to a chapter with a title; nil where it names none.
  public func label(ofChapter title: String) -> String? {
    let title = OutlineSection.comparable(title)
    return outline.first { OutlineSection.comparable($0.title) == title }?.label
  }
}

extension OutlineSection {
  /// A title as titles are compared: small letters, single spaces, no emphasis.
  public static func comparable(_ title: String) -> String {
    // The letters of a title are mostly those of ASCII.
    let small = title.utf8.allSatisfy { $0 < 0x80 } ? title : title.lowercased()
    return String(unsafeUninitializedCapacity: small.utf8.count) { buffer in
      var count = 0
      var isApart = false
      for byte in small.utf8 {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "*"), UInt8(ascii: "_"):
          isApart = count > 0
        default:
          if isApart {
            buffer[count] = UInt8(ascii: " ")
            count += 1
            isApart = false
          }
          buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          count += 1
        }
      }
      return count
    }
  }
}

/// The number with which a kind goes on, as it is typed.
private struct RunningNumber {
  var next: Int
  /// The blocks so far that have no number, and were not counted when those after them were typed.
  private(set) var unnumbered = 0

  init(next: Int) {
    self.next = next
  }

  /// Goes on over the blocks of a part.
  mutating func take(_ report: Report, _ kind: BlockKind) {
    for block in report.blocks {
      // The numbers of an annex are its own.
      if block.kind == .annex, kind == .paragraph { return }
      guard block.kind.sequence == kind, let label = block.label else { continue }
      if label.isEmpty {
        unnumbered += 1
      } else if let number = block.number?.number {
        if number != next { unnumbered = 0 }
        next = number + 1
      }
    }
  }
}

extension Report {
  /// The first number that the masthead declares for a kind.
  public func declaredStart(of kind: BlockKind) -> Int? {
    masthead.starts.last { $0.kind == kind }?.number
  }

  /// The number of the first numbered block of a kind.
  fileprivate func firstNumber(of kind: BlockKind) -> Int? {
    blocks.lazy.filter { $0.kind.sequence == kind }.compactMap(\.number).first?.number
  }
}
