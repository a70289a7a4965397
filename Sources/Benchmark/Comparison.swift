internal import RuleLibrary

/// Measures every job on reports of three lengths, and prints what it took beside the bars.
///
/// A figure above its bar is marked and nothing more: times on a machine with other work to do are
/// for people to judge.
struct Comparison {
  /// A length of report, in recommendations, and how often to measure it.
  private struct Sample {
    let count: Int
    let runs: Int
    var processes = 1
  }

  private static let typical = Sample(count: 50, runs: 200)
  private static let tenth = Sample(count: 5_000, runs: 1, processes: 12)
  /// What the bars speak of.
  private static let long = Sample(count: 50_000, runs: 1, processes: 6)

  func run() {
    printTable(of: measured(Self.typical), Self.typical, isJudged: false)
    let tenth = measured(Self.tenth)
    printTable(of: tenth, Self.tenth, isJudged: false)
    printTable(of: measured(Self.long), Self.long, isJudged: true, tenth: tenth)
    printCosts()
    printTextCosts()
  }

  private func measured(_ sample: Sample) -> [Job: Measurement] {
    var measurements: [Job: Measurement] = [:]
    for job in Job.allCases {
      let measured = Measurement(
        inNewProcesses: sample.processes, job, on: sample.count, runs: sample.runs)
      guard let measured else {
        fatalError("\(job.rawValue) of \(sample.count) recommendations was not measured")
      }
      measurements[job] = measured
    }
    return measurements
  }

  private func printTable(
    of measurements: [Job: Measurement], _ sample: Sample, isJudged: Bool,
    tenth: [Job: Measurement] = [:]
  ) {
    let bytes = measurements[.check]?.bytes ?? 0
    print(
      "\(sample.count) recommendations, \(bytes) bytes; the shortest of "
        + "\(sample.runs * sample.processes) runs")
    var table = Table([
      "", "time", "× floor", "elapsed", "bar", "growth", "bar", "peak", "× file", "bar", "",
    ])
    let floor = measurements.values.map(\.floor).min() ?? 0
    table.add(["libyaml's bare event loop", floor.asTime, "1.00", "1.00"])
    for job in Job.allCases {
      guard let measured = measurements[job] else { continue }
      table.add(
        row(
          of: job, measured, growth: tenth[job].map { measured.elapsed / $0.elapsed },
          bars: isJudged ? job.bars : Bars()))
    }
    print(table.text)
  }

  private func row(of job: Job, _ measured: Measurement, growth: Double?, bars: Bars) -> [String] {
    var isOver = false
    func bar(_ bar: Double?, _ value: Double?) -> String {
      guard let bar, let value else { return "" }
      if value > bar { isOver = true }
      return "≤ \(bar.rounded(to: 0))"
    }
    return [
      job.rawValue, measured.time.asTime,
      measured.ratioToFloor.rounded(to: 2), measured.elapsedToFloor.rounded(to: 2),
      bar(bars.floor, measured.elapsedToFloor),
      growth?.rounded(to: 2) ?? "", bar(bars.growth, growth),
      "\((Double(measured.peak) / 1e6).rounded(to: 1)) MB",
      // Of a short report it is the memory of the program.
      bars.memory == nil ? "" : measured.ratioToFile.rounded(to: 2),
      bar(bars.memory, measured.ratioToFile),
      isOver ? "above its bar" : "",
    ]
  }

  private func printCosts() {
    guard let costs = CheckCosts(on: Self.long.count, runs: 3) else { return }
    print("What each kind of check adds, \(Self.long.count) recommendations")
    var table = Table(["", "time", "× floor"])
    func add(_ name: String, _ time: Double) {
      table.add([name, time.asTime, (time / costs.floor).rounded(to: 3)])
    }
    add("reading every text", costs.texts)
    for (kind, time) in costs.kinds where time > 0 { add(kind.rawValue, time) }
    print(table.text)
  }

  func printTextCosts() {
    print("Reading a text word by word, and looking for phrases in it")
    var table = Table(["", "speed"])
    for row in TextCosts(runs: 5).rows { table.add(row) }
    print(table.text)
  }
}
