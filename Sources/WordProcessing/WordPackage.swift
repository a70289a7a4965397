internal import SourceText

/// The parts of a Word document, as one names another.
struct WordPackage {
  let archive: ZipArchive
  /// The part that has the text.
  let document: ZipArchive.Entry
  /// The folder that it is in, with the slash after it.
  private let folder: String
  /// The parts that it names, by what they are.
  private let parts: [String: [String]]
  /// The parts that say so.
  let relations: [ZipArchive.Entry]

  init(_ file: TextStorage) throws(WordDocumentFault) {
    archive = try ZipArchive(file)
    let roots = try Self.relationships("_rels/.rels", in: archive)
    let path = Self.path(roots["officeDocument"]?.first ?? "word/document.xml", from: "")
    guard let document = archive[path] else { throw .notWord }
    self.document = document
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { String(path[...$0]) } ?? ""
    let name = path.dropFirst(folder.count)
    let relations = "\(folder)_rels/\(name).rels"
    parts = try Self.relationships(relations, in: archive)
    self.relations = ["_rels/.rels", relations].compactMap { [archive] in archive[$0] }
  }

  /// The parts of a kind, where there may be several: `header`.
  func parts(_ kind: String) -> [ZipArchive.Entry] {
    (parts[kind] ?? []).compactMap { archive[Self.path($0, from: folder)] }
  }

  /// A part that the text belongs to; nil where there is none.
  /// - Parameter kind: What it is, as Word calls it: `styles`.
  func part(_ kind: String) -> ZipArchive.Entry? {
    let target = parts[kind]?.first ?? "\(kind).xml"
    return archive[Self.path(target, from: folder)]
  }

  /// Tells a visitor of the elements of a part.
  func read(_ part: ZipArchive.Entry?, for visitor: any XMLVisitor) throws(WordDocumentFault) {
    guard let part else { return }
    try XMLReading.read(try archive.contents(of: part), for: visitor)
  }

  private static func relationships(_ path: String, in archive: ZipArchive)
    throws(WordDocumentFault) -> [String: [String]]
  {
    guard let part = archive[path] else { return [:] }
    let relationships = RelationshipsReader()
    try XMLReading.read(try archive.contents(of: part), for: relationships)
    return relationships.targets
  }

  /// A path in the archive, which may be given from its top or from a folder.
  private static func path(_ target: String, from folder: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
  }
}
