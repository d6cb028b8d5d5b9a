import Geometry
import VectorMath
import WorldModel

/// What holds the things of a home, measured on their meshes.
struct SupportRelations {
  /// Within so many metres a thing stands on a surface.
  static let contact = 1e-3

  let home: HomeThings
  let capture: Capture
  /// By room.
  let rooms: [RoomSurfaces?]
  private let thingByID: [UInt32: HomeThings.Thing]

  init(_ home: HomeThings, _ capture: Capture) {
    self.home = home
    self.capture = capture
    rooms = home.plan.rooms.indices.map { RoomSurfaces($0, of: home.plan, in: capture.world) }
    thingByID = Dictionary(home.things.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The relations of a thing to what holds it; none where the world has left that out.
  func relations(of thing: HomeThings.Thing) -> [SceneGraphLabel.Relation] {
    let surfaces = rooms.indices.contains(thing.room) ? rooms[thing.room] : nil
    func id(_ entity: Int) -> UInt32 { capture.world.entities[entity].id }
    func relation(
      _ name: String, _ object: UInt32, _ distance: Double? = nil, height: Double? = nil
    ) -> SceneGraphLabel.Relation {
      SceneGraphLabel.Relation(
        subject: thing.id, relation: name, object: object, distance: distance, height: height)
    }
    switch thing.support {
    case "floor":
      guard let floor = surfaces?.floor else { return [] }
      let level = home.plan.rooms[thing.room].floor
      if (thing.low - level).magnitude <= Self.contact {
        return [relation("on", id(floor), thing.low - level, height: level)]
      }
      // Furniture on a rug.
      if let rug = self.rug(under: thing) {
        return [relation("on", rug.id, thing.low - rug.high, height: rug.high)]
      }
      return [relation("held_by", id(floor))]
    case "ceiling":
      guard let surfaces, let ceiling = surfaces.ceiling else { return [] }
      return [relation("hung_from", id(ceiling), surfaces.high - thing.high)]
    case "wall":
      guard let surfaces, let (wall, distance) = nearestWall(to: thing, surfaces) else { return [] }
      return [relation("hung_on", id(wall), distance)]
    default:
      guard let holder = UInt32(thing.support).flatMap({ thingByID[$0] }) else { return [] }
      let level = support(of: thing, on: holder)
      let main =
        level.map { relation("on", holder.id, thing.low - $0, height: $0) } ?? relation("held_by", holder.id)
      let isInside = thing.box.corners.allSatisfy { holder.box.contains($0, slack: 1e-6) }
      return [main] + (isInside ? [relation("inside", holder.id)] : [])
    }
  }

  /// What lies flat on the floor with its top where a thing begins, all of it under the thing's middle.
  private func rug(under thing: HomeThings.Thing) -> HomeThings.Thing? {
    home.things.first { rug in
      guard rug.id != thing.id, rug.room == thing.room, rug.support == "floor",
        (rug.low - home.plan.rooms[rug.room].floor).magnitude <= Self.contact,
        (thing.low - rug.high).magnitude <= Self.contact
      else { return false }
      let p = rug.box.local(thing.box.center)
      return p.x.magnitude <= rug.box.halfSize.x && p.y.magnitude <= rug.box.halfSize.y
    }
  }

  /// The height of the level place of a holder on which a thing stands with its lowest point.
  private func support(of thing: HomeThings.Thing, on holder: HomeThings.Thing) -> Double? {
    let entity = capture.world.entities[holder.subject]
    let nodes = capture.snapshot.subjects[holder.subject].worldFromNodes
    var best: (gap: Double, height: Double)?
    for support in entity.asset.fittings.supports where nodes.indices.contains(support.node) {
      let worldFromNode = nodes[support.node]
      guard let inverse = worldFromNode.inverse else { continue }
      let place = worldFromNode * support.center
      // Level, and below the thing's middle.
      let up = normalized(worldFromNode.linear * Vector3(0, 0, 1))
      guard up.z > 1 - 1e-9 else { continue }
      let p = inverse * thing.box.center - support.center
      guard p.x.magnitude <= support.size.x / 2 + 1e-6, p.y.magnitude <= support.size.y / 2 + 1e-6 else {
        continue
      }
      let gap = (thing.low - place.z).magnitude
      if gap <= Self.contact, gap < best?.gap ?? .infinity { best = (gap, place.z) }
    }
    return best?.height
  }

  /// The wall whose plane is nearest to a thing that hangs before it, and how far off its hindmost point is.
  private func nearestWall(
    to thing: HomeThings.Thing, _ surfaces: RoomSurfaces
  ) -> (wall: Int, distance: Double)? {
    var best: (wall: Int, distance: Double)?
    for side in surfaces.sides {
      let middle = Vector2(thing.box.center.x, thing.box.center.y)
      let along = dot(middle - side.start, side.direction)
      guard along > -1e-6, along < side.length + 1e-6, let wall = side.walls.first else { continue }
      let distance = side.plane.distance(to: thing.box.center) - thing.box.reach(along: side.plane.normal)
      if distance.magnitude < best?.distance.magnitude ?? .infinity { best = (wall, distance) }
    }
    return best
  }
}
