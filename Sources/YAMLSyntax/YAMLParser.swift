internal import CYAML
internal import SourceText

/// Why the parser of libyaml stopped, with the places that it named.
struct ParserFailure {
  /// What libyaml says, such as "mapping values are not allowed in this context".
  let problem: String
  /// Where it stopped.
  let offset: TextOffset
  /// What it was doing, such as "while scanning an alias", if it says.
  let context: String
  /// Where what it was doing began.
  let contextOffset: TextOffset?
}

/// What the format does not accept although YAML does.
struct UnsupportedConstruct {
  enum Kind {
    case anchor
    case alias
    case tag
    case secondDocument
    case directive
    case nesting
    case longScalar
    case keyNotScalar
  }
  let kind: Kind
  let range: TextRange
}

/// Runs libyaml over a file once and stores what it says in a tree.
struct YAMLParser {
  private let file: SourceFile
  private let limits: YAMLLimits
  private(set) var unsupported: [UnsupportedConstruct] = []
  private(set) var failure: ParserFailure?
  /// Whether a limit was met, so that the rest was not read.
  private(set) var isCutShort = false

  private var marks: MarkCursor
  private var nodes = ContiguousArray<YAMLNode>()
  private var decoded: DecodedText
  /// The collections that are open, outermost first.
  private var open: [OpenCollection] = []
  private var documents = 0
  private var rootIsStored = false

  private struct OpenCollection {
    let index: Int
    /// The column of the innermost block collection, this one included.
    let indentation: Int
    var children = 0
  }

  /// - Parameters:
  ///   - file: The file; positions are those of its bytes.
  ///   - bytes: The bytes to parse in their place, as many as the file has.
  init(_ file: SourceFile, limits: YAMLLimits) {
    self.file = file
    self.limits = limits
    marks = MarkCursor(file)
    decoded = DecodedText(capacity: file.text.count + 64)
  }

  /// Parses the bytes and returns the tree of what could be read.
  mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLTree {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      preconditionFailure("libyaml has no memory for a parser")
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    let skipped = file.byteOrderMarkCount
    let input = bytes.baseAddress.map { $0 + skipped }
    yaml_parser_set_input_string(&parser, input, bytes.count - skipped)

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
    closeAll()
    return YAMLTree(file: file, nodes: nodes, text: decoded.finished())
  }

  /// Stores an event. Returns whether to go on.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_STREAM_END_EVENT:
      return false
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 {
        reject(.secondDocument, event)
        return false
      }
      if event.data.document_start.version_directive != nil
        || event.data.document_start.tag_directives.start
          != event.data.document_start.tag_directives.end
      {
        reject(.directive, event)
      }
    case YAML_ALIAS_EVENT:
      reject(.alias, event)
      storeScalar(event, style: .plain, text: nil, count: 0)
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
    default:
      break
    }
    return true
  }

  private mutating func storeScalar(
    _ event: yaml_event_t, style: ScalarStyle, text: UnsafePointer<UInt8>?, count: Int
  ) {
    let start = marks.offset(of: event.start_mark)
    var end = marks.offset(of: event.end_mark)
    if style == .literal || style == .folded {
      end = marks.trimmingBlankEnd(from: start, to: end)
    }
    let textStart = decoded.append(text, count: count)
    countChild()
    nodes.append(
      YAMLNode(
        kind: .scalar, style: style, indentation: open.last?.indentation ?? -1,
        next: nodes.count + 1, range: TextRange(start, end), textStart: textStart,
        textCount: count))
  }

  private mutating func openCollection(_ event: yaml_event_t, _ kind: YAMLKind, isFlow: Bool)
    -> Bool
  {
    if open.count >= limits.nesting {
      reject(.nesting, event)
      isCutShort = true
      return false
    }
    if let parent = open.last, nodes[parent.index].kind == .mapping, parent.children % 2 == 0 {
      reject(.keyNotScalar, event)
    }
    countChild()
    let start = marks.offset(of: event.start_mark)
    let outer = open.last?.indentation ?? -1
    open.append(
      OpenCollection(
        index: nodes.count, indentation: isFlow ? outer : Int(event.start_mark.column)))
    nodes.append(
      YAMLNode(
        kind: kind, isFlow: isFlow, indentation: outer, next: 0,
        range: TextRange(start, marks.offset(of: event.end_mark))))
    return true
  }

  private mutating func closeCollection(at end: TextOffset) {
    guard let collection = open.popLast() else { return }
    // A block collection's own end mark is that of the token after it.
    let lastChildEnd = nodes.last.map { max($0.end, lastEnd) } ?? end
    lastEnd = nodes[collection.index].isFlow ? end : lastChildEnd
    nodes[collection.index].end = max(lastEnd, nodes[collection.index].start)
    nodes[collection.index].next = UInt32(nodes.count)
  }

  /// The end of the collection that was closed last.
  private var lastEnd = TextOffset(0)

  /// Closes what is open where the parser stopped before the end, so that the tree is whole.
  private mutating func closeAll() {
    while let collection = open.last {
      if nodes[collection.index].kind == .mapping, collection.children % 2 == 1 {
        let end = nodes.last?.end ?? TextOffset(0)
        countChild()
        nodes.append(
          YAMLNode(
            kind: .scalar, indentation: collection.indentation, next: nodes.count + 1,
            range: TextRange(end, end)))
      }
      closeCollection(at: nodes.last?.end ?? TextOffset(0))
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
    let start = marks.offset(of: event.start_mark)
    unsupported.append(
      UnsupportedConstruct(
        kind: kind, range: TextRange(start, max(start, marks.offset(of: event.end_mark)))))
  }

  private mutating func recordFailure(of parser: yaml_parser_t) {
    let isReaderError = parser.error == YAML_READER_ERROR
    let skipped = file.byteOrderMarkCount
    failure = ParserFailure(
      problem: parser.problem.map { String(cString: $0) } ?? "",
      offset: isReaderError
        ? TextOffset(parser.problem_offset + skipped) : marks.offset(of: parser.problem_mark),
      context: parser.context.map { String(cString: $0) } ?? "",
      contextOffset: parser.context == nil ? nil : marks.offset(of: parser.context_mark))
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
