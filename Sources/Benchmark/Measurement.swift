#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import SourceText

/// What a job took in a process of its own.
struct Measurement {
  /// The size of the report, in bytes.
  let bytes: Int
  /// The shortest time of the bare event loop, in seconds.
  let floor: Double
  /// The shortest time of the job, in seconds.
  let time: Double
  /// The shortest time that went by during the job, which may keep several processors busy.
  let elapsed: Double
  /// The most memory that the process had after doing the job once, in bytes.
  let peak: Int

  var ratioToFloor: Double { time / floor }
  var elapsedToFloor: Double { elapsed / floor }
  var ratioToFile: Double { Double(peak) / Double(bytes) }

  /// Measures a job in this process, which must have done nothing else.
  ///
  /// Job and floor take turns, so that both see the machine in the same state; of each the shortest
  /// time counts, because whatever else goes on can only add to it.
  init(of job: Job, on count: Int, runs: Int) {
    let file = job.sample(of: count)
    bytes = file.text.count
    var (time, elapsed) = Self.times { job.run(on: file) }
    peak = Self.peakMemory()
    let loop = BareEventLoop(over: file)
    var floor = Self.seconds { _ = loop.run() }
    for _ in 1..<max(runs, 1) {
      let next = Self.times { job.run(on: file) }
      (time, elapsed) = (min(time, next.processor), min(elapsed, next.elapsed))
      floor = min(floor, Self.seconds { _ = loop.run() })
    }
    self.time = time
    self.elapsed = elapsed
    self.floor = floor
  }

  /// Measures a job in new processes: the shortest times, and the most memory.
  ///
  /// A process that does a job again has the memory for it already, if that is not so much that it gave
  /// it back: then a long report would be compared with a short one that has an advantage.
  /// - Parameters:
  ///   - runs: How often each process does the job.
  ///   - processes: How many there are, one after the other.
  init?(inNewProcesses processes: Int, _ job: Job, on count: Int, runs: Int) {
    let all = (0..<processes).compactMap { _ in
      Measurement(inNewProcess: job, on: count, runs: runs)
    }
    guard let first = all.first, all.count == processes else { return nil }
    bytes = first.bytes
    floor = all.map(\.floor).min() ?? first.floor
    time = all.map(\.time).min() ?? first.time
    elapsed = all.map(\.elapsed).min() ?? first.elapsed
    peak = all.map(\.peak).max() ?? first.peak
  }

  private init?(inNewProcess job: Job, on count: Int, runs: Int) {
    let program = CommandLine.arguments[0].split(separator: "'").joined(separator: #"'\''"#)
    guard let output = popen("'\(program)' measure \(job.rawValue) \(count) \(runs)", "r") else {
      return nil
    }
    var line: [CChar] = Array(repeating: 0, count: 256)
    let isRead = fgets(&line, Int32(line.count), output) != nil
    guard pclose(output) == 0, isRead else { return nil }
    let text = String(decoding: line.prefix { $0 != 0x0A }.map(UInt8.init), as: UTF8.self)
    let fields = text.split(separator: " ")
    guard fields.count == 5, let bytes = Int(fields[0]), let floor = Double(fields[1]),
      let time = Double(fields[2]), let elapsed = Double(fields[3]), let peak = Int(fields[4])
    else { return nil }
    self.bytes = bytes
    self.floor = floor
    self.time = time
    self.elapsed = elapsed
    self.peak = peak
  }

  /// The measurement as one line, for the process that asked for it.
  var line: String { "\(bytes) \(floor) \(time) \(elapsed) \(peak)" }

  /// The processor time that work takes, in seconds: what other programs do meanwhile is not in it.
  static func seconds(_ work: () -> Void) -> Double { times(work).processor }

  private static func times(_ work: () -> Void) -> (processor: Double, elapsed: Double) {
    let start = (time(CLOCK_PROCESS_CPUTIME_ID), time(CLOCK_MONOTONIC))
    work()
    return (time(CLOCK_PROCESS_CPUTIME_ID) - start.0, time(CLOCK_MONOTONIC) - start.1)
  }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that this process has had, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #endif
  }
}
