/// How a vehicle moves, as far as it can be heard.
package struct Drive: Sendable, Hashable {
  /// Seconds.
  package let duration: Double
  /// m/s over seconds, 0 to 150.
  package let speed: Curve

  /// - Parameter speed: m/s over seconds, limited to 0 to 150.
  package init(speed: Curve, duration: Double) {
    self.speed = Curve(zip(speed.times, speed.values).map { ($0, min(150, max(0, $1))) })
    self.duration = duration
  }

  /// One speed (m/s) all the time.
  package init(steady speed: Double, duration: Double) {
    self.init(speed: Curve(constant: speed), duration: duration)
  }

  /// m/s², over 0.2 s around the time.
  package func acceleration(at time: Double) -> Double {
    (speed.value(at: time + 0.1) - speed.value(at: time - 0.1)) / 0.2
  }

  /// Metres driven after each of `count` steps of `step` seconds, by the trapezoidal rule.
  func distances(_ count: Int, step: Double) -> [Double] {
    var out: [Double] = []
    out.reserveCapacity(count)
    var (distance, last) = (0.0, speed.value(at: 0))
    for i in 0..<count {
      let next = speed.value(at: Double(i + 1) * step)
      out.append(distance)
      distance += 0.5 * (last + next) * step
      last = next
    }
    return out
  }

  /// The times at which a wheel has rolled the distances `offset + k · spacing` (m).
  func crossings(every spacing: Double, offset: Double) -> [Double] {
    let step = 0.001
    let distances = distances(Int(max(0, min(duration, 3600)) / step) + 2, step: step)
    guard spacing > 0, spacing.isFinite else { return [] }
    var times: [Double] = []
    var next = max(0, offset)
    for i in 1..<max(1, distances.count) {
      while distances[i] >= next, distances[i] > distances[i - 1], times.count < 100_000 {
        let share = (next - distances[i - 1]) / (distances[i] - distances[i - 1])
        let time = (Double(i - 1) + max(0, share)) * step
        if time <= duration { times.append(time) }
        next += spacing
      }
    }
    return times
  }
}

/// An instant at which something touches something else.
package struct Contact: Sendable, Hashable {
  /// Seconds.
  package var time: Double
  /// Energy relative to the loudest, 0 to 1.
  package var energy: Double

  package init(time: Double, energy: Double = 1) {
    self.time = time
    self.energy = energy
  }
}
