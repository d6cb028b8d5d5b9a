import RandomStreams
import VectorMath
import WorldModel

/// A carrier's motion while it is being made: a pose every thirtieth of a second, as numbers that can be smoothed.
struct CarrierMotion {
  /// Seconds between poses.
  static let spacing = 1.0 / 30

  /// Time of the first pose, seconds.
  var start: Double
  var places: [Vector2]
  var heights: [Double]
  /// Radians: to the left without wrapping, downwards, about the view.
  var yaws: [Double]
  var pitches: [Double]
  var rolls: [Double]

  /// At rest at the origin over the duration and `margin` seconds on both ends.
  init(duration: Double, margin: Double) {
    start = -margin
    let count = Int(((duration + 2 * margin) / Self.spacing).rounded(.up)) + 1
    places = [Vector2](repeating: .zero, count: count)
    heights = [Double](repeating: 0, count: count)
    (yaws, pitches, rolls) = (heights, heights, heights)
  }

  /// Seconds beyond the ends of a sequence: one frame, of which a second and a third is enough of.
  static func margin(_ duration: Double) -> Double { min(duration, 1) + 1.0 / 3 }

  var times: [Double] { places.indices.map { start + Double($0) * Self.spacing } }

  var track: Track {
    Track(
      smooth: places.indices.map {
        RigidTransform(
          rotation: Quaternion(yaw: yaws[$0], pitch: pitches[$0], roll: rolls[$0]),
          translation: Vector3(places[$0].x, places[$0].y, heights[$0]))
      }, from: start, spacing: Self.spacing)
  }

  /// Three means over a window of so many seconds one after another: nearly a bell.
  static func smoothed<T>(_ values: [T], over seconds: Double, _ mean: (ArraySlice<T>) -> T) -> [T] {
    let reach = Int((seconds / spacing / 2).rounded())
    guard reach > 0 else { return values }
    var values = values
    for _ in 0..<3 {
      values = values.indices.map { i in
        // Shorter towards the ends, and even about the middle.
        let r = min(reach, i, values.count - 1 - i)
        return mean(values[(i - r)...(i + r)])
      }
    }
    return values
  }

  static func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }
  static func mean(_ values: ArraySlice<Vector2>) -> Vector2 {
    values.reduce(.zero, +) / Double(values.count)
  }

  /// Headings without jumps of a whole turn.
  static func unwrapped(_ angles: [Double]) -> [Double] {
    var turns = 0.0
    return angles.indices.map { i in
      if i > 0 {
        let step = angles[i] - angles[i - 1]
        if step > .pi { turns -= 2 * .pi } else if step < -.pi { turns += 2 * .pi }
      }
      return angles[i] + turns
    }
  }

  /// A hand is never quite still: a few slow waves on all angles and a little on the place.
  mutating func sway(_ stream: inout RandomStream) {
    func waves(_ amplitude: Double) -> [Double] {
      let parts = [0.23, 0.57, 1.1].map {
        ($0 * stream.uniform(0.8, 1.25), stream.uniform(0, 2 * .pi))
      }
      return times.map { t in
        parts.enumerated().reduce(0.0) { sum, part in
          let (k, (frequency, phase)) = part
          return sum + amplitude / Double(k + 1) * DeterministicMath.sin(2 * .pi * frequency * t + phase)
        }
      }
    }
    let (yaw, pitch, roll) = (waves(0.012), waves(0.01), waves(0.008))
    let (x, y, z) = (waves(0.004), waves(0.004), waves(0.004))
    for i in places.indices {
      yaws[i] += yaw[i]
      pitches[i] += pitch[i]
      rolls[i] += roll[i]
      places[i] += Vector2(x[i], y[i])
      heights[i] += z[i]
    }
  }
}
