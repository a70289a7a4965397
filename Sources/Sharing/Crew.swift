/// Those who do the shares of a piece of work.
///
/// The modules below the command line start no threads; they say what can be done at the same time.
public struct Crew: Sendable {
  /// One that does one thing after the other.
  public static let ofOne = Crew(of: 1) { shares in shares.forEach { $0() } }

  /// How many things are best done at the same time.
  public let size: Int
  private let carryOut: @Sendable (_ shares: [@Sendable () -> Void]) -> Void

  /// - Parameter carryOut: Does all shares, in any order or at the same time, and then returns.
  public init(
    of size: Int, _ carryOut: @escaping @Sendable (_ shares: [@Sendable () -> Void]) -> Void
  ) {
    self.size = size
    self.carryOut = carryOut
  }

  /// Whether nothing is done at the same time as something else.
  public var isOfOne: Bool { size <= 1 }

  /// What comes of some shares, in their order.
  public func outcomes<Outcome>(of shares: [@Sendable () -> Outcome]) -> [Outcome] {
    let tables = shares.map { _ in Table<Outcome>() }
    carryOut(zip(shares, tables).map { share, table in { table.outcome = share() } })
    return tables.compactMap(\.outcome)
  }

  /// What comes of two shares.
  public func both<First, Second>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let (left, right) = (Table<First>(), Table<Second>())
    carryOut([{ left.outcome = first() }, { right.outcome = second() }])
    guard let first = left.outcome, let second = right.outcome else {
      preconditionFailure("a share was not done")
    }
    return (first, second)
  }
}

/// Where the outcome of a share is laid down.
private final class Table<Outcome>: @unchecked Sendable {
  // Sendable: one share writes, and it is read when all are done.
  var outcome: Outcome?
}
