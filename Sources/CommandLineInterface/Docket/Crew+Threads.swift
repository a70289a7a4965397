package import Sharing

extension Crew {
  /// A crew of as many threads as there are shares; where the system gives none, of this one.
  package static let ofThreads = Crew { shares in
    let others = shares.dropFirst().map { share in (share, Thread(share)) }
    shares.first?()
    for (share, thread) in others {
      if let thread { thread.join() } else { share() }
    }
  }
}
