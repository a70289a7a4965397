internal import ProseSyntax
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// What changes in the texts and keys of the parts because they are in one report now.
struct Rewording {
  private(set) var edits: [FileID: EditScript] = [:]
  private let series: Series

  /// - Parameters:
  ///   - footnotes: The keys that footnotes have now.
  ///   - identifiers: The identifiers of sections that became one with another, with that one's.
  init(
    of series: Series, footnotes: MergedFootnotes, identifiers: [TextSlice: String],
    continued: [FileID: [TextEdit]]
  ) {
    self.series = series
    for (part, report) in series.parts.enumerated() {
      var found = continued[report.id] ?? []
      found += keyEdits(report, footnotes.renamed[part])
      if !identifiers.isEmpty || !footnotes.renamed[part].isEmpty {
        found += textEdits(report, footnotes.renamed[part], identifiers)
      }
      if !found.isEmpty { edits[report.id] = EditScript(of: found) }
    }
  }

  private func keyEdits(_ report: Report, _ renamed: [TextSlice: String]) -> [TextEdit] {
    report.footnotes.compactMap { note in
      renamed[note.key.text].map { name in
        TextEdit(
          ScalarMap(note.key, in: report.file).source(of: 0..<note.key.text.count), name)
      }
    }
  }

  private func textEdits(
    _ report: Report, _ renamed: [TextSlice: String], _ identifiers: [TextSlice: String]
  ) -> [TextEdit] {
    var edits: [TextEdit] = []
    report.forEachPassage { passage in
      let text = passage.text.text
      func replace(_ range: Range<Int>, with new: String) {
        edits.append(
          TextEdit(ScalarMap(passage.text, in: report.file).source(of: range), new))
      }
      for element in Prose(text).elements {
        switch element.kind {
        case .footnote(let key):
          if let name = renamed[text[key]] { replace(key, with: name) }
        case .reference(let reference):
          var named: Set<String> = []
          var end = reference.identifiers.first?.lowerBound ?? 0
          for range in reference.identifiers {
            let identifier = reference.identifier(range, in: text)
            let name = identifiers[identifier] ?? identifier.string
            if !named.insert(name).inserted {
              // Both sections are the same one now.
              replace(end..<range.upperBound, with: "")
            } else if name != identifier.string {
              let isCapital = identifier != text[range]
              replace(
                range, with: isCapital ? name.prefix(1).uppercased() + name.dropFirst() : name)
            }
            end = range.upperBound
          }
        default: break
        }
      }
    }
    return edits
  }
}
