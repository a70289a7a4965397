public import Diagnostics
public import ReportModel
public import SourceText
public import YAMLSyntax

/// What a series file says: the profile of its parts, the parts in order, the final masthead.
public struct SeriesDeclaration: Sendable {
  public var profile: SourcedText?
  /// The paths of the parts as they are typed, relative to the series file.
  public var parts: [SourcedText] = []
  /// The masthead of the merged report; what it leaves out comes from the first part.
  public var final = Masthead()

  public init() {}

  /// Whether a file declares a series: it lists parts, which a report does not.
  public static func isDeclared(in tree: YAMLTree) -> Bool {
    guard let root = tree.root else { return false }
    return root["parts"] != nil
      || (root["series"] != nil && root["report"] == nil
        && root["contents"] == nil)
  }

  /// Reads a series file; what is malformed is reported and left out.
  public static func read(_ tree: YAMLTree, id: FileID) -> Checked<SeriesDeclaration> {
    var declaration = SeriesDeclaration()
    var reader = ReportReader(file: tree.file, id: id)
    guard let root = tree.root, root.kind == .mapping else { return Checked(declaration) }
    for entry in root.entries {
      switch entry.key.text.string {
      case "series": declaration.profile = reader.scalar(entry)
      case "parts": declaration.parts = reader.list(entry)?.entries ?? []
      case "final":
        guard let fields = reader.mapping(entry, such: "`symbol: CTOC/COP/WG.4/2019/6`") else {
          break
        }
        for field in fields { reader.readFinal(field) }
      default:
        reader.reportUnknownKey(
          entry.key, of: "a series", known: ["series", "parts", "final"])
      }
    }
    declaration.final = reader.report.masthead
    return Checked(declaration, reader.findings)
  }
}
