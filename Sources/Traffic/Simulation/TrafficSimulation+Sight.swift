import VectorMath

extension TrafficSimulation {
  /// Metres to each side of the body that a driver keeps free.
  private static let side = 0.25
  /// Samples between those looked at first.
  private static let stride = 8

  /// The first body in the way of vehicle `i`: the free way to it, and its speed along that way.
  ///
  /// It is seen, not looked up: merging, parked, oncoming and turning traffic need no rules of their own. Who crosses
  /// the way and will have left it is no obstacle.
  func leader(of i: Int, within sight: Double) -> IntelligentDriver.Leader? {
    let own = vehicles[i]
    let bumper = own.bumper
    let first = own.line.index(at: bumper)
    let last = min(own.line.points.count - 1, first + Int(sight / GuideLine.step))
    guard last > first else { return nil }
    let swing = max(0, own.body.ahead - own.line.lead)
    let bend = own.line.curvature(at: own.x + 3).magnitude
    let margin = own.body.width / 2 + Self.side + min(0.7, swing * swing / 2 * bend)
    let box = boxes[i]
    var best: IntelligentDriver.Leader?
    var nearest = last
    own.line.points.withUnsafeBufferPointer { points in
      for j in boxes.indices where j != i {
        let other = boxes[j]
        let d = other.center - box.center
        let reach = sight + own.body.length + other.radius
        guard dot(d, d) < reach * reach, dot(d, box.forward) > -other.radius - 1, other.low < box.high + 2,
          box.low < other.high + 2, let k = firstHit(points, first, nearest, other, margin)
        else { continue }
        // Heights may have changed on the way.
        let height = own.line.ready[k].height
        guard other.low < height + own.body.height, other.high > height else { continue }
        if let found = seen(own, points, k, bumper, other, vehicles[j].speed, margin),
          found.gap < best?.gap ?? .infinity
        {
          best = found
          best?.vehicle = j
          nearest = k
        }
      }
      for (other, velocity) in crossers {
        let d = other.center - box.center
        let reach = min(sight, 60) + own.body.length
        guard dot(d, d) < reach * reach, dot(d, box.forward) > -1,
          let k = firstHit(points, first, nearest, other, margin)
        else { continue }
        let way = normalized(points[max(1, k)] - points[max(1, k) - 1])
        let gap = max(0, Double(own.line.base + k) * GuideLine.step - bumper)
        if gap < best?.gap ?? .infinity {
          best = .init(gap: gap, speed: max(0, dot(way, velocity)))
          nearest = k
        }
      }
      for other in obstacles {
        let d = other.center - box.center
        let reach = min(sight, 60) + own.body.length + other.radius
        guard dot(d, d) < reach * reach, dot(d, box.forward) > -other.radius - 1,
          let k = firstHit(points, first, nearest, other, margin - 0.15)
        else { continue }
        if let found = seen(own, points, k, bumper, other, 0, margin), found.gap < best?.gap ?? .infinity {
          best = found
          nearest = k
        }
      }
    }
    return best
  }

  /// The first sample whose disc of radius `margin` meets the body.
  private func firstHit(
    _ points: UnsafeBufferPointer<Vector2>, _ first: Int, _ last: Int, _ other: BodyBox, _ margin: Double
  ) -> Int? {
    let coarse = other.radius + margin + 0.6 * Double(Self.stride) * GuideLine.step
    let limit = coarse * coarse
    var k = first
    while k <= last {
      let d = points[k] - other.center
      let square = dot(d, d)
      if square < limit {
        let end = min(last, k + Self.stride / 2)
        for m in max(first, k - Self.stride / 2)...max(first, end)
        where other.distance(to: points[m]) < margin { return m }
        k += Self.stride / 2
      } else {
        // Far away, several strides cannot meet it.
        let skip = Int((square.squareRoot() - coarse) / (GuideLine.step * 1.1))
        k += max(Self.stride / 2, skip)
      }
    }
    return nil
  }

  private func seen(
    _ own: Vehicle, _ points: UnsafeBufferPointer<Vector2>, _ k: Int, _ bumper: Double, _ other: BodyBox,
    _ speed: Double, _ margin: Double
  ) -> IntelligentDriver.Leader? {
    let n = points.count - 1
    let way = normalized(points[min(n, k + 1)] - points[max(0, min(n, k + 1) - 1)])
    // The nearest corner along the way; the disc meets the body sooner than the bumper would.
    var near = Double.infinity
    for corner in other.corners { near = min(near, dot(corner - points[k], way)) }
    let at = Double(own.line.base + k) * GuideLine.step
    let gap = max(0, at - bumper + max(0, min(margin, near)))
    let along = dot(way, other.forward)
    if speed > 1, along.magnitude < 0.8 {
      let aside = max(0.3, (1 - along * along).squareRoot()) * speed
      let leaves = (2 * other.half.x + other.half.y + 2 * margin) / aside
      if gap / max(1, own.speed) > leaves + 0.4 { return nil }
    }
    return IntelligentDriver.Leader(gap: gap, speed: max(0, along * speed))
  }
}
