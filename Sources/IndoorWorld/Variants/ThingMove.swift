import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// A thing shifted along what it stands on, with everything that it carries.
struct ThingMove {
  /// The motion in the world.
  var motion: RigidTransform<WorldSpace, WorldSpace>
  /// Ids of the thing and of what it carries.
  var carried: Set<UInt32>

  /// A place that is free, on the same support and in view; `nil` where none was found.
  static func find(
    _ body: ThingsInView.Body, in world: World, _ view: ThingsInView, _ stream: inout RandomStream
  ) -> ThingMove? {
    let entity = world.entities[body.index]
    guard let plan = world.plan, let room = body.room, !isBuiltIn(entity) else { return nil }
    let support = entity.attribute("supported_by") ?? ""
    let space = RoomSpace(plan: plan, room: room)
    let carried = world.carried(by: [body.id])
    let parent = UInt32(support)
    guard support == "floor" || parent != nil else { return nil }
    let board: Board?
    if let parent {
      guard let found = Board.under(entity, world.entities.first { $0.id == parent }) else { return nil }
      board = found
    } else {
      board = nil
    }
    // Rugs lie under things: neither moved nor in the way.
    let floor = plan.rooms[room].floor
    func isFlat(_ box: OrientedBox) -> Bool { box.halfSize.z < 0.02 && box.center.z - floor < 0.04 }
    guard !isFlat(body.box) else { return nil }
    let group = view.bodies.filter { carried.contains($0.id) }
    let start = slimmer(body.box)
    let others = view.bodies.filter {
      guard !carried.contains($0.id), $0.id != parent, $0.room == nil || $0.room == room, !isFlat($0.box)
      else { return false }
      // The box of a worktop about a corner, or of one with a splashback, is full of what stands on it.
      return parent == nil || !isBuiltIn(world.entities[$0.index]) || !start.intersects($0.box)
    }
    let old = entity.track.pose(at: 0).translation
    for _ in 0..<40 {
      let reach = parent == nil ? 0.9 : 0.45
      let shift = Vector3(stream.uniform(-reach, reach), stream.uniform(-reach, reach), 0)
      let turn = Quaternion(yaw: stream.normal(sd: 0.25))
      // One must be able to see that it moved.
      guard length(shift) > max(0.07, 0.3 * min(body.box.halfSize.x, body.box.halfSize.y)) else { continue }
      let motion = RigidTransform<WorldSpace, WorldSpace>(
        rotation: turn, translation: old + shift - turn * old)
      let moved = body.box.moved(by: motion)
      if let board {
        guard board.holds(moved) else { continue }
      } else {
        let forward = moved.rotation * Vector3(1, 0, 0)
        let area = FloorRectangle(
          center: Vector2(moved.center.x, moved.center.y),
          forward: normalized(Vector2(forward.x, forward.y)),
          half: Vector2(moved.halfSize.x, moved.halfSize.y))
        guard space.admits(.init(area: area, heights: 0...(moved.center.z + moved.halfSize.z - floor)))
        else {
          continue
        }
      }
      let boxes = group.map { slimmer($0.box.moved(by: motion)) }
      guard boxes.allSatisfy({ box in !others.contains { box.intersects($0.box) } }),
        boxes.allSatisfy({ $0.distance(to: view.eye) > 0.45 }),
        view.share(of: moved, without: carried) > 0.002
      else { continue }
      return ThingMove(motion: motion, carried: carried)
    }
    return nil
  }

  /// Things that touch are not in each other's way.
  private static func slimmer(_ box: OrientedBox) -> OrientedBox {
    var box = box
    box.halfSize = maximum(box.halfSize - Vector3(repeating: 0.002), Vector3(repeating: 0.0005))
    return box
  }

  func apply(to world: inout World) {
    for i in world.entities.indices where carried.contains(world.entities[i].id) {
      world.entities[i].track = Track(still: motion * world.entities[i].track.pose(at: 0))
    }
    for i in world.lights.indices where carried.contains(world.lights[i].entity) {
      world.lights[i].center = motion * world.lights[i].center
      if case .panel(let u, let v) = world.lights[i].shape {
        world.lights[i].shape = .panel(halfU: motion.rotation * u, halfV: motion.rotation * v)
      }
    }
  }

  /// Whether a thing is a part of the building, which nobody moves or takes away.
  static func isBuiltIn(_ entity: Entity) -> Bool {
    entity.nativeClass.name.hasPrefix("kitchen_")
      || [
        "hob", "oven", "range_hood", "dishwasher", "toilet", "washbasin", "bathtub", "shower",
        "shower_curtain", "bathroom_cabinet", "tap", "radiator", "fireplace", "light_switch", "power_socket",
        "downlight", "air_conditioner", "towel_rail",
      ].contains(entity.nativeClass.name)
  }
}

/// The surface of a thing on which another stands.
private struct Board {
  var support: Asset.Support
  var supportFromWorld: AffineTransform

  static func under(_ entity: Entity, _ parent: Entity?) -> Board? {
    guard let parent else { return nil }
    let asset = parent.asset
    let poses = parent.articulation?.articulation(of: asset, at: 0).poses ?? asset.restPoses
    let nodes = asset.objectFromNodes(poses)
    let box = entity.box
    for support in asset.fittings.supports {
      guard let inverse = (parent.track.pose(at: 0).affine * nodes[support.node]).inverse else { continue }
      let board = Board(support: support, supportFromWorld: inverse)
      let bottom = inverse * (box.center - Vector3(0, 0, box.reach(along: Vector3(0, 0, 1))))
      if (bottom.z - support.center.z).magnitude < 0.02 && board.holds(box) { return board }
    }
    return nil
  }

  /// Whether a box is above the board with all its corners, and below what is over it.
  func holds(_ box: OrientedBox) -> Bool {
    box.corners.allSatisfy { corner in
      let p = supportFromWorld * corner - support.center
      return p.x.magnitude <= support.size.x / 2 + 1e-3 && p.y.magnitude <= support.size.y / 2 + 1e-3
        && p.z <= support.headroom
    }
  }
}
