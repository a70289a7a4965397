public import Diagnostics
public import SourceText

/// What is different between two versions of a report, or why it cannot be said.
public struct ComparisonOutcome: Sendable {
  /// The changes in reading order; those of one block follow one another.
  public let changes: [ReportChange]
  /// The changes as a document for delegations, in Markdown.
  public let document: String
  /// Why a file cannot be read; nothing is compared then.
  public let obstacles: [Diagnostic]

  /// The number of changes of a sort.
  public func count(of deed: ReportChange.Deed) -> Int { changes.count { $0.deed == deed } }
}

/// One thing that is different between two versions of a report.
public struct ReportChange: Sendable {
  public enum Deed: String, CaseIterable, Sendable {
    case added
    case withdrawn
    case reinstated
    case moved
    case renumbered
    case reworded
  }

  /// What is changed, as it stands in one of the versions.
  public struct Standing: Hashable, Sendable {
    /// What it is called there: "recommendation 12", "footnote protocol".
    public let name: String
    /// The label as typed; empty where there is none.
    public let label: String
    /// Where its first word or key stands.
    public let place: Place
  }

  /// Words that follow one another and have one fate.
  public struct Words: Hashable, Sendable {
    public enum Fate: String, Sendable {
      case same
      case deleted
      case added
    }

    public let fate: Fate
    /// The words as typed; a line feed between paragraphs.
    public let text: String
  }

  /// Words under one key of the format.
  public struct Passage: Hashable, Sendable {
    /// The key, such as `text` or `states`.
    public let key: String
    /// The label of the point whose words these are; empty where they are not those of a point.
    public let point: String
    public let words: [Words]
  }

  public let deed: Deed
  /// The kind of block, as the format calls it, or `part`, `masthead`, `agenda`, `footnote`.
  public let kind: String
  public let identifier: String?
  /// How it stands in the old version; nil where it was added.
  public let old: Standing?
  /// How it stands in the new version; nil where it was taken out.
  public let new: Standing?
  /// Of an addition or withdrawal all words, of a rewording those of one key.
  public let passages: [Passage]
}
