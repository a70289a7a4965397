import Foundation
import SourceText
import Testing

@testable import CommandLineInterface

@Suite(.serialized) struct StoringTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  private func store(_ text: String, at name: String, mayReplace: Bool = true) throws {
    let path = Path(workplace.folder.appendingPathComponent(name).path)
    try TextStorage(copying: text.utf8).store(at: path, mayReplace: mayReplace)
  }

  private func attribute(_ key: FileAttributeKey, of name: String) throws -> Int? {
    let path = workplace.folder.appendingPathComponent(name).path
    return try FileManager.default.attributesOfItem(atPath: path)[key] as? Int
  }

  @Test func `a file is replaced with its mode, and nothing is left beside it`() throws {
    let file = try workplace.write("old", to: "l1.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    try store("new", at: "l1.yaml")
    #expect(try workplace.read("l1.yaml") == "new")
    #expect(try attribute(.posixPermissions, of: "l1.yaml") == 0o640)
    #expect(try workplace.names() == ["l1.yaml"])
  }

  @Test func `a new file has the mode that the user's mask gives`() throws {
    let mask = umask(0o027)
    defer { umask(mask) }
    try store("new", at: "l1.yaml")
    #expect(try attribute(.posixPermissions, of: "l1.yaml") == 0o640)
  }

  @Test func `a symbolic link stays, and the file that it leads to is replaced`() throws {
    try workplace.write("old", to: "parts/l1.yaml")
    let link = workplace.folder.appendingPathComponent("l1.yaml").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "parts/l1.yaml")
    try store("new", at: "l1.yaml")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "parts/l1.yaml")
    #expect(try workplace.read("parts/l1.yaml") == "new")
  }

  @Test func `a link that leads nowhere yet leads to the new file`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workplace.folder.appendingPathComponent("l1.yaml").path,
      withDestinationPath: "later.yaml")
    try store("new", at: "l1.yaml", mayReplace: false)
    #expect(try workplace.names() == ["l1.yaml", "later.yaml"])
    #expect(try workplace.read("later.yaml") == "new")
  }

  @Test func `a file that may not be replaced stays as it is`() throws {
    try workplace.write("old", to: "l1.yaml")
    #expect(throws: Failure.self) { try store("new", at: "l1.yaml", mayReplace: false) }
    #expect(try workplace.read("l1.yaml") == "old")
    #expect(try workplace.names() == ["l1.yaml"])
  }

  @Test func `a device is written to, not replaced`() throws {
    try TextStorage(copying: "new".utf8).store(at: Path("/dev/null"))
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `in a folder that is write-protected nothing changes`() throws {
    try workplace.write("old", to: "l1.yaml")
    let folder = workplace.folder.path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    #expect(throws: Failure.self) { try store("new", at: "l1.yaml") }
    #expect(try workplace.read("l1.yaml") == "old")
  }
}
