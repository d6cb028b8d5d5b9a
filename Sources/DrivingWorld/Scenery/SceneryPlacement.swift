import Assets
import Geometry
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// What stands beside the roads and does not move.
struct SceneryPlacement {
  struct Item: Sendable {
    var asset: Asset
    var pose: RigidTransform<WorldSpace, ObjectSpace>
    var scale: Double
    var materials: [Int: Material] = [:]
    var attributes: [(name: String, value: String)] = []
    var states: [StateTrack] = []
  }

  let map: RoadMap
  let region: Region
  let ground: Ground
  let sides: RoadSides

  init(map: RoadMap, region: Region, ground: Ground) {
    self.map = map
    self.region = region
    self.ground = ground
    sides = RoadSides(map, region)
  }

  /// Height of what is paved just inside of its edge, map frame.
  func pavementHeight(_ place: RoadSides.Place) -> Double? {
    let p = Vector2(place.point.x, place.point.y) - place.outward * 0.06
    guard let spot = ground.spot(p, below: place.point.z + 1), (spot.height - place.point.z).magnitude < 0.6
    else { return nil }
    return spot.height
  }

  /// Whether all roads here are country roads and motorways: no street of a town.
  var isCountry: Bool {
    region.stretches.allSatisfy { stretch in
      let road = map.roads[stretch.road]
      return road.junction != nil || ["rural", "motorway"].contains(road.kind(at: stretch.start)?.name ?? "")
    }
  }

  /// No road lies near a place: on circles around it, narrower than any road apart.
  func isGreen(around p: Vector2, reach: Double) -> Bool {
    let circles = max(1, Int((reach / 3).rounded(.up)))
    return (0...circles).allSatisfy { n in
      let radius = reach * Double(n) / Double(circles)
      let count = max(1, min(96, Int((2 * Double.pi * radius / 3).rounded(.up))))
      return (0..<count).allSatisfy { k in
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(count))
        guard let spot = ground.spot(p + Vector2(c, s) * radius) else { return true }
        return spot.kind == .terrain
      }
    }
  }

  /// Whether cattle, tracks and their like come up to a side of a road, however fast one may drive there.
  func isOpen(_ side: RoadSides.Side) -> Bool {
    map.roads[side.stretch.road].kind(at: side.stretch.start)?.name != "motorway"
  }

  /// One thing on its spot, if that is free and all within `clearance` is allowed ground.
  func standing(
    _ asset: Asset, at p: Vector2, yaw: Double, scale: Double, radius: Double, gap: Double, clearance: Double,
    near z: Double, on allowed: [SurfaceKind], _ free: inout FootprintIndex
  ) -> Item? {
    let (sin, cos) = DeterministicMath.sincos(yaw)
    var print = Footprint(
      center: p, forward: Vector2(cos, sin), half: Vector2(repeating: radius), low: -.infinity,
      high: .infinity)
    var wide = print
    wide.half = Vector2(repeating: clearance)
    guard region.contains(p), let spot = ground.spot(p), (spot.height - z).magnitude < 3,
      free.isFree(print, gap: gap), ground.heights(under: wide, step: max(0.3, clearance), on: allowed) != nil
    else { return nil }
    print.low = spot.height - 0.5
    print.high = spot.height + 3
    free.insert(print)
    return Item(
      asset: asset,
      pose: RigidTransform(
        rotation: Quaternion(yaw: yaw), translation: Vector3(p.x, p.y, spot.height)), scale: scale)
  }
}
