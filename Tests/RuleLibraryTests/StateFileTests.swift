import BuiltInRules
import RuleLibrary
import Testing

@Suite struct StateFileTests {
  private func check(
    _ source: String, says expected: String..., line: SourceLocation = #_sourceLocation
  ) {
    #expect(findings(in: [("states/xx.yaml", source)]) == expected, sourceLocation: line)
  }

  @Test func `a file of States has the names of States or of entities`() {
    check("states: [{name: Chile}]\n")
    check("entities: [{name: European Union}]\n")
    check("order: none\n", says: "1:1 <order> `states` is missing")
  }

  @Test func `what is wrong with a name is said at its place`() {
    check(
      "states: [{nme: Chile}]\n",
      says: "1:11 <nme> `nme` is not a key of a State; did you mean `name`?",
      "1:11 <nme> `name` is missing")
    check(
      "states: [{name: Benin, former: [{name: Dahomey, until: 1975}]}]\n",
      says: "1:33 <{name: Dahomey, until: 1975}> "
        + "`until` is a date, such as 2022-06-01")
  }

  @Test func `no name is that of two States`() {
    check(
      "states: [{name: Niger}, {name: Nigeria, common: [niger]}]\n",
      says: "1:25 <{name: Nigeria, common: [niger]}> "
        + "`niger` is a name of two States")
  }

  @Test func `the names of all official languages are those of the same States`() throws {
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
      let names = try #require(RuleLibrary.builtIn.stateNames(language))
      #expect(names.entries.count == 198, "\(language)")
      #expect(names.isOrdered == !["ar", "zh"].contains(language))
    }
  }
}
