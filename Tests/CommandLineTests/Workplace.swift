import Foundation
import Testing

/// A folder of its own in which the built program is run as a user runs it; it goes when the test
/// ends.
final class Workplace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rapporteur-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What a run of the program left behind.
  struct Run: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the program.
  /// - Parameters:
  ///   - arguments: What is typed after its name.
  ///   - input: What comes by standard input.
  func rapporteur(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(Self.program, arguments, input: input, environment: environment)
  }

  /// Runs a line of a shell, to which the program is known as `$rapporteur`.
  func shell(_ line: String) throws -> Run {
    try run(URL(fileURLWithPath: "/bin/sh"), ["-c", line], input: "", environment: [:])
  }

  /// Whether the program that reads Word documents is installed.
  static let hasPandoc = FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc")

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The names of the files in the folder, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func run(
    _ program: URL, _ arguments: [String], input: String, environment: [String: String]
  ) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "rapporteur": Self.program.path]
      .merging(environment) { $1 }
    let streams = (input: Pipe(), output: Pipe(), errors: Pipe())
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try withNoSignalHeld { try process.run() }
    try streams.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try streams.input.fileHandleForWriting.close()
    let output = streams.output.fileHandleForReading.readDataToEndOfFile()
    let errors = streams.errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// The threads of the tests hold signals back, and what they start would do so too.
  private func withNoSignalHeld(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// The built program, which lies beside the tests.
  private static let program: URL = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("rapporteur")
  }()
}
