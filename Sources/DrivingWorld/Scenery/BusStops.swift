import Assets
import Geometry
import RandomStreams
import RoadNetwork
import Streetscape
import Traffic
import VectorMath
import WorldModel

/// Bus stops on wide pavements: the sign at the kerb, a shelter at the back where it leaves a way, a zigzag line before it.
struct BusStops {
  let scenery: SceneryPlacement
  private static let shelter = BusShelter().makeAsset()
  private static let sign = BusStopSign().makeAsset()
  private static let share = 0.4
  /// Narrower pavements have the sign alone, metres.
  private static let wide = 2.7
  /// The line: its length along the kerb, its reach into the lane, its width, and one stroke along the kerb, metres.
  private static let zigzag = (length: 15.0, near: 0.25, far: 1.0, width: 0.12, stroke: 1.5)

  func place(free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    var lines = PavedStrips()
    for side in scenery.sides.sides where !scenery.sides.isMotorway(side) && side.length > 40 {
      var chance = draws.stream(side.path)
      let isWanted = chance.bool(probability: Self.share)
      let at = chance.uniform(0.3, 0.7) * side.length
      guard isWanted, let kerb = scenery.sides.kerb(side, at), kerb.width > 1.7, servesTraffic(side, at)
      else {
        continue
      }
      let sign = Vector2(kerb.place.point.x, kerb.place.point.y) + kerb.place.outward * 0.4
      let along = kerb.place.along
      guard
        let post = scenery.standing(
          Self.sign, at: sign, yaw: DeterministicMath.atan2(along.y, along.x), scale: 1, radius: 0.15,
          gap: 0.1,
          clearance: 0.2, near: kerb.place.point.z, on: [.sidewalk], &free)
      else { continue }
      out.append(post)
      if kerb.width > Self.wide, let shelter = shelter(side, at, kerb.width, &free) { out.append(shelter) }
      line(side, at, &lines)
    }
    let (paint, tile) = GroundMaterials.material(.mark(.white))
    let item = lines.item(
      "bus_stop_line", native: "road_mark", paint, tile: tile, around: scenery.region.center)
    return out + (item.map { [$0] } ?? [])
  }

  /// Buses stop in the lane beside the kerb, not in a parking bay or on a cycle lane.
  private func servesTraffic(_ side: RoadSides.Side, _ at: Double) -> Bool {
    let road = scenery.map.roads[side.stretch.road]
    guard road.sections.indices.contains(side.stretch.section) else { return false }
    let lanes = road.sections[side.stretch.section].lanes.filter { side.isLeft ? $0.id > 0 : $0.id < 0 }
    let outwards = side.isLeft ? Array(lanes.reversed()) : lanes
    guard let walk = outwards.firstIndex(where: { $0.type == .sidewalk }), walk > 0 else { return false }
    return outwards[walk - 1].type.isDrivable
  }

  private func shelter(
    _ side: RoadSides.Side, _ at: Double, _ width: Double, _ free: inout FootprintIndex
  ) -> SceneryPlacement.Item? {
    // Some metres behind the sign, its back to the houses.
    guard let place = scenery.sides.kerb(side, max(0, at - 6))?.place else { return nil }
    let middle = max(1.5, width - BusShelter.depth / 2 - 0.15)
    let p = Vector2(place.point.x, place.point.y) + place.outward * middle
    let facing = -place.outward
    var print = Footprint(
      center: p, forward: facing, half: Vector2(BusShelter.depth / 2 + 0.1, 2.15), low: -.infinity,
      high: .infinity)
    guard scenery.region.contains(p), free.isFree(print, gap: 0.1),
      let heights = scenery.ground.heights(under: print, step: 0.6, on: [.sidewalk]),
      heights.upperBound - heights.lowerBound < 0.2
    else { return nil }
    print.low = heights.lowerBound - 0.5
    print.high = heights.upperBound + 3
    free.insert(print)
    return SceneryPlacement.Item(
      asset: Self.shelter,
      pose: RigidTransform(
        rotation: Quaternion(yaw: DeterministicMath.atan2(facing.y, facing.x)),
        translation: Vector3(p.x, p.y, heights.lowerBound)), scale: 1)
  }

  /// Sign 299 of the German rules: strokes to and fro before the kerb.
  private func line(_ side: RoadSides.Side, _ at: Double, _ strips: inout PavedStrips) {
    let z = Self.zigzag
    let count = Int(z.length / z.stroke)
    var points: [(p: Vector2, z: Double)] = []
    for k in 0...count {
      let s = at - z.length / 2 + Double(k) * z.stroke
      guard s > 0, s < side.length, let kerb = scenery.sides.kerb(side, s)?.place else { return }
      let reach = k % 2 == 0 ? z.near : z.far
      points.append((Vector2(kerb.point.x, kerb.point.y) - kerb.outward * reach, kerb.point.z))
    }
    var strokes: [[Vector3]] = []
    for (a, b) in zip(points, points.dropFirst()) {
      let way = normalized(b.p - a.p)
      let aside = Vector2(-way.y, way.x) * (z.width / 2)
      // Two pieces a stroke follow the road; ends overlap in the corners.
      for (u, v) in [(-0.03, 0.5), (0.5, 1.03)] {
        let (from, to) = (a.p + (b.p - a.p) * u, a.p + (b.p - a.p) * v)
        let ring = [from - aside, to - aside, to + aside, from + aside].compactMap { p -> Vector3? in
          guard let spot = scenery.ground.spot(p, below: a.z + 0.4), spot.kind == .road else { return nil }
          return Vector3(p.x, p.y, spot.height + 0.004)
        }
        guard ring.count == 4 else { return }
        strokes.append(ring)
      }
    }
    for ring in strokes { strips.add(ring[0], ring[1], ring[2], ring[3]) }
  }
}
