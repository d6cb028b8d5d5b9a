import Assets
import Geometry
import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// Benches, bins and the like: along the kerb on wide pavements, else at the back.
struct PavementThings {
  let scenery: SceneryPlacement
  let palette: FurniturePalette

  /// - Parameter density: things per 100 m of road side.
  func place(density: Double, free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    guard density > 0 else { return [] }
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides where !scenery.sides.isMotorway(side) {
      var chance = draws.stream(side.path)
      let mean = density * side.length / 100
      let count = Int(mean) + (chance.uniform() < mean - mean.rounded(.down) ? 1 : 0)
      for _ in 0..<count {
        let at = chance.uniform(0, side.length)
        let thing = palette.pavement[chance.integer(in: 0..<palette.pavement.count)]
        let turn = chance.uniform(-0.06, 0.06)
        guard let place = scenery.sides.place(side, at) else { continue }
        let size = thing.restBounds.size
        let half = max(0.3, size.x / 2)
        let kerb = scenery.sides.kerb(side, at)
        // Seats face the street from the back; the rest stands at the kerb where two can still pass.
        let isAtKerb = (kerb?.width ?? 0) > 2.2 && thing.nativeClass.name != "bench"
        let base = isAtKerb ? kerb?.place ?? place : place
        let offset = isAtKerb ? half + 0.25 : (kerb == nil ? half + 0.3 : -half - 0.08)
        let p = Vector2(base.point.x, base.point.y) + base.outward * offset
        let facing = isAtKerb ? base.outward : -base.outward
        if let item = scenery.standing(
          thing, at: p, yaw: DeterministicMath.atan2(facing.y, facing.x) + turn, scale: 1,
          radius: max(0.3, max(size.x, size.y) / 2), gap: 0.15, clearance: 0.25, near: place.point.z,
          on: [.terrain, .sidewalk], &free)
        {
          out.append(item)
        }
      }
    }
    return out
  }
}
