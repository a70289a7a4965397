import Glibc
import Testing

/// Holds work to a time that it exceeds only if it looks at its text again and again.
///
/// What counts is the processor time of the thread: the tests beside this one, and whatever else
/// the machine is doing, take none of it.
func expectOnePass(
  sourceLocation: SourceLocation = #_sourceLocation, _ work: () -> Void
) {
  let start = processorSeconds
  work()
  let seconds = processorSeconds - start
  #expect(seconds < 10, sourceLocation: sourceLocation)
}

private var processorSeconds: Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
