internal import ProseSyntax
internal import ReportModel
internal import SourceText

/// The names of the organ and of the body, which stand in a masthead without a word that says so.
extension ManuscriptReader {
  /// Sets the organ or the body: of two names the first is the organ's, whose body the second is;
  /// between them there may be more, for which reports have no place.
  /// - Parameter isStrong: Whether the name is in bold; one alone is the body's then.
  mutating func setName(_ name: TextSlice, _ line: Int, isStrong: Bool) -> Bool {
    let value = Transcription.name(name, at: .heading)
    guard draft.fields[.organ] != value, draft.fields[.body] != value else { return true }
    if isStrong, namesAreComplete { return setTitle(name, line) }
    switch (draft.fields[.organ], draft.fields[.body]) {
    case (nil, nil) where isStrong:
      draft.fields[.body] = value
    case (nil, nil):
      draft.fields[.organ] = value
      remark(line, "“\(name)” was read as the organ")
    case (_?, nil):
      draft.fields[.body] = value
      if !isStrong { remark(line, "“\(name)” was read as the body") }
    case (nil, let organ?):
      draft.fields[.organ] = organ
      draft.fields[.body] = value
      remark(line, "“\(organ)” was read as the organ, and “\(name)” as the body")
    case (_?, let middle?):
      guard isStrong else { return false }
      draft.fields[.body] = value
      remark(
        line,
        "“\(name)” was read as the body; a masthead has no place for “\(middle)”, which was dropped",
        isUnplaced: true)
    }
    return true
  }

  /// Whether what comes after the names has come, so that a further line in bold is the title.
  private var namesAreComplete: Bool {
    (draft.fields[.organ] ?? draft.fields[.body]) != nil
      && (draft.from != nil || (draft.fields[.session] ?? draft.fields[.item]) != nil)
  }

  mutating func setTitle(_ title: TextSlice, _ line: Int) -> Bool {
    remark(line, "“\(title)” was read as the title")
    draft.fields[.title] = transcribed(title, at: .heading, line: line)
    return true
  }
}
