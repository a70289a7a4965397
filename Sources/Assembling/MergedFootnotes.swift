internal import ReportModel
internal import SourceText

/// The footnotes of the parts, with the keys that they have in the merged report.
struct MergedFootnotes {
  /// For each part, the new keys of footnotes whose key an earlier part gives to another text.
  let renamed: [[TextSlice: String]]
  /// For each part, the footnotes that are written, by position: others are written already.
  let kept: [Set<Int>]

  init(of series: Series) {
    var texts: [TextSlice: TextSlice] = [:]
    var taken = Set(series.parts.flatMap { $0.footnotes.map(\.key.text) })
    var renamed: [[TextSlice: String]] = []
    var kept: [Set<Int>] = []
    for report in series.parts {
      var names: [TextSlice: String] = [:]
      var positions: Set<Int> = []
      for (position, note) in report.footnotes.enumerated() {
        guard let text = texts[note.key.text] else {
          texts[note.key.text] = note.text.text
          positions.insert(position)
          continue
        }
        guard text != note.text.text else { continue }
        // The same text may have been renamed for an earlier part.
        let name = Self.name(for: note, texts, &taken)
        names[note.key.text] = name
        if texts.updateValue(note.text.text, forKey: TextSlice(name)) == nil {
          positions.insert(position)
        }
      }
      renamed.append(names)
      kept.append(positions)
    }
    self.renamed = renamed
    self.kept = kept
  }

  private static func name(
    for note: Footnote, _ texts: [TextSlice: TextSlice], _ taken: inout Set<TextSlice>
  ) -> String {
    var number = 2
    while true {
      let name = "\(note.key.string)-\(number)"
      if texts[TextSlice(name)] == note.text.text { return name }
      if taken.insert(TextSlice(name)).inserted { return name }
      number += 1
    }
  }
}
