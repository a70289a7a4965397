internal import CYAML
internal import SourceText

/// Why libyaml stopped, with the places that it named.
struct ParserFailure {
  /// What libyaml says, such as "mapping values are not allowed in this context".
  let problem: String
  /// Where it stopped.
  let offset: Int
  /// What it was doing, such as "while scanning an alias", if it says.
  let context: String
  /// Where what it was doing began.
  let contextOffset: Int?
  /// The value that was read last, brackets included.
  let lastValue: TextRange
}

/// What the format does not accept although YAML does.
struct UnsupportedConstruct {
  enum Kind {
    case anchor
    case alias
    case tag
    case secondDocument
    case directive
    case keyNotScalar
    case nesting
    case longScalar
  }
  let kind: Kind
  let range: TextRange
}

/// Runs libyaml over a file once and stores what it says in a tree.
struct YAMLParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// What libyaml is given to read, one after the other.
  private let input: [UnsafeBufferPointer<UInt8>]
  private let limits: YAMLLimits
  private(set) var unsupported: [UnsupportedConstruct] = []
  private(set) var failure: ParserFailure?
  /// Whether a limit was met, so that the rest was not read.
  private(set) var isCutShort = false

  var nodes = ContiguousArray<YAMLNode>()
  var decoded: DecodedText
  private var marks: MarkCursor
  /// The collections that are open, outermost first.
  private var open: [OpenCollection] = []
  /// Those that were closed since the last value, innermost first.
  private(set) var closed: [OpenCollection] = []
  private var documents = 0
  /// Whether a line says that the document ends.
  private(set) var hasEndMark = false
  /// The bytes of text that there may be beyond those of the file, without more memory.
  static let roomForLast = 64
  /// The most unsupported constructs that are stored: more than anyone reads.
  private static let mostUnsupported = 20_000
  /// The value that was completed last.
  private var lastValue = TextRange(0, 0)

  struct OpenCollection {
    let index: Int
    /// The column of the innermost block collection, this one included.
    let indentation: Int
    let isMapping: Bool
    let isFlow: Bool
    var children = 0

    var expectsKey: Bool { isMapping && children % 2 == 0 }
  }

  /// - Parameters:
  ///   - bytes: The bytes of a file. They must outlive the parser.
  ///   - range: The offsets of those that are read: all but a byte order mark, or a stretch.
  ///   - opening: What is read before them; it must outlive the parser too.
  ///   - decoded: Where their text goes; memory of its own where it is nil.
  ///   - isASCII: Whether all of it is ASCII.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    after opening: UnsafeBufferPointer<UInt8>? = nil, into decoded: DecodedText? = nil,
    isASCII: Bool, limits: YAMLLimits
  ) {
    self.bytes = bytes
    self.limits = limits
    input = [opening, UnsafeBufferPointer(rebasing: bytes[range])].compactMap(\.self)
    marks = MarkCursor(bytes, from: range.lowerBound, after: opening?.count ?? 0, isASCII: isASCII)
    // Few nodes are shorter; memory that is not written to is none. To the first stretch of a file
    // the other is added.
    let expected = opening == nil ? bytes.count : range.count
    self.decoded = decoded ?? DecodedText(capacity: range.count + Self.roomForLast)
    nodes.reserveCapacity(expected / 16)
  }

  /// Parses the bytes up to their end or the first error.
  mutating func parse() {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      preconditionFailure("libyaml has no memory for a parser")
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    let source = ParserInput(input)
    withExtendedLifetime(source) {
      source.feed(&parser)
      var event = yaml_event_t()
      var isReading = true
      while isReading {
        guard yaml_parser_parse(&parser, &event) == 1 else {
          recordFailure(of: parser)
          break
        }
        isReading = take(event)
        yaml_event_delete(&event)
      }
    }
    closeAll()
  }

  /// Hands over the tree of what was read; there is nothing to parse afterwards.
  /// - Parameter masked: The masks of the bytes that were parsed, if there are any.
  mutating func tree(of file: SourceFile, restoring masked: MaskedSource?) -> YAMLTree {
    masked?.restore(&nodes, &decoded)
    return YAMLTree(file: file, nodes: nodes, text: decoded.finished())
  }

  /// Stores an event. Returns whether to go on.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      rejectProperties(event, anchor: scalar.anchor, tag: scalar.tag)
      if scalar.length > limits.scalarBytes { reject(.longScalar, event) }
      storeScalar(
        event, style: ScalarStyle(scalar.style), text: scalar.value, count: scalar.length)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      rejectProperties(event, anchor: sequence.anchor, tag: sequence.tag)
      return openCollection(
        event, .sequence, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      rejectProperties(event, anchor: mapping.anchor, tag: mapping.tag)
      return openCollection(event, .mapping, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      closeCollection(at: marks.offset(of: event.end_mark))
    case YAML_ALIAS_EVENT:
      reject(.alias, event)
      storeScalar(event, style: .plain, text: nil, count: 0)
    case YAML_DOCUMENT_START_EVENT:
      return startDocument(event)
    case YAML_DOCUMENT_END_EVENT:
      if event.data.document_end.implicit == 0 { hasEndMark = true }
    case YAML_STREAM_END_EVENT:
      return false
    default:
      break
    }
    return true
  }

  private mutating func startDocument(_ event: yaml_event_t) -> Bool {
    documents += 1
    if documents > 1 {
      reject(.secondDocument, event)
      return false
    }
    let start = event.data.document_start
    if start.version_directive != nil || start.tag_directives.start != start.tag_directives.end {
      reject(.directive, event)
    }
    return true
  }

  private mutating func storeScalar(
    _ event: yaml_event_t, style: ScalarStyle, text: UnsafePointer<UInt8>?, count: Int
  ) {
    let start = marks.offset(of: event.start_mark)
    var end = marks.offset(of: event.end_mark)
    if style == .literal || style == .folded { end = blockEnd(from: start, to: end) }
    let textStart = decoded.append(text, count: count)
    countChild()
    closed.removeAll(keepingCapacity: true)
    lastValue = TextRange(start, end)
    nodes.append(
      YAMLNode(
        kind: .scalar, style: style, isFlow: open.last?.isFlow ?? false,
        indentation: open.last?.indentation ?? -1, next: nodes.count + 1, range: lastValue,
        textStart: textStart, textCount: count))
  }

  /// The end of the last line of a block scalar that is not blank; libyaml's mark takes in the blank
  /// lines after it.
  private func blockEnd(from start: TextOffset, to end: TextOffset) -> TextOffset {
    let source = YAMLBytes(bytes)
    var last = end.utf8
    while last > start.utf8, source.isGap(before: last) { last -= 1 }
    while last < end.utf8, source.isBlank(at: last) { last += 1 }
    return TextOffset(last)
  }

  private mutating func openCollection(_ event: yaml_event_t, _ kind: YAMLKind, isFlow: Bool)
    -> Bool
  {
    if open.count >= limits.nesting {
      reject(.nesting, event)
      isCutShort = true
      return false
    }
    if open.last?.expectsKey == true { reject(.keyNotScalar, event) }
    countChild()
    closed.removeAll(keepingCapacity: true)
    let start = marks.offset(of: event.start_mark)
    let outer = open.last?.indentation ?? -1
    open.append(
      OpenCollection(
        index: nodes.count, indentation: isFlow ? outer : Int(event.start_mark.column),
        isMapping: kind == .mapping, isFlow: isFlow))
    nodes.append(
      YAMLNode(
        kind: kind, isFlow: isFlow, indentation: outer, next: 0, range: TextRange(start, start)))
    return true
  }

  /// - Parameter end: The end of a flow collection. A block collection ends with its last child; its
  ///   own mark is that of the token after it.
  private mutating func closeCollection(at end: TextOffset) {
    guard let collection = open.popLast() else { return }
    let start = nodes[collection.index].start
    let isEmpty = collection.children == 0
    lastValue = TextRange(
      start, max(start, collection.isFlow || isEmpty ? end : lastValue.end))
    nodes[collection.index].end = lastValue.end
    nodes[collection.index].next = UInt32(nodes.count)
    closed.append(collection)
  }

  /// Closes what is open where the parser stopped before the end, so that the tree is whole.
  private mutating func closeAll() {
    while let collection = open.last {
      let end = lastValue.end
      if collection.isMapping, collection.children % 2 == 1 {
        nodes.append(
          YAMLNode(
            kind: .scalar, indentation: collection.indentation, next: nodes.count + 1,
            range: TextRange(end, end)))
      }
      closeCollection(at: end)
    }
  }

  private mutating func countChild() {
    if !open.isEmpty { open[open.count - 1].children += 1 }
  }

  private mutating func rejectProperties(
    _ event: yaml_event_t, anchor: UnsafeMutablePointer<UInt8>?,
    tag: UnsafeMutablePointer<UInt8>?
  ) {
    if anchor != nil { reject(.anchor, event) }
    if tag != nil { reject(.tag, event) }
  }

  private mutating func reject(_ kind: UnsupportedConstruct.Kind, _ event: yaml_event_t) {
    guard unsupported.count < Self.mostUnsupported || kind == .nesting else { return }
    let start = marks.offset(of: event.start_mark)
    unsupported.append(
      UnsupportedConstruct(
        kind: kind, range: TextRange(start, max(start, marks.offset(of: event.end_mark)))))
  }

  private mutating func recordFailure(of parser: yaml_parser_t) {
    // On a byte that cannot be read, only `problem_offset` is right.
    let isReaderError = parser.error == YAML_READER_ERROR
    let context = parser.context.map { String(cString: $0) }
    failure = ParserFailure(
      problem: parser.problem.map { String(cString: $0) } ?? "",
      offset: isReaderError
        ? parser.problem_offset + marks.first : marks.offset(of: parser.problem_mark).utf8,
      context: context ?? "",
      contextOffset: context == nil ? nil : marks.offset(of: parser.context_mark).utf8,
      lastValue: lastValue)
  }
}

extension ScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
