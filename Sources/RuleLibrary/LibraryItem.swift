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
  /// `frames/<name>.yaml`: the masthead that makes a report of a short example.
  case frame(String)

  init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let ending = ".yaml"
    guard parts.count == 2, !parts[0].isEmpty, parts[1].hasSuffix(ending),
      parts[1].utf8.count > ending.utf8.count
    else { return nil }
    let name = String(parts[1].dropLast(ending.count))
    switch parts[0] {
    case "profiles": self = .profile(name)
    case "languages": self = .language(name)
    case "frames": self = .frame(name)
    case "states": self = .states(name)
    default: self = .rule(RuleID(name), group: String(parts[0]))
    }
  }

  var isRule: Bool {
    if case .rule = self { true } else { false }
  }
}
