import Geometry
import VectorMath
import WorldModel

/// Light in rooms, worked out at places of surfaces when it is first asked for and remembered.
///
/// What is remembered depends on the snapshot and the place alone, never on who asked or in what order. Two layers of
/// places hold what lamps and windows send straight, a third, coarse one what comes from other surfaces; a fourth, of
/// cells, what surfaces send to others (`LightCells`). Owned by one worker.
final class LightCache {
  typealias Light = LightStore.Light

  let scene: IndoorScene
  let sky: Sky
  /// Spots of sunlight.
  let patches: [Emitter]
  let lamps = LightStore()
  let windows = LightStore()
  let bounced = LightStore()
  /// Bounced light as gathered at places of sheets, before it is smoothed.
  let gathered = LightStore()
  /// For faint mirror images.
  let faint = LightStore()
  let faintBounced = LightStore()
  /// In the middle of cells none of whose corners can tell.
  let inner: [LightStore]
  /// On edges of cells of sheets, and which cells are asked more finely, by source.
  let settled: [LightStore]
  let refined: [LightStore]
  let sheets: LightSheets
  /// `LightLattice.code` of each triangle; 0 = not known yet.
  private let lattices: ScratchBuffer<UInt32>
  /// The emitters that a room sees at all, by room.
  var seen: [[[Emitter]?]]
  let cells: LightCells
  private let hasLamps: Bool
  let hasWindows: Bool
  /// The cells of grids used last, with their lights.
  var recent: InlineArray<16, Corners>
  let probes: LightProbes
  /// The triangle that last stopped a ray to each of 32 parts of each emitter, then to each spot of sun; −1 = none.
  private let blockers: ScratchBuffer<Int32>

  /// The lights at the corners of a cell.
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
    /// Of the last lanes, how much is open or how far it is to what is seen: greatest minus least, and the least.
    var shadow: Float = 0
    var least: Float = 0
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
    sheets = LightSheets(scene)
    seen = Array(repeating: Array(repeating: nil, count: scene.rooms.boxes.count), count: 3)
    inner = [LightStore(), LightStore(), LightStore()]
    settled = [LightStore(), LightStore(), LightStore()]
    refined = [LightStore(), LightStore(), LightStore()]
    cells = LightCells(scene, sheets)
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
  func grid(piece: Int, triangle: Int) -> LightGrid {
    let number = scene.caster.number(piece: piece, triangle: triangle)
    if let sheet = sheets.sheet(of: number) {
      return LightGrid(lattice: .single, sheet: sheet, number: sheet.pointee.number)
    }
    let code = lattices.base[number]
    if code != 0 { return LightGrid(lattice: LightLattice(code: code), sheet: nil, number: number) }
    let (a, b, c) = scene.caster.corners(piece: piece, triangle: triangle)
    let lattice = LightLattice(a, b, c)
    lattices.base[number] = lattice.code
    return LightGrid(lattice: lattice, sheet: nil, number: number)
  }

  /// Where to remember what stopped a ray.
  @inline(__always)
  func blocker(of e: Emitter, part: Int) -> UnsafeMutablePointer<Int32> {
    blockers.base + (e.kind == .patch ? 32 * scene.emitters.count + e.number : 32 * e.number + part)
  }

  /// Where light comes from.
  enum Source: Int {
    /// Small: shadows are sharp.
    case lamps
    /// The sky in them.
    case windows
    /// Spots of sun and other surfaces.
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
    let grid = grid(piece: place.piece, triangle: place.triangle)
    var light = bouncedLight(place, grid)
    if hasWindows { light += straightLight(.windows, place, grid) }
    if hasLamps { light += straightLight(.lamps, place, grid) }
    return light
  }

  // MARK: Cells

  /// Of `recent`: up to seven levels of lamps' light, then four of windows', three of bounced light, and straight and
  /// bounced light of faint images.
  static let firstSlot = [0, 7, 11]
  static let faintSlot = 14

  @inline(__always)
  static func key(
    _ number: Int, _ back: Bool, _ level: Int, _ row: Int, _ column: Int, _ skew: Int = 0
  ) -> UInt64 {
    UInt64(number) << 34 | (back ? 1 << 33 : 0) | UInt64(skew & 3) << 31 | UInt64(level) << 28
      | UInt64(row) << 14 | UInt64(column)
  }

  /// Of what depends on the room of who asks.
  @inline(__always)
  static func key(
    _ number: Int, _ back: Bool, _ level: Int, _ row: Int, _ column: Int, room: Int
  ) -> UInt64 {
    UInt64(number) << 35 | (back ? 1 << 34 : 0) | UInt64(room & 7) << 31 | UInt64(level) << 28
      | UInt64(row) << 14 | UInt64(column)
  }

  /// How much a place says about a room.
  @inline(__always)
  static func weight(_ light: Light, in room: Int) -> Float { isOf(room, light) ? light[6] : 0 }

  /// Whether a place lies in a room.
  @inline(__always)
  static func isOf(_ room: Int, _ light: Light) -> Bool {
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
      let w = weight * Self.weight(light, in: room)
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
    k.b = node(cell.row, cell.lowNext)
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
    k.least = closed - Float(2 * room)
    k.mean = (high + low) / 2
    return k
  }
}
