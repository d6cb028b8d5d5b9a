/// What a light shows. The order red, red and amber, green, amber is the Vienna convention's.
package enum SignalAspect: String, Sendable, CaseIterable { case red, redAmber, green, amber }

/// A fixed-time plan: groups of approaches have green one after another, with amber and clearance between.
package struct SignalPlan: Sendable {
  /// Number of groups, at least 1.
  package var groups: Int
  /// Seconds of green of every group.
  package var green: Double
  /// Seconds that the cycle is ahead at time 0.
  package var offset: Double

  /// Usual in towns at 50 km/h (RiLSA 2015).
  static let amber = 3.0
  static let redAmber = 1.0
  /// From the end of amber to the next group's green: the junction clears.
  static let clearance = 3.0

  package init(groups: Int, green: Double, offset: Double) {
    self.groups = max(1, groups)
    self.green = max(5, green)
    self.offset = offset
  }

  private var phase: Double { green + Self.amber + Self.clearance }
  /// Seconds after which all begins anew.
  package var cycle: Double { phase * Double(groups) }

  /// What `group` sees at `time`, seconds.
  package func aspect(_ group: Int, at time: Double) -> SignalAspect {
    // Junctions of one approach need no red.
    guard groups > 1 else { return .green }
    let t = wrapped(time + offset - Double(group) * phase)
    if t < green { return .green }
    if t < green + Self.amber { return .amber }
    return t >= cycle - Self.redAmber ? .redAmber : .red
  }

  /// All changes over a span, the state at its beginning first.
  package func changes(_ group: Int, from start: Double, to end: Double) -> [(
    time: Double, aspect: SignalAspect
  )] {
    var result = [(time: start, aspect: aspect(group, at: start))]
    guard groups > 1 else { return result }
    var edges: [Double] = []
    for edge in [0, green, green + Self.amber, cycle - Self.redAmber] {
      var t = start + wrapped(edge - (start + offset - Double(group) * phase))
      while t < end {
        if t > start { edges.append(t) }
        t += cycle
      }
    }
    // A hair later, so that rounding cannot show the state before.
    for t in edges.sorted() { result.append((time: t, aspect: aspect(group, at: t + 1e-6))) }
    return result
  }

  /// Into 0..<cycle.
  private func wrapped(_ t: Double) -> Double { t - (t / cycle).rounded(.down) * cycle }
}
