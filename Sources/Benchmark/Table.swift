/// Columns of text, the first to the left and the others to the right.
struct Table {
  private var rows: [[String]]

  init(_ headings: [String]) {
    rows = [headings]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The table as lines.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Double {
  /// The number with so many digits after the point.
  func rounded(to digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let value = Int((self * scale).rounded())
    guard digits > 0 else { return String(value) }
    let fraction = String(value % Int(scale))
    return "\(value / Int(scale))."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// A time in seconds, in a unit that suits it.
  var asTime: String {
    self < 0.001
      ? "\((self * 1e6).rounded(to: 0)) µs" : "\((self * 1e3).rounded(to: self < 0.1 ? 2 : 0)) ms"
  }
}
