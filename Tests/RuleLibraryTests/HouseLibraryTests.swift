import BuiltInRules
import Diagnostics
import RuleLibrary
import SourceText
import Testing

@Suite struct HouseLibraryTests {
  private let builtIn = RuleLibrary.builtIn

  private func house(_ files: [(path: String, source: String)]) -> RuleLibrary {
    builtIn.extended(by: files.map { SourceFile(name: $0.path, contents: $0.source) }).value
  }

  private func rule(_ summary: String, frame: String) -> String {
    """
    summary: \(summary)
    explanation: Ours.
    authority: practice
    kind: section
    severity: warning
    passes: [{source: "contents: []", frame: \(frame)}, "report: ours"]
    fails:
      - {source: "symbol: A/1", says: a}
      - {source: "symbol: A/2", says: b, mode: adoption, frame: none}

    """
  }

  @Test func `a house's rule replaces the built-in one and leaves the library as it was`() throws {
    let house = house([("structure/section-empty.yaml", rule("Ours alone", frame: "report"))])
    #expect(house.rule("section-empty")?.summary == "Ours alone")
    #expect(house.ruleIDs == builtIn.ruleIDs)
    #expect(builtIn.rule("section-empty")?.summary != "Ours alone")
  }

  @Test func `a house's profiles and languages are added to the built-in ones`() throws {
    let profile = try #require(builtInText(of: "profiles/report.yaml"))
    let language = try #require(builtInText(of: "languages/en.yaml"))
    let house = house([("profiles/ours.yaml", profile), ("languages/xx.yaml", language)])
    #expect(house.profileNames == ["draft-report", "ours", "report", "review"])
    #expect(house.languageCodes == ["en", "xx"])
    #expect(house.profile("ours")?.isWhole == true && house.language("xx")?.name == "English")
    #expect(builtIn.profileNames == ["draft-report", "report", "review"])
  }

  @Test func `a file that cannot be read replaces nothing`() {
    let house = house([("profiles/report.yaml", "- x"), ("languages/en.yaml", "- x")])
    #expect(house.profile("report")?.isWhole == true && house.language("en")?.name == "English")
  }

  @Test func `a short example gets a masthead, but for the keys that it gives itself`() throws {
    let frame = "report: ours\n# Why\nsymbol: A/9\ntitle: >-\n  On\n  peace\n"
    let library = house([
      ("structure/section-empty.yaml", rule("x", frame: "ours")), ("frames/ours.yaml", frame),
    ])
    let ours = try #require(library.rule("section-empty"))
    #expect(
      ours.passes.map(\.source.whole) == [
        frame + "contents: []", "report: ours",
      ])
    let usual = ours.fails[0].source.whole
    #expect(usual.hasPrefix("report: draft-report\n") && usual.hasSuffix("\nsymbol: A/1"))
    #expect(usual.split(separator: "\n").count { $0.hasPrefix("symbol:") } == 1)
    #expect(ours.fails[1].source.whole == "symbol: A/2")
    #expect(ours.fails.map(\.mode) == [.drafting, .adoption])
  }

  @Test func `a house's names of States are added to the built-in ones`() throws {
    let ours = "entities: [{name: Order of Malta}]\nstates: [{name: Chile, common: [Chili]}]\n"
    let names = try #require(house([("states/en.yaml", ours)]).stateNames("en"))
    for name in ["Order of Malta", "Chili", "Algeria", "Republic of Peru"] {
      #expect(names.position(of: name) != nil, "\(name)")
    }
    // Its own Chile replaces the built-in one.
    #expect(names.position(of: "Republic of Chile") == nil)
    #expect(builtIn.stateNames("en")?.position(of: "Order of Malta") == nil)
  }

  @Test func `a house's names can be all that there are, and in a language of its own`() throws {
    let alone = house([("states/en.yaml", "complete: true\nstates: [{name: Chile}]\n")])
    #expect(alone.stateNames("en")?.entries.map(\.name) == ["Chile"])
    let german = house([("states/de.yaml", "states: [{name: Österreich}]\n")])
    #expect(german.stateNames("de")?.position(of: "osterreich") == 0)
    #expect(builtIn.stateNames("de") == nil)
  }
}
