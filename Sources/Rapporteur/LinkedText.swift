internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// A text in which references that were typed as numbers go by identifier, wherever just the same
/// words are printed.
struct LinkedText {
  private(set) var text: TextSlice
  /// The links that were made.
  private(set) var links: [Link]

  /// A reference that may become a link, in the forms that it can have.
  struct Link {
    /// What is taken out of the text, and the notation that takes its place.
    typealias Form = (range: Range<Int>, words: String)

    private var forms: ArraySlice<Form>
    fileprivate var isCertain = false

    /// With the "see" and "above" around the reference where there are such, and without.
    init(
      _ reference: TypedReference, in text: TextSlice, to identifiers: [String],
      _ language: Language
    ) {
      let list = identifiers.joined(separator: ", ")
      var forms: [Form] = []
      for phrase in [Phrase.seeAbove, .seeBelow, .see] {
        guard let range = text.range(of: reference.range, within: language.pieces(of: phrase))
        else { continue }
        forms.append(
          (range, text[range.lowerBound] & 0x20 == 0 ? "{See \(list)}" : "{see \(list)}"))
      }
      let isCapitalized = text[reference.range.lowerBound] & 0x20 == 0
      forms.append(
        (reference.range, isCapitalized ? "{\(list.beginningWithCapital)}" : "{\(list)}"))
      self.forms = forms[...]
    }

    /// The form that is tried, or that prints the same words.
    var form: Form { forms[forms.startIndex] }

    /// Goes on to the next form.
    /// - Returns: Whether there is one.
    fileprivate mutating func advance() -> Bool {
      forms.removeFirst()
      return !forms.isEmpty
    }
  }

  /// - Parameters:
  ///   - links: What may be linked, in the order of the text.
  ///   - printed: The words that a reference of a text is printed as.
  init(_ source: TextSlice, _ links: [Link], printed: (Reference, TextSlice) -> String) {
    self.links = links
    text = source
    var isCertain = false
    // All links are tried at once: the text is read as often as a link has forms, and no more.
    while !isCertain {
      let places: [Int]
      (text, places) = Self.replacing(self.links.map(\.form), in: source)
      guard !self.links.isEmpty else { return }
      isCertain = true
      var references: [Int: Reference] = [:]
      for element in Prose(text).elements {
        if case .reference(let reference) = element.kind {
          references[element.range.lowerBound] = reference
        }
      }
      var kept: [Link] = []
      for (var link, place) in zip(self.links, places) {
        if !link.isCertain {
          link.isCertain =
            references[place].map { reference in
              TextSlice(printed(reference, text)) == source[link.form.range]
            } ?? false
          if !link.isCertain {
            isCertain = false
            guard link.advance() else { continue }
          }
        }
        kept.append(link)
      }
      self.links = kept
    }
  }

  /// The text with other words at some places, and where these begin.
  private static func replacing(_ forms: [Link.Form], in text: TextSlice)
    -> (TextSlice, places: [Int])
  {
    var bytes: [UInt8] = []
    var places: [Int] = []
    var copied = 0
    text.withBytes { source in
      for form in forms {
        bytes += source[copied..<max(form.range.lowerBound, copied)]
        places.append(bytes.count)
        bytes += form.words.utf8
        copied = max(form.range.upperBound, copied)
      }
      bytes += source[copied...]
    }
    return (TextSlice(String(decoding: bytes, as: UTF8.self)), places)
  }
}

extension TextSlice {
  /// Where a phrase stands whose only place is filled by a stretch of the text.
  fileprivate func range(of filling: Range<Int>, within pieces: [PhrasePiece]) -> Range<Int>? {
    var start = filling.lowerBound
    var end = filling.upperBound
    var isBefore = true
    for piece in pieces {
      guard case .words(let words) = piece else {
        isBefore = false
        continue
      }
      let width = words.utf8.count
      if isBefore {
        start -= width
        guard start >= 0, isEqual(self[start..<start + width], words) else { return nil }
      } else {
        end += width
        guard end <= count, isEqual(self[end - width..<end], words) else { return nil }
      }
    }
    return start..<end
  }

  /// Whether words are the same, but for a capital at their beginning.
  private func isEqual(_ text: TextSlice, _ words: String) -> Bool {
    text.string == words || text.string == words.beginningWithCapital
  }
}
