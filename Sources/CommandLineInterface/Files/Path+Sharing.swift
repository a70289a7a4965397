internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Path {
  /// Whether a file in this folder may name another file or folder.
  ///
  /// What lies below the folder may be named, and what lies in a folder that settings share which
  /// are around both. So whoever sends a folder, settings included, cannot reach beyond it.
  func mayName(_ other: Path) -> Bool {
    guard let folder = resolved, let target = other.resolved else { return true }
    if folder.contains(target) { return true }
    var place = folder
    while place.text != "/" {
      place = place.folder
      if place.contains(target), place.sharedFolders.contains(where: { $0.contains(target) }) {
        return true
      }
    }
    return false
  }

  /// The folders that the settings in this folder share.
  private var sharedFolders: [Path] {
    guard let path = House.settings(in: self),
      let stored = try? StoredFile(at: path, isRegular: true)
    else { return [] }
    let file = SourceFile(name: path.text, text: stored.text)
    return Secretariat().settings(from: file).value.sharedFolders
      .compactMap { appending($0).resolved }
  }
}
