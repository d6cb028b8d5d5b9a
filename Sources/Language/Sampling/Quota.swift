/// How many of `total` items each of several shares gets.
package enum Quota {
  /// By largest remainder (Hamilton): every quota is its exact share rounded down or up, and they sum to the total.
  ///
  /// - Parameters:
  ///   - capacity: the most that each can take; what is over goes to the others by their weights.
  /// - Returns: less than `total` altogether only where all capacity is used.
  package static func largestRemainder(
    _ total: Natural, weights: [Double], capacity: [Natural]
  ) -> [Natural] {
    var quotas = [Natural](repeating: .zero, count: weights.count)
    var open = weights.indices.filter { weights[$0] > 0 && !capacity[$0].isZero }
    var left = total
    while !left.isZero, !open.isEmpty {
      let shares = apportion(left, open.map { weights[$0] })
      var isFull = false
      for (i, share) in zip(open, shares) where quotas[i] + share >= capacity[i] {
        // Whoever is full leaves; the rest is shared out anew.
        left = left - (capacity[i] - quotas[i])
        quotas[i] = capacity[i]
        isFull = true
      }
      if isFull {
        open.removeAll { quotas[$0] == capacity[$0] }
      } else {
        for (i, share) in zip(open, shares) { quotas[i] += share }
        left = .zero
      }
    }
    return quotas
  }

  /// Weights as integers of 53 bits: shares of totals of any size are then exact.
  private static func apportion(_ total: Natural, _ weights: [Double]) -> [Natural] {
    let top = weights.max() ?? 1
    let scaled = weights.map { Natural(UInt64(($0 / top * 0x1p53).rounded())) }
    let whole = scaled.reduce(Natural.zero, +)
    guard !whole.isZero else { return weights.map { _ in .zero } }
    var shares: [Natural] = []
    var rests: [(Natural, Int)] = []
    for (i, weight) in scaled.enumerated() {
      let (share, rest) = (total * weight).quotientAndRemainder(dividingBy: whole)
      shares.append(share)
      rests.append((rest, i))
    }
    let missing = (total - shares.reduce(Natural.zero, +)).word ?? 0
    rests.sort { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }
    for (_, i) in rests.prefix(Int(missing)) { shares[i] += 1 }
    return shares
  }

  /// By one random start for all: every quota is its exact share rounded down or up and right on average, also for totals
  /// that are smaller than the number of shares.
  ///
  /// - Parameter start: in 0 ..< 1.
  package static func systematic(
    _ total: UInt64, weights: [Double], capacity: [UInt64], start: Double
  ) -> [UInt64] {
    let whole = weights.reduce(0, +)
    var quotas = [UInt64](repeating: 0, count: weights.count)
    guard whole > 0 else { return quotas }
    var sum = 0.0
    var before: UInt64 = 0
    for (i, weight) in weights.enumerated() {
      sum += weight
      let isLast = i == weights.count - 1
      let reached = isLast ? total : min(total, UInt64(max(0, Double(total) * (sum / whole) + start)))
      quotas[i] = reached > before ? reached - before : 0
      before = max(before, reached)
    }
    // Zero weights take nothing while others can; what does not fit goes to whoever has room.
    var over: UInt64 = 0
    for i in quotas.indices {
      let limit = weights[i] > 0 ? capacity[i] : 0
      if quotas[i] > limit {
        over += quotas[i] - limit
        quotas[i] = limit
      }
    }
    for round in 0..<2 {
      for i in quotas.indices where over > 0 && (round == 1 || weights[i] > 0) {
        let moved = min(over, capacity[i] - quotas[i])
        quotas[i] += moved
        over -= moved
      }
    }
    return quotas
  }
}
