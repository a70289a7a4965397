internal import Glibc

/// The items of a row done on several threads; what comes of them is handed over in the order of
/// the row.
struct OrderedWork<Outcome: Sendable> {
  let count: Int
  let threads: Int
  let work: @Sendable (Int) -> Outcome

  /// How far the threads may be ahead of what has been handed over, so that memory stays bounded.
  private var lead: Int { threads * 16 }

  func run(_ take: (Int, Outcome) -> Void) {
    guard threads > 1, count > 1 else {
      for index in 0..<count { take(index, work(index)) }
      return
    }
    let row = Row<Outcome>(count: count, lead: lead)
    let started = (0..<min(threads, count)).compactMap { _ in
      Thread {
        while let index = row.next() { row.put(work(index), at: index) }
      }
    }
    // A system that gives no thread leaves the work to this one.
    if started.isEmpty {
      while let index = row.next() { take(index, work(index)) }
      return
    }
    for index in 0..<count { take(index, row.outcome(of: index)) }
    for thread in started { thread.join() }
  }
}

/// What threads know in common of a row of items.
private final class Row<Outcome: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let count: Int
  private let lead: Int
  private var begun = 0
  private var handedOver = 0
  private var outcomes: [Int: Outcome] = [:]

  init(count: Int, lead: Int) {
    self.count = count
    self.lead = lead
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(change)
    mutex.deallocate()
    change.deallocate()
  }

  /// The item to be done next; nil where all have been begun.
  func next() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while begun < count, begun >= handedOver + lead { pthread_cond_wait(change, mutex) }
    guard begun < count else { return nil }
    begun += 1
    return begun - 1
  }

  func put(_ outcome: Outcome, at index: Int) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    outcomes[index] = outcome
    pthread_cond_broadcast(change)
  }

  /// What came of an item, as soon as it is there.
  func outcome(of index: Int) -> Outcome {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let outcome = outcomes.removeValue(forKey: index) {
        handedOver = index + 1
        pthread_cond_broadcast(change)
        return outcome
      }
      pthread_cond_wait(change, mutex)
    }
  }
}
