public import SourceText

/// The labels and titles of the sections that the parts of a series before one of them have.
public struct EarlierSections: Sendable {
  private var labels: [[String]: [String]] = [:]
  private var titles: [[String]: (title: SourcedText, part: Int)] = [:]

  /// - Parameter part: The position of the part, from 0.
  public init(_ series: Series, before part: Int) {
    for (part, report) in series.parts[..<part].enumerated() {
      for index in report.divisions
      where report.blocks[index].kind == .section && report.annex(of: index) == nil {
        let block = report.blocks[index]
        let path = report.labelPath(of: index)
        guard let label = path.last, !label.isEmpty else { continue }
        if titles[path] == nil, let title = block.title { titles[path] = (title, part) }
        let siblings = labels[Array(path.dropLast()), default: []]
        if !siblings.contains(label) { labels[Array(path.dropLast())] = siblings + [label] }
      }
    }
  }

  /// The labels of the sections directly in the section with a path, in the order of the parts.
  public subscript(path: [String]) -> [String] { labels[path] ?? [] }

  /// The title that the section with a path has where it was opened, and the part that opens it.
  public func title(of path: [String]) -> (title: SourcedText, part: Int)? { titles[path] }
}

extension Report {
  /// The labels from the top down to a section; none for the report itself.
  public func path(of section: BlockIndex?) -> [String] { section.map(labelPath) ?? [] }
}
