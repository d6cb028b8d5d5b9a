package import Diagnostics
package import VectorMath

/// Where something is over time, with continuous acceleration: natural cubic splines through places at key times, straight
/// on beyond the ends.
///
/// Sound hears speed as pitch and changes of speed as a bend of it; a jump in acceleration is still smooth, one in speed is
/// a click.
package struct SmoothPath: Sendable {
  private let times: [Double]
  private let places: [Vector3]
  /// Second derivatives at the keys.
  private let bends: [Vector3]
  /// Seconds from key to key where all are alike, else 0.
  private let step: Double

  /// At one place, always.
  package init(still place: Vector3) {
    times = [0]
    places = [place]
    bends = [.zero]
    step = 0
  }

  /// Through `places` in metres at `times` in seconds. Throws where there is none, their numbers differ, times do not
  /// ascend, or a number is not finite.
  package init(times: [Double], places: [Vector3]) throws(DioramaError) {
    guard !times.isEmpty, times.count == places.count,
      times.allSatisfy(\.isFinite), places.allSatisfy({ $0.x.isFinite && $0.y.isFinite && $0.z.isFinite }),
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      throw DioramaError(
        .badInput, "a path of \(times.count) times and \(places.count) places",
        remedy: "It needs as many places as times, at least one, finite numbers and times that ascend.")
    }
    self.times = times
    self.places = places
    bends = SmoothPath.bends(times, places)
    let mean = (times[times.count - 1] - times[0]) / Double(max(1, times.count - 1))
    let isEven = times.indices.allSatisfy {
      (times[$0] - times[0] - Double($0) * mean).magnitude < 0.01 * mean
    }
    step = isEven ? mean : 0
  }

  /// The tridiagonal system of a natural spline.
  private static func bends(_ t: [Double], _ p: [Vector3]) -> [Vector3] {
    let n = t.count
    guard n > 2 else { return Array(repeating: .zero, count: n) }
    var diagonal = [Double](repeating: 1, count: n)
    var right = [Vector3](repeating: .zero, count: n)
    // Forward: row i has h₍ᵢ₋₁₎, 2 (h₍ᵢ₋₁₎ + hᵢ), hᵢ.
    for i in 1..<n - 1 {
      let (before, after) = (t[i] - t[i - 1], t[i + 1] - t[i])
      let slopes = (p[i + 1] - p[i]) / after - (p[i] - p[i - 1]) / before
      let share = i > 1 ? before / diagonal[i - 1] : 0
      diagonal[i] = 2 * (before + after) - share * (i > 1 ? before : 0)
      right[i] = 6 * slopes - share * right[i - 1]
    }
    var out = [Vector3](repeating: .zero, count: n)
    for i in stride(from: n - 2, through: 1, by: -1) {
      out[i] = (right[i] - (t[i + 1] - t[i]) * out[i + 1]) / diagonal[i]
    }
    return out
  }

  /// The place in metres at a time in seconds.
  package func place(at time: Double) -> Vector3 { state(at: time).place }

  /// Metres a second at a time in seconds.
  package func velocity(at time: Double) -> Vector3 { state(at: time).velocity }

  /// Both.
  package func state(at time: Double) -> (place: Vector3, velocity: Vector3) {
    guard times.count > 1, let start = times.first, let end = times.last else { return (places[0], .zero) }
    if time < start {
      let v = segment(0, start).velocity
      return (places[0] + v * (time - start), v)
    }
    if time > end {
      let last = segment(times.count - 2, end)
      return (last.place + last.velocity * (time - end), last.velocity)
    }
    var (low, high) = (0, times.count - 1)
    if step > 0 {
      // At most one key beside the one that the even step tells.
      let near = Int((time - start) / step)
      (low, high) = (max(low, near - 1), min(high, near + 2))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle } else { high = middle }
    }
    return segment(low, time)
  }

  private func segment(_ i: Int, _ time: Double) -> (place: Vector3, velocity: Vector3) {
    let h = times[i + 1] - times[i]
    let b = (time - times[i]) / h
    let a = 1 - b
    let (m, n) = (bends[i], bends[i + 1])
    let place =
      a * places[i] + b * places[i + 1] + ((a * a * a - a) * m + (b * b * b - b) * n) * (h * h / 6)
    let velocity = (places[i + 1] - places[i]) / h + ((1 - 3 * a * a) * m + (3 * b * b - 1) * n) * (h / 6)
    return (place, velocity)
  }
}
