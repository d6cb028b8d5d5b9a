import Assets
import Geometry
import RandomStreams
import RoadNetwork
import Streetscape
import VectorMath
import WorldModel

/// What is seen beyond the streets: fields and hills all around, edges of woods, the roofs of the rest of the town.
struct Distance {
  let scenery: SceneryPlacement
  let character: StreetCharacter
  private let palette = DistancePalette.shared
  private static let spokes = 96

  init(scenery: SceneryPlacement, character: StreetCharacter) {
    self.scenery = scenery
    self.character = character
  }

  /// The shape of the land around one world.
  private struct Land {
    var base: Double
    var hills: Double
    var seed: UInt64

    /// Metres over the base at `r` metres from the middle, seen in a direction in radians.
    func rise(_ r: Double, _ angle: Double) -> Double {
      let t = angle / (2 * Double.pi)
      let far = smoothstep(350, 2600, r)
      let broad = ProceduralTexture.noise(Vector2(t * 9, r / 1500), period: 9, seed: seed)
      let fine = ProceduralTexture.noise(Vector2(t * 27, r / 500), period: 27, seed: seed &+ 1)
      return hills * far * (0.2 + 0.65 * broad * broad + 0.25 * fine)
    }
  }

  func place(hasBuildings: Bool, hasTrees: Bool, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    var chance = draws.stream("land")
    let center = scenery.region.center
    let heights = scenery.sides.sides.compactMap { scenery.sides.place($0, 0)?.point.z }.sorted()
    let base = (heights.isEmpty ? 0 : heights[heights.count / 2]) - 0.4
    let land = Land(
      base: base, hills: chance.bool(probability: 0.25) ? 15 : chance.uniform(70, 320), seed: chance.next())
    var out = hills(land, center)
    if hasTrees { out += woods(land, center, &chance) }
    if hasBuildings { out += skyline(land, center, &chance) }
    return out
  }

  /// Height of the land's skin: under the near ground, which is known by the triangle, above it further off.
  private func height(_ land: Land, _ p: Vector2) -> Double {
    let d = p - scenery.region.center
    if let spot = scenery.ground.spot(p) { return spot.height - 2 }
    return land.base + land.rise(length(d), DeterministicMath.atan2(d.y, d.x) + Double.pi)
  }

  private func hills(_ land: Land, _ center: Vector2) -> [SceneryPlacement.Item] {
    guard let native = Ontology.named("terrain") else { return [] }
    let r = scenery.region.radius
    let radii =
      [0.7 * r, 0.85 * r, r, r + 40, r + 80, r + 120, r + 160, r + 220, r + 320, r + 480]
      + [700, 950, 1250, 1600, 2000, 2500, 3100, 3800].map { $0 + r * 0.5 }
    var mesh = MeshBuilder()
    var rings: [[Int]] = []
    for radius in radii {
      rings.append(
        (0..<Self.spokes).map { k in
          let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(Self.spokes))
          let d = Vector2(c, s) * radius
          return mesh.point(Vector3(d.x, d.y, height(land, center + d) - land.base))
        })
    }
    let places = mesh.points
    func uv(_ i: Int) -> Vector2 { Vector2(places[i].x, -places[i].y) }
    for (n, pair) in zip(rings, rings.dropFirst()).enumerated() {
      for k in 0..<Self.spokes {
        let j = (k + 1) % Self.spokes
        mesh.color = field(n, k, places[pair.1[k]].z, land)
        let (a, b, c, d) = (pair.0[k], pair.1[k], pair.1[j], pair.0[j])
        mesh.quad(a, b, c, d, uv: (uv(a), uv(b), uv(c), uv(d)))
      }
    }
    let (near, _) = GroundMaterials.material(.terrain)
    var material = near
    material.name = "fields"
    let asset = Asset(
      name: "fields", nativeClass: native,
      pieces: [Asset.Piece(mesh: mesh.mesh(crease: 1.2, tile: 24), material: 0)], materials: [material],
      parts: ["surface"])
    return [
      SceneryPlacement.Item(
        asset: asset, pose: RigidTransform(translation: Vector3(center.x, center.y, land.base)), scale: 1)
    ]
  }

  /// Meadows, corn, ploughed land; woods on hills.
  private func field(_ ring: Int, _ spoke: Int, _ z: Double, _ land: Land) -> SIMD4<Float> {
    if ring < 5 { return SIMD4(repeating: 1) }
    let roll = AssetVariation.unit(land.seed ^ UInt64(ring / 2 &* 977 &+ spoke / 3))
    if z > 28 && roll < 0.75 { return SIMD4(0.42, 0.55, 0.4, 1) }
    switch roll {
    case ..<0.4: return SIMD4(0.95, 1, 0.9, 1)
    case ..<0.6: return SIMD4(1.5, 1.3, 0.85, 1)
    case ..<0.75: return SIMD4(1.25, 1.0, 0.8, 1)
    default: return SIMD4(0.8, 0.95, 0.75, 1)
    }
  }

  /// Edges of woods, their green side towards the middle.
  private func woods(_ land: Land, _ center: Vector2, _ chance: inout RandomStream) -> [SceneryPlacement.Item]
  {
    var out: [SceneryPlacement.Item] = []
    let r = scenery.region.radius
    for _ in 0..<34 {
      let far = chance.uniform()
      let radius = r + 45 + 900 * far * far
      let angle = chance.uniform(0, 2 * .pi)
      let count = chance.integer(in: 1...4)
      let model = palette.treelines[chance.integer(in: 0..<palette.treelines.count)]
      let turn = chance.uniform(-0.3, 0.3)
      let scale = chance.uniform(0.75, 1.25)
      let yaw = angle + .pi + turn
      let (s, c) = DeterministicMath.sincos(angle)
      let (sy, cy) = DeterministicMath.sincos(yaw)
      for k in 0..<count {
        // Side by side, a little over each other's ends.
        let shift = (Double(k) - Double(count - 1) / 2) * (Treeline.length * 0.82) * scale
        let p = center + Vector2(c, s) * radius + Vector2(-sy, cy) * shift
        guard isGreen(around: p, reach: 36) else { continue }
        let z = scenery.ground.spot(p)?.height ?? height(land, p)
        out.append(
          SceneryPlacement.Item(
            asset: model,
            pose: RigidTransform(
              rotation: Quaternion(yaw: yaw), translation: Vector3(p.x, p.y, z - 0.4)), scale: scale))
      }
    }
    return out
  }

  /// No road lies near a place.
  private func isGreen(around p: Vector2, reach: Double) -> Bool {
    (0..<8).allSatisfy { k in
      let (s, c) = DeterministicMath.sincos(Double.pi / 4 * Double(k))
      guard let spot = scenery.ground.spot(p + Vector2(c, s) * reach) else { return true }
      return spot.kind == .terrain
    } && (scenery.ground.spot(p)?.kind ?? .terrain) == .terrain
  }

  private func skyline(_ land: Land, _ center: Vector2, _ chance: inout RandomStream) -> [SceneryPlacement
    .Item]
  {
    var out: [SceneryPlacement.Item] = []
    var taken: [(Vector2, Double)] = []
    let r = scenery.region.radius
    let models = palette.buildings(character)
    for _ in 0..<110 {
      let far = chance.uniform()
      let radius = r + 35 + 650 * far * far
      let angle = chance.uniform(0, 2 * .pi)
      let model = models[chance.integer(in: 0..<models.count)]
      let turn = Double(chance.integer(in: 0..<4)) * Double.pi / 2 + chance.uniform(-0.2, 0.2)
      let scale = chance.uniform(0.85, 1.2)
      let (s, c) = DeterministicMath.sincos(angle)
      let p = center + Vector2(c, s) * radius
      let reach = length(Vector2(model.restBounds.size.x, model.restBounds.size.y)) / 2 * scale
      guard isGreen(around: p, reach: reach), !taken.contains(where: { length($0.0 - p) < $0.1 + reach })
      else {
        continue
      }
      taken.append((p, reach))
      let z = scenery.ground.spot(p)?.height ?? height(land, p)
      out.append(
        SceneryPlacement.Item(
          asset: model,
          pose: RigidTransform(
            rotation: Quaternion(yaw: angle + turn), translation: Vector3(p.x, p.y, z - 0.3)), scale: scale,
          attributes: [("distance", "far")]))
    }
    return out
  }
}

/// What stands far away, made once.
struct DistancePalette: Sendable {
  let treelines: [Asset]
  private let low: [Asset]
  private let high: [Asset]
  private let halls: [Asset]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = DistancePalette()

  private init() {
    treelines = [(9, 1), (12, 2), (15, 3)].map { Treeline(height: $0.0, variant: $0.1).makeAsset() }
    func made(_ kind: FarBuilding.Kind, _ count: Int) -> [Asset] {
      (0..<count).map { FarBuilding(kind: kind, variant: UInt64($0 + 1)).makeAsset() }
    }
    low = made(.house, 5) + made(.block, 2)
    high = made(.tower, 5) + made(.block, 5)
    halls = made(.hall, 4) + made(.block, 2)
  }

  func buildings(_ character: StreetCharacter) -> [Asset] {
    switch character {
    case .oldTown, .suburban: low
    case .modern, .chinese: high
    case .industrial: halls
    }
  }
}
