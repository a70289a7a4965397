import Foundation
import Testing

/// Files with several names, owners and modes.
@Suite struct LinkTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("3"), to: "texts/l1.yaml")
  }

  @Test(arguments: ["renumber", "check --fix"])
  func `a link stays, and the file that it leads to is rewritten`(command: String) throws {
    if command != "renumber" { try workplace.write(Workplace.fixable(), to: "texts/l1.yaml") }
    let old = try workplace.read("texts/l1.yaml")
    let run = try workplace.shell(
      "ln -s texts/l1.yaml a; ln -s a b; $rapporteur \(command) b; readlink b; readlink a; ls -A . texts"
    )
    #expect(
      run.output.hasSuffix("a\ntexts/l1.yaml\n.:\na\nb\ntexts\n\ntexts:\nl1.yaml\n"))
    #expect(try workplace.read("texts/l1.yaml") != old)
  }

  @Test func `another name of a file keeps the old text`() throws {
    let old = try workplace.read("texts/l1.yaml")
    _ = try workplace.shell("ln texts/l1.yaml other.yaml; $rapporteur renumber texts/l1.yaml")
    #expect(try workplace.read("texts/l1.yaml") == Workplace.report("1"))
    #expect(try workplace.read("other.yaml") == old)
  }

  @Test(.enabled(if: Workplace.canActAsAUser, "nobody cannot run the program"))
  func `what may not be written stays as it is, by whatever name`() throws {
    let old = try workplace.read("texts/l1.yaml")
    for line in [
      "chmod 444 texts/l1.yaml; ln -s texts/l1.yaml a; $rapporteur renumber a",
      "chmod 644 texts/l1.yaml; chmod 555 texts; $rapporteur renumber a; s=$?; chmod 755 texts; exit $s",
    ] {
      let run = try workplace.shellOfAUser(line)
      #expect(run.errors == "rapporteur: a cannot be written: permission is denied\n")
      #expect(run.output == "")
      #expect(run.status == 2)
      #expect(try workplace.read("texts/l1.yaml") == old)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser gives files away"))
  func `owner, group and mode stay`() throws {
    let run = try workplace.shell(
      "cd texts; chown nobody:nogroup l1.yaml; chmod 640 l1.yaml; $rapporteur renumber l1.yaml "
        + "> /dev/null; stat -c '%U %G %a' l1.yaml")
    #expect(run.output == "nobody nogroup 640\n")
    #expect(try workplace.read("texts/l1.yaml") == Workplace.report("1"))
  }
}
