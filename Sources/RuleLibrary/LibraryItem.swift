internal import Diagnostics

/// What a file in a folder of rules is, by its path alone.
enum LibraryItem: Hashable, Sendable {
  /// `<group>/<id>.yaml`
  case rule(RuleID, group: String)
  /// `profiles/<name>.yaml`
  case profile(String)
  /// `languages/<code>.yaml`
  case language(String)
  /// `states/<code>.yaml`: the names of States in a language.
  case states(String)
  /// `words/<code>.yaml`: words that are right in a language.
  case words(String)
  /// `frames/<name>.yaml`: the masthead that makes a report of a short example.
  case frame(String)

  init?(path: String) {
    let ending = ".yaml"
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")), path.hasSuffix(ending) else {
      return nil
    }
    let folder = String(path[..<slash])
    let name = String(path[path.utf8.index(after: slash)...].utf8.dropLast(ending.utf8.count)) ?? ""
    guard !folder.isEmpty, !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    self.init(folder: folder, name: name)
  }

  /// - Parameters:
  ///   - folder: The folder in the folder of rules.
  ///   - name: The name of the file without its ending.
  init(folder: String, name: String) {
    switch folder {
    case "profiles": self = .profile(name)
    case "languages": self = .language(name)
    case "frames": self = .frame(name)
    case "states": self = .states(name)
    case "words": self = .words(name)
    default: self = .rule(RuleID(name), group: folder)
    }
  }

  init(folder: StaticString, name: StaticString) {
    self.init(folder: folder.description, name: name.description)
  }
}
