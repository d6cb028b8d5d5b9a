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

  func place(
    hasBuildings: Bool, hasTrees: Bool, gate: FarmTrack.Gate? = nil, _ draws: inout Draws
  ) -> [SceneryPlacement.Item] {
    var chance = draws.stream("land")
    let center = scenery.region.center
    let heights = scenery.sides.sides.compactMap { scenery.sides.place($0, 0)?.point.z }.sorted()
    let base = (heights.isEmpty ? 0 : heights[heights.count / 2]) - 0.4
    let land = Land(
      base: base, hills: chance.bool(probability: 0.25) ? 15 : chance.uniform(70, 320), seed: chance.next())
    let farmland = Farmland(
      near: scenery.region.radius, seed: land.seed,
      ground: { p in scenery.ground.spot(center + p).map { $0.height - land.base } },
      height: { p in land.rise(length(p), DeterministicMath.atan2(p.y, p.x) + Double.pi) })
    var out = fields(farmland, land, center, hasHedges: hasTrees)
    if hasTrees { out += woods(land, center, &chance) }
    guard hasBuildings else { return out }
    if scenery.isCountry {
      let skin = { (p: Vector2) in farmland.height(at: p - center).map { $0 + land.base } }
      return out + Hamlets(scenery: scenery, gate: gate, skin: skin).place(&chance)
    }
    return out + skyline(land, center, &chance)
  }

  /// Height of the land's skin: under the near ground, which is known by the triangle, above it further off.
  private func height(_ land: Land, _ p: Vector2) -> Double {
    let d = p - scenery.region.center
    if let spot = scenery.ground.spot(p) { return spot.height - 2 }
    return land.base + land.rise(length(d), DeterministicMath.atan2(d.y, d.x) + Double.pi)
  }

  private func fields(_ farmland: Farmland, _ land: Land, _ center: Vector2, hasHedges: Bool)
    -> [SceneryPlacement.Item]
  {
    let meshes = farmland.meshes { scenery.ground.spot(center + $0) == nil }
    let pose = RigidTransform<WorldSpace, ObjectSpace>(translation: Vector3(center.x, center.y, land.base))
    var out: [SceneryPlacement.Item] = []
    if let native = Ontology.named("terrain") {
      let (near, _) = GroundMaterials.material(.terrain)
      var material = near
      material.name = "fields"
      let mesh = meshes.land.mesh(crease: 1.2, tile: 24)
      let asset = Asset(
        name: "fields", nativeClass: native, pieces: [Asset.Piece(mesh: mesh, material: 0)],
        materials: [material], parts: ["surface"])
      out.append(SceneryPlacement.Item(asset: asset, pose: pose, scale: 1))
    }
    if hasHedges, !meshes.hedges.isEmpty, let native = Ontology.named("vegetation") {
      let leaves = Material(name: "hedgerow", baseColor: Colour(0x3d4f2a).linear, roughness: 0.95)
      let asset = Asset(
        name: "hedgerows", nativeClass: native,
        pieces: [Asset.Piece(mesh: meshes.hedges.mesh(crease: 1.1), material: 0)], materials: [leaves],
        parts: ["leaves"])
      out.append(SceneryPlacement.Item(asset: asset, pose: pose, scale: 1))
    }
    return out
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
        guard scenery.isGreen(around: p, reach: 36) else { continue }
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
      guard scenery.isGreen(around: p, reach: reach),
        !taken.contains(where: { length($0.0 - p) < $0.1 + reach })
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
  /// Dwellings and barns of the country.
  let farmhouses: [Asset]
  let barns: [Asset]
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
    farmhouses = made(.house, 5)
    barns = made(.hall, 3)
    low = farmhouses + made(.block, 2)
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
