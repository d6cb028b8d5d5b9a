import Geometry
import VectorMath
import WorldModel

/// What surfaces send to others, in cells of a quarter of a metre: straight light and all that follows from it.
///
/// Large triangles are cut into cells by their lattice; small ones of a piece that lie together and look the same way
/// share one.
final class LightCells {
  private let scene: IndoorScene
  private let places = LightStore()
  private let cells = ScratchBuffer<Cell>(capacity: 1 << 10)
  private(set) var count = 0
  /// The bundle of each small triangle of a piece, by piece.
  private var bundles: [Bundles?]

  /// Triangles longer than this have cells of their own, metres.
  private static let small = 0.2
  private static let coarseness = 2
  private static let rays = LightCache.hemisphere(5)

  /// Linear RGB irradiances; what is not known is negative.
  private struct Cell {
    var receiver: Receiver
    var isBuried: Bool
    /// Which of the sun's spots it asks, 0…3.
    var phase: Int32
    var straight: SIMD4<Float>
    var all: SIMD4<Float>
  }

  private final class Bundles {
    /// Of each triangle.
    var numbers: [Int32] = []
    /// The triangles of each bundle.
    var members: [[Int32]] = []
  }

  init(_ scene: IndoorScene) {
    self.scene = scene
    bundles = Array(repeating: nil, count: scene.pieces.count)
  }

  /// Linear RGB radiance × π that a hit surface sends back; black outdoors and inside of bodies.
  @inline(__always)
  func radiosity(_ hit: RayCaster.Hit, _ cache: LightCache) -> Vector3f {
    guard hit.isFront || scene.pieces[hit.piece].isDoubleSided else { return .zero }
    let albedo = scene.albedo.base[hit.piece]
    let sent = scene.emission.base[hit.piece] + albedo * irradiance(hit, cache)
    return Vector3f(sent.x, sent.y, sent.z)
  }

  /// All irradiance but the sun's own.
  func irradiance(_ hit: RayCaster.Hit, _ cache: LightCache) -> SIMD4<Float> {
    all(cell(hit, cache), cache)
  }

  private func straight(_ i: Int, _ cache: LightCache) -> SIMD4<Float> {
    let known = cells.base[i].straight
    if known.x >= 0 { return known }
    var light = SIMD4<Float>.zero
    let r = cells.base[i].receiver
    if !cells.base[i].isBuried {
      let l =
        cache.straightLight(.lamps, r, isFine: false) + cache.straightLight(.windows, r, isFine: false)
        + cache.patchLight(r, phase: Int(cells.base[i].phase))
      light = SIMD4(l[0], l[1], l[2], 0)
    }
    cells.base[i].straight = light
    return light
  }

  /// With one gathering of what straight light sends, and as much of the later bounces as a place among surfaces of
  /// this mean brightness would have: b + bρ + bρ² + … = b / (1 − ρ).
  private func all(_ i: Int, _ cache: LightCache) -> SIMD4<Float> {
    let known = cells.base[i].all
    if known.x >= 0 { return known }
    var light = straight(i, cache)
    if !cells.base[i].isBuried {
      let r = cells.base[i].receiver
      let (x, y) = LightCache.axes(r.normal)
      var (sent, albedos) = (SIMD4<Float>.zero, SIMD4<Float>.zero)
      for d in Self.rays {
        let direction = x * d.x + y * d.y + r.normal * d.z
        guard let hit = scene.caster.nearest(origin: r.point, direction: direction, faces: .both),
          hit.isFront || scene.pieces[hit.piece].isDoubleSided
        else { continue }
        let albedo = scene.albedo.base[hit.piece]
        let there = cell(hit, cache)
        guard cells.base[there].receiver.room >= 0 else { continue }
        sent += scene.emission.base[hit.piece] + albedo * straight(there, cache)
        albedos += albedo
      }
      let n = Float(Self.rays.count)
      let one = SIMD4<Float>(repeating: 1)
      light += (sent / n) / (one - albedos / n)
    }
    cells.base[i].all = light
    return light
  }

  /// The cell that holds a hit.
  private func cell(_ hit: RayCaster.Hit, _ cache: LightCache) -> Int {
    let number = scene.caster.number(piece: hit.piece, triangle: hit.triangle)
    let lattice = cache.lattice(piece: hit.piece, triangle: hit.triangle, number: number)
    let back = !hit.isFront
    if Double(lattice.rows) * LightLattice.spacing <= Self.small {
      return bundle(hit, back)
    }
    let rows = lattice.rows(coarseness: Self.coarseness)
    let w = SIMD3<Float>(Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2))
    let place = lattice.cell(at: w, rows: rows)
    let key = UInt64(number) << 34 | (back ? 1 << 33 : 0) | UInt64(place.row) << 14 | UInt64(place.high)
    if let known = places.index(key) { return known }
    let across = Double(max(1, lattice.segments(place.row + 1)))
    // The middle, unless something lies on it.
    for (t, s) in [(0.5, 0.5), (0.25, 0.3), (0.75, 0.7), (0.25, 0.7), (0.75, 0.3)] {
      let w = lattice.weights(
        along: (Double(place.row) + t) / Double(rows), across: (Double(place.high) + s) / across)
      let r = scene.receiver(piece: hit.piece, triangle: hit.triangle, w, back: back)
      if r.room >= 0, scene.standing(r) == .free { return add(key, r, isBuried: false) }
    }
    let r = scene.receiver(piece: hit.piece, triangle: hit.triangle, Vector3(w), back: back)
    return add(key, r, isBuried: r.room < 0)
  }

  private func add(_ key: UInt64, _ r: Receiver, isBuried: Bool) -> Int {
    let unknown = SIMD4<Float>(repeating: -1)
    let index = places.insert(key, .zero)
    cells.reserve(index + 1, keeping: count)
    cells.base[index] = Cell(receiver: r, isBuried: isBuried,
      phase: Int32((key ^ key >> 14 ^ key >> 34) & 3), straight: unknown, all: unknown)
    count = index + 1
    return index
  }

  private func bundle(_ hit: RayCaster.Hit, _ back: Bool) -> Int {
    let known = bundles[hit.piece] ?? tie(hit.piece)
    let number = Int(known.numbers[hit.triangle])
    let key = 1 << 63 | UInt64(hit.piece) << 33 | UInt64(number) << 1 | (back ? 1 : 0)
    if let known = places.index(key) { return known }
    let members = known.members[number]
    let third = Vector3(repeating: 1.0 / 3)
    for k in [2, 1, 3, 0, 4] {
      let triangle = Int(members[members.count * k / 5])
      let r = scene.receiver(piece: hit.piece, triangle: triangle, third, back: back)
      if r.room >= 0, scene.standing(r) == .free { return add(key, r, isBuried: false) }
    }
    let r = scene.receiver(piece: hit.piece, triangle: Int(members[members.count / 2]), third, back: back)
    return add(key, r, isBuried: r.room < 0)
  }

  /// Bundles of the triangles of a piece: one a box of 25 cm and main direction.
  private func tie(_ piece: Int) -> Bundles {
    let shape = scene.pieces[piece]
    let out = Bundles()
    var numbers: [SIMD4<Int32>: Int32] = [:]
    out.numbers.reserveCapacity(shape.mesh.triangles.count)
    for triangle in shape.mesh.triangles.indices {
      let (a, b, c) = scene.caster.corners(piece: piece, triangle: triangle)
      let middle = (a + b + c) / 3 * 4
      let n = cross(b - a, c - a)
      let size = (n.x.magnitude, n.y.magnitude, n.z.magnitude)
      let axis = size.0 >= size.1 && size.0 >= size.2 ? 0 : size.1 >= size.2 ? 1 : 2
      func whole(_ x: Double) -> Int32 { Int32(Swift.max(-1e6, Swift.min(1e6, x.rounded(.down)))) }
      let key = SIMD4(
        whole(middle.x), whole(middle.y), whole(middle.z), Int32(2 * axis + (n[axis] > 0 ? 1 : 0)))
      let number = numbers[key] ?? Int32(out.members.count)
      if number == out.members.count {
        numbers[key] = number
        out.members.append([])
      }
      out.members[Int(number)].append(Int32(triangle))
      out.numbers.append(number)
    }
    bundles[piece] = out
    return out
  }
}
