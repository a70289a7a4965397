import ProseSyntax
import SourceText
import Testing

/// What stands in quotations, with a bar between them.
private func quotations(in text: String) -> String {
  let prose = Prose(TextSlice(text))
  return prose.quotations.map { prose.text[$0].string }.joined(separator: "|")
}

@Suite struct QuotationTests {
  @Test(arguments: [
    ("He said “yes” and «oui»; \"no\" too.", "yes”|oui»|no\""),
    ("“Of ‘them’ and “us” all”, he said", "Of ‘them’ and “us” all”"),
    ("A plank of 5' 10\" and 7\".", ""),
    ("It is “open to the end\n\nof its paragraph”", "open to the end"),
    ("Yes” and » close nothing", ""),
  ])
  func `double marks enclose a quotation`(text: String, quoted: String) {
    #expect(quotations(in: text) == quoted)
  }

  @Test(arguments: [
    ("The ‘blue economy’ grew", "blue economy’"),
    ("The ‘State’s view’ of it", "State’s view’"),
    ("The States’ view of ‘Abd al-Rahman", ""),
    ("Hawai‘i and the States’ view", ""),
    ("‘Abd’\n\n‘Ali", "Abd’"),
  ])
  func `single marks enclose one where they begin and end words`(text: String, quoted: String) {
    #expect(quotations(in: text) == quoted)
  }

  @Test func `marks that nothing closes are looked for once`() {
    let text = String(repeating: "‘a ", count: 50_000)
    expectOnePass { #expect(quotations(in: text).isEmpty) }
  }
}
