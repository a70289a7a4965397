import Rapporteur
import Testing

@Suite struct RuleExampleTests {
  @Test func `every rule does on its own examples what they say`() {
    let result = Secretariat().testRules()
    #expect(result.examples > 100)
    #expect(result.failures.joined(separator: "\n\n") == "")
  }
}
