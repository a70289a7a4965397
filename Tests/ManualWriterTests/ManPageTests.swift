import CommandLineInterface
import Foundation
import Rapporteur
import Testing

@testable import ManualWriter

@Suite struct ManPageTests {
  private let pages = Command.all.map { ManPage(of: $0, date: "May 1, 2026") }
  private let program = ManPage.ofProgram(Command.all, date: "May 1, 2026")

  @Test func `a page tells each option of its command`() {
    for (command, page) in zip(Command.all, pages) {
      #expect(page.name == "rapporteur-\(command.name)")
      for option in command.options {
        #expect(page.text.contains("\n.It Fl \(option.name.dropFirst())"), "\(option.name)")
      }
      for example in command.examples {
        #expect(page.text.contains("\n.Dl \(example.line.replacing("-", with: "\\-"))\n"))
      }
    }
  }

  @Test func `the page of the program names each command and each variable`() {
    for command in Command.all {
      #expect(program.text.contains("\n.It Xr rapporteur-\(command.name) 1\n"))
    }
    for variable in ["NO_COLOR", "TERM"] + Secretariat.dictionaryVariables {
      #expect(program.text.contains("\n.It Ev \(variable)\n"))
    }
  }

  @Test func `prose has a line for each sentence, and nothing in it is a command`() {
    let prose = ManPage.prose("The L. document has --all of it. .rapporteur.yaml says C:\\. So.")
    #expect(
      prose == [
        "The L. document has \\-\\-all of it. .rapporteur.yaml says C:\\e.",
        "So.",
      ])
    #expect(ManPage.prose(".yaml is 'it'") == ["\\&.yaml is 'it'"])
    #expect(ManPage.prose("'It is.' Is it?") == ["\\&'It is.' Is it?"])
    let long = ManPage.prose(String(repeating: "circulated ", count: 30))
    #expect(long.count == 5 && long.allSatisfy { $0.utf8.count < 80 })
  }

  private static let linter = "/usr/bin/mandoc"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: linter)))
  func `mandoc has nothing to say of the pages`() throws {
    for page in [program] + pages {
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(UUID().uuidString).1")
      try page.text.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: Self.linter)
      process.arguments = ["-T", "lint", "-W", "warning", file.path]
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let remarks = output.fileHandleForReading.readDataToEndOfFile()
      #expect(String(decoding: remarks, as: UTF8.self) == "", "\(page.name)")
    }
  }
}
