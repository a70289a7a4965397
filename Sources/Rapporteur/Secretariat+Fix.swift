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
    var options = options
    // What is mended needs no list.
    options.findingsPerFile = .max
    var outcome = check(documents, options)
    var judged = Set(outcome.judged)
    var repairs: [FileID: Repair] = [:]
    for id in judged { repairs[id] = Repair(documents[id], faults: outcome.syntaxFaults(in: id)) }
    for _ in 0..<Self.mostRounds {
      let (scripts, counts) = safeEdits(outcome, of: judged)
      guard !scripts.isEmpty else { break }
      for (id, script) in scripts {
        documents[id] = SourceFile(
          name: documents[id].name, text: script.applied(to: documents[id].text))
      }
      outcome = check(documents, options)
      for id in scripts.keys {
        repairs[id]?.note(
          documents[id], mended: counts[id] ?? [:], faults: outcome.syntaxFaults(in: id))
      }
      let given = scripts.keys.filter { repairs[$0]?.isGivenUp == true }
      guard !given.isEmpty else { continue }
      judged.subtract(given)
      for id in given { documents[id] = repairs[id]?.best ?? documents[id] }
      outcome = check(documents, options)
    }
    return repairs.filter { !$0.value.total.isEmpty }.sorted { $0.key < $1.key }.map { id, repair in
      FixedFile(file: id, text: documents[id].text, mended: repair.total)
    }
  }

  /// The safe fixes of a check that fit together, as edits, and in each file how many they are of
  /// each rule.
  private func safeEdits(_ outcome: CheckOutcome, of judged: Set<FileID>)
    -> ([FileID: EditScript], [FileID: [RuleID: Int]])
  {
    var scripts: [FileID: EditScript] = [:]
    var counts: [FileID: [RuleID: Int]] = [:]
    for diagnostic in outcome.diagnostics {
      guard let fix = diagnostic.finding.fixes.first(where: { $0.safety == .safe }),
        let file = fix.edits.first?.file, judged.contains(file),
        fix.edits.allSatisfy({ $0.file == file })
      else { continue }
      if scripts[file, default: EditScript()].insert(all: fix.edits.lazy.map(\.edit)) {
        counts[file, default: [:]][diagnostic.finding.rule, default: 0] += 1
      }
    }
    return (scripts.filter { !$0.value.isEmpty }, counts)
  }
}

/// How the mending of a file goes.
///
/// What cannot be read may have been taken for another mistake than it is. Then its fix mends
/// nothing, and would be made again and again: the file goes back to where it was at its best.
private struct Repair {
  /// The file when the fewest of its places could not be read, as late as possible.
  private(set) var best: SourceFile
  /// How many findings of each rule were mended up to then.
  private var mended: [RuleID: Int] = [:]
  private var fewest: Int
  /// What was mended since, and in how many rounds.
  private var pending: [RuleID: Int] = [:]
  private var rounds = 0

  /// How many rounds one mistake may take: behind it another may come to light.
  private static let patience = 4

  init(_ file: SourceFile, faults: Int) {
    best = file
    fewest = faults
  }

  var isGivenUp: Bool { rounds >= Self.patience }

  /// How many findings of each rule were mended in what is kept.
  var total: [RuleID: Int] { isGivenUp ? mended : mended.merging(pending, uniquingKeysWith: +) }

  mutating func note(_ file: SourceFile, mended counts: [RuleID: Int], faults: Int) {
    pending.merge(counts, uniquingKeysWith: +)
    let isShorter = file.text.count < best.text.count
    guard faults < fewest || faults == 0 || isShorter else {
      rounds += 1
      return
    }
    (best, fewest, rounds) = (file, min(faults, fewest), 0)
    mended = total
    pending = [:]
  }
}

extension CheckOutcome {
  /// How many places of a file cannot be read.
  fileprivate func syntaxFaults(in file: FileID) -> Int {
    diagnostics.count { $0.finding.rule == "yaml-syntax" && $0.finding.place.file == file }
  }
}
