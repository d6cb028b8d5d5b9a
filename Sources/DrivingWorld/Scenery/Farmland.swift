import Assets
import Geometry
import Streetscape
import VectorMath
import WorldModel

/// The land around a world: near meadows, then parcels of fields with hedges between them, woods on hills.
///
/// Its skin is a net of rings and spokes whose knots are moved off their lattice where nothing near has to meet them, so
/// that fields have the irregular outlines that old parcels have. One to a few meshes of the net are a parcel; hedges
/// follow the net's own edges, so they stand on the skin.
struct Farmland {
  static let spokes = 96
  /// Rings inside of this one are the meadow that goes on from the near ground.
  private static let firstField = 5
  /// Beyond this hedges are thinner than a pixel of most cameras, metres.
  private static let hedgesEnd = 2100.0

  private struct Parcel: Hashable {
    var ring: Int
    var spoke: Int
  }

  private let seed: UInt64
  /// Metres from the middle, a number a ring.
  private let radii: [Double]
  /// By ring and spoke; heights over the base.
  private var knots: [[Vector3]]

  /// - Parameters:
  ///   - near: the radius of what is known by the triangle, metres.
  ///   - ground: height over the base, metres, of the near ground at a place from the middle; `nil` where there is none.
  ///   - height: that of the land where there is no near ground.
  init(near: Double, seed: UInt64, ground: (Vector2) -> Double?, height: (Vector2) -> Double) {
    self.seed = seed
    let radii =
      [0, 40, 80, 120, 160, 220, 320, 430].map { $0 + near }
      + [550, 690, 850, 1040, 1270, 1560, 1930, 2400, 3000, 3800].map { $0 + near * 0.5 }
    var rings = [0.7 * near, 0.85 * near]
    // Rings that nearly meet would have faces turned over: a chord lies within its arc.
    for radius in radii.sorted() where radius >= near && radius > (rings.last ?? 0) + max(20, 0.02 * radius) {
      rings.append(radius)
    }
    self.radii = rings
    var knots: [[Vector3]] = []
    for ring in rings.indices {
      knots.append(
        (0..<Self.spokes).map { spoke in
          let p = Self.knot(ring, spoke, rings, seed)
          return Vector3(p.x, p.y, ground(p).map { $0 - Self.below.knots } ?? height(p))
        })
    }
    self.knots = knots
    // Meshes of the net are wide: where a road leaves the middle between knots, they come down below its ground too.
    for _ in 0..<4 where sink(ground) {}
  }

  /// Metres that the skin lies under the near ground, at its knots and between them.
  private static let below = (knots: 2.0, between: 0.6)

  /// Lowers the knots of all faces that come out of the near ground; whether any did.
  private mutating func sink(_ ground: (Vector2) -> Double?) -> Bool {
    var hasSunk = false
    for r in 0..<radii.count - 1 {
      for here in 0..<Self.spokes {
        let next = (here + 1) % Self.spokes
        for corners in [[(r, here), (r + 1, here), (r + 1, next)], [(r, here), (r + 1, next), (r, next)]] {
          let p = corners.map { knots[$0.0][$0.1] }
          let edge = max(length(p[1] - p[0]), max(length(p[2] - p[1]), length(p[0] - p[2])))
          let n = max(2, min(40, Int((edge / 14).rounded(.up))))
          var excess = 0.0
          for i in 0...n {
            for j in 0...n - i {
              let (u, v) = (Double(i) / Double(n), Double(j) / Double(n))
              let q = p[0] + (p[1] - p[0]) * u + (p[2] - p[0]) * v
              guard let z = ground(Vector2(q.x, q.y)) else { continue }
              excess = max(excess, q.z - (z - Self.below.between))
            }
          }
          guard excess > 0 else { continue }
          hasSunk = true
          for corner in corners { knots[corner.0][corner.1].z -= excess }
        }
      }
    }
    return hasSunk
  }

  /// The skin's height over the base at a place from the middle, metres; `nil` where there is none.
  func height(at p: Vector2) -> Double? {
    let far = length(p)
    let turn = DeterministicMath.atan2(p.y, p.x) / (2 * Double.pi) * Double(Self.spokes)
    let ring = radii.lastIndex { $0 <= far } ?? 0
    let spoke = Int(turn.rounded(.down)) + Self.spokes
    for r in max(0, ring - 1)...min(radii.count - 2, ring + 1) {
      for s in spoke - 1...spoke + 1 {
        let (here, next) = (s % Self.spokes, (s + 1) % Self.spokes)
        let (a, b, c, d) = (knots[r][here], knots[r + 1][here], knots[r + 1][next], knots[r][next])
        if let z = Self.height(p, a, b, c) ?? Self.height(p, a, c, d) { return z }
      }
    }
    return nil
  }

  /// Of a triangle, where it covers a place.
  private static func height(_ p: Vector2, _ a: Vector3, _ b: Vector3, _ c: Vector3) -> Double? {
    func side(_ u: Vector3, _ v: Vector3) -> Double { (v.x - u.x) * (p.y - u.y) - (v.y - u.y) * (p.x - u.x) }
    let (wa, wb, wc) = (side(b, c), side(c, a), side(a, b))
    let sum = wa + wb + wc
    guard sum.magnitude > 1e-9, wa * sum >= 0, wb * sum >= 0, wc * sum >= 0 else { return nil }
    return (wa * a.z + wb * b.z + wc * c.z) / sum
  }

  /// The skin, and the hedges that part its fields.
  /// - Parameter isFree: whether a hedge may stand at a place from the middle: not where the near ground has its roads.
  func meshes(isFree: (Vector2) -> Bool) -> (land: MeshBuilder, hedges: MeshBuilder) {
    var land = MeshBuilder()
    var hedges = MeshBuilder()
    let ids = knots.map { ring in ring.map { land.point($0) } }
    func uv(_ p: Vector3) -> Vector2 { Vector2(p.x, -p.y) }
    for ring in radii.indices.dropLast() {
      for spoke in 0..<Self.spokes {
        let next = (spoke + 1) % Self.spokes
        let corners = [(ring, spoke), (ring + 1, spoke), (ring + 1, next), (ring, next)]
        let (a, b, c, d) = (
          ids[ring][spoke], ids[ring + 1][spoke], ids[ring + 1][next], ids[ring][next]
        )
        let places = corners.map { knots[$0.0][$0.1] }
        land.color = colour(ring, spoke, places.map(\.z).reduce(0, +) / 4)
        land.quad(a, b, c, d, uv: (uv(places[0]), uv(places[1]), uv(places[2]), uv(places[3])))
        guard ring >= Self.firstField, radii[ring] < Self.hedgesEnd else { continue }
        // Outward and along the ring: each edge of the net once.
        if isHedged(ring, spoke, ring, (spoke + Self.spokes - 1) % Self.spokes) {
          hedge(places[0], places[1], isFree, seed &+ UInt64(ring &* 193 &+ spoke), &hedges)
        }
        if isHedged(ring, spoke, ring - 1, spoke) {
          hedge(places[0], places[3], isFree, seed &+ UInt64(ring &* 389 &+ spoke &+ 71), &hedges)
        }
      }
    }
    return (land, hedges)
  }

  private func unit(_ ring: Int, _ spoke: Int, _ what: UInt64) -> Double {
    Self.unit(ring, spoke, what, seed)
  }

  private static func unit(_ ring: Int, _ spoke: Int, _ what: UInt64, _ seed: UInt64) -> Double {
    AssetVariation.unit(seed ^ (UInt64(ring &* 131 &+ spoke) &* 8 &+ what))
  }

  /// Where rings and spokes cross: on the lattice near by, up to a quarter of its step beside it farther off.
  private static func knot(_ ring: Int, _ spoke: Int, _ radii: [Double], _ seed: UInt64) -> Vector2 {
    var radius = radii[ring]
    var turn = Double(spoke)
    if ring > firstField, ring < radii.count - 1 {
      let shift = unit(ring, spoke, 0, seed) - 0.5
      radius += 0.5 * shift * (shift > 0 ? radii[ring + 1] - radii[ring] : radii[ring] - radii[ring - 1])
      turn += 0.5 * (unit(ring, spoke, 1, seed) - 0.5)
    }
    let (s, c) = DeterministicMath.sincos(2 * Double.pi * turn / Double(spokes))
    return Vector2(c, s) * radius
  }

  /// Which parcel a mesh of the net belongs to: neighbours are joined, along the ring or outwards, so that sizes differ.
  private func parcel(_ ring: Int, _ spoke: Int) -> Parcel {
    guard ring >= Self.firstField else { return Parcel(ring: 0, spoke: 0) }
    let roll = unit(ring / 2, spoke / 2, 2)
    let (r, s) = (ring / 2 * 2, spoke / 2 * 2)
    switch roll {
    case ..<0.3: return Parcel(ring: r, spoke: s)
    case ..<0.6: return Parcel(ring: ring, spoke: s)
    case ..<0.85: return Parcel(ring: r, spoke: spoke)
    default: return Parcel(ring: ring, spoke: spoke)
    }
  }

  private enum Crop { case meadow, pasture, corn, straw, ploughed, wood }

  private func crop(_ ring: Int, _ spoke: Int, _ z: Double) -> Crop {
    let p = parcel(ring, spoke)
    let roll = unit(p.ring, p.spoke, 3)
    // Woods stand on the hills and keep their edges.
    if z > 30, roll < 0.7 { return .wood }
    switch unit(p.ring, p.spoke, 4) {
    case ..<0.42: return .meadow
    case ..<0.66: return .pasture
    case ..<0.82: return .corn
    case ..<0.93: return .straw
    default: return .ploughed
    }
  }

  /// What the ground's own colour is multiplied by: no field is paler than ripe corn beside grass.
  private func colour(_ ring: Int, _ spoke: Int, _ z: Double) -> SIMD4<Float> {
    if ring < Self.firstField { return SIMD4(repeating: 1) }
    let p = parcel(ring, spoke)
    let tone = Float(0.95 + 0.1 * unit(p.ring, p.spoke, 5))
    let tint: SIMD4<Float> =
      switch crop(ring, spoke, z) {
      case .meadow: SIMD4(0.96, 1, 0.92, 1)
      case .pasture: SIMD4(0.84, 0.96, 0.8, 1)
      case .corn: SIMD4(0.8, 1.02, 0.74, 1)
      case .straw: SIMD4(1.2, 1.07, 0.82, 1)
      case .ploughed: SIMD4(1.02, 0.84, 0.76, 1)
      case .wood: SIMD4(0.44, 0.56, 0.42, 1)
      }
    return SIMD4(tint.x * tone, tint.y * tone, tint.z * tone, 1)
  }

  /// Hedges part most parcels.
  private func isHedged(_ ring: Int, _ spoke: Int, _ ring2: Int, _ spoke2: Int) -> Bool {
    let (a, b) = (parcel(ring, spoke), parcel(ring2, spoke2))
    return a != b && unit(ring &* 3 &+ ring2, spoke &* 5 &+ spoke2, 6) < 0.72
  }

  /// A hedge between two knots: a ridge of bushes whose height and width change on the way.
  private func hedge(
    _ from: Vector3, _ to: Vector3, _ isFree: (Vector2) -> Bool, _ seed: UInt64, _ mesh: inout MeshBuilder
  ) {
    let way = to - from
    let far = length(Vector2(way.x, way.y))
    guard far > 8,
      (0...4).allSatisfy({ k in
        let p = from + way * (Double(k) / 4)
        return isFree(Vector2(p.x, p.y))
      })
    else { return }
    let across = Vector3(-way.y, way.x, 0) / far
    let steps = max(2, min(9, Int(far / 11)))
    let chance = AssetVariation(seed: seed)
    let tall = chance.number("height", in: 1.6...3.4)
    var sections: [[Vector3]] = []
    for k in 0...steps {
      let p = from + way * (Double(k) / Double(steps))
      let h = tall * chance.number("rise", k, in: 0.6...1.5) * (k == 0 || k == steps ? 0.6 : 1)
      let w = chance.number("width", k, in: 0.8...1.5)
      sections.append([
        p - across * w - Vector3(0, 0, 0.8), p + across * w - Vector3(0, 0, 0.8),
        p + across * (0.9 * w) + Vector3(0, 0, 0.65 * h), p + Vector3(0, 0, h),
        p - across * (0.9 * w) + Vector3(0, 0, 0.6 * h),
      ])
    }
    let tone = Float(chance.number("tone", in: 0.8...1.1))
    mesh.color = SIMD4(tone, tone, tone, 1)
    mesh.append(.loft(sections))
  }
}
