/// Which scalars of one text became which of another: what lies between changes is the same in both, scalar for
/// scalar.
package struct Alignment: Sendable, Hashable {
  /// A stretch that was replaced, inserted (empty source) or deleted (empty target).
  package struct Change: Sendable, Hashable {
    package var source: Range<Int>
    package var target: Range<Int>

    package init(_ source: Range<Int>, _ target: Range<Int>) {
      self.source = source
      self.target = target
    }

    /// Target position minus source position right behind the change.
    var shift: Int { target.upperBound - source.upperBound }
  }

  /// From left to right, disjoint on both sides.
  package let changes: [Change]
  package let sourceCount: Int
  package var targetCount: Int { sourceCount + (changes.last?.shift ?? 0) }

  init(changes: [Change], sourceCount: Int) {
    self.changes = changes
    self.sourceCount = sourceCount
  }

  /// Nothing changed in a text of `count` scalars.
  package static func identity(_ count: Int) -> Alignment { Alignment(changes: [], sourceCount: count) }

  /// From target to source.
  package var inverse: Alignment {
    Alignment(changes: changes.map { Change($0.target, $0.source) }, sourceCount: targetCount)
  }

  /// Stretches that are the same on both sides, never empty.
  package var copies: [Change] {
    var out: [Change] = []
    var (source, target) = (0, 0)
    for change in changes {
      if source < change.source.lowerBound {
        out.append(Change(source..<change.source.lowerBound, target..<change.target.lowerBound))
      }
      (source, target) = (change.source.upperBound, change.target.upperBound)
    }
    if source < sourceCount { out.append(Change(source..<sourceCount, target..<targetCount)) }
    return out
  }

  /// Where something that begins at `position` begins in the target: behind what was inserted there. Inside of a
  /// replaced stretch, the beginning of its replacement.
  package func start(_ position: Int) -> Int {
    let before = countOfChanges { $0.source.upperBound <= position }
    if before < changes.count, changes[before].source.lowerBound < position {
      return changes[before].target.lowerBound
    }
    return position + (before == 0 ? 0 : changes[before - 1].shift)
  }

  /// Where something that ends at `position` ends in the target: before what was inserted there. Inside of a
  /// replaced stretch, the end of its replacement.
  package func end(_ position: Int) -> Int {
    let before = countOfChanges {
      $0.source.upperBound < position || ($0.source.upperBound == position && !$0.source.isEmpty)
    }
    if before < changes.count, changes[before].source.lowerBound < position {
      return changes[before].target.upperBound
    }
    return position + (before == 0 ? 0 : changes[before - 1].shift)
  }

  /// The smallest target range that holds all that `range` became.
  package func image(of range: Range<Int>) -> Range<Int> {
    let start = start(range.lowerBound)
    return start..<max(start, end(range.upperBound))
  }

  /// Changes that stand left of a position, by binary search: `isLeft` holds for a prefix of them.
  private func countOfChanges(_ isLeft: (Change) -> Bool) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if isLeft(changes[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Alignment {
  /// This alignment and then `next`, whose source is this one's target: changes that meet become one.
  package func then(_ next: Alignment) -> Alignment {
    if changes.isEmpty { return next }
    if next.changes.isEmpty { return self }
    var out: [Change] = []
    out.reserveCapacity(changes.count + next.changes.count)
    var (i, j) = (0, 0)
    // Shifts of what lies left of the current group: from this target back to the source, and on to the next target.
    var (back, forth) = (0, 0)
    while i < changes.count || j < next.changes.count {
      // The group in the middle text: one change, and all that overlap what the group has become.
      let takesFirst =
        j >= next.changes.count
        || (i < changes.count && Self.isBefore(changes[i].target, next.changes[j].source))
      var group = takesFirst ? changes[i].target : next.changes[j].source
      let (low, backBefore, forthBefore) = (group.lowerBound, back, forth)
      var grows = true
      while grows {
        grows = false
        while i < changes.count, Self.meets(group, changes[i].target) {
          group = low..<max(group.upperBound, changes[i].target.upperBound)
          back = -changes[i].shift
          i += 1
          grows = true
        }
        while j < next.changes.count, Self.meets(group, next.changes[j].source) {
          group = low..<max(group.upperBound, next.changes[j].source.upperBound)
          forth = next.changes[j].shift
          j += 1
          grows = true
        }
      }
      out.append(
        Change(
          (low + backBefore)..<(group.upperBound + back), (low + forthBefore)..<(group.upperBound + forth)))
    }
    return Alignment(changes: out, sourceCount: sourceCount)
  }

  private static func isBefore(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : a.upperBound <= b.upperBound
  }

  /// Whether `next`, not left of the group, belongs to it: they overlap, or both are the same empty place.
  private static func meets(_ group: Range<Int>, _ next: Range<Int>) -> Bool {
    next.lowerBound < group.upperBound || group == next
  }
}
