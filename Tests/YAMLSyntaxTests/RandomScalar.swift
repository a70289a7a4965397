import Diagnostics
import Seeding
import SourceText
import YAMLSyntax

/// A small random YAML file with one scalar to look at, in a style and at a place of chance.
struct RandomScalar {
  /// The file.
  let source: String
  /// What leads from the root to the scalar: a key, or an item.
  let path: [Step]

  enum Step {
    case value
    case firstItem
  }

  init(using random: inout SeededGenerator) {
    var writer = Writer(random)
    let isInFlow = writer.random.once(in: 4)
    let (prefix, suffix, path, column) = writer.holder(isInFlow: isInFlow)
    let scalar = writer.scalar(column: column, isInFlow: isInFlow)
    source =
      (writer.random.once(in: 4) ? "\u{FEFF}" : "") + prefix + scalar + suffix
      + (writer.random.once(in: 3) ? "" : writer.lineBreak)
    self.path = path
    random = writer.random
  }

  private struct Writer {
    var random: SeededGenerator
    let lineBreak: String

    init(_ random: SeededGenerator) {
      self.random = random
      lineBreak = self.random.one(of: ["\n", "\n", "\n", "\r\n", "\r\n", "\r"])
    }

    mutating func holder(isInFlow: Bool) -> (String, String, [Step], column: Int) {
      if isInFlow {
        return random.one(of: [
          ("a: [", ", x]", [.value, .firstItem], 0), ("- {é: ", "}", [.firstItem, .value], 0),
          ("[", "]", [.firstItem], -1),
        ])
      }
      let b = lineBreak
      return random.one(of: [
        ("k: ", "", [.value], 0), ("", "", [], -1), ("- ", "", [.firstItem], 0),
        ("# é→😀\(b)k: ", "\(b)l: x", [.value], 0), ("é:\(b)- ", "", [.value, .firstItem], 0),
        ("a:\(b)  - k: ", "\(b)  - y", [.value, .firstItem, .value], 4),
        ("- - ", "\(b)  - z", [.firstItem, .firstItem], 2),
      ])
    }

    mutating func scalar(column: Int, isInFlow: Bool) -> String {
      switch Int.random(in: 0..<(isInFlow ? 3 : 5), using: &random) {
      case 0: flowText(["x:y", "a#b", "'", "\"", "\\"], column: column)
      case 1: "'" + flowText(["''", "\"", "#", ": ", " #", "\\"], column: column) + "'"
      case 2:
        "\""
          + flowText(
            [
              "\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\\"", "\\\\", "\\N", "\\L", "\\_", "\\0",
              "\\ ", "\\u2028", "\\\(lineBreak)   ", " \\\(lineBreak)\(lineBreak) ", "'", "# ",
            ], column: column) + "\""
      case 3: "|" + block(column: column)
      default: ">" + block(column: column)
      }
    }

    private mutating func anyBreak() -> String {
      random.once(in: 8) ? random.one(of: ["\u{85}", "\u{2028}", "\u{2029}", "\r"]) : lineBreak
    }

    private mutating func flowText(_ special: [String], column: Int) -> String {
      let indentation = String(repeating: " ", count: column + 1)
      var text = random.one(of: ["a", "é", "b c", "😀"])
      for _ in 0..<Int.random(in: 0..<9, using: &random) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: text += " "
        case 1: text += random.one(of: ["  ", "\t", " \t "])
        case 2, 3:
          text += random.one(of: ["", "", " ", "\t"])
          for _ in 0..<random.one(of: [1, 1, 1, 2, 3]) {
            text += anyBreak() + random.one(of: ["", " ", "   "])
          }
          text += indentation
        case 4: text += random.one(of: ["é", "→", "😀", "ñandú"])
        case 5, 6: text += random.one(of: special)
        default: text += random.one(of: ["a", "word", "x y", "1", "-", "?"])
        }
      }
      return text + (random.once(in: 3) ? "z" : "")
    }

    private mutating func block(column: Int) -> String {
      var header = random.one(of: ["", "-", "+"])
      let extra = Int.random(in: 1...3, using: &random)
      if random.once(in: 3) {
        header = random.once(in: 2) ? "\(extra)\(header)" : "\(header)\(extra)"
      }
      header += random.one(of: ["", "", " ", " # why"])
      let indentation = String(repeating: " ", count: max(column, 0) + extra)
      var text = header + lineBreak
      for _ in 0..<Int.random(in: 0..<7, using: &random) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: text += random.one(of: ["", " ", indentation])
        case 1: text += indentation + random.one(of: ["  more", " é", "\ttab", "   "])
        default:
          text += indentation + random.one(of: ["a", "é b ", "# no", "x: y", "😀\t", "word word"])
        }
        text += anyBreak()
      }
      return text.hasSuffix(lineBreak) && random.once(in: 2)
        ? String(text.dropLast()) : text
    }
  }
}

/// The scalar that a path leads to in a file without errors.
func scalar(in file: SourceFile, at path: [RandomScalar.Step]) -> YAMLCursor? {
  let reading = YAMLReader(file, id: FileID(0)).read()
  guard reading.isFaithful, var cursor = reading.tree?.root else { return nil }
  for step in path {
    let next: YAMLCursor? =
      switch step {
      case .value: cursor.entries.first { _ in true }?.value
      case .firstItem: cursor.items.first { _ in true }
      }
    guard let next else { return nil }
    cursor = next
  }
  return cursor.kind == .scalar ? cursor : nil
}
