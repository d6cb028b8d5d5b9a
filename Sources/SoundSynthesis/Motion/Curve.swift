/// A quantity over time: linear between points, constant beyond them.
package struct Curve: Sendable, Hashable {
  /// Ascending, in seconds; at least one.
  package let times: [Double]
  /// As many.
  package let values: [Double]
  /// Seconds from point to point where all are alike, else 0.
  private let step: Double

  /// Points in any order; those that are not finite are left out, and of two at one time the later counts. A
  /// curve without points is 0.
  package init(_ points: [(time: Double, value: Double)]) {
    var times: [Double] = []
    var values: [Double] = []
    let finite = points.enumerated().filter { $0.element.time.isFinite && $0.element.value.isFinite }
    for (_, point) in finite.sorted(by: { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }) {
      if let last = times.last, last == point.time {
        values[values.count - 1] = point.value
      } else {
        times.append(point.time)
        values.append(point.value)
      }
    }
    self.times = times.isEmpty ? [0] : times
    self.values = values.isEmpty ? [0] : values
    let mean = ((times.last ?? 0) - (times.first ?? 0)) / Double(max(1, times.count - 1))
    let isEven = times.indices.allSatisfy {
      (times[$0] - times[0] - Double($0) * mean).magnitude < 0.01 * mean
    }
    step = isEven ? mean : 0
  }

  /// The same value always.
  package init(constant value: Double) { self.init([(0, value)]) }

  /// The value at a time in seconds.
  package func value(at time: Double) -> Double {
    guard time > times[0] else { return values[0] }
    guard time < times[times.count - 1] else { return values[values.count - 1] }
    var (low, high) = (0, times.count - 1)
    if step > 0 {
      // At most one point beside the one that the even step tells.
      let near = Int((time - times[0]) / step)
      (low, high) = (max(low, near - 1), min(high, near + 2))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle } else { high = middle }
    }
    let share = (time - times[low]) / (times[high] - times[low])
    return values[low] + share * (values[high] - values[low])
  }

  /// One value for each of `count` samples at `Waveform.rate`, found at every 32nd and linear between.
  func samples(_ count: Int) -> [Double] { Self.samples(count) { value(at: $0) } }

  /// The same of any function of time.
  static func samples(_ count: Int, _ function: (Double) -> Double) -> [Double] {
    let step = 32
    var out: [Double] = []
    out.reserveCapacity(count)
    var value = function(0)
    var start = 0
    while start < count {
      let next = function(Double(start + step) / Waveform.rate)
      let slope = (next - value) / Double(step)
      for k in 0..<min(step, count - start) { out.append(value + slope * Double(k)) }
      value = next
      start += step
    }
    return out
  }
}
