/// How a set of numbers spreads: its order statistics.
package struct Spread: Sendable, Hashable {
  /// Ascending.
  private var values: [Double]

  package init(_ values: [Double]) { self.values = values.sorted() }

  package var count: Int { values.count }

  /// The value below which the share `q` (0...1) of the values lies, linear between neighbours; `nil` without values.
  package func quantile(_ q: Double) -> Double? {
    guard let last = values.indices.last else { return nil }
    let place = min(max(q, 0), 1) * Double(last)
    let below = Int(place)
    let above = min(below + 1, last)
    return values[below] + (values[above] - values[below]) * (place - Double(below))
  }
}
