#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import SourceText

// swift run -c release --static-swift-stdlib Benchmark

let usage = """
  Usage: Benchmark                          measure everything and print tables
         Benchmark texts                    measure the reading of texts by itself
         Benchmark write COUNT              print a report of so many recommendations
         Benchmark measure JOB COUNT RUNS   measure read, check, renumber or render by itself

  """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case (nil, _):
  Comparison().run()
case ("texts", 1):
  Comparison().printTextCosts()
case ("write", 2):
  guard let count = Int(arguments[1]), count > 0 else { fallthrough }
  print(SampleReport(recommendations: count).file.text.all, terminator: "")
case ("measure", 4):
  guard let job = Job(rawValue: arguments[1]), let count = Int(arguments[2]), count > 0,
    let runs = Int(arguments[3])
  else { fallthrough }
  print(Measurement(of: job, on: count, runs: runs).line)
default:
  print(usage, terminator: "")
  exit(2)
}
