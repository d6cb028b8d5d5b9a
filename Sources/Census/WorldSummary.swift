import Geometry
package import RandomStreams
import VectorMath
package import WorldModel

/// What a census keeps of a world: a few kilobytes, however large the world was.
package struct WorldSummary: Sendable {
  /// Things by class; what the building itself consists of is left out where there is a plan.
  var classes = Tally()
  /// Rooms with the classes found in each; one place without a kind where there are no rooms.
  var places: [(kind: String, area: Double, classes: Set<String>)] = []
  /// What was chosen by name for the world, e.g. its style.
  var choices: [(path: String, value: String)]
  /// Of the lowest storey.
  var layout: Layout?

  /// - Parameter drawn: the values drawn for it; paths begin with the sequence's number, which is left out.
  package init(_ world: World, drawn: [DrawnValue]) {
    choices = drawn.compactMap {
      guard case .text(let value) = $0.value else { return nil }
      return ($0.path.split(separator: "/").dropFirst(2).joined(separator: "/"), value)
    }
    guard let plan = world.plan else {
      for entity in world.entities where entity.nativeClass.isThing { classes.add(entity.nativeClass.name) }
      places = [("", 0, Set(classes.sorted.map(\.name)))]
      return
    }
    places = plan.rooms.map { ($0.kind.rawValue, Polygon($0.outline).area, []) }
    let lowest = plan.rooms.map(\.floor).min() ?? 0
    let isLow = plan.rooms.map { HomePlan.isLevel($0.floor, lowest) }
    var standing: [(area: [Vector2], nativeClass: NativeClass)] = []
    for entity in world.entities {
      guard let room = entity.attribute("room").flatMap({ Int($0) }), places.indices.contains(room),
        let support = entity.attribute("supported_by")
      else { continue }
      classes.add(entity.nativeClass.name)
      places[room].classes.insert(entity.nativeClass.name)
      if support == "floor", isLow[room] { standing.append((Self.floor(of: entity), entity.nativeClass)) }
    }
    layout = Layout(
      rooms: zip(plan.rooms, isLow).filter(\.1).map { ($0.0.outline, $0.0.kind) }, things: standing)
  }

  /// The box at rest of what stands upright, as it lies on the floor.
  private static func floor(of entity: Entity) -> [Vector2] {
    let box = entity.asset.restBounds
    let place = entity.track.pose(at: 0)
    return [
      (box.min.x, box.min.y), (box.max.x, box.min.y), (box.max.x, box.max.y), (box.min.x, box.max.y),
    ].map {
      let p = place * (Vector3($0.0, $0.1, 0) * entity.scale)
      return Vector2(p.x, p.y)
    }
  }
}
