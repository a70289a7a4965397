internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Holds the sections of a report against the outline of its profile.
struct OutlineCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    compare(
      context.profile.outline, isOpen: context.profile.isOutlineOpen,
      with: sections(of: nil, context), under: [], context, &findings)
    checkTitlesOfEarlierParts(context, &findings)
    reportMissing(context, &findings)
  }

  /// A section that an earlier part opened keeps its title.
  private func checkTitlesOfEarlierParts(_ context: CheckContext, _ findings: inout [Finding]) {
    guard context.part > 0 else { return }
    let report = context.report
    for index in report.divisions where report.blocks[index].kind == .section {
      guard let title = report.blocks[index].title, report.annex(of: index) == nil,
        let opened = context.earlierSections.title(of: report.labelPath(of: index)),
        OutlineSection.comparable(title.string) != OutlineSection.comparable(opened.title.string)
      else { continue }
      let place = context.place(title.range)
      let other = context.series.parts[opened.part]
      // The outline of the profile has said so already.
      guard !findings.contains(where: { $0.place == place }) else { continue }
      findings.append(
        Finding(
          "title-mismatch", at: place,
          "section \(report.labelPath(of: index).joined(separator: ".")) is "
            + "“\(opened.title.string)” in \(other.file.name), not “\(title.string)”",
          caption: "expected \(opened.title.string)",
          related: [RelatedPlace(other.place(opened.title.range), "where it was opened")]))
    }
  }

  private func sections(of parent: BlockIndex?, _ context: CheckContext) -> [BlockIndex] {
    let blocks = context.report.blocks
    return context.report.children(of: parent).filter {
      blocks[$0].kind == .section || blocks[$0].kind == .heading
    }
  }

  /// Compares sibling sections with the entries of the outline at their level.
  private func compare(
    _ outline: [OutlineSection], isOpen: Bool, with sections: [BlockIndex], under path: [String],
    _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard !outline.isEmpty else { return }
    let titles = outline.map { OutlineSection.comparable($0.title) }
    var furthest = -1
    for index in sections {
      let block = context.report.blocks[index]
      let label = block.label?.string ?? ""
      let title = OutlineSection.comparable(block.title?.string ?? "")
      if let entry = titles.firstIndex(of: title) {
        checkPlace(index, outline, entry, furthest, path, context, &findings)
        furthest = max(furthest, entry)
        compare(
          outline[entry].contents, isOpen: outline[entry].isOpen,
          with: self.sections(of: index, context), under: path + [label],
          context, &findings)
      } else if let entry = outline.firstIndex(where: { $0.label == label && !label.isEmpty }) {
        checkTitle(index, outline[entry], path, context, &findings)
        furthest = max(furthest, entry)
      } else if !isOpen {
        findings.append(
          Finding(
            "section-unexpected", at: context.place(block.title?.range ?? Self.range(of: block)),
            "“\(block.title?.string ?? "")” is not a section of a \(context.profile.name), which "
              + "has \(outline.map(\.title).joined(separator: ", "))"))
      }
    }
  }

  private func checkPlace(
    _ index: BlockIndex, _ outline: [OutlineSection], _ entry: Int, _ furthest: Int,
    _ path: [String], _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let block = context.report.blocks[index]
    let expected = outline[entry]
    if let label = block.label, !label.isEmpty, let right = expected.label, label.string != right {
      let full = (path + [right]).joined(separator: ".")
      findings.append(
        Finding(
          "section-misplaced", at: context.place(label.range),
          "“\(expected.title)” is section \(full) of a \(context.profile.name), not "
            + (path + [label.string]).joined(separator: "."), caption: "expected \(right)"))
    } else if entry < furthest {
      findings.append(
        Finding(
          "section-misplaced", at: context.place(Self.range(of: block)),
          "“\(expected.title)” stands before “\(outline[furthest].title)” in a "
            + context.profile.name))
    }
  }

  private func checkTitle(
    _ index: BlockIndex, _ entry: OutlineSection, _ path: [String], _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let block = context.report.blocks[index]
    guard let title = block.title, !title.isEmpty, let label = entry.label else { return }
    let full = (path + [label]).joined(separator: ".")
    findings.append(
      Finding(
        "title-mismatch", at: context.place(title.range),
        "section \(full) of a \(context.profile.name) is “\(entry.title)”, not “\(title.string)”",
        caption: "expected \(entry.title)"))
  }

  /// A section is missing from a whole report, or from all parts of a series.
  private func reportMissing(_ context: CheckContext, _ findings: inout [Finding]) {
    guard context.part == 0, context.isWhole || !context.isAddendum else { return }
    var titles: Set<String> = []
    var labels: Set<String> = []
    for report in context.series.parts {
      for index in report.divisions where report.blocks[index].kind != .annex {
        titles.insert(OutlineSection.comparable(report.blocks[index].title?.string ?? ""))
        guard report.blocks[index].kind == .section else { continue }
        labels.insert(report.labelPath(of: index).joined(separator: "."))
      }
    }
    func visit(_ outline: [OutlineSection], under path: [String]) {
      for entry in outline {
        let full = path + [entry.label].compactMap { $0 }
        let isThere =
          titles.contains(OutlineSection.comparable(entry.title))
          || (entry.label != nil && labels.contains(full.joined(separator: ".")))
        if isThere {
          visit(entry.contents, under: full)
        } else if entry.isRequired {
          let name =
            entry.label == nil
            ? "“\(entry.title)”" : "\(full.joined(separator: ".")), “\(entry.title)”"
          findings.append(
            Finding(
              "section-missing", at: context.place(context.report.masthead.firstKeyRange),
              "a \(context.profile.name) has a section \(name); it is missing",
              ceiling: context.isWhole ? nil : .note))
        }
      }
    }
    visit(context.profile.outline, under: [])
  }

  /// Where a section is reported: at its label, or at its key where it has none.
  static func range(of block: Block) -> TextRange {
    guard let label = block.label, !label.isEmpty else {
      return block.kind == .heading ? block.title?.range ?? block.keyRange : block.keyRange
    }
    return label.range
  }
}
