internal import Diagnostics
package import Rapporteur

extension CheckOptions {
  /// A crew of some threads.
  package static func crew(of threads: Int) -> Crew {
    { shares in OrderedWork(count: shares.count, threads: threads) { shares[$0]() }.outcomes }
  }
}
