internal import Collation
public import ProseSyntax
public import ReportModel
public import RuleLibrary
public import SourceText

/// Prints a comparison as Markdown for delegations: what is deleted is struck out, what is added is
/// in bold.
///
/// Only what is changed is printed, under the headings of the sections in which it stands.
public struct ChangeSheet {
  /// Prints a reference in words, as Markdown.
  public typealias ReferenceWords = (
    _ reference: Reference, _ text: TextSlice, _ isOld: Bool, _ place: BlockLocation?
  ) -> String

  private let comparison: Comparison
  private let profile: Profile
  private let language: Language
  private let words: ReferenceWords
  private var blocks: [String] = []
  /// The sections whose headings stand above what is printed next.
  private var headings: [BlockLocation] = []
  /// The block whose number stands above what is printed next.
  private var owner: BlockLocation?

  /// - Parameter words: Prints the references of either version.
  public init(
    of comparison: Comparison, profile: Profile, language: Language,
    words: @escaping ReferenceWords
  ) {
    self.comparison = comparison
    self.profile = profile
    self.language = language
    self.words = words
  }

  /// The document.
  /// - Parameters:
  ///   - old: What the old version is called, such as its symbol.
  ///   - new: What the new version is called.
  public mutating func document(from old: String, to new: String) -> String {
    let names = (old: MarkdownWords.escaped(old), new: MarkdownWords.escaped(new))
    blocks = [
      "# "
        + (old == new
          ? language.phrase(.changesWithin, ["symbol": names.new])
          : language.phrase(.changes, ["old": names.old, "new": names.new]))
    ]
    var rest = comparison.changes[...]
    if rest.isEmpty { blocks.append(language.phrase(.changesNone)) }
    while let first = rest.first {
      let group = rest.prefix { $0.subject == first.subject }
      rest = rest.dropFirst(group.count)
      set(first.subject, group)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private mutating func set(_ subject: Change.Subject, _ changes: ArraySlice<Change>) {
    let passages = changes.flatMap(\.passages)
    switch subject {
    case .part(let old, let new):
      let series = old == nil ? comparison.new.series : comparison.old.series
      let symbol = (old ?? new).flatMap { series.parts[$0].masthead[.symbol]?.string } ?? "–"
      headings = []
      blocks.append("## " + marked(MarkdownWords.escaped(symbol), isOld: old != nil))
    case .masthead(let key, let old, let new):
      blocks += passages.map { masthead(MastheadField(rawValue: key), old, new, $0) }
    case .agendaItem(let number, _, _):
      let item = language.phrase(.agendaItem, ["item": MarkdownWords.escaped(number)])
      blocks += passages.map { "\(item): \(markdown(of: $0))" }
    case .footnote(let key, _, _):
      blocks += passages.map { "\\[^\(MarkdownWords.escaped(key))\\]: \(markdown(of: $0))" }
    case .block(let old, let new): setBlock(old, new, changes)
    }
  }

  /// A line of the masthead, as it is printed.
  private func masthead(
    _ field: MastheadField?, _ old: Int, _ new: Int, _ passage: Change.Passage
  ) -> String {
    let heads = (
      comparison.old.series.parts[old].masthead, comparison.new.series.parts[new].masthead
    )
    func inWords(_ words: (Masthead) -> String?) -> String {
      func text(_ masthead: Masthead) -> WordedText {
        words(masthead).map { WordedText(TextSlice($0)) } ?? .nothing
      }
      let redline = Redline(text(heads.0), text(heads.1))
      return markdown(of: Change.Passage(old: nil, new: nil, key: passage.key, redline: redline))
    }
    switch field {
    case .date:
      return inWords { $0.date.map(language.words) ?? $0[.date]?.string }
    case .meeting:
      return inWords { $0.meeting.map(language.words) }
    case .distribution:
      return language.phrase(.distribution, ["distribution": markdown(of: passage)])
    case .original: return language.phrase(.original, ["language": markdown(of: passage)])
    case .item: return language.phrase(.agendaItem, ["item": markdown(of: passage)])
    default: return markdown(of: passage)
    }
  }

  private func marked(_ markdown: String, isOld: Bool) -> String {
    isOld ? "~~\(markdown)~~" : "**\(markdown)**"
  }

  private func markdown(of passage: Change.Passage, isStart: Bool = false) -> String {
    let place = passage.new ?? passage.old
    return MarkdownWords(passage.redline, isStart: isStart) { reference, text, isOld in
      words(reference, text, isOld, isOld ? passage.old : place)
    }.markdown
  }

  // MARK: Blocks

  private mutating func setBlock(
    _ old: BlockLocation?, _ new: BlockLocation?, _ changes: ArraySlice<Change>
  ) {
    guard let location = new ?? old else { return }
    let version = new == nil ? comparison.old : comparison.new
    let block = version.block(at: location)
    if block.kind == .point { return setPoint(old, new, changes) }
    owner = location
    setHeadings(above: location, isOld: new == nil)
    let label = label(old, new)
    let passages = changes.flatMap(\.passages)
    let titles = passages.filter { $0.key == BlockKey.title.rawValue && $0.isOf(old, new) }
      .map { markdown(of: $0) }
    let title = titles.first ?? MarkdownWords.escaped(block.title?.string ?? "")
    var texts = passages.filter { $0.key != BlockKey.title.rawValue || !$0.isOf(old, new) }
      .filter { $0.key != BlockKey.continued.rawValue }
    switch block.kind {
    case .section, .heading, .annex:
      setDivision(location, isOld: new == nil, label: label, title: title)
    case .recommendation where profile.recommendationForm != .inLine:
      let level = String(repeating: "#", count: min(profile.recommendationHeadingLevel, 6))
      blocks.append(
        "\(level) " + language.phrase(.recommendationHeading, ["label": label ?? ""]))
    case .paragraph, .statements, .recommendation:
      let number = label.map { $0.last == "*" || $0.last == "~" ? "\($0)." : "\($0)\\." } ?? ""
      let first = texts.first.flatMap { $0.isOf(old, new) ? $0 : nil }
      if first != nil { texts.removeFirst() }
      blocks.append(
        [number, first.map { markdown(of: $0) } ?? ""].filter { !$0.isEmpty }
          .joined(separator: " "))
    case .table where !title.isEmpty: blocks.append(title)
    default: break
    }
    setRemarks(changes, from: old)
    for passage in texts { setPassage(passage, in: old, new) }
    if changes.contains(where: \.isDeclared) {
      blocks.append("**\(language.phrase(.withdrawn))**")
    }
  }

  /// Sets what is changed in a point under the number of the block that it belongs to.
  private mutating func setPoint(
    _ old: BlockLocation?, _ new: BlockLocation?, _ changes: ArraySlice<Change>
  ) {
    let before = old.map { comparison.old.owner(of: $0) }
    let after =
      new.map { comparison.new.owner(of: $0) }
      ?? before.flatMap { comparison.collation.counterpart(ofOld: $0) }
    if owner != after ?? before {
      setBlock(after.flatMap { comparison.collation.counterpart(ofNew: $0) } ?? before, after, [])
    }
    if let new, changes.contains(where: { $0.deed == .moved }) {
      let spaces = String(repeating: "\u{2003}\u{2003}", count: comparison.new.block(at: new).depth)
      blocks.append("\(spaces)\(label(old, new) ?? "") *\(language.phrase(.moved))*")
    }
    for passage in changes.flatMap(\.passages) { setPassage(passage, in: old, new) }
  }

  /// The label of a block, with the one that it had; nil of a block without.
  private func label(_ old: BlockLocation?, _ new: BlockLocation?) -> String? {
    func label(_ version: Version, _ location: BlockLocation) -> String? {
      let block = version.block(at: location)
      if block.kind == .point {
        return version.report(of: location).pointLabels(of: location.block).last
      }
      return block.label.map {
        $0.isEmpty ? language.phrase(.unnumbered) : MarkdownWords.escaped($0.string)
      }
    }
    let before = old.flatMap { label(comparison.old, $0) }
    let after = new.flatMap { label(comparison.new, $0) }
    guard old != nil else { return after.map { marked($0, isOld: false) } }
    guard new != nil else { return before.map { marked($0, isOld: true) } }
    if before == after { return after }
    return [before.map { marked($0, isOld: true) }, after.map { marked($0, isOld: false) }]
      .compactMap { $0 }.joined(separator: " ")
  }

  private mutating func setPassage(
    _ passage: Change.Passage, in old: BlockLocation?, _ new: BlockLocation?
  ) {
    guard let location = passage.new ?? passage.old else { return }
    let version = passage.new == nil ? comparison.old : comparison.new
    let block = version.block(at: location)
    let text = markdown(of: passage, isStart: true)
    switch block.kind {
    case .quote: blocks.append("> " + text.split(separator: "\n\n").joined(separator: "\n>\n> "))
    case .point:
      let spaces = String(repeating: "\u{2003}\u{2003}", count: block.depth)
      let label = label(passage.old, passage.new) ?? ""
      blocks.append("\(spaces)\(label) \(text)")
    default: blocks.append(text)
    }
  }

  private mutating func setRemarks(_ changes: ArraySlice<Change>, from old: BlockLocation?) {
    guard changes.contains(where: { $0.deed == .moved }),
      case .block(_, let new?) = changes.first?.subject, let old
    else { return }
    let remark = home(ofMoved: new, from: old).map {
      language.phrase(.movedFrom, ["reference": MarkdownWords.escaped($0)])
    }
    blocks.append("*\(remark ?? language.phrase(.moved))*")
  }

  /// The section in which a block stood, or the part, as far as it stands in another now.
  private func home(ofMoved new: BlockLocation, from old: BlockLocation) -> String? {
    if let section = comparison.old.section(of: old), !isSame(section, of: new) {
      return comparison.name(of: section, isOld: true, noun: { language.nouns[$0]?.one ?? "" })
    }
    let symbols = [comparison.old.report(of: old), comparison.new.report(of: new)]
      .map { $0.masthead[.symbol]?.string }
    return symbols[0] == symbols[1] ? nil : symbols[0]
  }

  /// Whether a block stands in what a section of the old version is now, in any part.
  private func isSame(_ section: BlockLocation, of block: BlockLocation) -> Bool {
    let collation = comparison.collation
    return comparison.new.section(of: block).map { now in
      collation.home(ofOld: section) == collation.opening(ofNew: now)
    } ?? false
  }

  // MARK: Headings

  private mutating func setHeadings(above location: BlockLocation, isOld: Bool) {
    let version = isOld ? comparison.old : comparison.new
    let report = version.report(of: location)
    var path: [BlockLocation] = []
    var next = report.blocks[location.block].parent
    while let parent = next {
      if report.blocks[parent].kind != .point {
        path.insert(BlockLocation(part: location.part, block: parent), at: 0)
      }
      next = report.blocks[parent].parent
    }
    // What is gone stands under the headings of what was next to it.
    if isOld {
      path = path.compactMap { comparison.collation.counterpart(ofOld: $0) }
    }
    for (index, division) in path.enumerated()
    where !headings.dropFirst(index).starts(with: [division]) {
      headings = Array(path.prefix(index + 1))
      let block = comparison.new.block(at: division)
      let label = block.label.flatMap { $0.isEmpty ? nil : MarkdownWords.escaped($0.string) }
      appendHeading(
        of: division, isOld: false, label: label,
        title: MarkdownWords.escaped(block.title?.string ?? ""))
    }
    headings = path
  }

  private mutating func setDivision(
    _ location: BlockLocation, isOld: Bool, label: String?, title: String
  ) {
    appendHeading(of: location, isOld: isOld, label: label, title: title)
    if !isOld { headings.append(location) }
  }

  private mutating func appendHeading(
    of location: BlockLocation, isOld: Bool, label: String?, title: String
  ) {
    let version = isOld ? comparison.old : comparison.new
    let report = version.report(of: location)
    let block = report.blocks[location.block]
    let isInAnnex = block.kind != .annex && report.annex(of: location.block) != nil
    let level = block.kind == .annex ? 2 : 2 + block.depth + (isInAnnex ? 1 : 0)
    var title = title
    if block.isContinued { title = language.phrase(.continued, ["title": title]) }
    var text = label ?? ""
    if block.kind == .annex {
      text =
        label.map { language.phrase(.annexHeading, ["label": $0]) } ?? language.phrase(.annexAlone)
    }
    if !text.isEmpty, text.last != ")" { text += "." }
    blocks.append(
      [String(repeating: "#", count: min(level, 6)), text, title].filter { !$0.isEmpty }
        .joined(separator: " "))
  }
}

extension Version {
  /// The innermost section in which a block stands.
  fileprivate func section(of location: BlockLocation) -> BlockLocation? {
    report(of: location).ancestor(of: location.block) { $0.kind == .section }
      .map { BlockLocation(part: location.part, block: $0) }
  }

  /// The block whose point a block is; of any other block itself.
  fileprivate func owner(of location: BlockLocation) -> BlockLocation {
    BlockLocation(
      part: location.part, block: series.parts[location.part].owner(of: location.block))
  }
}

extension Change.Passage {
  /// Whether the words are those of a block itself, and not of one of its points.
  fileprivate func isOf(_ old: BlockLocation?, _ new: BlockLocation?) -> Bool {
    (self.new ?? self.old) == (self.new == nil ? old : new)
  }
}

extension Language {
  /// Where and when a body met, as it is printed: "Vienna, 9–11 September 2019".
  fileprivate func words(for meeting: Meeting) -> String {
    let dates = meeting.from.map { words(from: $0, to: meeting.to ?? $0) }
    return [meeting.place?.string, dates].compactMap { $0 }.joined(separator: phrase(.joiner))
  }
}
