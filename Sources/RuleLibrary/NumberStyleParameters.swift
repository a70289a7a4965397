public import SourceText
internal import YAMLSyntax

/// Which numbers are written as words and which as figures: a rule of the kind `number-style`.
public struct NumberStyleParameters: Sendable {
  /// Numbers as words, with their figures.
  public let words: [(word: TextSlice, figure: Int)]
  /// The first number that is written as a figure.
  public let firstFigure: Int
  /// Words before a number that make it a label: "item", "phase".
  public let labels: TextList
  /// Words after a number by which it is no count: "kilometres", "above".
  public let followers: TextList
  /// Words with a capital of what is counted: "States".
  public let counted: TextList
}

extension NumberStyleParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let value = reader.required(.words, in: fields),
      let first = reader.required(.firstFigure, in: fields)
    else { return nil }
    var words: [(word: TextSlice, figure: Int)] = []
    for (word, figure) in reader.pairs(value, of: "words") {
      guard let number = Int(figure.string) else {
        reader.report("`\(figure)` is not a number", at: value.range)
        continue
      }
      words.append((word, number))
    }
    self.words = words
    firstFigure = reader.text(first, of: "first-figure").flatMap { Int($0) } ?? 0
    labels = reader.list(fields[.labels], of: "labels")
    followers = reader.list(fields[.followers], of: "followers")
    counted = reader.list(fields[.counted], of: "counted")
    if firstFigure < 1 { reader.report("`first-figure` is a number", at: first.range) }
  }
}
