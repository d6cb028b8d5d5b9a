import Annotations
import VectorMath

/// A stair as plans show it: the front edges of its steps, its sides, and the walking line with an arrow that points up.
/// World frame, metres.
struct StairSymbol {
  /// Front edges of treads and of what the flights lead to, and the flights' sides.
  let lines: [(from: Vector2, to: Vector2)]
  /// From the first riser to the last.
  let walk: [Vector2]

  /// - Returns: `nil` for a stair without flights, or with some that are none.
  init?(_ stair: FloorPlanLabel.Stair) {
    var lines: [(from: Vector2, to: Vector2)] = []
    var walk: [Vector2] = []
    for flight in stair.flights {
      guard flight.foot.count == 2, flight.direction.count == 2, (1...1000).contains(flight.risers),
        (flight.foot + flight.direction + [flight.width, flight.going]).allSatisfy({
          $0.isFinite && $0.magnitude < 1e5
        })
      else { return nil }
      let foot = Vector2(flight.foot[0], flight.foot[1])
      let way = Vector2(flight.direction[0], flight.direction[1])
      let side = Vector2(-way.y, way.x) * (flight.width / 2)
      let head = foot + way * (Double(flight.risers - 1) * flight.going)
      for step in 0..<flight.risers {
        let p = foot + way * (Double(step) * flight.going)
        lines.append((p - side, p + side))
      }
      lines.append((foot - side, head - side))
      lines.append((foot + side, head + side))
      // A landing is crossed as long as its flight is wide.
      if let last = walk.last, length(last - foot) > 1e-6 {
        let middle = flight.width / 2
        if let before = stair.flights.first, before != flight {
          let old = Vector2(before.direction[0], before.direction[1])
          walk.append(last + old * middle)
          if dot(old, way) < -0.5 { walk.append(foot - way * middle) }
        }
      }
      walk += [foot, head]
    }
    guard walk.count >= 2 else { return nil }
    self.lines = lines
    self.walk = walk
  }

  /// The two strokes of the arrow's head.
  var arrow: [(from: Vector2, to: Vector2)] {
    let (tip, before) = (walk[walk.count - 1], walk[walk.count - 2])
    guard length(tip - before) > 1e-9 else { return [] }
    let d = normalized(tip - before)
    let n = Vector2(-d.y, d.x)
    return [1.0, -1].map { (tip, tip - d * 0.16 + n * (0.09 * $0)) }
  }
}
