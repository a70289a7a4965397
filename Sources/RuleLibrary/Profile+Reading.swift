internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

extension Profile {
  private enum Key: String, FieldKey {
    case summary, masthead, whole, sections, numbering, recommendation, outline, secretariat
    case lastJoiner = "last-joiner"
    case closedOutline = "closed-outline"
    case freeOpenings = "free-openings"
  }

  /// Reads a profile file.
  /// - Parameter name: The name of the file.
  static func read(_ file: LibraryFile, name: String) -> Checked<Profile?> {
    var reader = LibraryFileReader(file, fault: "profile-malformed")
    guard let fields = reader.read(as: "a profile", by: Key.self) else {
      return Checked(nil, reader.findings)
    }
    let (paragraphs, recommendations) = numbering(fields, &reader)
    let profile = Profile(
      name: name,
      summary: reader.text(.summary, in: fields) ?? "",
      requiredFields: requiredFields(fields, &reader),
      sectionStyles: sectionStyles(fields, &reader),
      outline: reader.required(.outline, in: fields).map { outline($0, &reader) } ?? [],
      isOutlineOpen: !reader.flag(.closedOutline, in: fields),
      isWhole: reader.flag(.whole, in: fields),
      paragraphs: paragraphs,
      recommendations: recommendations,
      recommendationForm: choice(.recommendation, in: fields, &reader) ?? .heading,
      lastJoiner: choice(.lastJoiner, in: fields, &reader) ?? .and,
      hasFreeOpenings: reader.flag(.freeOpenings, in: fields),
      isOfSecretariat: reader.flag(.secretariat, in: fields))
    return Checked(profile, reader.findings)
  }

  private static func choice<K, Choice>(
    _ key: K, in fields: Fields<K>, _ reader: inout LibraryFileReader
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard let value = reader.required(key, in: fields) else { return nil }
    return reader.choice(value, of: key.rawValue, as: Choice.self)
  }

  private static func requiredFields(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> [MastheadField]
  {
    guard let value = reader.required(.masthead, in: fields) else { return [] }
    return reader.items(value, of: "masthead").compactMap {
      reader.choice($0, of: "masthead", as: MastheadField.self)
    }
  }

  private static func sectionStyles(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> [NumberingStyle]
  {
    guard let value = fields[.sections] else { return NumberingStyle.sections }
    return reader.items(value, of: "sections").compactMap { item in
      guard let example = reader.text(item, of: "sections") else { return nil }
      if let style = NumberingStyle(example: example) { return style }
      reader.report(
        "`\(example)` is not the first label of a style; expected I, A, 1, (a), (i) or a.",
        at: item.range)
      return nil
    }
  }
}

// MARK: - Numbering

extension Profile {
  private enum NumberedKind: String, FieldKey {
    case paragraph, recommendation
  }

  private enum NumberingKey: String, FieldKey {
    case style
    case runsThrough = "runs-through"
  }

  private enum LabelStyle: String, CaseIterable {
    case decimal, dotted
  }

  private enum Extent: String, CaseIterable {
    case part, series
  }

  private static func numbering(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> (paragraphs: Numbering, recommendations: Numbering)
  {
    let kinds = reader.required(.numbering, in: fields).flatMap {
      reader.fields($0, of: "numbering", by: NumberedKind.self)
    }
    func numbering(of kind: NumberedKind) -> Numbering {
      let keys = kinds.flatMap { reader.required(kind, in: $0) }.flatMap {
        reader.fields($0, of: "the numbering of a kind", by: NumberingKey.self)
      }
      let style: LabelStyle? = keys.flatMap { choice(.style, in: $0, &reader) }
      let extent: Extent? = keys.flatMap { choice(.runsThrough, in: $0, &reader) }
      return Numbering(isDotted: style == .dotted, runsThroughSeries: extent == .series)
    }
    return (numbering(of: .paragraph), numbering(of: .recommendation))
  }
}

// MARK: - Outline

extension Profile {
  private enum OutlineKey: String, FieldKey {
    case section, heading, title, required, closed, contents
    case firstBlock = "begins-with"
  }

  private static func outline(_ value: YAMLCursor, _ reader: inout LibraryFileReader)
    -> [OutlineSection]
  {
    reader.items(value, of: "outline").compactMap { section($0, &reader) }
  }

  private static func section(_ node: YAMLCursor, _ reader: inout LibraryFileReader)
    -> OutlineSection?
  {
    guard let fields = reader.fields(node, of: "a section of the outline", by: OutlineKey.self)
    else { return nil }
    if fields[.section] != nil, fields[.heading] != nil {
      reader.report("a section is either numbered or a heading", at: fields.start)
    }
    let title = reader.text(fields[.heading] == nil ? .title : .heading, in: fields)
    let label = fields[.section].flatMap { reader.text($0, of: "section") } ?? ""
    let contents = fields[.contents].map { outline($0, &reader) } ?? []
    let isRequired = reader.flag(.required, in: fields)
    let isOpen = !reader.flag(.closed, in: fields)
    let firstBlock = fields[.firstBlock].flatMap {
      reader.choice($0, of: "begins-with", as: OutlineSection.FirstBlock.self)
    }
    guard let title else { return nil }
    return OutlineSection(
      label: label.isEmpty ? nil : label, title: title, isRequired: isRequired, isOpen: isOpen,
      firstBlock: firstBlock ?? .paragraph, contents: contents)
  }
}
