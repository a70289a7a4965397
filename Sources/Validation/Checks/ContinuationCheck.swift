internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Checks that "(continued)" stands where a section was opened in an earlier part, and only there.
struct ContinuationCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    let report = context.report
    let opened = sectionsOpenedBefore(context)
    var repeated: Set<BlockIndex> = []
    var seen: Set<[String]> = []
    for index in report.divisions where report.blocks[index].kind != .annex {
      let block = report.blocks[index]
      let key = key(of: index, in: report)
      let wasOpened = opened.map { $0.contains(key) }
      // Of two with one label in a part, the second is not the one that was opened earlier.
      if !seen.insert(key).inserted || block.parent.map(repeated.contains) ?? false {
        repeated.insert(index)
      }
      if let flag = block.continued, flag.isSet, !(wasOpened ?? context.isAddendum) {
        reportUnwarranted(index, flag, context, &findings)
      } else if !block.isContinued, context.isAddendum, !repeated.contains(index) {
        reportMissing(index, wasOpened: wasOpened ?? false, context, &findings)
      }
    }
  }

  /// The sections of the parts before; nil for a report whose series is not at hand.
  private func sectionsOpenedBefore(_ context: CheckContext) -> Set<[String]>? {
    guard !context.series.isSingleReport else { return context.profile.isWhole ? [] : nil }
    var opened: Set<[String]> = []
    for report in context.series.parts[..<context.part] {
      for index in report.divisions where report.blocks[index].kind != .annex {
        opened.insert(key(of: index, in: report))
      }
    }
    return opened
  }

  /// What makes a section the same one in another part: its labels; of a heading, its title too.
  private func key(of index: BlockIndex, in report: Report) -> [String] {
    let path = report.labelPath(of: index)
    let block = report.blocks[index]
    return block.kind == .heading
      ? path + [OutlineSection.comparable(block.title?.string ?? "")] : path
  }

  private func reportMissing(
    _ index: BlockIndex, wasOpened: Bool, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let report = context.report
    let block = report.blocks[index]
    let continuedChild = report.children(of: index).first { report.blocks[$0].isContinued }
    let message: String
    if wasOpened {
      message = "\(context.name(of: index)) was opened in an earlier part; it is continued here"
    } else if let continuedChild {
      message =
        "\(context.name(of: index)) holds \(context.name(of: continuedChild)), which is continued; "
        + "it is continued too"
    } else {
      return
    }
    findings.append(
      Finding(
        "continued-missing", at: context.place(OutlineCheck.range(of: block)), message,
        fixes: [
          Fix(
            "Add `continued: true`",
            safety: wasOpened && hasEarlierTitle(index, context) ? .safe : .needsReview,
            edits: [FileEdit(report.id, insertion(into: block, of: report))])
        ]))
  }

  /// Whether a section is called what it was called where it was opened: its label alone may be
  /// mistyped.
  private func hasEarlierTitle(_ index: BlockIndex, _ context: CheckContext) -> Bool {
    let path = context.report.labelPath(of: index)
    guard let title = context.report.blocks[index].title?.string,
      let earlier = context.earlierSections.title(of: path)?.title.string
    else { return true }
    return OutlineSection.comparable(title) == OutlineSection.comparable(earlier)
  }

  /// The edit that adds the key on a line of its own after the key that makes the section.
  private func insertion(into block: Block, of report: Report) -> TextEdit {
    let file = report.file
    let value = block.label?.range.end ?? block.title?.range.end ?? block.keyRange.end
    if file.text.bytes[block.range.start.utf8] == UInt8(ascii: "{") {
      return TextEdit(TextRange(value, value), ", continued: true")
    }
    let line = file.startOfLine(at: block.keyRange.start)
    let indentation = file.slice(TextRange(line, block.keyRange.start)).string.unicodeScalars.count
    let end = file.endOfLine(at: value)
    return TextEdit(
      TextRange(end, end),
      file.lineBreak + String(repeating: " ", count: indentation) + "continued: true")
  }

  private func reportUnwarranted(
    _ index: BlockIndex, _ flag: Block.Flag, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let reason =
      context.profile.isWhole
      ? "a \(context.profile.name) continues nothing" : "no earlier part has opened it"
    findings.append(
      Finding(
        "continued-unwarranted",
        at: context.place(TextRange(flag.keyRange.start, flag.valueRange.end)),
        "\(context.name(of: index)) is not continued: \(reason)",
        fixes: removal(of: flag, in: context.report)))
  }

  /// The fix that takes the key out, where it has a line of its own.
  private func removal(of flag: Block.Flag, in report: Report) -> [Fix] {
    let line = report.file.wholeLine(at: flag.keyRange.start)
    let text = report.file.slice(line).string
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    guard words == ["continued:", "true"] else { return [] }
    return [
      Fix(
        "Remove `continued: true`", safety: .needsReview,
        edits: [FileEdit(report.id, TextEdit(line, ""))])
    ]
  }
}
