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

  private let palette = DistancePalette.shared
  private static let halfLane = 1.9
  /// Of the lane beyond the last house, metres.
  private static let onward = 260.0

  init(scenery: SceneryPlacement, skin: @escaping (Vector2) -> Double?) {
    self.scenery = scenery
    self.skin = skin
  }

  func place(_ chance: inout RandomStream) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    var lanes = MeshBuilder()
    var taken: [(center: Vector2, reach: Double)] = []
    let center = scenery.region.center
    for _ in 0..<9 {
      let far = chance.uniform()
      let radius = scenery.region.radius + 130 + 850 * far * far
      let angle = chance.uniform(0, 2 * .pi)
      let heading = chance.uniform(0, 2 * .pi)
      let pairs = chance.integer(in: 1...5)
      let seed = chance.next()
      let (s, c) = DeterministicMath.sincos(angle)
      let middle = center + Vector2(c, s) * radius
      let reach = 18 * Double(pairs) + 60
      guard !taken.contains(where: { length($0.center - middle) < $0.reach + reach }) else { continue }
      taken.append((middle, reach))
      hamlet(middle, heading, pairs, AssetVariation(seed: seed), &lanes, &out)
    }
    if let native = Ontology.named("road"), !lanes.isEmpty {
      let asphalt = Material(name: "lane", baseColor: Colour(0x77756f).linear, roughness: 0.95)
      let asset = Asset(
        name: "far_lanes", nativeClass: native,
        pieces: [Asset.Piece(mesh: lanes.mesh(crease: 1.2), material: 0)], materials: [asphalt],
        parts: ["surface"])
      out.append(
        SceneryPlacement.Item(
          asset: asset, pose: RigidTransform(translation: Vector3(center.x, center.y, 0)), scale: 1))
    }
    return out
  }

  private func hamlet(
    _ middle: Vector2, _ heading: Double, _ pairs: Int, _ chance: AssetVariation, _ lanes: inout MeshBuilder,
    _ out: inout [SceneryPlacement.Item]
  ) {
    let (sin, cos) = DeterministicMath.sincos(heading)
    let along = Vector2(cos, sin)
    let half = 17 * Double(pairs)
    // A lane that bends gently, one bend each way.
    let bends = (
      chance.number("bend", 0, in: -0.0016...0.0016), chance.number("bend", 1, in: -0.0016...0.0016)
    )
    func axis(_ u: Double) -> Vector2 {
      let beyond = max(0, u.magnitude - half)
      let aside = (u > 0 ? bends.1 : bends.0) * beyond * beyond
      return middle + along * u + Vector2(-sin, cos) * aside
    }
    lane(from: -half - Self.onward, to: half + Self.onward, axis, &lanes)
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
  private func lane(
    from: Double, to: Double, _ axis: (Double) -> Vector2, _ mesh: inout MeshBuilder
  ) {
    let steps = Int(((to - from) / 7).rounded(.up))
    var last: (Int, Int)?
    for k in 0...max(1, steps) {
      let u = from + (to - from) * Double(k) / Double(max(1, steps))
      let (p, q) = (axis(u - 0.5), axis(u + 0.5))
      let way = normalized(q - p)
      let left = Vector2(-way.y, way.x) * Self.halfLane
      let (a, b) = (axis(u) + left, axis(u) - left)
      guard scenery.ground.spot(a) == nil, scenery.ground.spot(b) == nil, let za = skin(a), let zb = skin(b)
      else {
        last = nil
        continue
      }
      let c = scenery.region.center
      let next = (
        mesh.point(Vector3(a.x - c.x, a.y - c.y, za + 0.12)),
        mesh.point(Vector3(b.x - c.x, b.y - c.y, zb + 0.12))
      )
      if let last { mesh.quad(last.1, next.1, next.0, last.0) }
      last = next
    }
  }
}
