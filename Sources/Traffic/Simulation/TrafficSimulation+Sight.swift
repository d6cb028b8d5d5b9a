import VectorMath

extension TrafficSimulation {
  /// Metres to each side of the body that a driver keeps free.
  private static let side = 0.25
  /// Samples between those looked at first.
  private static let stride = 8

  /// What is asked of the vehicle that looks, without its lists.
  private struct Looker {
    var bumper: Double
    var base: Int
    var speed: Double
  }

  /// A strip along the chord of a stretch of line that holds all of the stretch: most bodies are beside it.
  private struct Corridor {
    private let start: Vector2
    private let way: Vector2
    private var left = 0.0
    private var right = 0.0
    /// Samples from one that is read to the next.
    private static let stride = 4

    init(_ points: UnsafeBufferPointer<Vector2>, _ first: Int, _ last: Int, margin: Double) {
      start = points[first]
      let chord = points[last] - start
      way = length(chord) > 1 ? normalized(chord) : .zero
      for k in Swift.stride(from: first, through: last, by: Self.stride) {
        let side = cross(way, points[k] - start)
        left = max(left, side)
        right = min(right, side)
      }
      // Between them lines go no farther than this to the side; samples of a stretched line lie farther apart.
      let slack = margin + 1.5 * Double(Self.stride) * GuideLine.step
      left += slack
      right -= slack
    }

    @inline(__always)
    func mayHold(_ other: Footprint) -> Bool {
      let side = cross(way, other.center - start)
      return side < left + other.radius && side > right - other.radius
    }
  }

  /// The first body in the way of vehicle `i`: the free way to it, and its speed along that way.
  ///
  /// It is seen, not looked up: merging, parked, oncoming and turning traffic need no rules of their own. Who crosses
  /// the way and will have left it is no obstacle.
  func leader(of i: Int, within sight: Double) -> IntelligentDriver.Leader? {
    let (body, bumper) = (vehicles[i].body, vehicles[i].bumper)
    let own = Looker(bumper: bumper, base: vehicles[i].line.base, speed: vehicles[i].speed)
    let length = body.length
    let first = vehicles[i].line.index(at: bumper)
    let last = min(vehicles[i].line.points.count - 1, first + Int(sight / GuideLine.step))
    guard last > first else { return nil }
    let swing = max(0, body.ahead - vehicles[i].line.lead)
    let bend = vehicles[i].line.curvature(at: vehicles[i].x + 3).magnitude
    let margin = body.width / 2 + Self.side + min(0.7, swing * swing / 2 * bend)
    let box = boxes[i]
    var best: IntelligentDriver.Leader?
    var nearest = last
    vehicles[i].line.points.withUnsafeBufferPointer { points in
      let corridor = Corridor(points, first, last, margin: margin)
      _ = boxes.first(near: box.center, within: sight + length) { j, other in
        let d = other.center - box.center
        let reach = sight + length + other.radius
        guard j != i, dot(d, d) < reach * reach, dot(d, box.forward) > -other.radius - 1,
          other.low < box.high + 2, box.low < other.high + 2, corridor.mayHold(other),
          let k = firstHit(points, first, nearest, other, margin)
        else { return false }
        // Heights may have changed on the way.
        let height = vehicles[i].line.ready[k].height
        guard other.low < height + body.height, other.high > height else { return false }
        if let found = seen(own, points, k, other, vehicles[j].speed, margin),
          found.gap < best?.gap ?? .infinity
        {
          best = found
          best?.vehicle = j
          nearest = k
        }
        return false
      }
      for (other, velocity) in crossers {
        let d = other.center - box.center
        let reach = min(sight, 60) + length
        guard dot(d, d) < reach * reach, dot(d, box.forward) > -1,
          let k = firstHit(points, first, nearest, other, margin)
        else { continue }
        let way = normalized(points[max(1, k)] - points[max(1, k) - 1])
        let gap = max(0, Double(own.base + k) * GuideLine.step - bumper)
        if gap < best?.gap ?? .infinity {
          best = .init(gap: gap, speed: max(0, dot(way, velocity)))
          nearest = k
        }
      }
      for other in obstacles {
        let d = other.center - box.center
        let reach = min(sight, 60) + length + other.radius
        guard dot(d, d) < reach * reach, dot(d, box.forward) > -other.radius - 1,
          let k = firstHit(points, first, nearest, other, margin - 0.15)
        else { continue }
        if let found = seen(own, points, k, other, 0, margin), found.gap < best?.gap ?? .infinity {
          best = found
          nearest = k
        }
      }
    }
    return best
  }

  /// The first sample whose disc of radius `margin` meets the body.
  private func firstHit(
    _ points: UnsafeBufferPointer<Vector2>, _ first: Int, _ last: Int, _ other: Footprint, _ margin: Double
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
    _ own: Looker, _ points: UnsafeBufferPointer<Vector2>, _ k: Int, _ other: Footprint, _ speed: Double,
    _ margin: Double
  ) -> IntelligentDriver.Leader? {
    let n = points.count - 1
    let way = normalized(points[min(n, k + 1)] - points[max(0, min(n, k + 1) - 1)])
    // The nearest corner along the way; the disc meets the body sooner than the bumper would.
    var near = Double.infinity
    for corner in other.corners { near = min(near, dot(corner - points[k], way)) }
    let at = Double(own.base + k) * GuideLine.step
    let gap = max(0, at - own.bumper + max(0, min(margin, near)))
    let along = dot(way, other.forward)
    if speed > 1, along.magnitude < 0.8 {
      let aside = max(0.3, (1 - along * along).squareRoot()) * speed
      let leaves = (2 * other.half.x + other.half.y + 2 * margin) / aside
      if gap / max(1, own.speed) > leaves + 0.4 { return nil }
    }
    return IntelligentDriver.Leader(gap: gap, speed: max(0, along * speed))
  }
}
