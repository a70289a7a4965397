/// A JSON value, written on one line with its keys in the order in which they were given.
enum JSON: Sendable {
  case string(String)
  case integer(Int)
  case null
  /// A value that is text already.
  case written(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// The object without the keys that have no value.
  static func object(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    .object(pairs.compactMap { pair in pair.value.map { (pair.key, $0) } })
  }

  /// The value as text.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .string(let string): Self.write(string, to: &text)
    case .integer(let number): text += String(number)
    case .null: text += "null"
    case .written(let value): text += value
    case .array(let values):
      Self.write(values, in: ("[", "]"), to: &text) { $0.write(to: &$1) }
    case .object(let pairs):
      Self.write(pairs, in: ("{", "}"), to: &text) { pair, text in
        Self.write(pair.key, to: &text)
        text += ":"
        pair.value.write(to: &text)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], in brackets: (open: String, close: String), to text: inout String,
    _ writeOne: (Element, inout String) -> Void
  ) {
    text += brackets.open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      writeOne(element, &text)
    }
    text += brackets.close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral string: String) { self = .string(string) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(arrayLiteral values: JSON...) { self = .array(values) }
  init(dictionaryLiteral pairs: (String, JSON)...) { self = .object(pairs.map { ($0.0, $0.1) }) }
}
