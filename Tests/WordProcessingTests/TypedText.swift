import Foundation
import SourceText
import Specimens
import Testing
import WordProcessing

/// The paragraphs of a document whose numbers were typed, as text; a tab is an arrow.
func typed(_ file: WordFile) throws -> [String] {
  paragraphs(of: try WordDocument(TextStorage(copying: file.archive.bytes)).file)
}

/// The paragraphs of some text with certain lists.
func typed(_ lists: String..., body: [String]) throws -> [String] {
  var file = WordFile(body)
  file.lists = lists
  return try typed(file)
}

/// The paragraphs in an archive whose files are not packed.
func paragraphs(of file: TextStorage) -> [String] {
  let document = file.all.string.replacing(/&#64976;..&#64977;|&#64978;|&#64979;/, with: "")
  let text = document.replacing(/^.*<w:body>/.dotMatchesNewlines(), with: "")
    .replacing(/<\/w:body>.*$/.dotMatchesNewlines(), with: "")
  return text.matches(of: /<w:p>(.*?)<\/w:p>/.dotMatchesNewlines()).map { paragraph in
    paragraph.1.matches(of: /<w:tab\/>|<w:t[^>]*>(.*?)<\/w:t>/).map { piece in
      piece.1.map(String.init) ?? "→"
    }.joined()
  }
}

/// Checks the labels that paragraphs of a list get.
/// - Parameter levels: The level of each paragraph.
func check(
  _ lists: String, _ levels: [Int], give labels: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let body = levels.map { paragraph("", list: 1, level: $0) }
  let found = try typed(lists, body: body).map { $0.replacing("→", with: "") }
  #expect(found == labels, sourceLocation: sourceLocation)
}
