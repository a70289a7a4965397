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
  /// How the command `renumber` makes the fix; nil where edits make it.
  public let renumbering: Renumbering?

  /// A run of the command `renumber`, which mends the references to a number as well.
  public enum Renumbering: Hashable, Sendable {
    /// All numbers are given anew.
    case afresh
    /// Those stay that are in a version which was circulated, by its path; nil where that is not
    /// known.
    case since(_ circulated: String?)
  }

  public init(_ title: String, safety: Safety, edits: [FileEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
    renumbering = nil
  }

  /// The fix of a wrong number.
  public init(_ renumbering: Renumbering) {
    title =
      switch renumbering {
      case .afresh: "Renumber the file"
      case .since(let circulated):
        "Renumber the file, and keep the numbers "
          + (circulated.map { "of \($0)" } ?? "that were circulated")
      }
    safety = .needsReview
    edits = []
    self.renumbering = renumbering
  }
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
