public import Diagnostics
public import SourceText
public import YAMLSyntax

/// The comments of a file by which its author allows what a rule would report.
///
/// `# rapporteur: allow bracket-pending because the bureau has not decided`, on the line of a key
/// or block or alone on the line before it, covers the whole value of that key.
public struct Suppressions {
  private let id: FileID
  private var directives: [Directive] = []
  /// What is wrong with the comments themselves.
  private var findings: [Finding] = []

  /// One rule that one comment allows.
  private struct Directive {
    let rule: RuleID
    /// Where the name of the rule stands.
    let range: TextRange
    /// What the comment covers; nil where it stands at nothing.
    let covered: TextRange?
  }

  /// Reads the comments of a file.
  /// - Parameters:
  ///   - tree: The YAML of the file.
  ///   - id: What the file is called in findings.
  ///   - ruleIDs: Lists the identifiers of all rules; called where there are such comments.
  public init(in tree: YAMLTree, id: FileID, ruleIDs: () -> [RuleID]) {
    self.id = id
    guard tree.file.text.all.firstRange(of: TextSlice("\(Self.nameEnd)")) != nil else { return }
    let known = ruleIDs()
    for comment in tree.comments(containing: Self.nameEnd) {
      read(comment, in: tree, known: known)
    }
    for range in tree.commentsInTexts(beginningWith: "rapporteur:") {
      report(
        "suppression-unneeded", at: range,
        "this stands within a text, so that it is printed and allows nothing; put it on the line "
          + "of the key or on the line before")
    }
  }

  /// Parts findings into those that the comments allow and the others, to which those on the
  /// comments themselves are added.
  /// - Parameter isSilent: Whether a rule says nothing anyway, so that allowing it may be for
  ///   another mode.
  public func applied(to found: [Finding], isSilent: (RuleID) -> Bool)
    -> (reported: [Finding], allowed: [Finding])
  {
    guard !directives.isEmpty || !findings.isEmpty else { return (found, []) }
    var used = Set<Int>()
    var kept: [Finding] = []
    var allowed: [Finding] = []
    for finding in found {
      let covering = directives.indices.filter { index in
        directives[index].rule == finding.rule
          && directives[index].covered.map { Self.covers($0, finding.place.range) } ?? false
      }
      used.formUnion(covering)
      if covering.isEmpty { kept.append(finding) } else { allowed.append(finding) }
    }
    for (index, directive) in directives.enumerated()
    where !used.contains(index) && !isSilent(directive.rule) {
      kept.append(
        Finding(
          "suppression-unneeded", at: Place(id, directive.range),
          directive.covered == nil
            ? "this comment stands at no key or block, so that it allows nothing"
            : "nothing here breaks \(directive.rule); the comment is not needed"))
    }
    return (kept + findings, allowed)
  }

  private static func covers(_ covered: TextRange, _ place: TextRange) -> Bool {
    covered.start <= place.start && place.end <= covered.end
  }

  // MARK: Reading

  /// The program's name in comments, without its first letter, which may be a capital.
  private static let nameEnd: StaticString = "apporteur:"

  private mutating func read(_ comment: YAMLComment, in tree: YAMLTree, known: [RuleID]) {
    let file = tree.file
    let text = file.slice(comment.range)
    guard let name = text.firstRange(of: TextSlice("\(Self.nameEnd)")),
      text[0..<name.lowerBound].string.drop(while: { $0 == "#" || $0 == " " }).lowercased() == "r"
    else { return }
    var words = CommentWords(text, from: name.upperBound, at: comment.range.start)
    guard words.next()?.text.lowercased() == "allow" else {
      return report(
        "suppression-unexplained", at: comment.range,
        "a comment for Rapporteur reads `# rapporteur: allow RULE because REASON`")
    }
    let covered = coverage(of: comment, in: tree)
    var allowed: [Directive] = []
    var namesRule = false
    while let word = words.next(), word.text != "because" {
      namesRule = true
      let rule = RuleID(word.text)
      guard known.contains(rule) else {
        reportUnknown(rule, at: word.range, known)
        continue
      }
      allowed.append(Directive(rule: rule, range: word.range, covered: covered))
    }
    guard words.next() != nil else {
      return report(
        "suppression-unexplained", at: comment.range,
        "a suppression says why, or it allows nothing: `# rapporteur: allow RULE because REASON`")
    }
    if !namesRule {
      report(
        "suppression-unexplained", at: comment.range,
        "a suppression names a rule: `# rapporteur: allow RULE because REASON`")
    }
    directives += allowed
  }

  private mutating func reportUnknown(_ rule: RuleID, at range: TextRange, _ known: [RuleID]) {
    let meant = nearest(to: rule.name, among: known.lazy.map(\.name))
    report(
      "suppression-unneeded", at: range,
      "`\(rule)` is not a rule" + (meant.map { "; did you mean `\($0)`?" } ?? ""),
      fixes: meant.map {
        [Fix("Write `\($0)`", safety: .needsReview, edits: [FileEdit(Place(id, range), $0)])]
      } ?? [])
  }

  private mutating func report(
    _ rule: RuleID, at range: TextRange, _ message: String, fixes: [Fix] = []
  ) {
    findings.append(Finding(rule, at: Place(id, range), message, fixes: fixes))
  }

  // MARK: What a comment covers

  private func coverage(of comment: YAMLComment, in tree: YAMLTree) -> TextRange? {
    var line = comment.range.start
    if comment.isAlone {
      guard let next = lineAfter(comment.range.end, in: tree.file) else { return nil }
      line = next
    }
    let range = TextRange(tree.file.startOfLine(at: line), tree.file.endOfLine(at: line))
    return tree.root.flatMap { Self.outermost(in: $0, startingOn: range) }
  }

  /// The next line with more than a comment.
  private func lineAfter(_ offset: TextOffset, in file: SourceFile) -> TextOffset? {
    var start = file.wholeLine(at: offset).end
    while start.utf8 < file.text.count {
      let text = file.slice(TextRange(start, file.endOfLine(at: start))).string
      if let first = text.first(where: { $0 != " " && $0 != "\t" }), first != "#" { return start }
      start = file.wholeLine(at: start).end
    }
    return nil
  }

  /// The outermost key with its value, or item of a list, that starts on a line.
  private static func outermost(in node: YAMLCursor, startingOn line: TextRange) -> TextRange? {
    func search(_ range: TextRange, _ inner: [YAMLCursor]) -> TextRange? {
      if line.start <= range.start, range.start <= line.end { return range }
      guard range.start < line.start, line.start <= range.end else { return nil }
      return inner.lazy.compactMap { outermost(in: $0, startingOn: line) }.first
    }
    for entry in node.entries {
      let range = TextRange(entry.key.range.start, max(entry.key.range.end, entry.value.range.end))
      if let found = search(range, [entry.value]) { return found }
    }
    for item in node.items {
      if let found = search(item.range, [item]) { return found }
    }
    return nil
  }
}

/// The words of a comment, without the commas between them, with their places.
private struct CommentWords {
  private let text: TextSlice
  private var offset: Int
  private let origin: TextOffset

  init(_ text: TextSlice, from start: Int, at origin: TextOffset) {
    self.text = text
    offset = start
    self.origin = origin
  }

  mutating func next() -> (text: String, range: TextRange)? {
    func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x2C }
    while offset < text.count, isGap(text[offset]) { offset += 1 }
    let start = offset
    while offset < text.count, !isGap(text[offset]) { offset += 1 }
    guard start < offset else { return nil }
    return (text[start..<offset].string, TextRange(origin + start, origin + offset))
  }
}
