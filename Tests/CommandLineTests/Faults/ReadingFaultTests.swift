import Foundation
import Testing

@testable import CommandLineInterface

/// What is named as a file and is none that can be read.
@Suite struct ReadingFaultTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  private static let readers = ["check", "renumber", "render", "assemble", "import"]

  /// Checks that every command refuses a file with one sentence.
  private func check(
    _ name: String, isRefusedBecause reason: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for command in Self.readers {
      let run = try workplace.rapporteur(command, name)
      #expect(
        run.errors == "rapporteur: \(name) cannot be read: \(reason)\n",
        sourceLocation: sourceLocation)
      #expect(run.output == "", sourceLocation: sourceLocation)
      #expect(run.status == 2, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: ["/dev/zero", "/dev/full", "/dev/urandom"])
  func `a device that never ends is not read`(device: String) throws {
    try check(device, isRefusedBecause: "it is a device, not a file")
  }

  @Test func `what is not there, a folder and a circle of links are told apart`() throws {
    try workplace.write("", to: "folder/empty.txt")
    _ = try workplace.shell("ln -s nowhere dangling; ln -s loop loop")
    try check("missing.yaml", isRefusedBecause: "there is no such file or folder")
    try check("dangling", isRefusedBecause: "there is no such file or folder")
    try check("loop", isRefusedBecause: "its symbolic links go in a circle")
    try check("folder/empty.txt/l1.yaml", isRefusedBecause: "a part of its path is not a folder")
    for command in Self.readers.dropFirst() {
      let run = try workplace.rapporteur(command, "folder")
      #expect(run.errors == "rapporteur: folder cannot be read: it is a folder\n")
      #expect(run.status == 2)
    }
  }

  @Test func `a pipe that nobody writes to is given up after some seconds`() throws {
    let run = try workplace.shell("mkfifo pipe; $rapporteur check pipe")
    #expect(run.errors == "rapporteur: pipe cannot be read: nobody writes to this pipe\n")
    #expect(run.status == 2)
  }

  @Test func `a pipe is read to its end, however slowly it comes`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "l1.yaml")
    let run = try workplace.shell(
      "mkfifo pipe; { head -n 8 l1.yaml; sleep 0.3; tail -n +9 l1.yaml; } > pipe & "
        + "$rapporteur check pipe")
    #expect(run.output.hasPrefix("pipe:19:25: error: "))
    #expect(run.status == 1)
  }

  @Test func `a pipe is opened once, so that nothing written to it is lost`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "l1.yaml")
    let run = try workplace.shell(
      """
      for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
        mkfifo pipe$i; { head -n 8 l1.yaml; sleep 0.05; tail -n +9 l1.yaml; } > pipe$i &
        $rapporteur check pipe$i | head -n 1 | sed "s/pipe$i://"
      done | uniq -c
      """)
    #expect(run.output.contains("12 19:25: error: "))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `a socket is no file`() throws {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = workplace.folder.appendingPathComponent("socket").path
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
    try check("socket", isRefusedBecause: "it is a socket or a device, not a file")
  }

  @Test(.enabled(if: Workplace.canActAsAUser, "nobody cannot run the program"))
  func `a file that may not be read is told, and the others are checked`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "l1.yaml")
    try workplace.write(Workplace.report("1"), to: "secret.yaml")
    let run = try workplace.shellOfAUser(
      "chmod 000 secret.yaml; $rapporteur check secret.yaml l1.yaml")
    #expect(
      run.errors.hasPrefix("rapporteur: secret.yaml cannot be read: permission is denied\n"))
    #expect(run.output.hasPrefix("l1.yaml:19:25: error: "))
    #expect(run.status == 2)
  }

  @Test func `a file that is larger than any limit is not read at all`() throws {
    _ = try workplace.shell("truncate -s 1T l1.yaml")
    try check("l1.yaml", isRefusedBecause: "it has more than 256 MiB")
  }
}
