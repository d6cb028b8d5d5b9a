package import VectorMath

extension Alignment {
  /// Straights through the points with their corners rounded.
  ///
  /// - Parameters:
  ///   - radius: metres, where there is room; a curve takes at most half of an inner straight.
  ///   - margin: metres that stay straight at both ends, where there is room.
  package init(through points: [Vector2], radius: Double, share: Double = 0.5, margin: Double = 0) {
    guard let first = points.first, points.count > 1 else {
      self.init(from: PlanPose(points.first ?? .zero, heading: 0))
      return
    }
    let ways = zip(points, points.dropFirst()).map { $1 - $0 }
    let headings = ways.map { DeterministicMath.atan2($0.y, $0.x) }
    self.init(from: PlanPose(first, heading: headings[0]))
    var used = 0.0
    for i in ways.indices {
      let whole = VectorMath.length(ways[i])
      guard i + 1 < ways.count else {
        append(.line(max(0, whole - used)))
        break
      }
      let corner = CornerCurve(turn: wrappedAngle(headings[i + 1] - headings[i]), share: share)
      let here = Self.room(whole, isEnd: i == 0, margin)
      let next = Self.room(VectorMath.length(ways[i + 1]), isEnd: i + 2 == ways.count, margin)
      let tangent = min(corner.tangent(radius: radius), here, next)
      append(.line(max(0, whole - used - tangent)))
      if corner.turn.magnitude > 1e-6, tangent > 1e-3 {
        for piece in corner.pieces(radius: corner.radius(tangent: tangent)) { append(piece) }
      }
      used = tangent
    }
  }

  /// What one corner may take of a straight.
  private static func room(_ whole: Double, isEnd: Bool, _ margin: Double) -> Double {
    isEnd ? max(whole / 2, whole - margin) * 0.98 : whole * 0.49
  }
}
