internal import Diagnostics
internal import SourceText

/// A mistake that stopped the parser, in the editor's words.
struct SyntaxFault {
  var rule: RuleID = "yaml-syntax"
  let range: Range<Int>
  let message: String
  var caption: String?
  var fixes: [Repair] = []
  /// How the mistake can be covered, so that the parser goes on behind it; empty where it cannot.
  var masks: [MaskedSource.Mask] = []

  /// A way to mend the mistake.
  struct Repair {
    let title: String
    let safety: Fix.Safety
    let edits: [TextEdit]

    init(_ title: String, _ safety: Fix.Safety, _ edits: TextEdit...) {
      self.title = title
      self.safety = safety
      self.edits = edits
    }

    init(_ title: String, _ safety: Fix.Safety, all edits: [TextEdit]) {
      self.title = title
      self.safety = safety
      self.edits = edits
    }
  }

  func finding(in id: FileID) -> Finding {
    Finding(
      rule, at: Place(id, TextRange(range.lowerBound, range.upperBound)), message,
      caption: caption,
      fixes: fixes.map { repair in
        Fix(repair.title, safety: repair.safety, edits: repair.edits.map { FileEdit(id, $0) })
      })
  }
}
