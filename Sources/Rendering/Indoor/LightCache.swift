import Geometry
import VectorMath
import WorldModel

/// Light in rooms, worked out at places of surfaces when it is first asked for and remembered.
///
/// What is remembered depends on the snapshot and the place alone, never on who asked or in what order. Two lattices
/// hold what lamps and windows send straight, one fine, and what comes from other surfaces, one coarse; a third, of
/// cells, holds what surfaces send to others (`LightCache+Cells`). Owned by one worker.
final class LightCache {
  typealias Light = LightStore.Light

  let scene: IndoorScene
  let sky: Sky
  /// Spots of sunlight.
  let patches: [Emitter]
  private let lamps = LightStore()
  private let windows = LightStore()
  private let bounced = LightStore()
  /// For faint mirror images.
  let faint = LightStore()
  let faintBounced = LightStore()
  /// In the middle of cells none of whose corners can tell.
  private let inner: [LightStore]
  /// `LightLattice.code` of each triangle; 0 = not known yet.
  private let lattices: ScratchBuffer<UInt32>
  /// The emitters that a room sees at all, by room.
  var seen: [[[Emitter]?]]
  let cells: LightCells
  private let hasLamps: Bool
  private let hasWindows: Bool
  /// The cells of lattices used last, with their lights.
  var recent: InlineArray<14, Corners>
  private let probes: LightProbes
  /// The triangle that last stopped a ray to each of 32 parts of each emitter, then to each spot of sun; −1 = none.
  private let blockers: ScratchBuffer<Int32>

  /// The lights at the corners of a cell of a lattice.
  struct Corners {
    var key: UInt64 = .max
    var room = -1
    var a = Light.zero
    var b = Light.zero
    var c = Light.zero
    var d = Light.zero
    /// Of their luminances: greatest minus least, and the middle.
    var spread: Float = 0
    var mean: Float = 0
    /// The same of how much is blocked.
    var shadow: Float = 0
    /// Whether all count.
    var isWhole = true
    /// Whether the next level is worth asking.
    var differ = false
  }

  init(_ scene: IndoorScene) {
    self.scene = scene
    sky = scene.snapshot.sky
    patches = SunPatches.emitters(scene)
    let count = scene.caster.triangleCount
    lattices = ScratchBuffer(capacity: max(1, count))
    for i in 0..<count { lattices.base[i] = 0 }
    seen = Array(repeating: Array(repeating: nil, count: scene.rooms.boxes.count), count: 3)
    inner = [LightStore(), LightStore(), LightStore()]
    cells = LightCells(scene)
    hasLamps = scene.emitters.contains { $0.kind != .portal }
    hasWindows = scene.emitters.contains { $0.kind == .portal }
    recent = InlineArray(repeating: Corners())
    probes = LightProbes(scene, .seen)
    let parts = 32 * scene.emitters.count + patches.count
    blockers = ScratchBuffer(capacity: max(1, parts))
    for i in 0..<parts { blockers.base[i] = -1 }
  }

  /// How many places have been worked out: light of lamps, of windows, bounced light, cells, points of air.
  var counts: [Int] {
    [lamps.count, windows.count, bounced.count, cells.count, probes.count, cells.airCount]
  }

  @inline(__always)
  func lattice(piece: Int, triangle: Int, number: Int) -> LightLattice {
    let code = lattices.base[number]
    if code != 0 { return LightLattice(code: code) }
    let (a, b, c) = scene.caster.corners(piece: piece, triangle: triangle)
    let lattice = LightLattice(a, b, c)
    lattices.base[number] = lattice.code
    return lattice
  }

  /// Where to remember what stopped a ray.
  @inline(__always)
  func blocker(of e: Emitter, part: Int) -> UnsafeMutablePointer<Int32> {
    blockers.base + (e.kind == .patch ? 32 * scene.emitters.count + e.number : 32 * e.number + part)
  }

  /// Where light comes from.
  enum Source: Int {
    /// Small: shadows are sharp, places lie 6 cm apart and nearer where needed.
    case lamps
    /// The sky in them; places lie 12 cm apart and nearer where needed.
    case windows
    /// Spots of sun and other surfaces; 24 cm apart, and nearer where needed.
    case surfaces
  }

  /// A point of a surface.
  struct Place {
    var piece: Int
    var triangle: Int
    /// Barycentric weights.
    var weights: SIMD3<Float>
    /// The inside of a two-sided piece.
    var back: Bool
    /// `Rooms.room` of the point.
    var room: Int
    /// World; and how wide what looks at it sees, metres: finer shadows are not looked for.
    var point: Vector3
    var normal: Vector3
    var footprint: Float
  }

  /// All light but the sun's own at a point indoors.
  func light(_ place: Place) -> Light {
    let number = scene.caster.number(piece: place.piece, triangle: place.triangle)
    let lattice = lattice(piece: place.piece, triangle: place.triangle, number: number)
    var light = bouncedLight(place, lattice, number)
    if hasWindows { light += straightLight(.windows, place, lattice, number) }
    if hasLamps { light += straightLight(.lamps, place, lattice, number) }
    return light
  }

  private func straightLight(
    _ source: Source, _ place: Place, _ lattice: LightLattice, _ number: Int
  ) -> Light {
    // Small triangles are not made coarser.
    let coarseness = source == .windows || lattice.rows > 1 ? 1 : 0
    let base = lattice.rows(coarseness: coarseness)
    let most = source == .windows ? min(2, lattice.lastLevel + 1) : lattice.lastLevel + coarseness
    let last = min(most, lattice.lastLevel(footprint: place.footprint) + coarseness)
    let firstSlot = source == .windows ? 6 : 0
    var level = 0
    while true {
      let rows = base << level
      let slot = firstSlot + level
      let cell = lattice.cell(at: place.weights, rows: rows)
      let key = Self.key(number, place.back, level, cell.row, cell.low, cell.high &- cell.low)
      if recent[slot].key != key || recent[slot].room != place.room {
        var corners = self.corners(cell, place.room) { row, column in
          straight(source, node: row, column, base, level, place, lattice, number)
        }
        // Where a corner does not count, one more level is enough.
        if !corners.isWhole {
          corners.differ = level == 0 || level == 1 && source == .lamps && coarseness == 1
        } else if level == 0, source == .lamps, coarseness == 1 {
          corners.differ = matters(corners, place, lattice, number, cell, rows)
        } else if level < most {
          corners.differ = differ(source, corners, place, lattice, number, cell, rows)
        }
        corners.key = key
        recent[slot] = corners
      }
      if level < last && recent[slot].differ {
        level += 1
        continue
      }
      if let light = Self.mix(recent[slot], cell, place.room) { return light }
      return within(source, place, lattice, number, cell, rows, level)
    }
  }

  private func bouncedLight(_ place: Place, _ lattice: LightLattice, _ number: Int) -> Light {
    if lattice.isSmall, let light = probes.light(place.point, place.normal, room: place.room, self) {
      return light
    }
    let coarse = lattice.rows(coarseness: 2)
    var level = 0
    while true {
      let rows = coarse << level
      let cell = lattice.cell(at: place.weights, rows: rows)
      let slot = Self.firstBounced + level
      let key = Self.key(number, place.back, level, cell.row, cell.low, cell.high &- cell.low)
      if recent[slot].key != key || recent[slot].room != place.room {
        var corners = self.corners(cell, place.room) { row, column in
          bounced(node: row, column, coarse, level, place, lattice, number)
        }
        corners.key = key
        corners.differ = corners.spread > 0.3 * corners.mean
        recent[slot] = corners
      }
      if level < 2 && 2 * rows <= lattice.rows && recent[slot].differ {
        level += 1
        continue
      }
      if let light = Self.mix(recent[slot], cell, place.room) { return light }
      return within(.surfaces, place, lattice, number, cell, rows, level)
    }
  }

  /// The three levels of bounced light come after six of lamps and three of windows.
  private static let firstBounced = 9
  /// Then straight and bounced light of faint images.
  static let faintSlot = 12

  @inline(__always)
  static func key(
    _ number: Int, _ back: Bool, _ level: Int, _ row: Int, _ column: Int, _ skew: Int = 0
  ) -> UInt64 {
    UInt64(number) << 34 | (back ? 1 << 33 : 0) | UInt64(skew & 3) << 31 | UInt64(level) << 28
      | UInt64(row) << 14 | UInt64(column)
  }

  /// Whether a place lies in a room.
  @inline(__always)
  private static func isOf(_ room: Int, _ light: Light) -> Bool {
    light[7] >= Float(2 * room) && light[7] < Float(2 * room + 2)
  }

  /// Interpolates; `nil` where no corner of the cell counts.
  @inline(__always)
  static func mix(_ k: Corners, _ cell: LightLattice.Cell, _ room: Int) -> Light? {
    let (f, g, h) = (cell.f, cell.g, cell.h)
    var sum = Light.zero
    var total: Float = 0
    @inline(__always)
    func add(_ light: Light, _ weight: Float) {
      let w = weight * (isOf(room, light) ? light[6] : 0)
      sum += light * w
      total += w
    }
    add(k.a, (1 - f) * (1 - g))
    add(k.b, (1 - f) * g)
    add(k.c, f * (1 - h))
    add(k.d, f * h)
    // A corner that counts may lie where it weighs nothing; covered ones do not speak for what is seen.
    guard total > 2e-3 else { return nil }
    return sum * (1 / total)
  }

  func corners(
    _ cell: LightLattice.Cell, _ room: Int, _ node: (Int, Int) -> Light
  ) -> Corners {
    var k = Corners()
    k.room = room
    k.a = node(cell.row, cell.low)
    k.b = node(cell.row, cell.low + (cell.row == 0 ? 0 : 1))
    k.c = node(cell.row + 1, cell.high)
    k.d = node(cell.row + 1, cell.high + 1)
    var (low, high) = (Float.infinity, -Float.infinity)
    var (closed, open) = (Float.infinity, -Float.infinity)
    for light in [k.a, k.b, k.c, k.d] {
      guard light[6] == 1, Self.isOf(room, light) else {
        k.isWhole = false
        continue
      }
      closed = min(closed, light[7])
      open = max(open, light[7])
      let l = Emitter.luminance(Vector3f(light[0], light[1], light[2]))
      low = min(low, l)
      high = max(high, l)
    }
    guard low <= high else { return k }
    k.spread = high - low
    k.shadow = open - closed
    k.mean = (high + low) / 2
    return k
  }

  /// Whether straight light differs so much over a cell that the next level is worth asking.
  private func differ(
    _ source: Source, _ k: Corners, _ place: Place, _ lattice: LightLattice, _ number: Int,
    _ cell: LightLattice.Cell,
    _ rows: Int
  ) -> Bool {
    // Without a shadow's edge light is as smooth as interpolation needs it.
    guard k.shadow > 0.15, k.spread > 0.04 * (k.mean + k.spread / 2) else { return false }
    // What the eye sees is the difference to all light.
    let ground = self.ground(source, place, lattice, number, cell, rows)
    return k.spread > (source == .windows ? 0.12 : 0.1) * (k.mean + ground)
  }

  /// Whether lamps are bright enough beside other light for their shadows to be looked for.
  private func matters(
    _ k: Corners, _ place: Place, _ lattice: LightLattice, _ number: Int, _ cell: LightLattice.Cell,
    _ rows: Int
  ) -> Bool {
    guard k.mean > 0 || k.shadow > 0 else { return false }
    return k.mean + k.spread / 2 > 0.08 * ground(.lamps, place, lattice, number, cell, rows)
  }

  /// The luminance of other light in a cell: that of its middle, so that all of it agrees.
  private func ground(
    _ source: Source, _ place: Place, _ lattice: LightLattice, _ number: Int, _ cell: LightLattice.Cell,
    _ rows: Int
  ) -> Float {
    let t = (Double(cell.row) + 0.5) / Double(rows)
    let n = max(1, lattice.segments(cell.row + 1))
    let w = lattice.weights(along: t, across: (Double(cell.high) + 0.5) / Double(n))
    let r = scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
    var middle = place
    middle.weights = SIMD3<Float>(w)
    middle.point = r.point
    middle.normal = r.normal
    var all = bouncedLight(middle, lattice, number)
    if source == .lamps && hasWindows { all += straightLight(.windows, middle, lattice, number) }
    return Emitter.luminance(Vector3f(all[0], all[1], all[2]))
  }

  /// The point of a lattice's node, moved by up to 2 mm into its triangle, away from what stands along the edges.
  func receiver(_ lattice: LightLattice, _ row: Int, _ column: Int, _ rows: Int, _ place: Place)
    -> Receiver
  {
    let inward = min(0.1, 0.004 / (Double(lattice.rows) * LightLattice.spacing))
    let w =
      lattice.weights(row: row, column: column, rows: rows) * (1 - inward) + Vector3(repeating: inward / 3)
    return scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
  }

  private func straight(
    _ source: Source, node row: Int, _ column: Int, _ base: Int, _ level: Int, _ place: Place,
    _ lattice: LightLattice, _ number: Int
  ) -> Light {
    let store = source == .windows ? windows : lamps
    let n = lattice.coarsest(row: row, column: column, level: level)
    // Corners of small triangles are shared by neighbours: what they know depends on the vertex alone.
    let isVertex = n.level == 0 && lattice.rows == 1
    let key: UInt64
    var corner = 0
    if isVertex {
      let shape = scene.pieces[place.piece]
      corner = lattice.corner(row: n.row, column: n.column)
      let vertex = Int(shape.mesh.triangles[place.triangle][corner])
      key = 1 << 63 | UInt64(shape.firstVertex + vertex) << 1 | (place.back ? 1 : 0)
    } else {
      key = Self.key(number, place.back, n.level, n.row, n.column)
    }
    if let known = store.index(key) { return store[known] }
    let r =
      isVertex
      ? scene.receiver(piece: place.piece, triangle: place.triangle, corner: corner, back: place.back)
      : receiver(lattice, n.row, n.column, base << n.level, place)
    let light = standing(r, rays: isVertex ? 1 : 2) {
      straightLight(source, r, lattice.isSmall ? .middling : .fine)
    }
    store.insert(key, light)
    return light
  }

  private func bounced(
    node row: Int, _ column: Int, _ coarse: Int, _ level: Int, _ place: Place, _ lattice: LightLattice,
    _ number: Int
  ) -> Light {
    let n = lattice.coarsest(row: row, column: column, level: level)
    let key = Self.key(number, place.back, n.level, n.row, n.column)
    if let known = bounced.index(key) { return bounced[known] }
    let r = receiver(lattice, n.row, n.column, coarse << n.level, place)
    let light = standing(r, rays: 3) { bouncedLight(r) }
    bounced.insert(key, light)
    return light
  }

  @inline(__always)
  func standing(_ r: Receiver, rays: Int, _ work: () -> Light) -> Light {
    let standing = scene.standing(r, rays: rays)
    var light = standing == .buried ? .zero : work()
    light[6] = standing == .free ? 1 : standing == .covered ? 1e-3 : 0
    light[7] = Float(2 * r.room) + min(1, max(0, light[7]))
    return light
  }

  /// Where in a cell to look for a place that sees the room, in parts of the way along and across: the middle first.
  private static let inside = [
    (0.5, 0.5), (0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75), (0.08, 0.5), (0.92, 0.5), (0.5, 0.08),
    (0.5, 0.92),
  ]

  /// The light in a cell none of whose corners sees what the cell sees.
  private func within(
    _ source: Source, _ place: Place, _ lattice: LightLattice, _ number: Int, _ cell: LightLattice.Cell,
    _ rows: Int, _ level: Int
  ) -> Light {
    let inner = self.inner[source.rawValue]
    let key =
      UInt64(number) << 35 | (place.back ? 1 << 34 : 0) | UInt64(place.room & 7) << 31 | UInt64(level) << 28
      | UInt64(cell.row) << 14 | UInt64(cell.high)
    if let known = inner.index(key) { return inner[known] }
    let n = max(1, lattice.segments(cell.row + 1))
    func candidate(_ at: (Double, Double)) -> Receiver {
      let w = lattice.weights(
        along: (Double(cell.row) + at.0) / Double(rows), across: (Double(cell.high) + at.1) / Double(n))
      return scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
    }
    var r = candidate(Self.inside[0])
    for at in Self.inside where scene.standing(r, rays: 1) != .free { r = candidate(at) }
    r.room = place.room
    let light = source == .surfaces ? bouncedLight(r) : straightLight(source, r, .middling)
    inner.insert(key, light)
    return light
  }
}
