internal import ReportReading
public import SourceText
internal import YAMLSyntax

/// What a file says of the files that it belongs with.
public enum Kinship: Equatable, Sendable {
  /// A series, with the paths of its parts as they are written.
  case series([String])
  /// A report that is a part of a series, with the path of that as it is written, and its symbol.
  case part(of: String, symbol: String)
  /// A report by itself, or no report at all.
  case none

  public init(of file: SourceFile) {
    let names = ["series:", "parts:"]
    guard names.contains(where: { file.text.all.firstRange(of: TextSlice($0)) != nil }),
      let tree = YAMLReader(file, id: FileID(0), limits: Limits.largest.yaml).read().tree
    else {
      self = .none
      return
    }
    if SeriesDeclaration.isDeclared(in: tree) {
      let parts = tree.root?["parts"]?.items.filter { $0.kind == .scalar } ?? []
      self = .series(parts.map(\.text.string))
    } else if let series = tree.root?["series"], series.kind == .scalar, !series.isEmpty,
      tree.root?["report"] != nil
    {
      self = .part(of: series.text.string, symbol: tree.root?["symbol"]?.text.string ?? "")
    } else {
      self = .none
    }
  }

  public var isSeries: Bool { if case .series = self { true } else { false } }

  /// The symbol of a part that has one.
  public var symbol: String? {
    if case .part(_, let symbol) = self, !symbol.isEmpty { symbol } else { nil }
  }

  /// The paths that the file names, as they are written.
  public var paths: [String] {
    switch self {
    case .series(let parts): parts
    case .part(let series, _): [series]
    case .none: []
    }
  }
}
