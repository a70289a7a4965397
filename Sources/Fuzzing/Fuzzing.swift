internal import Glibc
internal import Trials

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ trial: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Tries the program on an input that libFuzzer has made up. Its library asks for this name.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try asked.run(UnsafeBufferPointer(start: bytes, count: count))
  } catch {
    fatalError("\(error)")
  }
  return 0
}

/// What is tried.
private let asked: Trial = {
  let name = getenv("TRIAL").map { String(cString: $0) } ?? ""
  guard let trial = Trial(rawValue: name) else {
    fatalError("TRIAL is one of \(Trial.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return trial
}()

/// Tries the program on inputs that libFuzzer makes up.
///
/// The environment says what is tried: report, document, rule or settings. The arguments are
/// libFuzzer's.
///
///     FUZZING=1 swift build -c release --scratch-path .build/fuzzing --product Fuzzing
///     TRIAL=report .build/fuzzing/release/Fuzzing -dict=Sources/Fuzzing/format.dict found Examples
@main
private struct Fuzzing {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, tryInput))
  }
}
