import Geometry
import VectorMath
import WorldModel

/// What surfaces send to others: straight light in cells of a quarter of a metre, and all that follows from it.
///
/// Sheets and large triangles are cut into cells by their grid; small and narrow ones that lie together and look the same way
/// share one.
final class LightCells {
  private let scene: IndoorScene
  private let sheets: LightSheets
  private let places = LightStore()
  private let cells = ScratchBuffer<SIMD4<Float>>(capacity: 1 << 10)
  /// What comes from other surfaces to these: little detail is needed.
  private let air: LightProbes
  /// The bundle of each triangle by number; −1 for those with cells of their own.
  private let bundles: ScratchBuffer<Int32>
  /// The triangles of each bundle, as piece and triangle.
  private var members: [[SIMD2<Int32>]] = []
  /// The box of each bundle, and the bundles of each box by main direction: +x, −x, +y, −y, +z, −z; −1 = none.
  private var boxes: [Int32] = []
  private var siblings: [InlineArray<6, Int32>] = []

  private static let coarseness = 2

  init(_ scene: IndoorScene, _ sheets: LightSheets) {
    self.scene = scene
    self.sheets = sheets
    air = LightProbes(scene, .between)
    bundles = ScratchBuffer(capacity: max(1, scene.caster.triangleCount))
    tie()
  }

  var count: Int { places.count }
  var airCount: Int { air.count }

  /// Linear RGB radiance × π that a hit surface sends back; black outdoors and inside of bodies.
  ///
  /// - Parameters:
  ///   - point: where it was hit, world.
  ///   - direction: of the ray.
  @inline(__always)
  func radiosity(_ hit: RayCaster.Hit, _ point: Vector3, _ direction: Vector3, _ cache: LightCache)
    -> Vector3f
  {
    guard hit.isFront || scene.pieces[hit.piece].isDoubleSided else { return .zero }
    let albedo = scene.albedo.base[hit.piece]
    let emission = scene.emission.base[hit.piece]
    guard albedo.w == 0 else { return .zero }
    let sent = emission + albedo * irradiance(hit, point, direction, cache)
    return Vector3f(sent.x, sent.y, sent.z)
  }

  /// All irradiance but the sun's own; zero outdoors.
  ///
  /// - Parameter isSeen: whether it is for a picture, not for light on its way.
  func irradiance(
    _ hit: RayCaster.Hit, _ point: Vector3, _ direction: Vector3, _ cache: LightCache, isSeen: Bool = false
  ) -> SIMD4<Float> {
    let room = scene.rooms.room(at: point - direction * 0.02)
    guard room >= 0 else { return .zero }
    let straight = isSeen ? smoothStraight(hit, point, cache) : straight(hit, point, cache)
    let n = scene.caster.facingNormal(of: hit, direction: direction)
    guard let l = air.light(point, n, room: room, cache) else { return straight * 1.5 }
    return straight + SIMD4(l[0], l[1], l[2], 0)
  }

  /// What lamps, windows and spots of sun send straight to a hit surface.
  ///
  /// - Parameter point: where it was hit, world.
  func straight(_ hit: RayCaster.Hit, _ point: Vector3, _ cache: LightCache) -> SIMD4<Float> {
    let number = scene.caster.number(piece: hit.piece, triangle: hit.triangle)
    let back = !hit.isFront
    let bundle = bundles.base[number]
    let w = Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2)
    if bundle >= 0 { return straight(bundle, back, cache) }
    let grid = cache.grid(piece: hit.piece, triangle: hit.triangle)
    let place = LightCache.Place(
      piece: hit.piece, triangle: hit.triangle, weights: SIMD3<Float>(w), back: back, room: 0, point: point,
      normal: .zero, footprint: 0)
    let division = grid.division(coarseness: Self.coarseness, level: 0)
    let cell = grid.cell(place, division)
    let key = UInt64(grid.number) << 34 | (back ? 1 << 33 : 0) | UInt64(cell.row) << 14 | UInt64(cell.high)
    if let known = places.index(key) { return cells.base[known] }
    // The middle, unless something lies on it.
    for part in [(0.5, 0.5), (0.25, 0.3), (0.75, 0.7), (0.25, 0.7), (0.75, 0.3)] {
      let r = grid.receiver(within: cell, at: part, division, place, scene)
      if r.room >= 0, scene.standing(r, rays: 2) == .free { return add(key, r, cache) }
    }
    return add(key, grid.receiver(within: cell, at: (0.5, 0.5), division, place, scene), cache)
  }

  private func straight(_ bundle: Int32, _ back: Bool, _ cache: LightCache) -> SIMD4<Float> {
    let key = 1 << 63 | UInt64(bundle) << 1 | (back ? 1 : 0)
    if let known = places.index(key) { return cells.base[known] }
    let list = members[Int(bundle)]
    let third = Vector3(repeating: 1.0 / 3)
    for k in [2, 1, 3, 0, 4] {
      let m = list[list.count * k / 5]
      let r = scene.receiver(piece: Int(m.x), triangle: Int(m.y), third, back: back)
      if r.room >= 0, scene.standing(r, rays: 1) == .free { return add(key, r, cache) }
    }
    let m = list[list.count / 2]
    return add(key, scene.receiver(piece: Int(m.x), triangle: Int(m.y), third, back: back), cache)
  }

  /// The same for what is seen: round things are not lit in facets, each as its main direction, but from all three sides to
  /// which they turn.
  private func smoothStraight(_ hit: RayCaster.Hit, _ point: Vector3, _ cache: LightCache) -> SIMD4<Float> {
    let own = bundles.base[scene.caster.number(piece: hit.piece, triangle: hit.triangle)]
    guard own >= 0 else { return straight(hit, point, cache) }
    let n = scene.pieces[hit.piece].normal(
      hit.triangle, Vector3(1 - hit.b1 - hit.b2, hit.b1, hit.b2))
    let around = siblings[Int(boxes[Int(own)])]
    var sum = SIMD4<Float>.zero
    for axis in 0..<3 where n[axis].magnitude > 0.1 {
      let sibling = around[2 * axis + (n[axis] > 0 ? 0 : 1)]
      sum += straight(sibling >= 0 ? sibling : own, !hit.isFront, cache) * Float(n[axis] * n[axis])
    }
    return sum
  }

  private func add(_ key: UInt64, _ r: Receiver, _ cache: LightCache) -> SIMD4<Float> {
    var light = SIMD4<Float>.zero
    if r.room >= 0 {
      let l =
        cache.straightLight(.lamps, r, .rough) + cache.straightLight(.windows, r, .rough)
        + cache.patchLight(r, phase: Int((key ^ key >> 14 ^ key >> 34) & 3))
      light = SIMD4(l[0], l[1], l[2], 0)
    }
    let index = places.insert(key, .zero)
    cells.reserve(index + 1, keeping: index)
    cells.base[index] = light
    return light
  }

  /// Bundles small triangles: one a box of 40 cm and main direction.
  private func tie() {
    var numbers: [SIMD4<Int32>: Int32] = [:]
    var boxNumbers: [SIMD3<Int32>: Int32] = [:]
    for (piece, shape) in scene.pieces.enumerated() {
      for triangle in shape.mesh.triangles.indices {
        let (a, b, c) = scene.caster.corners(piece: piece, triangle: triangle)
        let number = shape.firstTriangle + triangle
        guard sheets.sheet(of: number) == nil, LightLattice(a, b, c).isSmall else {
          bundles.base[number] = -1
          continue
        }
        let middle = (a + b + c) * (1 / 1.2)
        let n = cross(b - a, c - a)
        let size = (n.x.magnitude, n.y.magnitude, n.z.magnitude)
        let axis = size.0 >= size.1 && size.0 >= size.2 ? 0 : size.1 >= size.2 ? 1 : 2
        func whole(_ x: Double) -> Int32 { x.magnitude < 1e6 ? Int32(x.rounded(.down)) : 0 }
        let side: Int32 = (n[axis] > 0) != shape.isMirrored ? 1 : 0
        let box = SIMD3(whole(middle.x), whole(middle.y), whole(middle.z))
        let key = SIMD4(box.x, box.y, box.z, Int32(2 * axis) + side)
        let bundle = numbers[key] ?? Int32(members.count)
        if bundle == members.count {
          numbers[key] = bundle
          members.append([])
          let place = boxNumbers[box] ?? Int32(siblings.count)
          if place == siblings.count {
            boxNumbers[box] = place
            siblings.append(InlineArray(repeating: -1))
          }
          boxes.append(place)
          siblings[Int(place)][2 * axis + (side == 1 ? 0 : 1)] = bundle
        }
        members[Int(bundle)].append(SIMD2(Int32(piece), Int32(triangle)))
        bundles.base[number] = bundle
      }
    }
  }
}
