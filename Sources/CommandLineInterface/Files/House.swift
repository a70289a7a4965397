internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// How a house works: by the rules that are compiled in, its own, and its settings.
struct House {
  let secretariat: Secretariat
  let settings: Settings

  /// The house that a folder belongs to.
  /// - Parameters:
  ///   - folder: The folder of a report; the settings are in it or above.
  ///   - ruleFolders: Folders of rules from the command line.
  init(of folder: Path, ruleFolders: [String] = []) throws(Failure) {
    try self.init(settingsAt: Self.settings(above: folder), ruleFolders: ruleFolders)
  }

  /// The house with some settings.
  init(settingsAt path: Path?, ruleFolders: [String]) throws(Failure) {
    let folders = ruleFolders.map { Path($0) }
    guard let path else {
      settings = Settings()
      secretariat = try Self.secretariat(adopting: folders)
      return
    }
    let file = SourceFile(name: path.text, text: try StoredFile(at: path).text)
    // The settings may speak of rules that are in the folders that they name.
    var secretariat = try Self.secretariat(
      adopting: Self.ruleFolders(namedIn: file, at: path) + folders)
    let reading = Self.reading(of: file, at: path, by: secretariat)
    try Self.refuse(reading.findings, in: [file])
    settings = reading.value
    secretariat.limits = settings.limits
    self.secretariat = secretariat
  }

  private init(secretariat: Secretariat, settings: Settings) {
    self.secretariat = secretariat
    self.settings = settings
  }

  /// The house with all made of its rules that can be made once, for many reports.
  func preparedForMany() -> House {
    House(secretariat: secretariat.preparedForMany(), settings: settings)
  }

  /// The names that the file with the settings of a house may have.
  private static let settingsNames = [".rapporteur.yaml", ".rapporteur.yml"]

  /// The settings file in a folder.
  static func settings(in folder: Path) -> Path? {
    settingsNames.map(folder.appending).first { $0.status?.isRegularFile == true }
  }

  /// The settings file in a folder or above it.
  static func settings(above folder: Path) -> Path? {
    guard var place = folder.resolved else { return nil }
    let here = Path(".").resolved
    while true {
      if let found = settings(in: place) { return place == here ? Path(found.name) : found }
      if place.text == "/" { return nil }
      place = place.folder
    }
  }

  /// The folders of rules that settings name.
  static func ruleFolders(namedIn settings: SourceFile, at path: Path) -> [Path] {
    reading(of: settings, at: path, by: Secretariat()).value.ruleFolders
      .map { path.folder.appending($0) }
  }

  private static func reading(of settings: SourceFile, at path: Path, by secretariat: Secretariat)
    -> Checked<Settings>
  {
    secretariat.settings(from: settings) { !path.folder.mayName(path.folder.appending($0)) }
  }

  private static func secretariat(adopting folders: [Path]) throws(Failure) -> Secretariat {
    var named: [SourceFile] = []
    var shown: [SourceFile] = []
    for folder in folders {
      for (name, path) in try ruleFiles(in: folder) {
        let text = try StoredFile(at: path).text
        named.append(SourceFile(name: name, text: text))
        shown.append(SourceFile(name: path.text, text: text))
      }
    }
    let secretariat = Secretariat().working(by: .ofProcessors)
    guard !named.isEmpty else { return secretariat }
    let adopted = secretariat.adopting(named)
    try refuse(adopted.findings, in: shown)
    return adopted.value
  }

  /// The rule files below a folder, by their paths in it, in alphabetical order.
  private static func ruleFiles(in folder: Path) throws(Failure) -> [(name: String, path: Path)] {
    guard folder.status?.isFolder == true else {
      throw Failure("\(folder.text) cannot be read: there is no such folder of rules")
    }
    return folder.contents(endingIn: [".yaml"]).files
  }

  /// Refuses to work by files in which something is wrong.
  private static func refuse(_ findings: [Finding], in files: [SourceFile]) throws(Failure) {
    guard !findings.isEmpty else { return }
    let lines = LineTables(files)
    throw Failure(
      sentences: findings.map { "\(lines.location(of: $0.place).start): \($0.message)" })
  }
}
