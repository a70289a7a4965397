internal import CExpat
internal import SourceText

/// Is told of the elements of an XML document, in their order.
protocol XMLVisitor: AnyObject {
  /// - Parameter path: The names of the elements that it stands in, from the outermost.
  func begin(_ element: XMLElement, in path: [String])
  /// - Parameters:
  ///   - tag: The offsets of the tag that ends it; none are between them where one tag is both.
  ///   - path: The names of the elements that it stands in, from the outermost.
  func end(_ name: String, tag: Range<Int>, in path: [String])
  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String])
}

extension XMLVisitor {
  func end(_ name: String, tag: Range<Int>, in path: [String]) {}
  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String]) {}
}

/// The beginning of an element, for the length of the call that tells of it.
struct XMLElement {
  /// With the prefix that Word gives to its namespace: `w:p`.
  let name: String
  /// The offsets of the tag that begins it.
  let tag: Range<Int>
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute, by its name without a prefix.
  subscript(name: String) -> String? {
    guard var next = attributes else { return nil }
    while let key = next.pointee, let value = next.successor().pointee {
      if String(cString: key).split(separator: "\n").last.map({ $0 == name }) ?? false {
        return String(cString: value)
      }
      next += 2
    }
    return nil
  }

  /// The value that most elements of Word have.
  var value: String? { self["val"] }

  /// Whether the element switches on what it names.
  var isOn: Bool { value.map(XMLReading.isOn) ?? true }
}

/// Reads XML documents with expat, which bounds what entities can expand to.
final class XMLReading {
  private let parser: XML_Parser
  private let visitor: any XMLVisitor
  private var path: [String] = []
  private var isExcessive = false

  /// How deep elements may be nested; Word itself stops far before.
  private static let depthLimit = 1_000

  /// Tells a visitor of the elements of a document.
  static func read(_ document: TextStorage, for visitor: any XMLVisitor)
    throws(WordDocumentFault)
  {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "\n"))) else {
      throw .excessive
    }
    defer { XML_ParserFree(parser) }
    try XMLReading(parser, visitor).read(document)
  }

  private init(_ parser: XML_Parser, _ visitor: any XMLVisitor) {
    self.parser = parser
    self.visitor = visitor
  }

  static func isOn(_ value: String) -> Bool { ["1", "true", "on"].contains(value) }

  private func read(_ document: TextStorage) throws(WordDocumentFault) {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { reading, name, attributes in XMLReading.of(reading)?.begin(name, attributes) },
      { reading, _ in XMLReading.of(reading)?.end() })
    XML_SetCharacterDataHandler(parser) { reading, text, count in
      XMLReading.of(reading)?.hear(text, Int(count))
    }
    // A document of Word has no declarations, and none are needed but for harm.
    XML_SetStartDoctypeDeclHandler(parser) { reading, _, _, _, _ in
      XMLReading.of(reading)?.stop()
    }
    let status = document.all.withBytes { bytes in
      bytes.withMemoryRebound(to: XML_Char.self) {
        XML_Parse(parser, $0.baseAddress, Int32($0.count), 1)
      }
    }
    guard status == XML_STATUS_OK else { throw isExcessive ? .excessive : .damaged }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReading? {
    pointer.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop() {
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// The offsets of the tag that is read.
  private var tag: Range<Int> {
    let start = Int(XML_GetCurrentByteIndex(parser))
    return start..<start + Int(XML_GetCurrentByteCount(parser))
  }

  private func begin(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard path.count < Self.depthLimit else {
      isExcessive = true
      return stop()
    }
    let name = name.map { Self.name(String(cString: $0)) } ?? ""
    visitor.begin(XMLElement(name: name, tag: tag, attributes: attributes), in: path)
    path.append(name)
  }

  private func end() {
    guard let name = path.popLast() else { return }
    visitor.end(name, tag: tag, in: path)
  }

  private func hear(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
    guard let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: count) {
      visitor.text(UnsafeBufferPointer(start: $0, count: count), in: path)
    }
  }

  /// The name with the usual prefix of its namespace.
  private static func name(_ expanded: String) -> String {
    guard let separator = expanded.utf8.lastIndex(of: UInt8(ascii: "\n")) else { return expanded }
    let local = expanded[expanded.utf8.index(after: separator)...]
    return (prefixes[String(expanded[..<separator])] ?? "?:") + local
  }

  private static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "urn:schemas-microsoft-com:vml": "v:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
  ]
}

extension [String] {
  /// Whether the last of the names are these.
  func ends(with names: String...) -> Bool {
    count >= names.count && suffix(names.count).elementsEqual(names)
  }
}

extension [UInt8] {
  /// The words of a text in UTF-8, with one space between them; nil where there are none.
  var words: String? {
    let words = String(decoding: self, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
