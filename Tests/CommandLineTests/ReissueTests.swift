import Foundation
import Rapporteur
import Seeding
import SourceText
import Testing

@testable import CommandLineInterface

/// A disk that the power leaves after so many steps: the last of them may be half done, and nothing
/// happens after it.
private final class FailingDisk: Disk {
  private let disk = SystemDisk()
  private var steps: Int
  private(set) var hasFailed = false

  init(after steps: Int) {
    self.steps = steps
  }

  private func isLast() -> Bool {
    steps -= 1
    if steps < 0 { hasFailed = true }
    return hasFailed
  }

  func stage(_ text: TextStorage, beside target: Path) throws(SystemError) -> Path {
    guard isLast() else { return try disk.stage(text, beside: target) }
    if steps == -1 {
      _ = try disk.stage(TextStorage(copying: text.bytes.prefix(text.count / 2)), beside: target)
    }
    throw SystemError(code: EIO)
  }

  func move(_ file: Path, to target: Path) throws(SystemError) {
    if isLast() { throw SystemError(code: EIO) }
    try disk.move(file, to: target)
  }

  func remove(_ file: Path) { if !isLast() { disk.remove(file) } }

  func flush(_ folder: Path) { if !isLast() { disk.flush(folder) } }
}

/// A disk on which one file can never be replaced.
private struct StubbornDisk: Disk {
  let stubborn: String

  func stage(_ text: TextStorage, beside target: Path) throws(SystemError) -> Path {
    try SystemDisk().stage(text, beside: target)
  }

  func move(_ file: Path, to target: Path) throws(SystemError) {
    if target.name == stubborn { throw SystemError(code: EPERM) }
    try SystemDisk().move(file, to: target)
  }

  func remove(_ file: Path) { SystemDisk().remove(file) }

  func flush(_ folder: Path) {}
}

@Suite(.serialized) struct ReissueTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  /// Writes a series in which a recommendation was put in at the beginning, so that all numbers
  /// change, and those that were typed in other parts.
  private func writeSeries(parts: Int) throws -> [String] {
    let names = (1...parts).map { $0 % 3 == 0 ? "more/p\($0).yaml" : "p\($0).yaml" }
    for (index, name) in names.enumerated() {
      let numbers = index == 0 ? ["", "1"] : [String(index + 1)]
      let others = (1...parts).map { "recommendation \($0)" }.joined(separator: ", as in ")
      try workplace.write(
        Workplace.report(
          numbers[0],
          more: "series: \(name.contains("/") ? "../" : "")series.yaml"
        ).replacing("starts: {recommendation: 1}\n", with: "")
          .replacing("information.", with: "information, as in \(others).")
          + numbers.dropFirst().map(Workplace.recommendation).joined(), to: name)
    }
    try workplace.write(
      "series: draft-report\nparts: [\(names.joined(separator: ", "))]\n", to: "series.yaml")
    return names
  }

  private func texts(of names: [String]) throws -> [String] { try names.map(workplace.read) }

  private var series: String { workplace.folder.appendingPathComponent("series.yaml").path }

  /// What a renumbering of the series would write now.
  private func items() -> [Reissue.Item] {
    let registry = Registry([series], standardInput: 0)
    var documents = registry.documents
    documents.request(registry.requested[0])
    return Secretariat().renumber(documents).edits.compactMap { file, edits in
      registry.path(of: file).map { path in
        let old = registry.documents[file].text
        return Reissue.Item(path: path, old: old, new: edits.applied(to: old))
      }
    }
  }

  private var folders: [Path] {
    [Path(workplace.folder.path), Path(workplace.folder.appendingPathComponent("more").path)]
  }

  @Test func `wherever a run is cut off, each file is old or new, and the next run finishes`()
    throws
  {
    var random = SeededGenerator(for: "cutting off 240 reissues")
    var points = 0
    while points < 240 {
      let names = try writeSeries(parts: Int.random(in: 2...8, using: &random))
      let old = try texts(of: names)
      try Reissue(items()).carryOut()
      let new = try texts(of: names)
      #expect(zip(old, new).allSatisfy { $0 != $1 })
      var steps = 0
      while true {
        for (name, text) in zip(names, old) { try workplace.write(text, to: name) }
        let disk = FailingDisk(after: steps)
        try? Reissue(items(), on: disk).carryOut()
        guard disk.hasFailed else { break }
        points += 1
        steps += 1
        let now = try texts(of: names)
        #expect(
          zip(now, zip(old, new)).allSatisfy { $0 == $1.0 || $0 == $1.1 }, "after \(steps) steps")

        // The next run may be cut off too.
        let folders = folders.shuffled(using: &random)
        let files = names.map { Path(workplace.folder.appendingPathComponent($0).path) }
        _ = try? ReissueList.finish(
          in: folders, among: files, on: FailingDisk(after: Int.random(in: 0...6, using: &random)))
        _ = try ReissueList.finish(in: folders, among: files)
        try Reissue(items()).carryOut()
        #expect(try texts(of: names) == new, "after \(steps) steps")
        #expect(folders.allSatisfy { ReissueList(leftIn: $0) == nil })
      }
    }
  }

  @Test func `a program that is killed at any time loses nothing, and the next run finishes`()
    throws
  {
    var random = SeededGenerator(for: "killing 60 runs")
    let names = try writeSeries(parts: 8)
    let old = try texts(of: names)
    let start = ContinuousClock.now
    #expect(try workplace.rapporteur("renumber", "series.yaml").status == 0)
    let length = start.duration(to: .now)
    let new = try texts(of: names)
    for _ in 0..<60 {
      for (name, text) in zip(names, old) { try workplace.write(text, to: name) }
      let time = length * Double.random(in: 0...1, using: &random)
      let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
      _ = try workplace.shell("timeout -s KILL \(seconds) $rapporteur renumber series.yaml")
      let now = try texts(of: names)
      #expect(zip(now, zip(old, new)).allSatisfy { $0 == $1.0 || $0 == $1.1 })
      #expect(try workplace.rapporteur("renumber", "series.yaml").status == 0)
      #expect(try texts(of: names) == new)
    }
  }

  @Test func `nothing is left beside the files`() throws {
    _ = try writeSeries(parts: 2)
    let names = try workplace.names()
    try Reissue(items()).carryOut()
    #expect(try workplace.names() == names)
  }

  @Test func `where one file cannot be replaced, it is said which ones are`() throws {
    let names = try writeSeries(parts: 4)
    let new = items().sorted { $0.path.text < $1.path.text }
    let failure = #expect(throws: Failure.self) {
      try Reissue(new, on: StubbornDisk(stubborn: "p2.yaml")).carryOut()
    }
    let message = try #require(failure?.sentences.first)
    #expect(message.contains("p2.yaml cannot be written: permission is denied; "))
    #expect(message.contains("p1.yaml already written; rapporteur renumber finishes this"))

    let dry = try workplace.rapporteur("renumber", "--dry-run", "series.yaml")
    #expect(dry.status == 2)
    #expect(dry.errors.contains("an earlier run was interrupted"))

    let run = try workplace.rapporteur("renumber", "series.yaml")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("finished an earlier run that was interrupted: "))
    #expect(run.errors.hasSuffix("all numbers are in sequence\n"))
    #expect(try workplace.read(names[1]).contains("- recommendation: 3\n"))
    #expect(try workplace.names() == ["more", "p1.yaml", "p2.yaml", "p4.yaml", "series.yaml"])
  }

  @Test func `a list that came with a folder touches no file but those of the run`() throws {
    let victim = Path(try workplace.write("private", to: "more/private.txt").path)
    try workplace.write("planted", to: ".rapporteur-payload")
    let old = Fingerprint(of: try StoredFile(at: victim).text)
    try workplace.write(
      "more/private.txt\0.rapporteur-payload\0\(old.text)\0", to: ReissueList.name)
    #expect(throws: Failure.self) {
      try ReissueList.finish(
        in: folders, among: [Path(workplace.folder.appendingPathComponent("l1.yaml").path)])
    }
    #expect(throws: Failure.self) { try ReissueList.finish(in: folders, among: [victim]) }
    #expect(try StoredFile(at: victim).text.all.string == "private")
  }

  @Test func `a file that was edited after an interruption is not overwritten`() throws {
    let names = try writeSeries(parts: 2)
    try? Reissue(items(), on: StubbornDisk(stubborn: "p2.yaml")).carryOut()
    let edited = try workplace.read("p2.yaml") + "# edited\n"
    try workplace.write(edited, to: "p2.yaml")
    let run = try workplace.rapporteur("renumber", "series.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("p2.yaml was edited after an earlier run was interrupted"))
    #expect(try workplace.read(names[1]) == edited)
  }
}
