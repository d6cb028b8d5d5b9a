package import Geometry
package import RandomStreams
package import VectorMath
package import WorldModel

/// Finds places from which a home looks worth a picture.
///
/// Candidates stand on free floor at the height of the eyes; each is scored by rays against the boxes of things and the
/// walls of the room: how many things are seen and how large (visible things weigh by the square root of their share,
/// as in the coverage term of M. Roberts et al., "Hypersim", 2021), how deep the view is, and how much one near thing
/// or a blank wall fills.
package struct ViewFinder {
  /// Where to stand and how to look.
  package struct View: Sendable {
    package var pose: RigidTransform<WorldSpace, ObjectSpace>
    package var room: Int
    package var score: Double
  }

  package let plan: HomePlan
  package let things: [PlacedThing]
  /// Boxes of open doors and curtains, which hide what is behind them.
  package let screens: [OrientedBox]
  /// Height of the lens above the floor, metres.
  package var height: ClosedRange<Double>
  /// Downwards, radians.
  package var pitch: ClosedRange<Double>
  /// Horizontal field of view to score with, radians.
  package var fieldOfView: Double

  package init(
    plan: HomePlan, things: [PlacedThing], screens: [OrientedBox] = [], height: ClosedRange<Double> = 1.25...1.6,
    pitch: ClosedRange<Double> = 0.02...0.14, fieldOfView: Double = 1.2
  ) {
    self.plan = plan
    self.things = things
    self.screens = screens
    self.height = height
    self.pitch = pitch
    self.fieldOfView = fieldOfView
  }

  /// The best of `tries` views of a room that differs from those in `known`; `nil` where nobody can stand.
  package func view(
    of room: Int, tries: Int = 80, besides known: [View] = [], _ stream: inout RandomStream
  ) -> View? {
    let space = RoomSpace(plan: plan, room: room)
    let boxes = things.filter { $0.room == room && $0.hold != .ceiling }.map(\.box)
    let solids = things.filter { $0.room == room && $0.hold == .floor }.map(\.solid)
    let (low, high) = space.bounds
    var best: View?
    for _ in 0..<tries {
      let p = Vector2(stream.uniform(low.x, high.x), stream.uniform(low.y, high.y))
      let z = stream.uniform(height.lowerBound, height.upperBound)
      let tilt = stream.uniform(pitch.lowerBound, pitch.upperBound)
      let turn = stream.normal(sd: 0.45)
      // Close to a wall, where people stand to take the whole room in.
      guard space.contains(p), (0.22...1.3).contains(space.distanceToWall(p)),
        solids.allSatisfy({ $0.heights.upperBound < 0.05 || $0.area.distance(to: p) > ($0.heights.upperBound > z - 0.35 ? 0.45 : 0.12) })
      else { continue }
      let lens = Vector3(p.x, p.y, z)
      guard screens.allSatisfy({ $0.distance(to: lens) > 0.3 }), boxes.allSatisfy({ $0.distance(to: lens) > 0.3 })
      else { continue }
      let ahead = space.middle - p
      let yaw = DeterministicMath.atan2(ahead.y, ahead.x) + turn
      let rotation = Quaternion(yaw: yaw, pitch: tilt, roll: 0)
      let eye = Vector3(p.x, p.y, z)
      var score = score(eye, rotation, space, boxes)
      for other in known where other.room == room {
        let near = 1 - length(other.pose.translation - eye) / 2.5
        let alike = dot(other.pose.rotation * Vector3(1, 0, 0), rotation * Vector3(1, 0, 0))
        score -= max(0, near) * max(0, alike) * 2
      }
      if score > (best?.score ?? -.infinity) {
        best = View(
          pose: RigidTransform(rotation: rotation, translation: eye), room: room, score: score)
      }
    }
    return best
  }

  private func score(
    _ eye: Vector3, _ rotation: Quaternion, _ space: RoomSpace, _ boxes: [OrientedBox]
  ) -> Double {
    let (columns, rows) = (24, 16)
    let half = DeterministicMath.sin(fieldOfView / 2) / DeterministicMath.cos(fieldOfView / 2)
    var seen = [Int](repeating: 0, count: boxes.count)
    var depths = 0.0
    var near = 0
    for j in 0..<rows {
      for i in 0..<columns {
        let x = ((Double(i) + 0.5) / Double(columns) * 2 - 1) * half
        let y = ((Double(j) + 0.5) / Double(rows) * 2 - 1) * half * Double(rows) / Double(columns)
        let direction = rotation * normalized(Vector3(1, -x, -y))
        var t = wallDistance(eye, direction, space)
        var hit = -1
        for (k, box) in boxes.enumerated() {
          if let span = box.intersection(origin: eye, direction: direction), span.lowerBound > 0,
            span.lowerBound < t
          {
            t = span.lowerBound
            hit = k
          }
        }
        for screen in screens {
          if let span = screen.intersection(origin: eye, direction: direction), span.lowerBound > 0,
            span.lowerBound < t
          {
            t = span.lowerBound
            hit = -1
          }
        }
        if hit >= 0 { seen[hit] += 1 }
        if t < 1 { near += 1 }
        depths += min(t, 6)
      }
    }
    let total = Double(columns * rows)
    var things = 0.0
    for count in seen where count > 0 {
      let share = Double(count) / total
      things += min(share, 0.12).squareRoot() - max(0, share - 0.3) * 2
    }
    return things + 0.5 * depths / total - 6 * Double(near) / total
  }

  /// Metres to the walls, floor or ceiling of the room.
  private func wallDistance(_ eye: Vector3, _ direction: Vector3, _ space: RoomSpace) -> Double {
    var t = direction.z < 0 ? eye.z / -direction.z : direction.z > 0 ? (space.room.height - eye.z) / direction.z : 20
    let p = Vector2(eye.x, eye.y)
    let d = Vector2(direction.x, direction.y)
    for face in space.faces {
      let facing = dot(d, face.inward)
      guard facing < -1e-9 else { continue }
      let s = dot(p - face.start, face.inward) / -facing
      let along = dot(p + d * s - face.start, face.direction)
      if s > 0 && s < t && along >= 0 && along <= face.length { t = s }
    }
    return t
  }
}
