/// What was typed after a command, sorted by the command's definition.
struct Arguments {
  private var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  /// Sorts what was typed.
  /// - Throws: What is wrong with it, in the words of the definition.
  init(_ typed: [String], for command: Command) throws(Failure) {
    var rest = typed[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let (name, attached) = Self.parts(of: word)
      guard let option = command.options.first(where: { $0.name == name }) else {
        throw Failure(
          "\(command.name) has no option \(name)", suggesting: name,
          among: command.options.map(\.name) + ["--help"],
          otherwise: "rapporteur \(command.name) --help lists them")
      }
      guard option.value != nil else {
        if attached != nil { throw Failure("\(name) takes no value") }
        values[name] = []
        continue
      }
      let value = attached ?? (Self.isValue(rest.first) ? rest.popFirst() : nil)
      try take(value ?? "", for: option)
    }
    try checkOperands(of: command)
  }

  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option; of several the last.
  func value(of option: Option) -> String? { values[option.name]?.last }

  /// All values of an option, each time that it was given; nil where it was left out.
  func values(of option: Option) -> [String]? { values[option.name] }

  /// The value of an option with a closed list of choices; the first where it was left out.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(of option: Option) -> Choice? {
    Choice(rawValue: value(of: option) ?? option.choices.first ?? "")
  }

  /// `--name=value`, `--name`, `-n` and `-nvalue`, in two.
  private static func parts(of word: String) -> (name: String, value: String?) {
    if word.hasPrefix("--") {
      guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
      return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }
    let value = word.dropFirst(2)
    return (String(word.prefix(2)), value.isEmpty ? nil : String(value))
  }

  private static func isValue(_ word: String?) -> Bool {
    guard let word else { return false }
    return word == "-" || !word.hasPrefix("-")
  }

  private mutating func take(_ value: String, for option: Option) throws(Failure) {
    let taken =
      option.isList ? value.split(separator: ",").map { String($0.trimmed) } : [value]
    guard taken.contains(where: { !$0.isEmpty }) else {
      let choices = option.choices.isEmpty ? "" : ": \(option.choices.alternatives)"
      throw Failure("\(option.name) needs a value\(choices)")
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      throw Failure(
        "\(option.name) does not take \(value)", suggesting: value, among: option.choices,
        otherwise: "it takes \(option.choices.alternatives)")
    }
    values[option.name, default: []] += taken.filter { !$0.isEmpty }
  }

  private func checkOperands(of command: Command) throws(Failure) {
    guard let operand = command.operand else {
      guard operands.isEmpty else {
        throw Failure("\(command.name) takes options only, not \(operands[0])")
      }
      return
    }
    if operands.isEmpty || operands.contains("") {
      throw Failure("\(command.name) needs \(operand.help)")
    }
    guard !operand.isRepeated else { return }
    if operands.count < operand.count {
      throw Failure("\(command.name) needs \(operand.help)")
    }
    if operands.count > operand.count {
      let takes = operand.count == 1 ? "one \(operand.name) only" : "\(operand.name) only"
      throw Failure("\(command.name) takes \(takes), not also \(operands[operand.count])")
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  var trimmed: Substring {
    let start = drop { $0 == " " }
    let end = start.lastIndex { $0 != " " }
    return end.map { start[...$0] } ?? ""
  }
}
