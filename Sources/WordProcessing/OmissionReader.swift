internal import SourceText

/// Finds what a document has beside its text, and the edits that cut what is no text: pictures,
/// boxes, comments, changes that are tracked.
final class OmissionReader: XMLVisitor {
  private let comments: [String: WordComment]
  private var placed = PlacedNotes()
  /// The edits that cut pictures, of which a reader of the text would make addresses.
  private(set) var edits: [TextEdit] = []

  private var repetitionDepth = 0
  private var boxDepth = 0
  private var box: [UInt8] = []
  private var drawing: Drawing?
  private var equation: (offset: Int, text: [UInt8])?
  private var change: Change?
  private var isMarkDeleted = false
  private var hasText = false
  /// Where the last element began.
  private var offset = 0

  init(_ comments: [String: WordComment]) {
    self.comments = comments
  }

  /// What was found, in the order of the document.
  var notes: [WordNote] { placed.notes }

  /// A picture, drawing or object, and what it turned out to be.
  private struct Drawing {
    let element: String
    let tag: Range<Int>
    var words: String?
    var kind: Kind?

    enum Kind: String {
      case picture = "a picture"
      case chart = "a chart"
      case diagram = "a diagram"
      case object = "an embedded object"
      case lettering = "a text that is set as a picture"
      case box = "a text box"
    }
  }

  /// A change that is tracked, and goes on from one run to the next.
  private struct Change {
    enum Kind { case insertion, deletion, move }

    let kind: Kind
    let offset: Int
    var text: [UInt8] = []
  }

  // MARK: Elements

  func begin(_ element: XMLElement, in path: [String]) {
    offset = element.tag.lowerBound
    switch element.name {
    case "mc:Fallback": repetitionDepth += 1
    case "w:txbxContent":
      boxDepth += 1
      drawing?.kind = .box
    case "w:drawing", "w:pict", "w:object":
      guard drawing == nil else { return }
      drawing = Drawing(element: element.name, tag: element.tag)
      if element.name == "w:object" { drawing?.kind = .object }
    case "m:oMath": equation = equation ?? (element.tag.lowerBound, [])
    case "w:tab", "w:br", "w:cr", "w:p":
      if boxDepth > 0 { box.append(UInt8(ascii: " ")) } else { placed.hearBlank() }
    default:
      if drawing != nil { readDrawing(element) } else { readMark(element, in: path) }
    }
  }

  private func readDrawing(_ element: XMLElement) {
    switch element.name {
    case "wp:docPr": drawing?.words = element["descr"] ?? element["title"]
    case "a:blip", "v:imagedata": if drawing?.kind == nil { drawing?.kind = .picture }
    case "c:chart": drawing?.kind = .chart
    case "dgm:relIds": drawing?.kind = .diagram
    case "v:textpath":
      drawing?.kind = .lettering
      drawing?.words = element["string"]
    default: break
    }
  }

  private func readMark(_ element: XMLElement, in path: [String]) {
    switch element.name {
    case "w:commentReference":
      guard let comment = element["id"].flatMap({ comments[$0] }) else { return }
      placed.add(at: offset, comment.message)
    case "w:del", "w:moveFrom":
      if path.ends(with: "w:pPr", "w:rPr") { isMarkDeleted = true }
      if path.last == "w:trPr" {
        placed.add(at: offset, "a deletion was accepted: a row of the table")
      }
    case "w:sym" where element["font"] != "Symbol":
      placed.add(
        at: offset, "a sign of the font \(element["font"] ?? "") was dropped", isUnplaced: true)
    case "w:altChunk", "w:subDoc", "w:contentPart":
      placed.add(at: offset, "another document, within this one, was dropped", isUnplaced: true)
      if path.last == "w:body" { placed.endParagraph() }
    case "w:rt": placed.add(at: offset, "the reading above a word was dropped")
    case "w:dstrike" where element.isOn && path.ends(with: "w:r", "w:rPr"):
      placed.add(at: offset, "text that is struck through twice was kept")
    default: break
    }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    switch name {
    case "mc:Fallback": repetitionDepth -= 1
    case "w:txbxContent":
      boxDepth -= 1
      if boxDepth == 0, repetitionDepth == 0 { endBox(at: tag.lowerBound) }
    case _ where name == drawing?.element && !path.contains(name): endDrawing(tag)
    case "m:oMath": endEquation()
    case "w:p" where boxDepth == 0: endParagraph(tag)
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String]) {
    guard repetitionDepth == 0 else { return }
    switch path.last {
    case "w:t" where boxDepth > 0: box += text
    case "w:t" where path.contains("w:moveFrom"): break
    case "w:t":
      placed.hear(text)
      hasText = true
      let isMoved = path.contains("w:moveTo")
      if isMoved || path.contains("w:ins") {
        hear(text, isMoved ? .move : .insertion)
      } else {
        endChange()
      }
    case "w:delText" where boxDepth == 0: hear(text, .deletion)
    case "m:t": equation?.text += text
    default: break
    }
  }

  // MARK: Changes

  private func hear(_ text: UnsafeBufferPointer<UInt8>, _ kind: Change.Kind) {
    if change?.kind != kind { endChange() }
    if change == nil { change = Change(kind: kind, offset: offset) }
    change?.text += text
  }

  private func endChange() {
    defer { change = nil }
    guard let change, let words = change.text.words else { return }
    switch change.kind {
    case .insertion: placed.add(at: change.offset, "an insertion was accepted: “\(words.opening)”")
    case .deletion: placed.add(at: change.offset, "a deletion was accepted: “\(words)”")
    case .move:
      placed.add(
        at: change.offset, "text that was moved stands where it was moved to: “\(words.opening)”")
    }
  }

  private func endParagraph(_ tag: Range<Int>) {
    endChange()
    if isMarkDeleted, hasText {
      placed.add(at: tag.lowerBound, "a deletion was accepted: the end of the paragraph")
    }
    isMarkDeleted = false
    hasText = false
    placed.endParagraph()
  }

  // MARK: Beside the text

  private func endBox(at offset: Int) {
    if let words = box.words {
      placed.add(at: offset, "a text box was dropped: “\(words)”", isUnplaced: true)
    }
    box = []
  }

  private func endDrawing(_ tag: Range<Int>) {
    guard let found = drawing else { return }
    drawing = nil
    edits.append(TextEdit(TextRange(found.tag.lowerBound, tag.upperBound), ""))
    // A line or a shape without words is an ornament.
    guard let kind = found.kind, kind != .box, repetitionDepth == 0 else { return }
    let words = found.words.map { $0.isEmpty ? "" : ": “\($0)”" } ?? ""
    placed.add(
      at: found.tag.lowerBound, "\(kind.rawValue) was dropped\(words)", isUnplaced: true)
  }

  private func endEquation() {
    if let equation, let words = equation.text.words {
      placed.add(at: equation.offset, "an equation was written as plain text: “\(words)”")
    }
    equation = nil
  }
}
