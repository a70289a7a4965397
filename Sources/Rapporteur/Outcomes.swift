public import Diagnostics
public import SourceText

/// What a check is asked to look for.
public struct CheckOptions: Sendable {
  public var mode = Mode.drafting
  /// The only rules that are to speak; nil for all.
  public var selected: Set<RuleID>?
  public var ignored: Set<RuleID> = []
  /// What the house's settings say of the severity of rules; an inner nil silences a rule.
  public var severities: [RuleID: Severity?] = [:]
  /// Words that are right in the house.
  public var houseWords: [String] = []
  /// The version that has been circulated, among the documents: its numbers stay.
  public var circulated: FileID?
  /// The most findings that are listed for a file.
  public var findingsPerFile = Limits.findings.usual

  public init() {}
}

/// What a check found.
public struct CheckOutcome: Sendable {
  /// The files that were judged: those that were asked for, and the parts of a series.
  public let judged: [FileID]
  /// The findings, by file and then by place.
  public let diagnostics: [Diagnostic]
  /// The number of findings beyond the limit, which are counted and not listed.
  public let unlisted: Int
  /// The dictionaries in which words were to be looked up, and which are not installed.
  public let missingDictionaries: [String]

  public init(
    judged: [FileID] = [], diagnostics: [Diagnostic], unlisted: Int = 0,
    missingDictionaries: [String] = []
  ) {
    self.judged = judged
    self.diagnostics = diagnostics
    self.unlisted = unlisted
    self.missingDictionaries = missingDictionaries
  }

  /// The number of listed findings of a severity.
  public func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// A file with the safe fixes made.
public struct FixedFile: Sendable {
  public let file: FileID
  public let text: TextStorage
  /// The number of findings of each rule that were mended.
  public let mended: [RuleID: Int]
}

/// A label that `renumber` changes.
public struct NumberChange: Hashable, Sendable {
  /// The kind of block, as the format calls it: `recommendation`.
  public let kind: String
  public let identifier: String?
  public let file: FileID
  /// The label as it was; empty for a block that was not numbered.
  public let old: String
  public let new: String

  public init(kind: String, identifier: String?, file: FileID, old: String, new: String) {
    self.kind = kind
    self.identifier = identifier
    self.file = file
    self.old = old
    self.new = new
  }
}

/// What renumbering would do, or why it cannot.
public struct RenumberOutcome: Sendable {
  public let edits: [FileID: EditScript]
  public let changes: [NumberChange]
  /// Those of the edits that make numbers typed in the text follow.
  public let references: [FileEdit]
  /// Numbers typed in the text whose target is not certain: they were left alone.
  public let uncertain: [RelatedPlace]
  /// Why a file cannot be read; nothing is changed then.
  public let obstacles: [Diagnostic]
  /// What no renumbering mends: numbers that were circulated and are not there any more or stand
  /// elsewhere, and blocks for which no number is free.
  public let remaining: [Diagnostic]

  public init(
    edits: [FileID: EditScript], changes: [NumberChange], references: [FileEdit] = [],
    uncertain: [RelatedPlace], obstacles: [Diagnostic], remaining: [Diagnostic] = []
  ) {
    self.edits = edits
    self.changes = changes
    self.references = references
    self.uncertain = uncertain
    self.obstacles = obstacles
    self.remaining = remaining
  }
}

/// The merged report of a series, or why there is none.
public struct AssembleOutcome: Sendable {
  /// The file; nil where the parts cannot be merged, or would print a wrong number or reference.
  public let report: SourceFile?
  /// Numbers typed in the text of the parts whose target is not certain: they were left alone.
  public let uncertain: [RelatedPlace]
  /// What stands in the way, with its places in the parts.
  public let obstacles: [Diagnostic]

  public init(report: SourceFile?, uncertain: [RelatedPlace], obstacles: [Diagnostic]) {
    self.report = report
    self.uncertain = uncertain
    self.obstacles = obstacles
  }
}

/// A rendered document, or why it cannot be printed.
public struct RenderOutcome: Sendable {
  /// The document; nil where it would print a wrong number or reference.
  public let document: String?
  /// What stands in the way, or would if the document were not forced.
  public let obstacles: [Diagnostic]
  /// Values and keys that cannot be read, and are not in the document.
  public let omissions: [Diagnostic]

  public init(document: String?, obstacles: [Diagnostic], omissions: [Diagnostic] = []) {
    self.document = document
    self.obstacles = obstacles
    self.omissions = omissions
  }
}

/// A rule, for people and programs to read.
public struct RuleDescription: Sendable {
  public let id: RuleID
  public let group: String
  public let summary: String
  public let explanation: String
  public let authority: String
  /// How grave its findings are; a mode that is absent hears nothing.
  public let severities: [Mode: Severity]
  public let passes: [String]
  public let fails: [FailingExample]

  public struct FailingExample: Sendable {
    public let source: String
    public let says: String?
    public let marks: String?
    public let fixed: String?
  }
}

/// What the settings file of a house says.
public struct Settings: Sendable {
  /// Folders of rules, as they are written in the file.
  public var ruleFolders: [String] = []
  public var ignored: Set<RuleID> = []
  public var severities: [RuleID: Severity?] = [:]
  /// Words that are right though no dictionary has them.
  public var words: [String] = []
  public var limits = Limits()
  /// Folders whose files may be named from elsewhere below the folder of the settings, as they are
  /// written in the file.
  public var sharedFolders: [String] = []

  public init() {}
}
