internal import Diagnostics
internal import SourceText

extension Secretariat {
  /// The most rounds of fixes: each may make room for others, and every one mends something.
  private static let mostRounds = 50

  /// Makes the safe fixes in the requested files, and in the parts of requested series, until there
  /// are no more to make.
  public func fix(_ documents: Documents, _ options: CheckOptions = CheckOptions())
    -> [FixedFile]
  {
    var documents = documents
    var mended: [FileID: Int] = [:]
    let judged = documents.requested.reduce(into: Set(documents.requested)) { judged, file in
      guard Self.isSeries(documents[file]) else { return }
      judged.formUnion(documents.companions[file, default: [:]].values)
    }
    for _ in 0..<Self.mostRounds {
      let (scripts, counts) = safeEdits(check(documents, options), of: judged)
      guard !scripts.isEmpty else { break }
      for (id, script) in scripts {
        documents[id] = SourceFile(
          name: documents[id].name, text: script.applied(to: documents[id].text))
        mended[id, default: 0] += counts[id] ?? 0
      }
    }
    return mended.sorted { $0.key < $1.key }.map { id, count in
      FixedFile(file: id, text: documents[id].text, mended: count)
    }
  }

  /// The safe fixes of a check that fit together, as edits, and how many they are in each file.
  private func safeEdits(_ outcome: CheckOutcome, of judged: Set<FileID>)
    -> ([FileID: EditScript], [FileID: Int])
  {
    var scripts: [FileID: EditScript] = [:]
    var counts: [FileID: Int] = [:]
    for diagnostic in outcome.diagnostics {
      guard let fix = diagnostic.finding.fixes.first(where: { $0.safety == .safe }),
        let file = fix.edits.first?.file, judged.contains(file),
        fix.edits.allSatisfy({ $0.file == file })
      else { continue }
      if scripts[file, default: EditScript()].insert(all: fix.edits.lazy.map(\.edit)) {
        counts[file, default: 0] += 1
      }
    }
    return (scripts.filter { !$0.value.isEmpty }, counts)
  }
}
