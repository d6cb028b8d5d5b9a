import RandomStreams

/// Few rows in which every combination of levels of any `strength` factors occurs.
///
/// Built greedily by density after Cohen, Dalal, Fredman and Patton, "The AETG system" (IEEE TSE 1997): each row
/// begins with the first combination that is still missing where most are, and takes for every further factor the level
/// that covers most.
struct CoveringArray {
  /// Combinations that are kept at most.
  static let limit = 1 << 24

  /// Some factors, and which combinations of their levels no row has yet.
  private struct Group {
    /// Ascending.
    var factors: [Int]
    /// What a level of each counts in the number of a combination.
    var strides: [Int]
    var missing: [Bool]
    var left: Int
  }

  private let levels: [Int]
  private var groups: [Group]
  /// The groups that each factor is in.
  private let memberships: [[Int]]

  /// - Parameters:
  ///   - levels: of each factor, at least one.
  ///   - strength: at least 1; of fewer factors than that all combinations occur.
  /// - Returns: `nil` where there are more combinations than `limit`.
  init?(_ levels: [Int], strength: Int) {
    self.levels = levels
    groups = []
    var total = 0
    for factors in Self.choices(min(max(1, strength), levels.count), of: levels.count) {
      var size = 1
      var strides: [Int] = []
      for factor in factors.reversed() {
        strides.insert(size, at: 0)
        let (product, isOver) = size.multipliedReportingOverflow(by: levels[factor])
        guard !isOver, product <= Self.limit else { return nil }
        size = product
      }
      total += size
      guard total <= Self.limit else { return nil }
      groups.append(
        Group(
          factors: factors, strides: strides, missing: [Bool](repeating: true, count: size), left: size))
    }
    var memberships = [[Int]](repeating: [], count: levels.count)
    for (number, group) in groups.enumerated() {
      for factor in group.factors { memberships[factor].append(number) }
    }
    self.memberships = memberships
  }

  /// `count` of `total` numbers, ascending, in the order of the alphabet.
  private static func choices(_ count: Int, of total: Int) -> [[Int]] {
    guard count > 0 else { return [] }
    var found: [[Int]] = (0..<total).map { [$0] }
    for _ in 1..<count {
      found = found.flatMap { begun in ((begun.last ?? -1) + 1..<total).map { begun + [$0] } }
    }
    return found
  }

  /// All rows, a level of each factor.
  /// - Parameter key: where levels are equally good, decides which is tried first.
  mutating func rows(key: inout UInt64) -> [[Int]] {
    // Nothing to choose is said once.
    guard !levels.isEmpty else { return [[]] }
    var rows: [[Int]] = []
    while let open = groups.indices.max(by: { groups[$0].left < groups[$1].left }), groups[open].left > 0 {
      var row = [Int](repeating: -1, count: levels.count)
      let first = groups[open].missing.firstIndex(of: true) ?? 0
      for (factor, stride) in zip(groups[open].factors, groups[open].strides) {
        row[factor] = first / stride % levels[factor]
      }
      let order = levels.indices.filter { row[$0] < 0 }
        .sorted { levels[$0] != levels[$1] ? levels[$0] > levels[$1] : $0 < $1 }
      for factor in order { row[factor] = best(factor, beside: row, &key) }
      cover(row)
      rows.append(row)
    }
    return rows
  }

  /// The level of a factor that gives most missing combinations with what a row has already.
  private func best(_ factor: Int, beside row: [Int], _ key: inout UInt64) -> Int {
    var gains = [Int](repeating: 0, count: levels[factor])
    for number in memberships[factor] {
      let group = groups[number]
      guard group.left > 0 else { continue }
      var (base, own, isWhole) = (0, 1, true)
      for (other, stride) in zip(group.factors, group.strides) {
        if other == factor {
          own = stride
        } else if row[other] >= 0 {
          base += row[other] * stride
        } else {
          isWhole = false
        }
      }
      guard isWhole else { continue }
      for level in gains.indices where group.missing[base + level * own] { gains[level] += 1 }
    }
    key = KeyedPermutation.hash(key, 0xD1B5_4A32_D192_ED03)
    let start = Int(key % UInt64(levels[factor]))
    var best = (level: start, gain: -1)
    for k in gains.indices {
      let level = (start + k) % levels[factor]
      if gains[level] > best.gain { best = (level, gains[level]) }
    }
    return best.level
  }

  private mutating func cover(_ row: [Int]) {
    for number in groups.indices {
      let place = zip(groups[number].factors, groups[number].strides).reduce(0) { $0 + row[$1.0] * $1.1 }
      guard groups[number].missing[place] else { continue }
      groups[number].missing[place] = false
      groups[number].left -= 1
    }
  }
}
