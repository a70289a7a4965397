import Glibc
import Testing

@testable import CommandLineInterface

@Suite struct InkTests {
  @Test func `there is colour on a terminal only, and where nobody minds`() throws {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    defer { close(terminal) }
    func ink(_ environment: [String: String], on descriptor: Int32) -> Ink {
      let desk = Desk(
        input: STDIN_FILENO, output: TextOutput(descriptor: descriptor), errors: TextOutput(),
        environment: environment)
      return desk.ink(for: desk.output)
    }
    #expect(ink(["TERM": "xterm"], on: terminal) == .coloured)
    #expect(ink(["TERM": "xterm", "NO_COLOR": "1"], on: terminal) == .plain)
    #expect(ink(["TERM": "xterm", "NO_COLOR": ""], on: terminal) == .coloured)
    #expect(ink(["TERM": "dumb"], on: terminal) == .plain)
    let file = open("/dev/null", O_WRONLY)
    defer { close(file) }
    #expect(ink(["TERM": "xterm"], on: file) == .plain)
  }
}
