internal import ReportModel
internal import RuleLibrary

extension Secretariat {
  /// A report of a profile to begin with, as YAML; nil where there is no such profile.
  ///
  /// It has the fields that the profile requires and the sections of its outline. Nothing is
  /// numbered yet, and what is to be written stands in square brackets, as pending text does.
  public func newReport(profile name: String) -> String? {
    guard let profile = library.profile(name),
      let language = library.language(HouseStyle.defaultLanguage)
    else { return nil }
    var draft = ReportDraft(pending: language.phrase(.pending))
    draft.writeMasthead(profile)
    draft.writeContents(profile.outline)
    return draft.text
  }
}

/// The YAML of a report that is to be written.
private struct ReportDraft {
  private(set) var text = ""
  private let pending: String

  init(pending: String) {
    self.pending = pending
  }

  mutating func writeMasthead(_ profile: Profile) {
    for field in MastheadField.allCases where profile.requiredFields.contains(field) {
      switch field {
      case .report: text += "report: \(profile.name)\n"
      case .meeting: text += "meeting: {place: , from: , to: }\n"
      case .language: text += "language: \(HouseStyle.defaultLanguage)\n"
      default: text += "\(field.rawValue):\n"
      }
    }
  }

  mutating func writeContents(_ outline: [OutlineSection]) {
    text += "\ncontents:\n"
    if outline.isEmpty {
      write(.paragraph, at: 2)
    } else {
      for section in outline { write(section, at: 2) }
    }
  }

  private mutating func write(_ section: OutlineSection, at indentation: Int) {
    let margin = String(repeating: " ", count: indentation)
    if let label = section.label {
      text += "\(margin)- section: \(label)\n\(margin)  title: \(scalar(section.title, margin))\n"
    } else {
      text += "\(margin)- heading: \(scalar(section.title, margin))\n"
    }
    text += "\(margin)  contents:\n"
    if section.contents.isEmpty {
      write(section.firstBlock, at: indentation + 4)
    } else {
      for inner in section.contents { write(inner, at: indentation + 4) }
    }
  }

  /// A title as it is typed: by itself, or folded where YAML would read a mark in it as its own.
  private func scalar(_ title: String, _ margin: String) -> String {
    let isPlain =
      title.first?.isLetter ?? false && !title.contains(": ") && !title.contains(" #")
      && title.last != ":"
    return isPlain ? title : ">-\n\(margin)    \(title)"
  }

  private mutating func write(_ block: OutlineSection.FirstBlock, at indentation: Int) {
    let margin = String(repeating: " ", count: indentation)
    text += "\(margin)- \(block.rawValue):\n\(margin)  text: >-\n\(margin)    \(pending)\n"
  }
}
