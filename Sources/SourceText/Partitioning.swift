extension RandomAccessCollection where Index == Int {
  /// The first position at which something holds that holds from there on; the end where it holds
  /// nowhere.
  @inlinable
  public func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
