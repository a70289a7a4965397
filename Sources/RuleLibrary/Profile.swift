public import ReportModel

/// What a kind of report must look like: `Rules/profiles/<name>.yaml`.
public struct Profile: Sendable {
  public let name: String
  public let summary: String
  /// The fields of the masthead that must be there.
  public let requiredFields: [MastheadField]
  /// The styles of section labels by depth. Siblings share one; a chapter may skip levels.
  public let sectionStyles: [NumberingStyle]
  /// The sections that a report of this kind has, in order.
  public let outline: [OutlineSection]
  /// Whether chapters that the outline does not name are right.
  public let isOutlineOpen: Bool
  /// Whether the file is a whole report, so that a missing section is missing.
  public let isWhole: Bool
  /// How paragraphs and recommendations are numbered.
  public let paragraphs: Numbering
  public let recommendations: Numbering
  public let recommendationForm: RecommendationForm
  /// What joins the last two names of a list of States.
  public let lastJoiner: LastJoiner
  /// Whether recommendations begin as their authors like, as in reviews.
  public let hasFreeOpenings: Bool
  /// Whether the Secretariat writes such documents, which are to be shorter than those of bodies.
  public let isOfSecretariat: Bool

  public struct Numbering: Sendable {
    /// Whether numbers are dotted: the number of the paragraph before, a full stop, a number.
    public let isDotted: Bool
    /// Whether numbers run on through the parts of a series, or start again in each.
    public let runsThroughSeries: Bool

    public init(isDotted: Bool, runsThroughSeries: Bool) {
      self.isDotted = isDotted
      self.runsThroughSeries = runsThroughSeries
    }
  }

  public enum RecommendationForm: String, CaseIterable, Sendable {
    /// Under a heading of its own.
    case heading
    /// As a numbered paragraph.
    case inLine = "in-line"
  }

  public enum LastJoiner: String, CaseIterable, Sendable {
    case comma
    case and
  }

  public init(
    name: String, summary: String, requiredFields: [MastheadField],
    sectionStyles: [NumberingStyle], outline: [OutlineSection], isOutlineOpen: Bool,
    isWhole: Bool, paragraphs: Numbering, recommendations: Numbering,
    recommendationForm: RecommendationForm, lastJoiner: LastJoiner, hasFreeOpenings: Bool = false,
    isOfSecretariat: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.requiredFields = requiredFields
    self.sectionStyles = sectionStyles
    self.outline = outline
    self.isOutlineOpen = isOutlineOpen
    self.isWhole = isWhole
    self.paragraphs = paragraphs
    self.recommendations = recommendations
    self.recommendationForm = recommendationForm
    self.lastJoiner = lastJoiner
    self.hasFreeOpenings = hasFreeOpenings
    self.isOfSecretariat = isOfSecretariat
  }

  /// How paragraphs or recommendations are numbered; nil for other kinds of blocks.
  public func numbering(of kind: BlockKind) -> Numbering? {
    switch kind {
    case .paragraph, .statements: paragraphs
    case .recommendation: recommendations
    default: nil
    }
  }

  /// The number of `#` of the heading of a recommendation: one more than that of the deepest
  /// section of the outline.
  public var recommendationHeadingLevel: Int {
    func depth(_ sections: [OutlineSection]) -> Int {
      sections.map { 1 + depth($0.contents) }.max() ?? 0
    }
    return max(depth(outline), 1) + 2
  }
}

/// A section that the profile of a report names.
public struct OutlineSection: Sendable {
  /// The label that the section always has; nil where it is unnumbered or the label varies.
  public let label: String?
  public let title: String
  /// Whether the report is incomplete without it.
  public let isRequired: Bool
  /// Whether sections in it that the outline does not name are right.
  public let isOpen: Bool
  /// What a new report has in it to begin with.
  public let firstBlock: FirstBlock
  public let contents: [OutlineSection]

  /// The kind of block that stands first in a section.
  public enum FirstBlock: String, CaseIterable, Sendable {
    case paragraph, recommendation
  }

  public init(
    label: String?, title: String, isRequired: Bool, isOpen: Bool = true,
    firstBlock: FirstBlock = .paragraph, contents: [OutlineSection]
  ) {
    self.label = label
    self.title = title
    self.isRequired = isRequired
    self.isOpen = isOpen
    self.firstBlock = firstBlock
    self.contents = contents
  }
}
