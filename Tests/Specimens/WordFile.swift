/// A Word document, of as little as Word itself would open.
public struct WordFile {
  public var body: [String]
  public var styles: [String] = []
  public var lists: [String] = []
  public var footnotes: [String] = []
  public var comments: [String] = []
  /// The contents of the headers and footers of pages, each of one part.
  public var headers: [String] = []
  public var footers: [String] = []

  public init(_ body: [String]) {
    self.body = body
  }

  public var archive: Archive {
    var archive = Archive()
    archive.add(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Target="word/document.xml" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
      </Relationships>
      """)
    archive.add("word/document.xml", part("document", ["<w:body>"] + body + ["</w:body>"]))
    archive.add("word/styles.xml", part("styles", styles))
    archive.add("word/numbering.xml", part("numbering", lists))
    archive.add("word/footnotes.xml", part("footnotes", footnotes))
    if !comments.isEmpty { archive.add("word/comments.xml", part("comments", comments)) }
    addPages(to: &archive)
    return archive
  }

  /// Adds the headers and footers, which only the relations of the document name.
  private func addPages(to archive: inout Archive) {
    guard !headers.isEmpty || !footers.isEmpty else { return }
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var relations = ["styles", "numbering", "footnotes"].map { ($0, "\($0).xml") }
    for (kind, element, contents) in [("header", "hdr", headers), ("footer", "ftr", footers)] {
      for (index, text) in contents.enumerated() {
        archive.add("word/\(kind)\(index).xml", part(element, [text]))
        relations.append((kind, "\(kind)\(index).xml"))
      }
    }
    let elements = relations.enumerated().map { index, relation in
      """
      <Relationship Id="rId\(index)" Type="\(kinds)/\(relation.0)" Target="\(relation.1)"/>
      """
    }
    archive.add(
      "word/_rels/document.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(elements.joined())</Relationships>
      """)
  }

  private func part(_ name: String, _ elements: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:\(name) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:v="urn:schemas-microsoft-com:vml">
    \(elements.joined(separator: "\n"))
    </w:\(name)>
    """
  }
}

// MARK: The text

/// A paragraph.
/// - Parameters:
///   - text: What it says; elements are written as they are.
///   - style: The style that it names.
///   - list: The instance of a list that it names itself.
///   - level: The level that it names, from 0.
///   - mark: Properties of its end, such as that it was deleted.
public func paragraph(
  _ text: String, style: String? = nil, list: Int? = nil, level: Int? = nil, mark: String = ""
) -> String {
  var properties = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
  properties += numbering(list, level)
  if !mark.isEmpty { properties += "<w:rPr>\(mark)</w:rPr>" }
  let content = text.hasPrefix("<") ? text : run(text)
  return "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + content + "</w:p>"
}

/// Text of one form.
public func run(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

public func table(_ rows: [[String]]) -> String {
  let columns = rows.first.map { String(repeating: "<w:gridCol w:w=\"2000\"/>", count: $0.count) }
  let cells = rows.map { row in
    "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
  }
  return "<w:tbl><w:tblGrid>\(columns ?? "")</w:tblGrid>\(cells.joined())</w:tbl>"
}

// MARK: Styles and lists

/// A style.
/// - Parameter text: Properties of its text, such as that it is hidden.
public func style(
  _ identifier: String, named name: String? = nil, basedOn parent: String? = nil,
  list: Int? = nil, level: Int? = nil, isDefault: Bool = false, type: String = "paragraph",
  text: String = ""
) -> String {
  """
  <w:style w:type="\(type)" w:styleId="\(identifier)"\(isDefault ? " w:default=\"1\"" : "")>\
  <w:name w:val="\(name ?? identifier)"/>\(parent.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "")\
  <w:pPr>\(numbering(list, level))</w:pPr>\(text.isEmpty ? "" : "<w:rPr>\(text)</w:rPr>")\
  </w:style>
  """
}

/// A list, and the instance of the same number by which paragraphs name it.
public func list(_ number: Int, _ levels: String...) -> String {
  """
  <w:abstractNum w:abstractNumId="\(number)">\(levels.joined())</w:abstractNum>\
  \(instance(number, of: number))
  """
}

/// A level of a list.
/// - Parameter others: Further properties of it.
public func level(
  _ index: Int, _ text: String, _ format: String = "decimal", start: Int = 1,
  with others: String = ""
) -> String {
  """
  <w:lvl w:ilvl="\(index)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/>\(others)\
  <w:lvlText w:val="\(text)"/></w:lvl>
  """
}

/// An instance of a list.
/// - Parameter starts: The numbers from which levels begin anew.
public func instance(
  _ number: Int, of list: Int, starts: [Int: Int] = [:], with others: String = ""
)
  -> String
{
  let overrides = starts.sorted { $0.key < $1.key }.map { level, start in
    """
    <w:lvlOverride w:ilvl="\(level)"><w:startOverride w:val="\(start)"/></w:lvlOverride>
    """
  }
  return """
    <w:num w:numId="\(number)"><w:abstractNumId w:val="\(list)"/>\(overrides.joined())\(others)\
    </w:num>
    """
}

private func numbering(_ list: Int?, _ level: Int?) -> String {
  guard list != nil || level != nil else { return "" }
  let level = level.map { "<w:ilvl w:val=\"\($0)\"/>" } ?? ""
  return "<w:numPr>\(level)\(list.map { "<w:numId w:val=\"\($0)\"/>" } ?? "")</w:numPr>"
}
