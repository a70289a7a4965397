import BuiltInRules
import Diagnostics
import ReportModel
import RuleLibrary
import RunningText
import SourceText
import Testing
import YAMLSyntax

@Suite struct BuiltInLibraryTests {
  private let library = RuleLibrary.builtIn

  @Test func `the draft report has the outline and numbering of the model report`() throws {
    let profile = try #require(library.profile("draft-report"))
    #expect(profile.outline.map(\.label) == ["I", "II", "III", "IV", "V"])
    #expect(profile.outline[3].contents.map(\.title).contains("Statements"))
    #expect(!profile.isOutlineOpen && profile.outline.allSatisfy(\.isOpen))
    #expect(profile.recommendations.runsThroughSeries && !profile.paragraphs.runsThroughSeries)
    #expect(profile.sectionStyles == NumberingStyle.sections)
    #expect(profile.recommendationHeadingLevel == 4)
    #expect(profile.lastJoiner == .comma && profile.recommendationForm == .heading)
    #expect(!profile.isWhole)
  }

  @Test func `the final report is whole, and its paragraphs run on`() throws {
    let profile = try #require(library.profile("report"))
    #expect(profile.isWhole && profile.paragraphs.runsThroughSeries && profile.lastJoiner == .and)
  }

  @Test func `English gives the formula of statements word for word`() throws {
    let english = try #require(library.language("en"))
    let statement = english.phrase(
      .statementsBy,
      ["by": "parties to the Trafficking in Persons Protocol", "names": "Algeria, Australia"])
    #expect(
      english.phrase(.underItems, ["items": "2 and 3", "statement": statement]) == """
        Under agenda items 2 and 3, statements were made by representatives of the following \
        parties to the Trafficking in Persons Protocol: Algeria, Australia.
        """)
    #expect(
      english.phrase(
        .datesInYear,
        ["day": "28", "month": "April", "last-day": "2", "last-month": "May", "year": "2014"])
        == "28 April–2 May 2014")
  }

  @Test func `every name that the library lists can be had`() {
    #expect(library.profileNames == ["draft-report", "report", "review"])
    #expect(library.languageCodes == ["en"])
    #expect(library.profile("nonesuch")?.name == nil)
    #expect(library.language("xx")?.code == nil)
  }

  @Test func `a rule says the same with its examples and without`() throws {
    func sayings(_ rule: Rule) -> [String] {
      [
        rule.id.name, rule.group, rule.summary, rule.explanation, rule.authority,
        rule.kind.rawValue, "\(rule.severity)", rule.parameters.pattern?.pattern ?? "",
      ]
    }
    for id in library.ruleIDs {
      let rule = try #require(library.rule(id))
      let short = try #require(library.ruleWithoutExamples(id))
      #expect(sayings(short) == sayings(rule))
      #expect(!rule.summary.isEmpty && !rule.explanation.isEmpty && !rule.authority.isEmpty)
      #expect(rule.passes.count >= 2 && rule.fails.count >= 2 && short.passes.isEmpty)
    }
  }

  @Test func `what was made while the program was built is what its files say`() throws {
    let nothing = RuleLibrary(EmbeddedRules(files: [], terms: "", termLetters: ""))
    let read = nothing.extended(by: RuleLibrary.builtInFiles).value
    for path in ["states/en.yaml", "words/en.yaml"] {
      #expect(!library.storedTable(of: path).isEmpty)
      #expect(library.storedTable(of: path) == read.storedTable(of: path), "\(path)")
    }
    #expect(library.terms.trie.storedNumbers == read.terms.trie.storedNumbers)
    #expect(library.terms.trie.storedLetters == read.terms.trie.storedLetters)
    let (stored, entries) = try (
      #require(library.stateNames("en")), #require(read.stateNames("en"))
    )
    #expect(stored.entries.map(\.name) == entries.entries.map(\.name))
    for name in entries.allNames {
      #expect(stored.position(of: name) == entries.position(of: name))
    }
    #expect(stored.position(of: "Atlantis") == nil)
  }

  @Test func `every built-in file is without findings`() {
    let files = RuleLibrary.builtInFiles.map { ($0.name, $0.text.all.string) }
    #expect(findings(in: files) == [])
  }

  @Test func `every fault that a check reports has a rule that can be read`() throws {
    let faults = CheckKind.allCases.flatMap(\.faults)
    #expect(Set(library.ruleIDs).isSuperset(of: faults))
    for id in library.ruleIDs {
      let rule = try #require(library.rule(id), "\(id)")
      #expect(rule.passes.count >= 2 && rule.fails.count >= 2, "\(id)")
      #expect(rule.fails.allSatisfy { $0.says != nil }, "\(id)")
    }
  }

  @Test func `the words that a failing example marks stand in its source`() {
    for rule in library.ruleIDs.compactMap(library.rule) {
      for example in rule.fails {
        guard let marks = example.marks else { continue }
        #expect(example.source.whole.contains(marks), "\(rule.id)")
      }
    }
  }

  @Test func `the examples of all rules but those on YAML itself are YAML`() {
    for rule in library.ruleIDs.compactMap(library.rule) where rule.group != "source" {
      for example in rule.passes + rule.fails {
        let file = SourceFile(name: "\(rule.id)", contents: example.source.whole)
        let findings = YAMLReader(file, id: FileID(0)).read().findings
        #expect(findings.map(\.message) == [], "\(rule.id)")
      }
    }
  }

  @Test func `an unused identifier is passed over while drafting`() {
    let severity = library.rule("identifier-unused")?.severity
    #expect(severity?[.drafting] == nil && severity?[.circulation] == .note)
  }
}
