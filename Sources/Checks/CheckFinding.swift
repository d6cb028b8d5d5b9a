/// Where a check found something wrong, and what.
package struct Violation: Sendable, Hashable, Codable {
  /// The sample's index in the dataset; `nil` for the dataset as a whole.
  package var sample: Int?
  /// The sensor whose view it is.
  package var sensor: String?
  /// The pixel, column and row from 0.
  package var u: Int?
  package var v: Int?
  package var instance: UInt32?
  /// What else narrows the place down: a label, a file, a keypoint.
  package var item: String?
  package var found: String
  package var expected: String

  package init(
    sample: Int? = nil, sensor: String? = nil, u: Int? = nil, v: Int? = nil, instance: UInt32? = nil,
    item: String? = nil, found: String, expected: String
  ) {
    self.sample = sample
    self.sensor = sensor
    self.u = u
    self.v = v
    self.instance = instance
    self.item = item
    self.found = found
    self.expected = expected
  }
}

extension Violation: Comparable {
  /// By sample, sensor, row, column, instance, item, text: a total order, so that merged reports do not depend on the
  /// order of merging.
  package static func < (a: Violation, b: Violation) -> Bool {
    if a.sample != b.sample { return (a.sample ?? -1) < (b.sample ?? -1) }
    if a.sensor != b.sensor { return (a.sensor ?? "") < (b.sensor ?? "") }
    if a.v != b.v { return (a.v ?? -1) < (b.v ?? -1) }
    if a.u != b.u { return (a.u ?? -1) < (b.u ?? -1) }
    if a.instance != b.instance { return (a.instance ?? 0) < (b.instance ?? 0) }
    if a.item != b.item { return (a.item ?? "") < (b.item ?? "") }
    return (a.found, a.expected) < (b.found, b.expected)
  }
}

extension Violation: CustomStringConvertible {
  /// `sample 3, front, pixel (12, 7), instance 5: found …, expected …`.
  package var description: String {
    var place: [String] = []
    if let sample { place.append("sample \(sample)") }
    if let sensor { place.append(sensor) }
    if let u, let v { place.append("pixel (\(u), \(v))") }
    if let instance { place.append("instance \(instance)") }
    if let item { place.append(item) }
    return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ")
      + "found \(found), expected \(expected)"
  }
}

/// What one check saw in one or more samples.
package struct CheckFinding: Sendable, Hashable {
  /// How many violations are kept with their places.
  package static let kept = 5

  /// Views (or pairs, twins, datasets) the check was applied to.
  package var applied = 0
  /// Views it was not applied to, for want of labels or of a lens that it speaks of.
  package var skipped = 0
  /// What was wanting, names of labels or lenses (`pinhole camera`), ascending.
  package var missing: [String] = []
  /// Items looked at, in the rule's unit.
  package var examined = 0
  package var violations = 0
  /// The first few.
  package var first: [Violation] = []

  package init() {}

  /// Counts one item, and a violation unless it `holds`.
  @inline(__always)
  package mutating func expect(_ holds: Bool, _ violation: @autoclosure () -> Violation) {
    examined += 1
    if !holds { fail(violation()) }
  }

  /// Counts items that hold: for loops that only count what is wrong, and look closer when something is.
  package mutating func pass(_ items: Int) { examined += items }

  /// Counts a violation of an item that is counted elsewhere.
  @inline(never)
  package mutating func fail(_ violation: @autoclosure () -> Violation) {
    violations += 1
    if first.count < Self.kept { first.append(violation()) }
  }

  package mutating func skip(_ labels: [String]) {
    skipped += 1
    missing = Array(Set(missing).union(labels)).sorted()
  }

  /// Adds what was found by evidence that is itself not exact: as long as no more than a share of the items speak
  /// against the labels, none counts.
  package mutating func merge(_ other: CheckFinding, forgiving share: Double) {
    var other = other
    if Double(other.violations) <= share * Double(other.examined) {
      (other.violations, other.first) = (0, [])
    }
    merge(other)
  }

  /// Adds another finding of the same check; associative and commutative.
  package mutating func merge(_ other: CheckFinding) {
    applied += other.applied
    skipped += other.skipped
    missing = Array(Set(missing).union(other.missing)).sorted()
    examined += other.examined
    violations += other.violations
    first = Array((first + other.first).sorted().prefix(Self.kept))
  }
}
