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
    let comments = tree.comments(containing: Self.nameEnd)
    let known = comments.isEmpty ? [] : ruleIDs()
    for (comment, covered) in zip(comments, CommentedSpans(of: comments, in: tree).spans) {
      read(comment, in: tree.file, covering: covered, known: known)
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
    let coverage = Coverage(of: found, by: directives.map { ($0.rule, $0.covered) })
    var kept: [Finding] = []
    var allowed: [Finding] = []
    for (index, finding) in found.enumerated() {
      if coverage.isCovered[index] { allowed.append(finding) } else { kept.append(finding) }
    }
    for (index, directive) in directives.enumerated()
    where !coverage.isUsed[index] && !isSilent(directive.rule) {
      kept.append(
        Finding(
          "suppression-unneeded", at: Place(id, directive.range),
          directive.covered == nil
            ? "this comment stands at no key or block, so that it allows nothing"
            : "nothing here breaks \(directive.rule); the comment is not needed"))
    }
    return (kept + findings, allowed)
  }

  // MARK: Reading

  /// The end of the program's name in comments, also where its beginning is mistyped.
  private static let nameEnd: StaticString = "porteur"

  private mutating func read(
    _ comment: YAMLComment, in file: SourceFile, covering covered: TextRange?, known: [RuleID]
  ) {
    let text = file.slice(comment.range)
    guard let name = text.firstRange(of: TextSlice("\(Self.nameEnd)")) else { return }
    let typed = text[0..<name.upperBound].string.drop { $0 == "#" || $0 == " " }.lowercased()
    let isNamed =
      typed == "rapporteur" && name.upperBound < text.count
      && text[name.upperBound] == UInt8(ascii: ":")
    guard isNamed || nearest(to: typed, among: ["rapporteur"]) != nil else { return }
    var words = CommentWords(text, from: name.upperBound, at: comment.range.start)
    let isAllowing = words.next()?.text.lowercased() == "allow"
    guard isNamed, isAllowing else {
      // What only looks like such a comment may speak of the Rapporteur of the meeting.
      if isNamed || isAllowing {
        report(
          "suppression-unexplained", at: comment.range,
          "a comment for Rapporteur reads `# rapporteur: allow RULE because REASON`")
      }
      return
    }
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
    func isGap(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x2C, 0x3A].contains(byte) }
    while offset < text.count, isGap(text[offset]) { offset += 1 }
    let start = offset
    while offset < text.count, !isGap(text[offset]) { offset += 1 }
    guard start < offset else { return nil }
    return (text[start..<offset].string, TextRange(origin + start, origin + offset))
  }
}
