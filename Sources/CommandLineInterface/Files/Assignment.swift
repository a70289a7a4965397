internal import Rapporteur
internal import SourceText

/// The files of a run that one house works on.
///
/// Each file is handled by the settings that it finds in its folder or above, also where several
/// files of one run find different ones.
struct Assignment {
  let house: House
  /// All files of the run, of which those of the house are requested.
  var documents: Documents

  /// Gives each file to its house.
  static func all(of registry: Registry, by houses: Houses) -> [Assignment] {
    var settings: [Path?] = []
    var assignments: [Assignment] = []
    for file in registry.requested {
      let folder = registry.path(of: file)?.folder ?? Path(".")
      guard let (path, house) = houses[folder] else { continue }
      if let index = settings.firstIndex(of: path) {
        assignments[index].documents.request(file)
      } else {
        var documents = registry.documents
        documents.request(file)
        settings.append(path)
        assignments.append(Assignment(house: house, documents: documents))
      }
    }
    return assignments
  }

  /// Gives each file to its house.
  static func all(of registry: Registry, ruleFolders: [String]) throws(Failure) -> [Assignment] {
    let folders = registry.requested.map { registry.path(of: $0)?.folder ?? Path(".") }
    return all(of: registry, by: try Houses(of: folders, ruleFolders: ruleFolders))
  }
}

/// The houses that some folders belong to, each founded once.
struct Houses {
  private var settings: [Path: Path?] = [:]
  private var houses: [Path?: House] = [:]

  /// - Parameter ruleFolders: Folders of rules from the command line.
  init(of folders: [Path], ruleFolders: [String]) throws(Failure) {
    for folder in folders where settings[folder] == nil {
      let path = House.settings(above: folder)
      settings[folder] = .some(path)
      if houses[path] == nil {
        houses[path] = try House(settingsAt: path, ruleFolders: ruleFolders)
      }
    }
  }

  /// The houses with all made of their rules that can be made once, for many reports.
  func preparedForMany() -> Houses {
    var prepared = self
    prepared.houses = houses.mapValues { $0.preparedForMany() }
    return prepared
  }

  var all: some Collection<House> { houses.values }

  /// The house of a folder, with the path of its settings.
  subscript(folder: Path) -> (settings: Path?, house: House)? {
    settings[folder].flatMap { path in houses[path].map { (path, $0) } }
  }
}
