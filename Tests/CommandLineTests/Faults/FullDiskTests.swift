import Foundation
import Testing

/// Disks that are full or read-only, and files that may not grow.
@Suite struct FullDiskTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("3"), to: "l1.yaml")
  }

  private func writeSeries(in folder: String = ".") throws {
    try workplace.write(
      "series: draft-report\nparts: [l1.yaml, l2.yaml]\n", to: "\(folder)/series.yaml")
    for (name, symbol) in [("l1", "Add.1"), ("l2", "Add.2")] {
      try workplace.write(
        Workplace.report("9", more: "series: series.yaml")
          .replacing("starts: {recommendation: 1}\n", with: "").replacing("Add.1", with: symbol),
        to: "\(folder)/\(name).yaml")
    }
  }

  @Test func `a file that may not be as large as the new text stays as it is`() throws {
    try workplace.write(
      Workplace.report("3", more: "#" + String(repeating: " ", count: 9_000)), to: "l1.yaml")
    let old = try workplace.read("l1.yaml")
    // Blocks of 512 bytes.
    for command in ["renumber l1.yaml", "render --force l1.yaml -o l1.yaml.md"] {
      let run = try workplace.shell("ulimit -f 1; exec $rapporteur \(command)")
      if command.hasPrefix("renumber") {
        #expect(
          run.errors
            == "rapporteur: l1.yaml cannot be written: it would be larger than is allowed\n")
        #expect(run.status == 2)
      }
      #expect(try workplace.read("l1.yaml") == old)
      #expect(try workplace.names().allSatisfy { !$0.hasPrefix(".") })
    }
  }

  @Test func `a series of which one part cannot be stored stays as it is`() throws {
    try writeSeries()
    let long = try workplace.read("l2.yaml") + "#" + String(repeating: " ", count: 9_000) + "\n"
    try workplace.write(long, to: "l2.yaml")
    let old = try workplace.read("l1.yaml")
    let run = try workplace.shell("ulimit -f 8; exec $rapporteur renumber series.yaml")
    #expect(
      run.errors
        == "rapporteur: l2.yaml cannot be written: it would be larger than is allowed; "
        + "no file has been changed\n")
    #expect(run.status == 2)
    #expect(try workplace.read("l1.yaml") == old)
    #expect(try workplace.read("l2.yaml") == long)
    #expect(try workplace.names() == ["l1.yaml", "l2.yaml", "series.yaml"])
  }

  @Test(.enabled(if: MountedDisk.isPossible, "no disk can be mounted here"))
  func `on a full disk all stays as it is, and the next run does what this could not`() throws {
    try writeSeries(in: "disk")
    let texts = try ["disk/l1.yaml", "disk/l2.yaml"].map(workplace.read)
    let disk = try MountedDisk(at: workplace.folder.appendingPathComponent("disk"), workplace)
    try writeSeries(in: "disk")
    _ = try workplace.shell("cat /dev/zero > disk/rest 2> /dev/null")
    let run = try workplace.rapporteur("renumber", "disk/series.yaml")
    #expect(
      run.errors
        == "rapporteur: disk/l1.yaml cannot be written: the disk is full; no file has been changed\n"
    )
    #expect(run.status == 2)
    let single = try workplace.rapporteur("renumber", "l1.yaml", "--map", "disk/map.json")
    #expect(single.errors == "rapporteur: disk/map.json cannot be written: the disk is full\n")
    #expect(try workplace.read("l1.yaml") == Workplace.report("3"))
    #expect(try ["disk/l1.yaml", "disk/l2.yaml"].map(workplace.read) == texts)
    _ = try workplace.shell("rm disk/rest")
    #expect(try workplace.shell("ls -A disk").output == "l1.yaml\nl2.yaml\nseries.yaml\n")

    _ = try workplace.shell("mount -o remount,ro disk")
    let readOnly = try workplace.rapporteur("renumber", "disk/series.yaml")
    #expect(
      readOnly.errors
        == "rapporteur: disk/l1.yaml cannot be written: the disk is read-only; "
        + "no file has been changed\n")
    #expect(readOnly.status == 2)
    #expect(try workplace.rapporteur("check", "disk/series.yaml").status == 1)
    _ = try workplace.shell("mount -o remount,rw disk")
    #expect(try workplace.rapporteur("renumber", "disk/series.yaml").status == 0)
    withExtendedLifetime(disk) {}
  }

  @Test func `output that finds no room is told`() throws {
    for line in ["check l1.yaml", "render l1.yaml --force", "explain serial-comma", "--help"] {
      let run = try workplace.shell("exec $rapporteur \(line) > /dev/full")
      #expect(
        run.errors.hasSuffix("rapporteur: standard output cannot be written: the disk is full\n"))
      #expect(run.status == 2)
    }
    let run = try workplace.rapporteur("new", "draft-report", "-o", "/dev/full")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("rapporteur: /dev/full cannot be written: "))
  }
}

/// A small disk, which goes with the test.
private final class MountedDisk {
  private let place: URL
  private let workplace: Workplace

  init(at place: URL, _ workplace: Workplace) throws {
    self.place = place
    self.workplace = workplace
    let run = try workplace.shell("mount -t tmpfs -o size=64k tmpfs '\(place.path)'")
    guard run.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  deinit { _ = try? workplace.shell("umount '\(place.path)'") }

  static let isPossible: Bool = {
    guard geteuid() == 0, let workplace = try? Workplace() else { return false }
    return (try? MountedDisk(at: workplace.folder, workplace)) != nil
  }()
}
