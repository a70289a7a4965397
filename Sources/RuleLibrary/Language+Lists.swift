extension Language {
  /// Things in a row: "A, B and C".
  public func list(_ things: [String], lastJoiner: Phrase = .lastJoinerAnd) -> String {
    guard things.count > 1, let last = things.last else { return things.first ?? "" }
    return things.dropLast().joined(separator: phrase(.joiner)) + phrase(lastJoiner) + last
  }
}

extension Profile.LastJoiner {
  /// What stands before the last name of a list.
  public var phrase: Phrase { self == .and ? .lastJoinerAnd : .lastJoinerComma }
}

/// Who made statements, and on what: each as Markdown.
public struct StatementsFormula: Equatable, Sendable {
  public var items: [String]
  /// "parties to the Protocol"
  public var by: String?
  public var states: [String]
  public var organizations: [String]

  public init(items: [String], by: String?, states: [String], organizations: [String]) {
    self.items = items
    self.by = by
    self.states = states
    self.organizations = organizations
  }
}

extension Language {
  /// The formula of statements in words.
  /// - Parameter lastJoiner: What stands before the last name of a list.
  public func words(for formula: StatementsFormula, lastJoiner: Phrase) -> String {
    let states = formula.states
    let organizations = formula.organizations
    func sentence(_ one: Phrase, _ many: Phrase, _ names: [String]) -> String {
      names.count == 1
        ? phrase(one, ["name": names[0]])
        : phrase(many, ["names": list(names, lastJoiner: lastJoiner)])
    }
    var words: String
    if states.isEmpty, !organizations.isEmpty {
      words = sentence(.organization, .organizations, organizations)
    } else if let by = formula.by {
      words =
        states.count == 1
        ? phrase(.statementBy, ["by": by, "name": states[0]])
        : phrase(.statementsBy, ["by": by, "names": list(states, lastJoiner: lastJoiner)])
    } else {
      words = sentence(.statement, .statements, states)
    }
    switch formula.items.count {
    case 0: break
    case 1: words = phrase(.underItem, ["item": formula.items[0], "statement": words])
    default: words = phrase(.underItems, ["items": list(formula.items), "statement": words])
    }
    if !states.isEmpty, !organizations.isEmpty {
      words += " " + sentence(.organizationToo, .organizationsToo, organizations)
    }
    return words.beginningWithCapital
  }
}

extension String {
  /// The text with its first letter a capital.
  public var beginningWithCapital: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
