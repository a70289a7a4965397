internal import Glibc
package import Sharing

extension Crew {
  /// A crew of as many threads as there are processors.
  static var ofProcessors: Crew { ofThreads(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)) }

  /// A crew of threads, one for each share; where the system gives none, of this one.
  package static func ofThreads(_ size: Int) -> Crew {
    size <= 1
      ? .ofOne
      : Crew(of: size) { shares in
        let others = shares.dropFirst().map { share in (share, Thread(share)) }
        shares.first?()
        for (share, thread) in others {
          if let thread { thread.join() } else { share() }
        }
      }
  }
}
