internal import RuleLibrary

extension Language {
  /// Things in a row: "A, B and C".
  func list(_ things: [String], lastJoiner: Phrase = .lastJoinerAnd) -> String {
    guard things.count > 1, let last = things.last else { return things.first ?? "" }
    return things.dropLast().joined(separator: phrase(.joiner)) + phrase(lastJoiner) + last
  }
}
