import Assets
import Geometry
import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// Water that stands on roads and pavements: sheets that lie on the ground, along kerbs and in wheel tracks, so that it has
/// exact masks. The class is that of the ground below; the material `water` is what tells it (label `material`).
struct Puddles {
  let scenery: SceneryPlacement

  /// Over the ground below, metres: above paint, which is wet too.
  static let depth = 0.006
  private static let water = Material(
    name: "water", baseColor: Colour(0x26282a).linear, roughness: 0.03, isDoubleSided: true)
  /// Points around a puddle, and rings of them.
  private static let (around, rings) = (28, 3)

  /// - Parameter amount: 0 = dry, 1 = after a cloudburst.
  func place(_ amount: Double, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    guard amount > 0 else { return [] }
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides {
      var chance = draws.stream("\(side.path)/puddles")
      // One every 6 m of road side where it is wettest.
      let mean = amount * side.length / 6
      let count = Int(mean) + (chance.uniform() < mean - mean.rounded(.down) ? 1 : 0)
      for k in 0..<min(count, 200) {
        var own = chance.child(k)
        let at = own.uniform(0, side.length)
        let isAtKerb = own.bool(probability: 0.55)
        let (long, wide) = (own.uniform(0.5, 2.4) * (0.5 + amount), own.uniform(0.2, 0.6) * (0.6 + amount))
        let offset = own.uniform(0.6, 5)
        let place: RoadSides.Place?
        if isAtKerb, let kerb = scenery.sides.kerb(side, at)?.place {
          place = kerb
        } else {
          place = scenery.sides.place(side, at)
        }
        guard let place else { continue }
        // Water lies against the kerb, or where wheels have worn the road.
        let p = Vector2(place.point.x, place.point.y) - place.outward * (isAtKerb ? 0.7 * wide : offset)
        guard
          let shape = sheet(at: p, near: place.point.z, along: place.along, half: Vector2(long, wide), &own)
        else { continue }
        out.append(shape)
      }
    }
    return out
  }

  /// A blob that follows the ground; it ends where another ground begins.
  private func sheet(
    at p: Vector2, near z: Double, along: Vector2, half: Vector2, _ chance: inout RandomStream
  ) -> SceneryPlacement.Item? {
    guard scenery.region.contains(p), let middle = scenery.ground.spot(p, below: z + 0.6),
      [.road, .parking, .sidewalk].contains(middle.kind), (middle.height - z).magnitude < 0.6,
      let native = Ontology.named(
        middle.kind == .sidewalk ? "sidewalk" : middle.kind == .parking ? "parking" : "road")
    else { return nil }
    let left = Vector2(-along.y, along.x)
    let waves = (1...4).map {
      (Double($0), chance.uniform(0, 2 * .pi), chance.uniform(0.04, 0.22) / Double($0).squareRoot())
    }
    func ground(_ q: Vector2) -> Double? {
      guard let spot = scenery.ground.spot(q, below: middle.height + 0.3), spot.kind == middle.kind,
        (spot.height - middle.height).magnitude < 0.12
      else { return nil }
      return spot.height
    }
    var rows: [[Vector3]] = []
    for i in 0..<Self.around {
      let angle = 2 * Double.pi * Double(i) / Double(Self.around)
      let (s, c) = DeterministicMath.sincos(angle)
      let ragged = waves.reduce(1.0) { $0 + $1.2 * DeterministicMath.sin($1.0 * angle + $1.1) }
      let reach = (along * (c * half.x) + left * (s * half.y)) * max(0.3, ragged)
      // As far as the same ground goes on.
      var share = 1.0
      for k in 1...12 where share == 1 {
        if ground(p + reach * (Double(k) / 12)) == nil { share = Double(k - 1) / 12 * 0.98 }
      }
      guard share > 0.05 else { return nil }
      var row: [Vector3] = []
      for r in 1...Self.rings {
        let q = p + reach * (share * Double(r) / Double(Self.rings))
        guard let height = ground(q) else { return nil }
        row.append(Vector3(q.x - p.x, q.y - p.y, height - middle.height))
      }
      rows.append(row)
    }
    var b = MeshBuilder()
    let hub = b.point(.zero)
    let ids = rows.map { row in row.map { b.point($0) } }
    for i in 0..<Self.around {
      let j = (i + 1) % Self.around
      b.triangle(hub, ids[i][0], ids[j][0])
      for r in 1..<Self.rings { b.quad(ids[i][r - 1], ids[i][r], ids[j][r], ids[j][r - 1]) }
    }
    // Water is level, whatever lies below.
    b.setNormals { _ in middle.normal }
    let asset = Asset(
      name: "puddle", nativeClass: native, pieces: [Asset.Piece(mesh: b.mesh(), material: 0)],
      materials: [Self.water], parts: ["water"])
    return SceneryPlacement.Item(
      asset: asset,
      pose: RigidTransform(translation: Vector3(p.x, p.y, middle.height + Self.depth)), scale: 1)
  }
}
