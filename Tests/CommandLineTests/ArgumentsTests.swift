import Rapporteur
import Testing

@testable import CommandLineInterface

@Suite struct ArgumentsTests {
  private let format = Option(name: "--format", help: "", value: "F", choices: ["text", "json"])
  private let ignore = Option(name: "--ignore", help: "", value: "ID", isList: true)
  private let folder = Option(name: "--rules", help: "", value: "DIR")
  private let output = Option(name: "-o", help: "", value: "OUT")
  private let strict = Option(name: "--strict", help: "")

  private func arguments(_ line: String) throws -> Arguments {
    let command = Command(
      name: "check", summary: "",
      operand: Operand(name: "FILE", help: "a file", isRepeated: true),
      options: [format, ignore, folder, output, strict], examples: [], run: { _, _ in .clean })
    return try Arguments(line.split(separator: " ").map(String.init), for: command)
  }

  @Test func `options stand before, between or after files, with a space or a sign`() throws {
    for line in [
      "--format json --strict a - -o x", "a --format=json - -o x --strict",
      "--strict a - -ox --format=text --format json",
    ] {
      let arguments = try arguments(line)
      #expect(arguments.value(of: format) == "json")
      #expect(arguments.value(of: output) == "x")
      #expect(arguments.has(strict))
      #expect(arguments.operands == ["a", "-"])
    }
  }

  @Test func `lists are joined over commas and repetitions`() throws {
    let arguments = try arguments("--ignore a,b --ignore=c,,d x --rules p,q --rules r")
    #expect(arguments.values(of: ignore) == ["a", "b", "c", "d"])
    #expect(arguments.values(of: folder) == ["p,q", "r"])
    #expect(!arguments.has(format))
  }

  @Test func `the examples of every command are right`() throws {
    for command in Command.all {
      for example in command.examples {
        let words = example.line.split(separator: " ").map(String.init)
        #expect(words.prefix(2) == ["rapporteur", command.name])
        let arguments = try Arguments(Array(words.dropFirst(2)), for: command)
        for option in command.options where option.isList {
          for name in arguments.values(of: option) ?? [] {
            _ = try Secretariat().known(name)
          }
        }
      }
    }
  }

  @Test func `standard output may be named as a value`() throws {
    #expect(try arguments("a -o -").value(of: output) == "-")
  }
}
