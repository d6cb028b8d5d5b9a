import Assets
import Geometry
import RandomStreams
import RoadNetwork
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

  // MARK: Buildings

  /// Fronts along the streets, each building facing its own, none on a road or in another.
  ///
  /// - Parameter density: buildings per 100 m of road side.
  func buildings(
    density: Double, palette: BuildingPalette, free: inout FootprintIndex, _ draws: inout Draws
  ) -> [Item] {
    guard density > 0, !palette.models.isEmpty else { return [] }
    var out: [Item] = []
    for side in sides.sides where !sides.isMotorway(side) {
      var chance = draws.stream(side.path)
      // A street has one character: mostly houses or mostly blocks.
      let prefersHigh = chance.bool(probability: 0.35)
      let setback = chance.uniform(3, 7.5)
      var at = chance.uniform(0, 100 / density / 2)
      while at < side.length {
        let roll = chance.uniform()
        let pick = chance.integer(in: 0..<1_000_000)
        let jitter = chance.uniform(-0.6, 1.2)
        let wait = chance.uniform(0.6, 1.4) * 100 / density
        let models = palette.models.filter { $0.isHigh == (prefersHigh == (roll < 0.8)) }
        let pool = models.isEmpty ? palette.models : models
        let model = pool[pick % pool.count]
        let width = model.box.size.y
        if let item = building(model, side, at + width / 2, setback + jitter, &free) { out.append(item) }
        at += max(width + 1.5, wait)
      }
    }
    return out
  }

  private func building(
    _ model: BuildingPalette.Model, _ side: RoadSides.Side, _ at: Double, _ setback: Double,
    _ free: inout FootprintIndex
  ) -> Item? {
    guard let place = sides.place(side, at) else { return nil }
    let size = model.box.size
    let middle = Vector2(model.box.center.x, model.box.center.y)
    let facing = -place.outward
    // The front wall stands `setback` from the edge.
    let center =
      Vector2(place.point.x, place.point.y) + place.outward * (setback + size.x / 2)
    var print = Footprint(
      center: center, forward: facing, half: Vector2(size.x, size.y) / 2, low: -.infinity, high: .infinity)
    guard region.contains(center), free.isFree(print, gap: 1),
      let heights = ground.heights(under: print, step: 2, on: [.terrain]),
      heights.upperBound - heights.lowerBound < 1.2, (heights.lowerBound - place.point.z).magnitude < 3
    else { return nil }
    print.low = heights.lowerBound - 1
    print.high = heights.lowerBound + size.z
    free.insert(print)
    let yaw = DeterministicMath.atan2(facing.y, facing.x)
    let origin = center - rotated(middle, yaw)
    return Item(
      asset: model.asset,
      pose: RigidTransform(
        rotation: Quaternion(yaw: yaw),
        translation: Vector3(origin.x, origin.y, heights.lowerBound - model.box.min.z)), scale: 1)
  }

  // MARK: Trees

  /// Trees on the green beside the road: near it as an avenue, further off as they come.
  ///
  /// - Parameter density: trees per 100 m of road side.
  func trees(
    density: Double, palette: PlantPalette, free: inout FootprintIndex, _ draws: inout Draws
  ) -> [Item] {
    guard density > 0, !palette.models.isEmpty else { return [] }
    var out: [Item] = []
    for side in sides.sides {
      // No two trunks nearer than 4.5 m, in a band as long as the side.
      let points = poissonDisk(
        width: side.length, height: 30, radius: 4.5, stream: draws.stream("\(side.path)/places"))
      let expected = density * side.length / 100
      let share = points.isEmpty ? 0 : min(1, expected / Double(points.count))
      let first = sides.isMotorway(side) ? 7 : 1.8
      var chance = draws.stream(side.path)
      for p in points {
        let isWanted = chance.bool(probability: share)
        let pick = chance.integer(in: 0..<palette.models.count)
        let scale = chance.uniform(0.7, 1.2)
        let yaw = chance.uniform(0, 2 * .pi)
        guard isWanted, let place = sides.place(side, p.x) else { continue }
        let model = palette.models[pick]
        let at = Vector2(place.point.x, place.point.y) + place.outward * (first + p.y)
        // Crowns may reach over the pavement, not through walls and other crowns: a younger tree may still fit.
        for size in [scale, 0.75 * scale, 0.55 * scale] {
          guard
            let item = standing(
              model.asset, at: at, yaw: yaw, scale: size, radius: max(0.4, 0.36 * model.crown * size),
              gap: 0.1,
              clearance: 1, near: place.point.z, on: [.terrain], &free)
          else { continue }
          out.append(item)
          break
        }
      }
    }
    return out
  }

  // MARK: Lamps and furniture

  /// Lamps in a row along each road side.
  func lamps(density: Double, model: Asset?, free: inout FootprintIndex, _ draws: inout Draws) -> [Item] {
    guard density > 0, let model else { return [] }
    var out: [Item] = []
    for side in sides.sides {
      var chance = draws.stream(side.path)
      let spacing = 100 / density
      var at = chance.uniform(0, spacing)
      while at < side.length {
        if let place = sides.place(side, at) {
          let facing = -place.outward
          let p = Vector2(place.point.x, place.point.y) + place.outward * 0.45
          if let item = standing(
            model, at: p, yaw: DeterministicMath.atan2(facing.y, facing.x), scale: 1, radius: 0.2, gap: 0.1,
            clearance: 0.25, near: place.point.z, on: [.terrain, .sidewalk], &free)
          {
            out.append(item)
          }
        }
        at += spacing
      }
    }
    return out
  }

  /// Benches, bins and the like at the back of pavements.
  ///
  /// - Parameter density: things per 100 m of road side.
  func furniture(
    density: Double, models: [Asset], free: inout FootprintIndex, _ draws: inout Draws
  ) -> [Item] {
    guard density > 0, !models.isEmpty else { return [] }
    var out: [Item] = []
    for side in sides.sides where !sides.isMotorway(side) {
      var chance = draws.stream(side.path)
      let mean = density * side.length / 100
      let count = Int(mean) + (chance.uniform() < mean - mean.rounded(.down) ? 1 : 0)
      for _ in 0..<count {
        let at = chance.uniform(0, side.length)
        let pick = chance.integer(in: 0..<models.count)
        let back = chance.uniform(0.3, 1.1)
        let turn = chance.uniform(-0.1, 0.1)
        guard let place = sides.place(side, at) else { continue }
        let facing = -place.outward
        let p = Vector2(place.point.x, place.point.y) + place.outward * back
        if let item = standing(
          models[pick], at: p, yaw: DeterministicMath.atan2(facing.y, facing.x) + turn, scale: 1, radius: 0.5,
          gap: 0.3,
          clearance: 0.3, near: place.point.z, on: [.terrain, .sidewalk], &free)
        {
          out.append(item)
        }
      }
    }
    return out
  }

  /// One thing on its spot, if that is free and nowhere within `clearance` is anything but the allowed ground.
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

  private func rotated(_ v: Vector2, _ yaw: Double) -> Vector2 {
    let (s, c) = DeterministicMath.sincos(yaw)
    return Vector2(v.x * c - v.y * s, v.x * s + v.y * c)
  }
}
