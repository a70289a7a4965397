internal import Glibc
internal import Rapporteur
internal import SourceText

/// What a run has before it: the files that the user named, in the groups that are judged together.
///
/// A report by itself is a group; so are the files of a series, whichever of them were named.
struct Docket {
  /// Paths, in the order in which they were named; `-` is standard input.
  private(set) var groups: [[String]] = []
  /// Files in folders that the user named and that are no reports.
  private(set) var others: [String] = []
  /// What was to be looked through and holds nothing to check, or cannot be.
  private(set) var failures: [Failure] = []

  /// Sorts what the user typed.
  /// - Parameter operands: Paths of files and folders, patterns such as `*/l1.yaml`, and `-`.
  init(_ operands: [String]) {
    // What is one file is read by those who judge it, and need not be read here.
    if operands.count == 1, operands[0] == "-" || Path(operands[0]).status?.isRegularFile == true {
      groups = [operands]
      return
    }
    var grouping = Grouping()
    for operand in operands {
      for name in Self.names(meantBy: operand) {
        if Path(name).status?.isFolder == true {
          addReports(in: name, to: &grouping)
        } else {
          grouping.add(name, try? StoredFile(at: Path(name), isRegular: true))
        }
      }
    }
    groups = grouping.groups.filter { !$0.isEmpty }
  }

  /// The paths that a pattern stands for; the operand itself where it is none, or stands for none.
  private static func names(meantBy operand: String) -> [String] {
    guard operand.contains(where: { "*?[".contains($0) }), Path(operand).status == nil else {
      return [operand]
    }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(operand, 0, nil, &found) == 0 else { return [operand] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
  }

  private mutating func addReports(in folder: String, to grouping: inout Grouping) {
    let contents = Path(folder).contents(endingIn: Path.reportEndings)
    failures += contents.failures
    var ruleFolders = RuleFolders()
    var hasReports = false
    for (_, path) in contents.files where !ruleFolders.hold(path) {
      let stored = try? StoredFile(at: path, isRegular: true)
      if let stored, !stored.text.mayBeReport {
        others.append(path.text)
      } else {
        grouping.add(path.text, stored)
        hasReports = true
      }
    }
    if !hasReports, contents.failures.isEmpty {
      failures.append(Failure("\(folder) has no reports in it"))
    }
  }
}

/// Files put together that name one another.
private struct Grouping {
  private(set) var groups: [[String]] = []
  /// The group of each file that was named, or that one of those names.
  private var owners: [StoredFile.Identity: Int] = [:]

  /// - Parameter stored: The file; nil where it cannot be read.
  mutating func add(_ name: String, _ stored: StoredFile?) {
    guard let stored, name != "-" else {
      if !groups.contains([name]) { groups.append([name]) }
      return
    }
    let file = SourceFile(name: name, text: stored.text)
    let folder = Path(name).folder
    let identities =
      [stored.identity]
      + Kinship(of: file).paths.compactMap {
        StoredFile.identity(at: folder.appending($0))
      }
    let known = Set(identities.compactMap { owners[$0] }).sorted()
    let group = known.first ?? groups.count
    if known.isEmpty { groups.append([]) }
    for other in known.dropFirst() {
      groups[group] += groups[other]
      groups[other] = []
      for (identity, owner) in owners where owner == other { owners[identity] = group }
    }
    groups[group].append(name)
    for identity in identities { owners[identity] = group }
  }
}

/// The folders of rules of the houses that files belong to.
private struct RuleFolders {
  /// By the folder of a file; themselves without symbolic links.
  private var known: [Path: [Path]] = [:]

  /// Whether a file is in a folder of rules, and so no report whatever it looks like.
  mutating func hold(_ file: Path) -> Bool {
    guard let resolved = file.resolved else { return false }
    let folder = file.folder
    let folders = known[folder] ?? Self.folders(of: folder)
    known[folder] = folders
    return folders.contains { $0.contains(resolved) }
  }

  private static func folders(of folder: Path) -> [Path] {
    guard let path = House.settings(above: folder),
      let settings = try? StoredFile(at: path, isRegular: true)
    else { return [] }
    return House.ruleFolders(
      namedIn: SourceFile(name: path.text, text: settings.text), at: path
    ).compactMap(\.resolved)
  }
}
