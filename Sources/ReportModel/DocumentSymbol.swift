/// The symbol of a document, such as `CTOC/COP/WG.4/2019/L.1/Add.1`.
///
/// Source: the United Nations library's guide to document symbols. Only the shape is known here:
/// organ first, parts between slashes, abbreviations with a full stop before their number.
public struct DocumentSymbol: Sendable {
  /// A part that is not as symbols are written, with how it should be.
  public struct Fault: Sendable {
    /// Where the part stands in the symbol, as UTF-8 offsets.
    public let range: Range<Int>
    public let typed: String
    /// The part as it is written in symbols.
    public let correction: String
    /// Whether it is a modification or distribution mark (`Add.1`, `L.1`), whose form is certain.
    public let isModifier: Bool
  }

  public let text: String
  public let parts: [Substring]

  public init(_ text: String) {
    self.text = text
    parts = text.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// The organs that issue documents under symbols of their own.
  public static let organs: Set<String> = [
    "A", "S", "E", "T", "ST", "CRC", "DP", "TD", "UNEP", "FCCC", "CTOC", "CAC", "CCW", "CEDAW",
    "CCPR", "CAT", "CERD", "CMW", "CRPD", "CED", "HRI", "HSP", "ID", "ICCD", "CBD", "UNW", "NPT",
    "BWC", "CD", "DC", "ECE", "ISBA", "LC", "PCNICC", "ICC", "SPLOS", "AFS", "TRADE", "UNITAR",
  ]

  private static let modifiers = ["Add", "Amend", "Corr", "Rev"]
  private static let kinds = [
    "L", "R", "CRP", "INF", "NGO", "PET", "PRST", "PV", "SR", "WP", "AC", "C", "CN", "CONF", "GC",
    "PC", "SC", "Sub", "WG",
  ]
  /// The abbreviations as they are written, by their small letters.
  private static let abbreviations = Dictionary(
    uniqueKeysWithValues: (modifiers + kinds).map { ($0.lowercased(), $0) })

  /// The symbol with its abbreviations as they are written in symbols.
  public var corrected: DocumentSymbol {
    DocumentSymbol(
      parts.enumerated().map {
        $0.offset == 0 ? String($0.element) : Self.correction(of: $0.element) ?? String($0.element)
      }
      .joined(separator: "/"))
  }

  /// Whether a part such as `L.1` with this abbreviation stands in the symbol.
  public func has(_ abbreviation: String) -> Bool {
    parts.contains { part in
      let pieces = part.split(separator: ".", maxSplits: 1)
      return pieces.count == 2 && pieces[0] == abbreviation && pieces[1].first?.isNumber == true
    }
  }

  /// Whether the text as a whole has the shape of a symbol.
  public var hasShape: Bool {
    guard parts.count >= 2, let organ = parts.first, !organ.isEmpty else { return false }
    guard organ.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return false }
    // A star at the very end marks a reissue.
    guard !text.utf8.dropLast().contains(UInt8(ascii: "*")) else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.last != "."
        && part.utf8.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
          case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "*"), UInt8(ascii: "+"):
            true
          default: false
          }
        }
    }
  }

  /// The parts whose abbreviation is not written as in symbols: `Add1`, `add.1`, `WG4`.
  public var faults: [Fault] {
    var faults: [Fault] = []
    var offset = 0
    for (index, part) in parts.enumerated() {
      defer { offset += part.utf8.count + 1 }
      guard index > 0, let correction = Self.correction(of: part) else { continue }
      let isModifier = (Self.modifiers + ["L", "R"]).contains { correction.hasPrefix($0 + ".") }
      faults.append(
        Fault(
          range: offset..<offset + part.utf8.count, typed: String(part), correction: correction,
          isModifier: isModifier))
    }
    return faults
  }

  /// How a part is written, where it is an abbreviation and a number in another form.
  private static func correction(of part: Substring) -> String? {
    guard part.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let core = part.drop { $0.isLetter }
    let letters = part.prefix(part.count - core.count)
    let digits = core.drop { $0 == "." }
    let stops = core.count - digits.count
    let number = digits.prefix { $0.isASCII && $0.isNumber }
    let rest = digits.dropFirst(number.count)
    guard !letters.isEmpty, !number.isEmpty, rest.isEmpty || rest == "*" else { return nil }
    guard let known = abbreviations[letters.lowercased()] else { return nil }
    // "WG2020" is a body with the year of its making.
    if stops == 0, number.count >= 4 { return nil }
    // A single capital with a number may be a session or item of some body: only L and R are sure.
    if stops == 0, known.count == 1, letters == known, known != "L" { return nil }
    return letters == known && stops == 1 ? nil : "\(known).\(number)\(rest)"
  }
}
