import Assets
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// Cows and deer beside country roads: herds that graze behind the verge, deer alone or a few together, on the fields or at
/// the road's edge. None stands on what is driven, and who walks stays in the field.
struct FieldAnimals {
  /// One of them.
  struct Animal: Sendable {
    var model: GrazingAnimal
    var asset: Asset
    var track: Track
    var posture: GrazerMotion.Posture
    var phase: Double

    func add(to list: inout EntityList) {
      let isStill = track.isStill
      let what = isStill ? (posture == .grazing ? "grazing" : "standing") : "walking"
      let gone = isStill ? 0 : TravelledDistance(track: track).speed(at: 0)
      list.add(
        asset.name, asset, track,
        attributes: [
          ("state", isStill ? "standing" : "walking"), ("speed", "\((gone * 10).rounded() / 10)"),
          ("behaviour", "0 \(what)"),
        ]
      ) { GrazerMotion(animal: model, travel: TravelledDistance(track: $0), posture: posture, phase: phase) }
    }
  }

  let scenery: SceneryPlacement
  /// Seconds that they live.
  let time: Double

  /// Made once: they depend on nothing.
  private static let herd: [(GrazingAnimal, Asset)] = made(.cow, 8)
  private static let deer: [(GrazingAnimal, Asset)] = made(.deer, 6)

  private static func made(_ species: GrazingAnimal.Species, _ count: Int) -> [(GrazingAnimal, Asset)] {
    (1...count).map { k in
      let model = GrazingAnimal(species: species, variant: UInt64(k))
      return (model, model.makeAsset())
    }
  }

  /// - Parameter wanted: animals in all.
  func place(_ wanted: Double, free: inout FootprintIndex, _ draws: inout Draws) -> [Animal] {
    let sides = scenery.sides.sides.filter { scenery.isOpen($0) && $0.length > 8 }
    guard wanted >= 1, scenery.isCountry, !sides.isEmpty else { return [] }
    var chance = draws.stream("groups")
    var out: [Animal] = []
    var left = Int(wanted)
    for _ in 0..<12 where left > 0 {
      let side = sides[chance.integer(in: 0..<sides.count)]
      let isHerd = chance.bool(probability: 0.55)
      let count = min(left, isHerd ? chance.integer(in: 3...9) : 1 + chance.weighted([50, 30, 20]))
      let at = chance.uniform(0, side.length)
      // Cattle behind a fence's distance; deer come to the very edge of the road.
      let off =
        isHerd
        ? chance.uniform(9, 38)
        : chance.bool(probability: 0.4) ? chance.uniform(1.4, 4) : chance.uniform(6, 60)
      guard let place = scenery.sides.place(side, at) else { continue }
      let middle = Vector2(place.point.x, place.point.y) + place.outward * off
      let heading = chance.uniform(-.pi, .pi)
      for _ in 0..<count {
        let spread = isHerd ? 11.0 : 5
        let p = middle + Vector2(chance.uniform(-spread, spread), chance.uniform(-spread, spread))
        // A herd looks about one way.
        let yaw = isHerd ? heading + chance.uniform(-1.1, 1.1) : chance.uniform(-.pi, .pi)
        let models = isHerd ? Self.herd : Self.deer
        let pick = models[chance.integer(in: 0..<models.count)]
        // Hooves of a walk still slip by centimetres, so nobody goes anywhere.
        let walks = chance.bool(probability: 0)
        let grazes = chance.bool(probability: isHerd ? 0.65 : 0.4)
        let pace = chance.uniform(0.5, 1.1)
        let phase = chance.uniform()
        guard
          let track = track(pick.0, at: p, near: place.point.z, yaw: yaw, pace: walks ? pace : 0, &free)
        else { continue }
        out.append(
          Animal(
            model: pick.0, asset: pick.1, track: track, posture: grazes ? .grazing : .alert, phase: phase))
        left -= 1
      }
    }
    return out
  }

  /// Its way over free ground, and itself on the slope; `nil` where there is no room.
  private func track(
    _ model: GrazingAnimal, at p: Vector2, near z: Double, yaw: Double, pace: Double,
    _ free: inout FootprintIndex
  ) -> Track? {
    let (sin, cos) = DeterministicMath.sincos(yaw)
    let forward = Vector2(cos, sin)
    let gone = pace * time
    let (half, wide) = (0.95 * model.height, 0.35 * model.height)
    let print = Footprint(
      center: p + forward * (gone / 2), forward: forward, half: Vector2(gone / 2 + half, wide),
      low: -.infinity,
      high: .infinity)
    var roomy = print
    roomy.half += Vector2(repeating: 0.5)
    guard scenery.region.contains(p), scenery.region.contains(p + forward * gone),
      let spot = scenery.ground.spot(p), (spot.height - z).magnitude < 6, free.isFree(print, gap: 0.4),
      let range = scenery.ground.heights(under: roomy, step: 0.6, on: [.terrain]),
      range.upperBound - range.lowerBound < 0.35 * (2 * half + gone)
    else { return nil }
    func pose(_ q: Vector2) -> RigidTransform<WorldSpace, ObjectSpace>? {
      func onGround(_ f: Double, _ l: Double) -> Vector3? {
        let r = q + (forward * f + Vector2(-forward.y, forward.x) * l) * model.height
        return scenery.ground.spot(r).map { Vector3(r.x, r.y, $0.height) }
      }
      // Where its hooves are.
      guard let a = onGround(0.31, 0.12), let b = onGround(0.31, -0.12), let c = onGround(-0.5, 0.12),
        let d = onGround(-0.5, -0.12)
      else { return nil }
      let along = normalized((a + b - c - d) / 2)
      let side = (a + c - b - d) / 2
      let left = normalized(side - along * dot(side, along))
      let rotation = Quaternion(Matrix3(columns: along, left, cross(along, left)))
      let middle = (a + b + c + d) / 4
      // The origin lies between the feet, a little before their mean.
      return RigidTransform(rotation: rotation, translation: middle + along * (0.095 * model.height))
    }
    var taken = print
    (taken.low, taken.high) = (range.lowerBound - 0.5, range.upperBound + 2)
    guard pace > 0 else {
      guard let still = pose(p) else { return nil }
      free.insert(taken)
      return Track(still: still)
    }
    var keys: [Track.Key] = []
    let steps = max(2, Int((gone / 0.1).rounded(.up)))
    for k in 0...steps {
      let t = Double(k) / Double(steps)
      guard let here = pose(p + forward * (gone * t)) else { return nil }
      keys.append(Track.Key(time: time * t - TownGenerator.margin, worldFromObject: here))
    }
    free.insert(taken)
    return Track(keys: keys)
  }
}
