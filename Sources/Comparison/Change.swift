public import ReportModel

/// One thing that is different between two versions.
public struct Change: Sendable {
  /// What the change is about.
  public enum Subject: Hashable, Sendable {
    /// A whole part of a series.
    case part(old: Int?, new: Int?)
    /// A field of the masthead of a part, by its key in the format.
    case masthead(key: String, old: Int, new: Int)
    /// An item of the agenda in the masthead of a part.
    case agendaItem(number: String, old: Int, new: Int)
    case footnote(key: String, old: Int?, new: Int?)
    case block(old: BlockLocation?, new: BlockLocation?)
  }

  public enum Deed: String, CaseIterable, Sendable {
    case added
    /// Taken out, or declared withdrawn: ``Change/isDeclared`` tells them apart.
    case withdrawn
    /// What was withdrawn stands again.
    case reinstated
    case moved
    case renumbered
    case reworded
  }

  /// Words that were added, deleted or changed.
  public struct Passage: Sendable {
    /// The block in the old version: the subject itself, or one of its points.
    public let old: BlockLocation?
    public let new: BlockLocation?
    /// The key of the format under which the words stand, such as `text` or `states`.
    public let key: String
    public let redline: Redline
  }

  public let subject: Subject
  public let deed: Deed
  /// Of what was withdrawn: whether it stands as a withdrawn block, and was not just taken out.
  public var isDeclared = false
  /// Of an addition or withdrawal all words, of a rewording those of one key.
  public var passages: [Passage] = []
}
