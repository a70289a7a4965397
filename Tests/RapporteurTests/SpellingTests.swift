import Diagnostics
import Foundation
import Rapporteur
import SourceText
import Testing

/// What is said of the spelling of a paragraph, as lines such as `goverment: government`.
private func misspellings(
  in text: String, _ secretariat: Secretariat, footnote: String? = nil, houseWords: [String] = []
) -> [String] {
  let note = footnote.map { "footnotes:\n  note: >-\n    \($0)\n" } ?? ""
  let source = masthead + note + "contents:\n  - paragraph: 1\n    text: >-\n      \(text)\n"
  var options = CheckOptions()
  options.selected = ["word-misspelled"]
  options.houseWords = houseWords
  let file = SourceFile(name: "report.yaml", contents: source)
  return secretariat.check(Documents([file]), options).diagnostics.map { diagnostic in
    let finding = diagnostic.finding
    #expect(finding.fixes.allSatisfy { $0.safety == .suggestion })
    let words = finding.fixes.flatMap(\.edits).map(\.edit.replacement)
    return "\(file.slice(finding.place.range)): \(words.joined(separator: ", "))"
  }
}

/// Checks the spelling of a paragraph with a dictionary of a few words.
private func checkSpelling(
  _ text: String, footnote: String? = nil, houseWords: [String] = [],
  dictionary: [String] = ["government", "governments", "Nakamura", "doesn't"],
  finds expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try Dictionaries.withSmallOne(dictionary) { secretariat, _ in
    let found = misspellings(in: text, secretariat, footnote: footnote, houseWords: houseWords)
    #expect(found == expected, sourceLocation: sourceLocation)
  }
}

@Suite struct SpellingTests {
  @Test func `a misspelled word is reported once, where it first stands`() throws {
    try checkSpelling(
      "The goverment of the State and its Goverment; that goverment.",
      finds: ["goverment: government"])
  }

  @Test func `suggestions keep the capital and the apostrophe`() throws {
    try checkSpelling("Goverments met.", finds: ["Goverments: Governments, Government"])
    try checkSpelling("It does’nt matter.", finds: ["does’nt: doesn’t"])
  }

  @Test(arguments: [
    "The meeting was opened by Ms. Nakamuro of Departmint in Ouagadougou.",
    "Nakamuro-Ishii spoke; they were 3rd and 12kg at UNXYZ and for XYZs.",
    "The word “xyzzy” and *trata de personas*; later the xyzzy was used without them.",
    "See <https://xyzzy.example/plugh>, xyzzy.example.org and xyzzy@example.org.",
    "The child(ren) were recogni[zed] in the deir ez-Zor of al-Khattab.",
    "It was a fiancé of niños, of l’homme; States’ and Nakamura’s.",
    "The xyzzy, the xyzzy and the xyzzy.",
  ])
  func `names, other languages and what the report introduces are not judged`(text: String) throws {
    try checkSpelling(text, dictionary: ["deir"], finds: [])
  }

  @Test func `what is written often is a mistake where it is nearly another word`() throws {
    try checkSpelling(
      "The goverment, goverment and goverment.", finds: ["goverment: government"])
  }

  @Test func `a name at the start of a sentence is not taken for a mistake`() throws {
    try checkSpelling("Xyzzyx spoke. Governmint spoke.", finds: ["Governmint: Government"])
  }

  @Test func `a word with a capital is judged where it is nearly that of an institution`() throws {
    try checkSpelling(
      "Met by the Drafting Comittee and Mr. Comittee.", finds: ["Comittee: Committee"])
    try checkSpelling("It is of the Deparment.", finds: ["Deparment: Department"])
    try checkSpelling("It is of the Parlament of the Republik.", finds: [])
  }

  @Test func `a prefix makes a word of any other`() throws {
    try checkSpelling("It is microgovernment.", finds: [])
    try checkSpelling("It is microgoverment.", finds: ["microgoverment: governments"])
  }

  @Test func `the names of chemistry are no words`() throws {
    try checkSpelling("It is 3,4-xyzzy, 1H-xyzzyl-1-yl or 5-xyzzy.", finds: ["xyzzy: "])
  }

  @Test func `a part of a compound is judged by itself or with the others`() throws {
    try checkSpelling("An anti-goverment plan.", finds: ["goverment: government"])
    try checkSpelling("A hocus-pocus plan.", dictionary: ["hocus-pocus"], finds: [])
  }

  @Test func `a note that names a source is not judged, another is`() throws {
    try checkSpelling(
      "See the note.[^note]", footnote: "*Annales*, Presses universitaires xyzzy, 2019.", finds: [])
    try checkSpelling(
      "See the note.[^note]", footnote: "The goverment abstained.",
      finds: ["goverment: government"])
  }

  @Test func `what a list of terms avoids is left to that list`() throws {
    try checkSpelling("The color of labor.", finds: [])
  }

  @Test func `words of the house are right`() throws {
    try checkSpelling("The xyzzy and the plugh.", houseWords: ["xyzzy"], finds: ["plugh: "])
  }

  @Test func `a file of words in a folder of rules adds to the list`() throws {
    try Dictionaries.withSmallOne([]) { secretariat, _ in
      let words = SourceFile(name: "words/en.yaml", contents: "words: {ours: xyzzy frobozz}\n")
      let house = secretariat.adopting([words])
      #expect(house.findings.map(\.message) == [])
      #expect(misspellings(in: "The xyzzy of revictimization.", house.value) == [])
    }
  }

  @Test func `without a dictionary nothing is reported but that it is missing`() throws {
    let words = SourceFile(name: "words/en.yaml", contents: "dictionary: xx_XX\nwords: xyzzy\n")
    let secretariat = Secretariat().withDictionaries(environment: [:]).adopting([words]).value
    func missing(_ text: String) -> [String] {
      let source = masthead + "contents:\n  - paragraph: 1\n    text: \(text)\n"
      let outcome = secretariat.check(
        Documents([SourceFile(name: "report.yaml", contents: source)]))
      #expect(!outcome.diagnostics.contains { $0.finding.rule == "word-misspelled" })
      return outcome.missingDictionaries
    }
    #expect(missing("The plugh.") == ["xx_XX"])
    #expect(missing("The meeting of the xyzzy.") == [])
  }

  @Test func `the second check of a draft needs no dictionary`() throws {
    try Dictionaries.withSmallOne(["government"]) { secretariat, folder in
      let text = "The goverment of governance."
      let first = misspellings(in: text, secretariat)
      #expect(first == ["goverment: government"])
      // The files keep their dates and sizes, so that nobody sees that they have nothing in them.
      let dictionary = folder.appendingPathComponent("en_GB.dic")
      let attributes = try FileManager.default.attributesOfItem(atPath: dictionary.path)
      let size = try Data(contentsOf: dictionary).count
      let handle = try FileHandle(forWritingTo: dictionary)
      try handle.write(contentsOf: Data(repeating: UInt8(ascii: "\n"), count: size))
      try handle.close()
      try FileManager.default.setAttributes(
        [.modificationDate: attributes[.modificationDate] as Any], ofItemAtPath: dictionary.path)
      #expect(misspellings(in: text, secretariat).count == 1)
    }
  }

  @Test func `a suppression of the rule is needed though nothing is looked up`() {
    let source =
      masthead + """
        contents:
          # rapporteur: allow word-misspelled because it is a quotation
          - paragraph: 1
            text: The meeting.

        """
    #expect(findings(in: source, only: ["suppression-unneeded"]) == [])
  }
}
