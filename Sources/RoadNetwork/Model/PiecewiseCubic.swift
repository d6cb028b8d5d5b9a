package import Geometry

/// Cubics that take over from one another at given stations: OpenDRIVE's `s a b c d` records.
package struct PiecewiseCubic: Sendable, Hashable {
  package struct Record: Sendable, Hashable {
    /// Where the record begins, metres along its road (or lane section, for widths).
    package var start: Double
    /// In terms of the distance from `start`.
    package var cubic: CubicPolynomial

    package init(start: Double, cubic: CubicPolynomial) {
      self.start = start
      self.cubic = cubic
    }
  }

  /// Ascending by `start`.
  package let records: [Record]

  package init(_ records: [Record] = []) {
    // Stable order, so that of two records at one place the later in the file rules.
    self.records = records.enumerated().sorted {
      $0.element.start != $1.element.start ? $0.element.start < $1.element.start : $0.offset < $1.offset
    }.map(\.element)
  }

  package init(constant value: Double) {
    self.init([Record(start: 0, cubic: CubicPolynomial(value))])
  }

  package var isEmpty: Bool { records.isEmpty }

  /// Zero before the first record, as for elevation.
  package func value(at s: Double) -> Double {
    guard let r = record(at: s) else { return 0 }
    return r.cubic.value(at: s - r.start)
  }

  /// The first derivative; zero before the first record.
  package func slope(at s: Double) -> Double {
    guard let r = record(at: s) else { return 0 }
    return r.cubic.slope(at: s - r.start)
  }

  private func record(at s: Double) -> Record? {
    guard let first = records.first, s >= first.start else { return nil }
    var low = 0
    var high = records.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if records[middle].start <= s { low = middle } else { high = middle }
    }
    return records[low]
  }
}
