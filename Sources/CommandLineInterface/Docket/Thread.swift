internal import Glibc

/// A thread of the system.
struct Thread {
  private let id: pthread_t

  private final class Errand {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }

  /// Starts a thread; nil where the system gives none.
  init?(_ work: @escaping @Sendable () -> Void) {
    let errand = Unmanaged.passRetained(Errand(work))
    var id = pthread_t()
    let status = pthread_create(
      &id, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, errand.toOpaque())
    guard status == 0 else {
      errand.release()
      return nil
    }
    self.id = id
  }

  func join() { pthread_join(id, nil) }
}
