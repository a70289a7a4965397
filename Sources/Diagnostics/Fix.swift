public import SourceText

/// A way to mend a finding.
public struct Fix: Hashable, Sendable {
  /// How far a fix can be trusted.
  public enum Safety: String, Sendable {
    /// Nothing but the fault changes; `--fix` applies it.
    case safe
    /// Right in most cases; a person should look.
    case needsReview
    /// One possibility among others.
    case suggestion
  }

  /// What the fix does; begins with a verb.
  public let title: String
  public let safety: Safety
  public let edits: [FileEdit]

  public init(_ title: String, safety: Safety, edits: [FileEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }

  /// The fix of a wrong number: to run `renumber`, which mends the references to it as well. It has
  /// no edits of its own.
  public static let renumbering = Fix("Renumber the file", safety: .needsReview, edits: [])
}

/// An edit of one of the files of a run.
public struct FileEdit: Hashable, Sendable {
  public let file: FileID
  public let edit: TextEdit

  public init(_ file: FileID, _ edit: TextEdit) {
    self.file = file
    self.edit = edit
  }

  public init(_ place: Place, _ replacement: String) {
    self.init(place.file, TextEdit(place.range, replacement))
  }
}
