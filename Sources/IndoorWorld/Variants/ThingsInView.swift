import Geometry
import RoomGeometry
import VectorMath
import WorldModel

/// Which things a home's first camera sees, by rays against their boxes.
struct ThingsInView {
  struct Body {
    /// Index of the entity.
    var index: Int
    var id: UInt32
    var box: OrientedBox
    /// `nil` for leaves of doors and for curtains, which are in the way and nothing more.
    var room: Int?
  }

  private(set) var bodies: [Body] = []
  /// Where the first camera is at time 0, and what room that is.
  let eye: Vector3
  let room: Int?
  /// Indices of entities in that room that are seen, with their share of the picture.
  private(set) var seen: [(body: Body, share: Double)] = []
  private var rays: [Vector3] = []

  /// - Returns: `nil` without a plan or without a camera.
  init?(_ world: World) {
    guard let plan = world.plan, let camera = world.rig.cameras.first else { return nil }
    let pose = world.rig.worldFromCamera(camera, at: 0)
    let eye = pose.translation
    self.eye = eye
    room = plan.rooms.firstIndex { Polygon($0.outline).contains(Vector2(eye.x, eye.y)) }
    for (i, entity) in world.entities.enumerated() {
      if entity.attribute("supported_by") != nil, let room = entity.attribute("room").flatMap({ Int($0) }) {
        bodies.append(Body(index: i, id: entity.id, box: entity.box, room: room))
      } else if ["door", "curtain"].contains(entity.nativeClass.name) {
        bodies += ViewFinder.leaves(entity).map { Body(index: i, id: entity.id, box: $0) }
      }
    }
    let lens = camera.camera
    let (columns, rows) = (48, 36)
    for j in 0..<rows {
      for i in 0..<columns {
        let u = (Double(i) + 0.5) / Double(columns) * Double(lens.width) - 0.5
        let v = (Double(j) + 0.5) / Double(rows) * Double(lens.height) - 0.5
        rays.append(pose.rotation * lens.ray(u, v))
      }
    }
    var counts = [Int](repeating: 0, count: bodies.count)
    for ray in rays {
      if let hit = first(ray) { counts[hit] += 1 }
    }
    for (body, count) in zip(bodies, counts) where count > 0 && body.room != nil && body.room == room {
      seen.append((body, Double(count) / Double(rays.count)))
    }
  }

  private func first(_ ray: Vector3) -> Int? {
    var best: (t: Double, index: Int)?
    for (i, body) in bodies.enumerated() {
      if let span = body.box.intersection(origin: eye, direction: ray), span.lowerBound > 0,
        span.lowerBound < best?.t ?? .infinity
      {
        best = (span.lowerBound, i)
      }
    }
    return best?.index
  }

  /// The share of the picture that shows a box in place of the things `without`.
  func share(of box: OrientedBox, without: Set<UInt32>) -> Double {
    let others = bodies.filter { !without.contains($0.id) }
    var count = 0
    for ray in rays {
      guard let t = box.intersection(origin: eye, direction: ray)?.lowerBound, t > 0 else { continue }
      let isHidden = others.contains {
        ($0.box.intersection(origin: eye, direction: ray)?.lowerBound ?? .infinity) < t
      }
      if !isHidden { count += 1 }
    }
    return Double(count) / Double(max(1, rays.count))
  }
}

extension Entity {
  /// The box at rest in its place at time 0.
  var box: OrientedBox {
    let bounds = asset.restBounds
    let pose = track.pose(at: 0)
    return OrientedBox(
      center: pose * (bounds.center * scale), halfSize: bounds.size / 2 * scale, rotation: pose.rotation)
  }
}
