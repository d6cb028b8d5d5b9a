import Assets
import RandomStreams
import RoadNetwork
import Streetscape
import VectorMath
import WorldModel

/// Covers of manholes in the lanes and gullies along the kerbs, where there are kerbs: in the country water runs into the grass.
struct RoadCovers {
  let scenery: SceneryPlacement
  private static let manhole = RoadCover(kind: .manhole).makeAsset()
  private static let gully = RoadCover(kind: .gully).makeAsset()
  /// From the kerb to a gully's middle, metres.
  private static let aside = 0.22

  func place(_ draws: inout Draws) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides where !scenery.sides.isMotorway(side) {
      var chance = draws.stream(side.path)
      // RAS-Ew: a gully for some 400 m², every 25 to 35 m.
      let spacing = chance.uniform(24, 34)
      var at = chance.uniform(0.2, 0.8) * spacing
      while at < side.length {
        if let kerb = scenery.sides.kerb(side, at)?.place {
          let p = Vector2(kerb.point.x, kerb.point.y) - kerb.outward * Self.aside
          out += item(Self.gully, at: p, along: kerb.along, near: kerb.point.z)
        }
        at += spacing
      }
      guard side.isLeft else { continue }
      let line = chance.uniform(0.3, 0.7)
      let distance = chance.uniform(38, 60)
      at = chance.uniform(0.1, 0.9) * distance
      while at < side.length {
        if scenery.sides.kerb(side, at) != nil, let place = inLane(side, at, line) {
          out += item(Self.manhole, at: place.point, along: place.along, near: place.z)
        }
        at += distance
      }
    }
    return out
  }

  /// A place across the first lane that is driven on.
  private func inLane(
    _ side: RoadSides.Side, _ at: Double, _ share: Double
  ) -> (point: Vector2, along: Vector2, z: Double)? {
    let road = scenery.map.roads[side.stretch.road]
    let s = min(side.stretch.end, side.stretch.start + at)
    guard road.sections.indices.contains(side.stretch.section),
      let lane = road.sections[side.stretch.section].lanes.last(where: { $0.id > 0 && $0.type.isDrivable }),
      let span = road.laneSpan(lane.id, at: s, section: side.stretch.section)
    else { return nil }
    let pose = road.pose(s: s, t: span.inner + (span.outer - span.inner) * share)
    let along = normalized(Vector2(pose.forward.x, pose.forward.y))
    return (Vector2(pose.position.x, pose.position.y), along, pose.position.z)
  }

  /// Flush with the road, tilted as it is.
  private func item(
    _ asset: Asset, at p: Vector2, along: Vector2, near z: Double
  ) -> [SceneryPlacement.Item] {
    guard scenery.region.contains(p), let spot = scenery.ground.spot(p, below: z + 0.5),
      spot.kind == .road || spot.kind == .parking, (spot.height - z).magnitude < 0.3
    else { return [] }
    let up = spot.normal
    let left = normalized(cross(up, Vector3(along.x, along.y, 0)))
    let ahead = cross(left, up)
    let foot = Vector3(p.x, p.y, spot.height) - up * RoadCover.depth
    return [
      SceneryPlacement.Item(
        asset: asset,
        pose: RigidTransform(
          rotation: Quaternion(Matrix3(columns: ahead, left, up)), translation: foot), scale: 1)
    ]
  }
}
