internal import YAMLSyntax

/// What stands beside a number with a space between: a rule of the kind `spacing`.
public struct SpacingParameters: Sendable {
  /// Words with a full stop before a number: "para", "No".
  public let stopped: TextList
  /// Words before a number: "article".
  public let labels: TextList
  /// Words before a year: "in".
  public let leads: TextList
  /// Units after a number: "km".
  public let units: TextList
}

extension SpacingParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    stopped = reader.list(fields[.stopped], of: "stopped")
    labels = reader.list(fields[.labels], of: "labels")
    leads = reader.list(fields[.leads], of: "leads")
    units = reader.list(fields[.units], of: "units")
  }
}
