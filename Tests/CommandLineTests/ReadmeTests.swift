import Foundation
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  @Test func `the excerpt of the README is checked, renumbered and printed as it says`() throws {
    let readme = try Page("README.md")
    let report = try #require(readme.blocks(in: "yaml").first)
    let printed = try #require(readme.blocks(in: "markdown").first)
    try workplace.write(report, to: "l1-add1.yaml")

    let check = try workplace.rapporteur("check", "l1-add1.yaml")
    let renumber = try workplace.rapporteur("renumber", "l1-add1.yaml")
    #expect(readme.blocks(in: "text") == [check.output, renumber.output])

    let mended = try workplace.read("l1-add1.yaml")
      .replacingOccurrences(of: "{contact-point}", with: "{contact-points}")
    try workplace.write(mended, to: "l1-add1.yaml")
    let recheck = try workplace.rapporteur("check", "--for", "circulation", "l1-add1.yaml")
    #expect(recheck.output == "")
    let render = try workplace.rapporteur("render", "l1-add1.yaml")
    #expect(render.output.hasSuffix("\n\n" + printed))
  }

  @Test func `every page and folder that the README names is there`() throws {
    let readme = try Page("README.md")
    let links = readme.text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
    #expect(links.count > 3)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: Page.root.appending(path: link).path))
    }
  }
}
