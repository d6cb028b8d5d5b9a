package import Geometry
package import RandomStreams
package import VectorMath
package import WorldModel

/// Finds places from which a home looks worth a picture.
///
/// Candidates stand on free floor near a wall, at the height of the eyes; each is scored by rays against the boxes of
/// things and the walls of the room (`ViewScore`).
package struct ViewFinder {
  /// Something that is seen, or in the way.
  private struct Body {
    var box: OrientedBox
    var room: Int
    var isOverhead: Bool
    /// Of a person or an animal.
    var isAlive: Bool
  }

  private let plan: HomePlan
  private let bodies: [Body]
  /// Leaves of doors, and curtains, as they stand: they hide what is behind them, and say nothing.
  private let screens: [OrientedBox]
  /// Height of the lens above the floor, metres.
  package var height: ClosedRange<Double> = 1.25...1.6
  /// Downwards, radians.
  package var pitch: ClosedRange<Double> = 0.04...0.28
  /// Horizontal field of view to score with, radians.
  package var fieldOfView = 1.2
  /// Only rooms of these kinds; all where empty.
  package var kinds: [RoomKind] = []

  /// - Parameter world: a home at time 0; `nil` for one without a plan.
  package init?(_ world: World) {
    guard let plan = world.plan else { return nil }
    self.plan = plan
    var bodies: [Body] = []
    var screens: [OrientedBox] = []
    for entity in world.entities {
      func attribute(_ name: String) -> String? { entity.attributes.first { $0.name == name }?.value }
      if let support = attribute("supported_by"), let room = attribute("room").flatMap({ Int($0) }) {
        let pose = entity.track.pose(at: 0)
        bodies.append(
          Body(
            box: OrientedBox(
              center: pose * entity.asset.restBounds.center, halfSize: entity.asset.restBounds.size / 2,
              rotation: pose.rotation), room: room, isOverhead: support == "ceiling",
            isAlive: attribute("posture") != nil))
      } else if ["door", "curtain"].contains(entity.nativeClass.name) {
        screens += Self.leaves(entity)
      }
    }
    self.bodies = bodies
    self.screens = screens
  }

  /// Boxes of an entity's nodes that move on joints; of all of them for cloth.
  package static func leaves(_ entity: Entity) -> [OrientedBox] {
    let poses = entity.articulation?.articulation(of: entity.asset, at: 0).poses ?? entity.asset.restPoses
    let nodes = entity.asset.objectFromNodes(poses)
    let pose = entity.track.pose(at: 0)
    return entity.asset.nodes.indices.compactMap { node in
      let box = entity.asset.pieces.filter { $0.node == node }.reduce(into: Box3()) {
        $0.insert($1.mesh.bounds)
      }
      let isLeaf = entity.asset.fittings.joints.contains { $0.node == node }
      guard !box.isEmpty, isLeaf || entity.nativeClass.name == "curtain" else { return nil }
      return OrientedBox(
        center: pose * (nodes[node] * box.center), halfSize: box.size / 2,
        rotation: (pose.rotation * Quaternion(nodes[node].linear)).normalized)
    }
  }

  // MARK: which room

  /// The room that view number `view` shows, and how many before it show the same: large rooms come more often, and all
  /// turn by turn (additive recurrence with the golden ratio). `nil` where no room is of the kinds asked for.
  package func room(of view: Int) -> (room: Int, visit: Int)? {
    let rooms = plan.rooms.indices.filter { kinds.isEmpty || kinds.contains(plan.rooms[$0].kind) }
    guard !rooms.isEmpty else { return nil }
    let weights = rooms.map { r in
      Polygon(plan.rooms[r].outline).area.squareRoot() * Self.interest(plan.rooms[r].kind)
    }
    let total = weights.reduce(0, +)
    // Where the turn begins is a matter of the plan, so that homes do not all begin with the same room.
    let corners = plan.rooms.reduce(0.0) {
      $0 + ($1.outline.first?.x ?? 0) * 3.7 + ($1.outline.last?.y ?? 0) * 1.9
    }
    func pick(_ k: Int) -> Int {
      let u = corners * 0.618034 + Double(k) * 0.618033988749895
      var left = (u - u.rounded(.down)) * total
      for (room, weight) in zip(rooms, weights) {
        if left < weight { return room }
        left -= weight
      }
      return rooms[rooms.count - 1]
    }
    let room = pick(view)
    return (room, (0..<view).count { pick($0) == room })
  }

  private static func interest(_ kind: RoomKind) -> Double {
    switch kind {
    case .livingRoom: 1.6
    case .kitchen, .diningRoom, .bedroom, .study: 1.1
    case .bathroom: 0.7
    case .hallway: 0.35
    case .stairwell: 0.7
    case .storage, .laundry: 0.25
    default: 1
    }
  }

  // MARK: where in it

  /// A place in a room, and how much it is worth a picture.
  package struct Place: Sendable {
    package var pose: RigidTransform<WorldSpace, ObjectSpace>
    package var score: ViewScore
    /// What it is worth to see whom it shows (`ViewScore.company`).
    package var company: Double
  }

  /// The best of `tries` places in a room; `nil` where nobody can stand.
  ///
  /// - Parameter visit: views of one room look from directions that differ by the golden angle.
  package func view(
    of room: Int, visit: Int = 0, tries: Int = 120, _ stream: inout RandomStream
  ) -> Place? {
    let space = RoomSpace(plan: plan, room: room)
    let inRoom = bodies.filter { $0.room == room }
    let floor = space.room.floor
    // In a stairwell, on its floor.
    let steps = plan.stairs.filter { $0.room == room }.flatMap { stair in
      (stair.flights.map(\.outline) + stair.landings.filter { $0.top < floor + 2.2 }.map(\.outline)).map {
        Polygon($0)
      }
    }
    let below = inRoom.filter { !$0.isOverhead }
    let boxes = below.map(\.box)
    let alive = below.indices.filter { below[$0].isAlive }
    // Whoever is there is what a picture is taken of.
    let standing = alive.isEmpty ? boxes.filter { $0.halfSize.z > 0.2 } : alive.map { boxes[$0] }
    let (low, high) = space.bounds
    let (s, c) = DeterministicMath.sincos(Double(visit) * 2.399963229728653 + stream.uniform(0, 0.7))
    let side = Vector2(c, s)
    var best: (value: Double, place: Place)?
    for _ in 0..<tries {
      let p = Vector2(stream.uniform(low.x, high.x), stream.uniform(low.y, high.y))
      let z = stream.uniform(height.lowerBound, height.upperBound)
      let tilt = stream.uniform(pitch.lowerBound, pitch.upperBound)
      let turn = stream.normal(sd: 0.4)
      // Half of them look at the room, half at one of its things.
      let target = stream.bool() ? nil : stream.choose(standing)
      guard space.contains(p), (0.18...1.4).contains(space.distanceToWall(p)) else { continue }
      guard steps.allSatisfy({ !$0.contains(p) && $0.distanceToBoundary(p) > 0.25 }) else { continue }
      let eye = Vector3(p.x, p.y, floor + z)
      guard screens.allSatisfy({ $0.distance(to: eye) > 0.3 }),
        boxes.allSatisfy({ $0.distance(to: eye) > 0.32 })
      else { continue }
      let ahead = (target.map { Vector2($0.center.x, $0.center.y) } ?? space.middle) - p
      guard length(ahead) > 0.4 else { continue }
      let yaw = DeterministicMath.atan2(ahead.y, ahead.x) + turn
      let rotation = Quaternion(yaw: yaw, pitch: tilt, roll: 0)
      let score = score(eye, rotation, space, boxes)
      let company = score.company(alive)
      let value = score.value + company + 0.35 * dot(-ahead, side) / length(ahead)
      if value > (best?.value ?? -.infinity) {
        let pose = RigidTransform<WorldSpace, ObjectSpace>(rotation: rotation, translation: eye)
        best = (value, Place(pose: pose, score: score, company: company))
      }
    }
    return best?.place
  }

  private func score(
    _ eye: Vector3, _ rotation: Quaternion, _ space: RoomSpace, _ boxes: [OrientedBox]
  ) -> ViewScore {
    let (columns, rows) = (20, 14)
    let half = DeterministicMath.sin(fieldOfView / 2) / DeterministicMath.cos(fieldOfView / 2)
    // Most rays pass most boxes by, at a distance from their middles.
    let balls = boxes.map { Ball($0, from: eye) }
    let screenBalls = screens.map { Ball($0, from: eye) }
    var score = ViewScore(things: boxes.count, rays: columns * rows)
    for j in 0..<rows {
      for i in 0..<columns {
        let x = ((Double(i) + 0.5) / Double(columns) * 2 - 1) * half
        let y = ((Double(j) + 0.5) / Double(rows) * 2 - 1) * half * Double(rows) / Double(columns)
        let direction = rotation * normalized(Vector3(1, -x, -y))
        var (t, seen) = boundary(eye, direction, space)
        for (k, box) in boxes.enumerated() where balls[k].isMet(by: direction, before: t) {
          if let span = box.intersection(origin: eye, direction: direction), span.lowerBound > 0,
            span.lowerBound < t
          {
            (t, seen) = (span.lowerBound, .thing(k))
          }
        }
        for (k, screen) in screens.enumerated() where screenBalls[k].isMet(by: direction, before: t) {
          if let span = screen.intersection(origin: eye, direction: direction), span.lowerBound > 0,
            span.lowerBound < t
          {
            (t, seen) = (span.lowerBound, .screen)
          }
        }
        score.add(seen, at: t)
      }
    }
    return score
  }

  /// The ball around a box, as seen from an eye; a little larger, so that rounding loses no hit.
  package struct Ball {
    let toMiddle: Vector3
    let radius: Double

    package init(_ box: OrientedBox, from eye: Vector3) {
      toMiddle = box.center - eye
      radius = length(box.halfSize) * 1.000_001 + 1e-6
    }

    /// Whether a ray along a unit direction may enter the ball within `t` metres.
    package func isMet(by direction: Vector3, before t: Double) -> Bool {
      let along = dot(toMiddle, direction)
      guard along > -radius, along - radius < t else { return false }
      return dot(toMiddle, toMiddle) - along * along <= radius * radius
    }
  }

  /// Metres to the walls, floor or ceiling of the room, and which it is.
  private func boundary(
    _ eye: Vector3, _ direction: Vector3, _ space: RoomSpace
  ) -> (Double, ViewScore.Seen) {
    var t =
      direction.z < 0
      ? (eye.z - space.room.floor) / -direction.z
      : direction.z > 0 ? (space.room.ceiling - eye.z) / direction.z : 20
    var seen = ViewScore.Seen.level
    let p = Vector2(eye.x, eye.y)
    let d = Vector2(direction.x, direction.y)
    for face in space.faces {
      let facing = dot(d, face.inward)
      guard facing < -1e-9 else { continue }
      let s = dot(p - face.start, face.inward) / -facing
      let along = dot(p + d * s - face.start, face.direction)
      guard s > 0 && s < t && along >= 0 && along <= face.length else { continue }
      t = s
      let z = eye.z + direction.z * s - space.room.floor
      let isOpen = face.gaps.contains {
        $0.range.contains(along) && $0.opening.sill < z && z < $0.opening.head
      }
      seen = isOpen ? .opening : .wall
    }
    return (t, seen)
  }
}
