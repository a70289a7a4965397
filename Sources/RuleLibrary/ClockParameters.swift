internal import YAMLSyntax

/// How times of day are written, and how they are told: a rule of the kind `clock`.
public struct ClockParameters: Sendable {
  /// What follows the hour before and after noon: "a.m.", "p.m."
  public let halves: [String]
  /// What is written for twelve o’clock: "noon", "midnight".
  public let twelves: [String]
  /// Words that only a time can follow, be it written with a colon: "at".
  public let leads: [String]
  /// Words that a time or a proportion can follow: "from", "to".
  public let joiners: [String]
  /// What follows a time of four figures: "hours".
  public let hours: [String]
  /// Where the rule says nothing.
  public let silentIn: TextZones
}

extension ClockParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let halves = reader.required(.halves, in: fields),
      let twelves = reader.required(.twelves, in: fields),
      let leads = reader.required(.leads, in: fields),
      let joiners = reader.required(.joiners, in: fields),
      let hours = reader.required(.hours, in: fields)
    else { return nil }
    self.halves = reader.texts(halves, of: "halves")
    self.twelves = reader.texts(twelves, of: "twelves")
    self.leads = reader.texts(leads, of: "leads")
    self.joiners = reader.texts(joiners, of: "joiners")
    self.hours = reader.texts(hours, of: "hours")
    silentIn = TextZones.read(fields[.silentIn], &reader)
    for (words, value) in [(self.halves, halves), (self.twelves, twelves)] where words.count != 2 {
      reader.report("there are two of them in a day", at: value.range)
      return nil
    }
  }
}
