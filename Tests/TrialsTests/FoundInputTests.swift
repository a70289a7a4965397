import Foundation
import Testing
import Trials

/// What the fuzzer has found once, each input by the name of what was wrong.
struct FoundInputTests {
  @Test(arguments: FoundInput.all)
  func `what the fuzzer has found is not found again`(_ input: FoundInput) throws {
    let bytes = Array(try Data(contentsOf: input.place))
    try bytes.withUnsafeBufferPointer { try input.trial.run($0) }
  }

  @Test func `inputs are there for what was found`() {
    #expect(!FoundInput.all.isEmpty)
  }
}

struct FoundInput: CustomTestStringConvertible, Sendable {
  let trial: Trial
  let place: URL

  var testDescription: String { "\(trial.rawValue)/\(place.lastPathComponent)" }

  static let all: [FoundInput] = Trial.allCases.flatMap { trial in
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Found/\(trial.rawValue)")
    let places =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return places.sorted { $0.path < $1.path }.map { FoundInput(trial: trial, place: $0) }
  }
}
