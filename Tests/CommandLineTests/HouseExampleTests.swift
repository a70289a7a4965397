import Foundation
import Testing

/// The house among the examples, and the page of the manual that explains it.
@Suite struct HouseExampleTests {
  private static let folder = Page.root.appending(path: "Examples/house")
  private let workplace: Workplace
  private let page: Page

  init() throws {
    workplace = try Workplace()
    page = try Page("Sources/Rapporteur/Rapporteur.docc/HouseRules.md")
    try FileManager.default.copyItem(
      at: Self.folder, to: workplace.folder.appending(path: "house"))
  }

  @Test func `the record of the house is judged by its rules as the manual says`() throws {
    let check = try workplace.shell("cd house && $rapporteur check record.yaml")
    #expect(check.status == 1)
    #expect(page.blocks(in: "text") == [check.output])
  }

  @Test func `without the house its record is no report that is known`() throws {
    let check = try workplace.shell("mv house/record.yaml . && $rapporteur check record.yaml")
    #expect(check.output.contains("`commission-record` is not a kind of report"))
  }

  @Test func `the rules of the house hold on their own examples`() throws {
    let all = try workplace.shell("cd house && $rapporteur rules --test")
    #expect(all.status == 0, "\(all.output)")
    let named = try workplace.rapporteur("rules", "--test", "--rules", "house/rules")
    #expect(named == all)
    #expect(try workplace.rapporteur("rules", "--test").output != all.output)
  }

  @Test func `every excerpt of the manual stands in a file of the house`() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
    let texts = try files.map { try workplace.read("house/\($0)") }
    let excerpts = page.blocks(in: "yaml")
    #expect(excerpts.count > 3)
    for excerpt in excerpts {
      #expect(texts.contains { $0.contains(excerpt) }, "\(excerpt)")
    }
  }
}
