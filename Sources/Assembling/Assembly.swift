public import Diagnostics
public import ReportModel
public import RuleLibrary
public import SourceText
public import YAMLSyntax

/// The merged report of a series, made of the bytes of its parts.
///
/// Its numbers are those of the parts until edits of the parts say otherwise: the merged report is
/// read, numbered as reports are, and written again with the edits.
public struct Assembly {
  /// What the parts say differently, so that they cannot be merged.
  public let conflicts: [Finding]
  /// What changes in the parts, whatever the numbers: keys of footnotes, and "continued".
  public let edits: [FileID: EditScript]
  private let manuscript: Manuscript
  private let order: MergedOrder
  private let series: Series

  /// Plans the merged report.
  /// - Parameters:
  ///   - series: The parts, all of which can be read.
  ///   - trees: The files of the parts and of the series.
  ///   - seriesFile: The file that lists the parts.
  ///   - profile: The profile of the merged report.
  public init(
    of series: Series, trees: [FileID: YAMLTree], seriesFile: FileID, profile: Profile
  ) {
    self.series = series
    let consolidation = Consolidation(of: series, by: profile)
    order = MergedOrder(consolidation, of: series)
    let roots = series.parts.compactMap { report in
      trees[report.id]?.root.map { MappingSource($0, in: report.id, opening: nil) }
    }
    precondition(roots.count == series.parts.count, "a part that cannot be read is merged")
    let final = trees[seriesFile]?.root.flatMap {
      MappingSource($0, in: seriesFile, opening: nil)["final"]
    }.map { MappingSource(valueOf: $0) }
    let footnotes = MergedFootnotes(of: series)
    let masthead = MergedMasthead(of: series, roots: roots, final: final, footnotes: footnotes)
    let identifiers = JoinedIdentifiers(consolidation, of: series)
    conflicts =
      consolidation.conflicts + masthead.conflicts + Self.repetitions(in: series)
    edits =
      Rewording(
        of: series, footnotes: footnotes, identifiers: identifiers.replacements,
        continued: ContinuedKeys(of: series, roots: roots.map(\.cursor)).removals
      ).edits

    var composer = Composer(
      Manuscript(
        files: trees.mapValues(\.file), lineBreak: series.parts[0].file.lineBreak),
      series, BlockSources(consolidation, of: series, roots: roots.map(\.cursor)))
    masthead.write(to: &composer)
    composer.write("contents", consolidation.contents, of: roots, at: 0)
    composer.write("annexes", consolidation.annexes.map { .whole($0) }, of: roots, at: 0)
    composer.writeClosing()
    manuscript = composer.manuscript
  }

  /// The merged report as a file, with edits made in the parts that it is written from.
  public func text(with edits: [FileID: EditScript]) -> TextStorage { manuscript.text(with: edits) }

  /// The position that a block of a part has in the merged report, in reading order.
  public func position(of location: BlockLocation) -> BlockIndex {
    order.positions[location.part][location.block]
  }

  /// The blocks that are not in a merged report as they are in their part: they are written in a way
  /// in which they cannot be moved.
  /// - Parameter merged: What was read from ``text(with:)`` without edits.
  public func unfaithfulBlocks(in merged: Report) -> [Finding] {
    for (position, origin) in order.origins.enumerated() {
      let report = series.parts[origin.part]
      let block = report.blocks[origin.block]
      if position < merged.blocks.count, merged.blocks[position].says(what: block) { continue }
      return [
        Finding(
          "value-malformed", at: report.place(block.keyRange),
          "this is written in a way in which it cannot be moved to the merged report; begin a line "
            + "with each key, and a list with a dash")
      ]
    }
    return []
  }

  /// Where places of the merged report come from.
  public func sources(of ranges: [TextRange], with edits: [FileID: EditScript]) -> [Place] {
    manuscript.sources(of: ranges, with: edits)
  }

  private static func repetitions(in series: Series) -> [Finding] {
    IdentifierIndex(series).repetitions.compactMap { later, first in
      let (part, other) = (series.parts[later.part], series.parts[first.part])
      guard let identifier = part.blocks[later.block].identifier,
        let earlier = other.blocks[first.block].identifier
      else { return nil }
      return Finding(
        "identifier-repeated", at: part.place(identifier.range),
        "identifier `\(identifier.string)` is given already in \(other.file.name)",
        related: [
          RelatedPlace(other.place(earlier.range), "the first `\(identifier.string)`")
        ])
    }
  }
}

extension Block {
  /// Whether the block is of the kind of another, and has its label and its text.
  fileprivate func says(what other: Block) -> Bool {
    kind == other.kind && label?.text == other.label?.text
      && text?.text.lines == other.text?.text.lines
      && title?.text.lines == (other.title ?? title)?.text.lines
  }
}

extension TextSlice {
  /// The text without the line ends after it, which the end of a file may have taken from it.
  fileprivate var lines: TextSlice {
    var count = count
    while count > 0, self[count - 1] == 0x0A { count -= 1 }
    return self[0..<count]
  }
}
