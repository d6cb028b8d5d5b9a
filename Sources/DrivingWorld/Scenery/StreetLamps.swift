import Assets
import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// Lamps in rows along the kerbs, one kind a street.
struct StreetLamps {
  let scenery: SceneryPlacement
  let palette: FurniturePalette

  /// - Parameter density: lamps per 100 m of road side.
  func place(density: Double, free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    guard density > 0 else { return [] }
    var kind = draws.stream("kind")
    let lamp = palette.lamps[kind.integer(in: 0..<palette.lamps.count)]
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides {
      var chance = draws.stream(side.path)
      let spacing = 100 / density
      var at = chance.uniform(0.2, 0.8) * spacing
      while at < side.length {
        if let spot = spot(side, at),
          let item = scenery.standing(
            lamp, at: spot.point, yaw: spot.yaw, scale: 1, radius: 0.2, gap: 0.1, clearance: 0.2,
            near: spot.height,
            on: [.terrain, .sidewalk], &free)
        {
          out.append(item)
        }
        at += spacing
      }
    }
    return out
  }

  /// Just behind the kerb, or beyond the verge where there is no pavement.
  private func spot(_ side: RoadSides.Side, _ at: Double) -> (point: Vector2, yaw: Double, height: Double)? {
    let kerb = scenery.sides.kerb(side, at)
    guard let place = kerb?.place ?? scenery.sides.place(side, at) else { return nil }
    let p = Vector2(place.point.x, place.point.y) + place.outward * 0.45
    let facing = -place.outward
    return (p, DeterministicMath.atan2(facing.y, facing.x), place.point.z)
  }
}
