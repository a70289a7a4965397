internal import ProseSyntax
internal import RuleLibrary
internal import SourceText

/// Clears a document of what its pages have around the text, before it is read.
struct Preparation {
  private let language: Language
  private let blocks: [MarkdownBlock]
  private(set) var remarks: [ImportNote] = []

  init(_ blocks: [MarkdownBlock], language: Language) {
    self.blocks = blocks
    self.language = language
  }

  mutating func prepare() -> [MarkdownBlock] {
    blocks
  }
}
