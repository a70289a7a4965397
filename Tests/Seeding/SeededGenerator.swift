internal import Glibc

/// Random numbers that can be had again: the seed is printed, and `RAPPORTEUR_SEED` sets it.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(for purpose: String) {
    let wanted = getenv("RAPPORTEUR_SEED").flatMap { UInt64(String(cString: $0)) }
    state = wanted ?? UInt64.random(in: 0...UInt64.max)
    print("\(purpose): seed \(state)")
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of some values.
  public mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  /// True once in so many times.
  public mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}
