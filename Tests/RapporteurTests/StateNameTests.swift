import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct StateNameTests {
  @Test func `the list of the model report is right`() {
    StateListCheck(date: "2019-09-09").finds(
      in: """
        Algeria, Australia, Bahrain, Botswana, Colombia, European Union, France, Indonesia, Italy, \
        Mexico, Netherlands, New Zealand, Paraguay, Romania, Russian Federation, Sri Lanka, \
        State of Palestine, the United Kingdom of Great Britain and Northern Ireland
        """)
  }

  @Test func `a name is right up to its day, and on the day both are`() {
    StateListCheck(date: "2022-05-31").finds(in: "Turkey")
    StateListCheck(date: "2022-06-01").finds(in: "Turkey")
    StateListCheck(date: "2022-06-01").finds(in: "Türkiye")
    StateListCheck(date: "2022-06-02").finds("state-name-form <Turkey>", in: "Turkey")
    StateListCheck(date: "2022-05-31").finds("state-name-form <Türkiye>", in: "Türkiye")
    StateListCheck(date: "2015-01-01").finds(in: "Czech Republic")
    StateListCheck().finds("state-name-form <Czech Republic>", in: "Czech Republic")
  }

  @Test func `a former name is not mended at once where the report has no date`() {
    StateListCheck(date: "").mends("    states: [Turkey]\n", into: "    states: [Turkey]\n")
    StateListCheck(date: "").mends(
      "    states: [Russia]\n", into: "    states: [Russian Federation]\n")
  }

  @Test(arguments: [
    ("Netherlands", "Netherlands"),
    ("the Netherlands", "the Netherlands"),
    ("Netherlands (Kingdom of the)", "Netherlands (Kingdom of the)"),
    ("Kingdom of the Netherlands", "Netherlands"),
    ("the Algeria", "Algeria"),
    ("algeria", "Algeria"),
    ("the Republic of Chile", "Chile"),
    ("Gambia (the)", "Gambia"),
    ("UK", "United Kingdom of Great Britain and Northern Ireland"),
    ("the U.S.A.", "the United States of America"),
    ("Russia", "Russian Federation"),
    ("Iran", "Iran (Islamic Republic of)"),
    ("Syria", "Syrian Arab Republic"),
    ("South Korea", "Republic of Korea"),
    ("Bolivia", "Bolivia (Plurinational State of)"),
    ("Bolivia, Plurinational State of", "Bolivia (Plurinational State of)"),
    ("Venezuela", "Venezuela (Bolivarian Republic of)"),
    ("Vietnam", "Viet Nam"),
    ("Tanzania", "United Republic of Tanzania"),
    ("Moldova", "Republic of Moldova"),
    ("Cote d’Ivoire", "Côte d’Ivoire"),
    ("Guinea Bissau", "Guinea-Bissau"),
    ("[Russia]", "[Russian Federation]"),
    ("Russia (on behalf of Iraq)", "Russian Federation (on behalf of Iraq)"),
    ("Cuba, also on behalf of Russia", "Cuba, also on behalf of Russia"),
    ("EU and its member States", "European Union and its member States"),
  ])
  func `lists have the short form`(typed: String, expected: String) {
    for quote in ["\"", "'"] {
      StateListCheck().mends(
        "    states:\n    - \(quote)\(typed)\(quote) # why\n",
        into: "    states:\n    - \(quote)\(expected)\(quote) # why\n")
    }
  }

  @Test func `what is no State is reported, with the right name of the one that is nearest`() {
    StateListCheck().finds(
      "state-unknown <Atlantis>", "state-unknown <Rusia>", in: "Atlantis, Rusia")
    let source = SourceFile(name: "", contents: StateListCheck().report("Atlantis, Rusia"))
    let findings = Secretariat().check(Documents([source])).diagnostics.map(\.finding)
      .filter { $0.rule == "state-unknown" }
    #expect(findings.map { $0.fixes.map(\.title) } == [[], ["Write “Russian Federation”"]])
    #expect(findings.flatMap(\.fixes).map(\.safety) == [.needsReview])
  }

  @Test func `names are those of the language of the version`() {
    StateListCheck(language: "fr").finds("state-unknown <Chad>", in: "la Türkiye, Chad")
    StateListCheck(language: "ru").finds("state-name-form <Россия>", in: "Кот-д’Ивуар, Россия")
    StateListCheck(language: "es").finds(in: "El Salvador, los Estados Unidos de América")
    StateListCheck(language: "zh").finds(
      "state-name-form <英国>", in: "英国, 阿富汗, 刚果(布), 古巴（代表77国集团）")
    StateListCheck(language: "ar").finds(
      "state-name-form <الاردن>", in: "أفغانستان, الاردن, بوليفيا (دولة – المتعددة القوميات)")
    StateListCheck(language: "de").finds(in: "Deutschland, Atlantis")
  }

  @Test func `a State is listed once under whatever name, but once for itself and for a group`() {
    StateListCheck().finds(
      "state-name-form <the Republic of Chile>", "state-repeated <the Republic of Chile>",
      in: "Chile, the Republic of Chile, Chile (on behalf of Peru), Peru")
    StateListCheck().finds(
      "state-unknown <Atlantis>", "state-repeated <atlantis>", "state-unknown <atlantis>",
      in: "Atlantis, atlantis")
  }
}
