import Assets
import Geometry
import RandomStreams
import RoadNetwork
import Streetscape
import VectorMath
import WorldModel

/// Hamlets in the country far off: houses and barns on both sides of a lane, which goes on between the fields.
struct Hamlets {
  let scenery: SceneryPlacement
  /// Height of the land's skin, map frame; `nil` where there is none.
  let skin: (Vector2) -> Double?
  /// Where the lane of one of them comes from the driven road.
  let gate: FarmTrack.Gate?

  private let palette = DistancePalette.shared
  private static let halfLane = 1.9
  /// Of the lane beyond the last house, metres.
  private static let onward = 260.0
  /// From where the lane leaves the near ground to the first house, metres, and on the way down to the fields.
  private static let approach = (way: 90.0, ramp: 30.0)

  init(scenery: SceneryPlacement, gate: FarmTrack.Gate?, skin: @escaping (Vector2) -> Double?) {
    self.scenery = scenery
    self.gate = gate
    self.skin = skin
  }

  func place(_ chance: inout RandomStream) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    var lanes = MeshBuilder()
    var taken: [(center: Vector2, reach: Double)] = []
    let center = scenery.region.center
    for k in 0..<9 {
      let far = chance.uniform()
      let radius = scenery.region.radius + 130 + 850 * far * far
      let angle = chance.uniform(0, 2 * .pi)
      let heading = chance.uniform(0, 2 * .pi)
      let pairs = chance.integer(in: 1...5)
      let seed = chance.next()
      let (s, c) = DeterministicMath.sincos(angle)
      if k == 0, let gate {
        let way = Self.approach.way + 17 * Double(pairs)
        let middle = Vector2(gate.point.x, gate.point.y) + gate.direction * way
        taken.append((middle, 18 * Double(pairs) + 60))
        hamlet(
          middle, DeterministicMath.atan2(gate.direction.y, gate.direction.x), pairs,
          AssetVariation(seed: seed),
          from: gate, &lanes, &out)
        continue
      }
      let middle = center + Vector2(c, s) * radius
      let reach = 18 * Double(pairs) + 60
      guard !taken.contains(where: { length($0.center - middle) < $0.reach + reach }) else { continue }
      taken.append((middle, reach))
      hamlet(middle, heading, pairs, AssetVariation(seed: seed), from: nil, &lanes, &out)
    }
    if let native = Ontology.named("road"), !lanes.isEmpty {
      let asset = Asset(
        name: "far_lanes", nativeClass: native,
        pieces: [Asset.Piece(mesh: lanes.mesh(crease: 1.2), material: 0)], materials: [FarmTrack.asphalt],
        parts: ["surface"])
      out.append(
        SceneryPlacement.Item(
          asset: asset, pose: RigidTransform(translation: Vector3(center.x, center.y, 0)), scale: 1))
    }
    return out
  }

  private func hamlet(
    _ middle: Vector2, _ heading: Double, _ pairs: Int, _ chance: AssetVariation, from gate: FarmTrack.Gate?,
    _ lanes: inout MeshBuilder, _ out: inout [SceneryPlacement.Item]
  ) {
    let (sin, cos) = DeterministicMath.sincos(heading)
    let along = Vector2(cos, sin)
    let half = 17 * Double(pairs)
    // A lane that bends gently, one bend each way.
    let bends = (
      gate == nil ? chance.number("bend", 0, in: -0.0016...0.0016) : 0,
      chance.number("bend", 1, in: -0.0016...0.0016)
    )
    func axis(_ u: Double) -> Vector2 {
      let beyond = max(0, u.magnitude - half)
      let aside = (u > 0 ? bends.1 : bends.0) * beyond * beyond
      return middle + along * u + Vector2(-sin, cos) * aside
    }
    let start = gate == nil ? Self.onward : Self.approach.way
    lane(from: -half - start, to: half + Self.onward, gate?.point.z, axis, &lanes)
    for k in 0..<pairs {
      for side in [1.0, -1.0] {
        let i = 2 * k + (side > 0 ? 0 : 1)
        let roll = chance.unit("plot", i)
        guard roll < 0.85 else { continue }
        let isBarn = roll < 0.2
        let models = isBarn ? palette.barns : palette.farmhouses
        // Halls of half the size are barns.
        let scale = isBarn ? 0.5 : 1
        let model = models[min(models.count - 1, chance.choice("model", i, of: models.count))]
        let size = model.restBounds.size * scale
        let u = -half + 34 * (Double(k) + 0.5) + chance.number("shift", i, in: -6...6)
        let back = Self.halfLane + size.x / 2 + chance.number("back", i, in: 4...13)
        let p = axis(u) + Vector2(-sin, cos) * (side * back)
        let reach = length(Vector2(size.x, size.y)) / 2
        guard scenery.isGreen(around: p, reach: reach + 6), let z = height(p) else { continue }
        // Fronts face the lane.
        let yaw = heading - side * .pi / 2 + chance.number("turn", i, in: -0.06...0.06)
        out.append(
          SceneryPlacement.Item(
            asset: model,
            pose: RigidTransform(rotation: Quaternion(yaw: yaw), translation: Vector3(p.x, p.y, z - 0.4)),
            scale: scale, attributes: [("distance", "far")]))
      }
    }
  }

  private func height(_ p: Vector2) -> Double? { scenery.ground.spot(p)?.height ?? skin(p) }

  /// A strip on the skin as far as the skin goes, and never over the near ground, which has its own roads.
  /// - Parameter height: where it begins, if it goes on from another.
  private func lane(
    from: Double, to: Double, _ height: Double?, _ axis: (Double) -> Vector2, _ mesh: inout MeshBuilder
  ) {
    let steps = Int(((to - from) / 7).rounded(.up))
    var last: (Int, Int)?
    for k in 0...max(1, steps) {
      let u = from + (to - from) * Double(k) / Double(max(1, steps))
      let (p, q) = (axis(u - 0.5), axis(u + 0.5))
      let way = normalized(q - p)
      let left = Vector2(-way.y, way.x) * Self.halfLane
      let (a, b) = (axis(u) + left, axis(u) - left)
      // On a ramp from where it came, over what is left of the near ground there.
      let share = height == nil ? 0 : smoothstep(Self.approach.ramp, 0, u - from)
      func surface(_ p: Vector2) -> Double? {
        if k == 0, let height { return height }
        if let spot = scenery.ground.spot(p) {
          return share > 0 && spot.kind == .terrain ? spot.height + 0.04 : nil
        }
        guard let z = skin(p) else { return nil }
        return max(z + 0.12, z + 0.12 + ((height ?? z) - z - 0.12) * share)
      }
      guard let za = surface(a), let zb = surface(b) else {
        last = nil
        continue
      }
      let c = scenery.region.center
      let next = (
        mesh.point(Vector3(a.x - c.x, a.y - c.y, za)), mesh.point(Vector3(b.x - c.x, b.y - c.y, zb))
      )
      if let last { mesh.quad(last.1, next.1, next.0, last.0) }
      last = next
    }
  }
}
