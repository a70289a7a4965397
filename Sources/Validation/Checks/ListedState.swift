internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// An entry of a list of States, with the State that it names.
struct ListedState {
  let source: SourcedText
  /// The name as it was typed; the whole entry where it names no State that is known.
  let typed: String
  /// Where the name stands in the entry, without an article that it may have, in UTF-8 offsets.
  let range: Range<Int>
  /// The short form that was right on the date of the report; nil where no State is known.
  let right: String?
  /// Whether lists may have the name as it was typed.
  let isRightForm: Bool
  /// The name that was right up to a day, where it or the one after it was typed on the wrong side
  /// of that day.
  let change: StateNames.FormerName?
  /// What the entry is sorted by: the right name.
  let key: NameKey
  /// What follows the name: States may speak for themselves and for a group.
  let addition: String

  init(_ source: SourcedText, _ names: StateNames, on date: CalendarDate?) {
    self.source = source
    guard let mention = names.mention(in: source.text) else {
      typed = source.string
      range = 0..<source.text.count
      right = nil
      isRightForm = false
      change = nil
      key = NameKey(typed)
      addition = ""
      return
    }
    let state = mention.state
    let right = state.name(on: date)
    self.right = right
    typed = mention.typed
    range = mention.range
    isRightForm = names.isRight(mention, on: date)
    change =
      isRightForm
      ? nil : names.formerName(mention) ?? state.former.first { $0.name == right }
    key = NameKey(right)
    addition = source.text[range.upperBound..<source.text.count].string
  }

  /// A name with the apostrophes that are printed.
  func inTypedForm(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "'" ? "’" : $0 }))
  }
}
