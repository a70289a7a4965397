internal import CYAML
internal import SourceText

/// What libyaml alone takes to go through a file: the floor under everything that the program does.
///
/// In the product CYAML is imported by YAMLSyntax and by nothing else. The benchmark is not the
/// product, and could not say what YAMLSyntax adds to libyaml if it went through YAMLSyntax.
struct BareEventLoop {
  private let file: SourceFile

  init(over file: SourceFile) {
    self.file = file
  }

  /// Runs through all events.
  /// - Returns: How many there were.
  func run() -> Int {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      fatalError("libyaml has no memory for a parser")
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, file.text.base, file.text.count)
    var event = yaml_event_t()
    var events = 0
    var isRunning = true
    while isRunning {
      precondition(yaml_parser_parse(&parser, &event) == 1, "the sample is not YAML")
      isRunning = event.type != YAML_STREAM_END_EVENT
      events += 1
      yaml_event_delete(&event)
    }
    return events
  }
}
