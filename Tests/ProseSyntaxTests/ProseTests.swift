import ProseSyntax
import SourceText
import Testing

@Suite struct ProseTests {
  @Test func `each identifier of a reference has its exact place`() {
    let source = "see {training} and {Speakers, judges}"
    let prose = Prose(TextSlice(source))
    let identifiers = prose.elements.flatMap { element -> [String] in
      guard case .reference(let reference) = element.kind else { return [] }
      return reference.identifiers.map { prose.text[$0].string }
    }
    #expect(identifiers == ["training", "Speakers", "judges"])
  }
}
