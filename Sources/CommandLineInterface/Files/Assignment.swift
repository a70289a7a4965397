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
  static func all(of registry: Registry, ruleFolders: [String]) throws(Failure) -> [Assignment] {
    var settings: [Path?] = []
    var assignments: [Assignment] = []
    for file in registry.requested {
      let folder = registry.path(of: file)?.folder ?? Path(".")
      let path = House.settings(above: folder)
      if let index = settings.firstIndex(of: path) {
        assignments[index].documents.request(file)
      } else {
        let house = try House(settingsAt: path, ruleFolders: ruleFolders)
        var documents = registry.documents
        documents.request(file)
        settings.append(path)
        assignments.append(Assignment(house: house, documents: documents))
      }
    }
    return assignments
  }
}
