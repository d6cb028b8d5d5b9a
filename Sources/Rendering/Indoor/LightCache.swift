import Geometry
import RandomStreams
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
  private let straight = LightStore()
  private let bounced = LightStore()
  /// `LightLattice.code` of each triangle; 0 = not known yet.
  private let lattices: ScratchBuffer<UInt32>
  /// The emitters that a room sees at all, by room.
  private var seen: [[Emitter]?]
  private var seenPatches: [[Emitter]?]
  let cells: LightCells
  /// The cells of lattices used last, with their lights.
  private var recent: (Corners, Corners, Corners, Corners)

  /// The lights at the corners of a cell of a lattice.
  private struct Corners {
    var key: UInt64 = .max
    var room = -1
    var a = Light.zero
    var b = Light.zero
    var c = Light.zero
    var d = Light.zero
    /// Whether they differ so much that the next level is worth asking.
    var differ = false
  }

  init(_ scene: IndoorScene) {
    self.scene = scene
    sky = scene.snapshot.sky
    patches = SunPatches.emitters(scene)
    let count = scene.caster.triangleCount
    lattices = ScratchBuffer(capacity: max(1, count))
    for i in 0..<count { lattices.base[i] = 0 }
    seen = Array(repeating: nil, count: scene.rooms.boxes.count)
    seenPatches = seen
    cells = LightCells(scene)
    recent = (Corners(), Corners(), Corners(), Corners())
  }

  /// How many places have been worked out: straight light, bounced light, cells.
  var counts: (straight: Int, bounced: Int, cells: Int) { (straight.count, bounced.count, cells.count) }

  @inline(__always)
  func lattice(piece: Int, triangle: Int, number: Int) -> LightLattice {
    let code = lattices.base[number]
    if code != 0 { return LightLattice(code: code) }
    let (a, b, c) = scene.caster.corners(piece: piece, triangle: triangle)
    let lattice = LightLattice(a, b, c)
    lattices.base[number] = lattice.code
    return lattice
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
  }

  /// All light but the sun's own at a point indoors.
  func light(_ place: Place) -> Light {
    let number = scene.caster.number(piece: place.piece, triangle: place.triangle)
    let lattice = lattice(piece: place.piece, triangle: place.triangle, number: number)
    return straightLight(place, lattice, number) + bouncedLight(place, lattice, number)
  }

  private func straightLight(_ place: Place, _ lattice: LightLattice, _ number: Int) -> Light {
    var level = 0
    while true {
      let rows = lattice.rows << level
      let cell = lattice.cell(at: place.weights, rows: rows)
      let key = Self.key(number, place.back, level, cell.row, cell.low, cell.high &- cell.low)
      var corners = level == 0 ? recent.0 : level == 1 ? recent.1 : recent.2
      if corners.key != key || corners.room != place.room {
        corners = self.corners(place, lattice, number, cell, level, rows)
        corners.key = key
        corners.room = place.room
        if level == 0 { recent.0 = corners } else if level == 1 { recent.1 = corners } else { recent.2 = corners }
      }
      if corners.differ && level < lattice.lastLevel {
        level += 1
        continue
      }
      if let light = Self.mix(corners, cell, place.room) { return light }
      return within(place, lattice, number, cell, rows, isBounced: false)
    }
  }

  private func bouncedLight(_ place: Place, _ lattice: LightLattice, _ number: Int) -> Light {
    let rows = lattice.rows(coarseness: 1)
    let cell = lattice.cell(at: place.weights, rows: rows)
    let key = Self.key(number, place.back, 3, cell.row, cell.low, cell.high &- cell.low)
    var corners = recent.3
    if corners.key != key || corners.room != place.room {
      corners = Corners()
      (corners.key, corners.room) = (key, place.room)
      func node(_ row: Int, _ column: Int) -> Light {
        bounced(node: row, column, rows, place, lattice, number)
      }
      corners.a = node(cell.row, cell.low)
      corners.b = node(cell.row, cell.low + (cell.row == 0 ? 0 : 1))
      corners.c = node(cell.row + 1, cell.high)
      corners.d = node(cell.row + 1, cell.high + 1)
      recent.3 = corners
    }
    if let light = Self.mix(corners, cell, place.room) { return light }
    return within(place, lattice, number, cell, rows, isBounced: true)
  }

  @inline(__always)
  private static func key(
    _ number: Int, _ back: Bool, _ level: Int, _ row: Int, _ column: Int, _ skew: Int = 0
  ) -> UInt64 {
    UInt64(number) << 34 | (back ? 1 << 33 : 0) | UInt64(skew & 3) << 31 | UInt64(level) << 28
      | UInt64(row) << 14 | UInt64(column)
  }

  /// Interpolates; `nil` where no corner of the cell counts.
  @inline(__always)
  private static func mix(_ k: Corners, _ cell: LightLattice.Cell, _ room: Int) -> Light? {
    let (f, g, h) = (cell.f, cell.g, cell.h)
    var sum = Light.zero
    var total: Float = 0
    @inline(__always)
    func add(_ light: Light, _ weight: Float) {
      let w = weight * (light[7] == Float(room) ? light[6] : 0)
      sum += light * w
      total += w
    }
    add(k.a, (1 - f) * (1 - g))
    add(k.b, (1 - f) * g)
    add(k.c, f * (1 - h))
    add(k.d, f * h)
    // A corner that counts may lie where it weighs nothing.
    guard total > 1e-6 else { return nil }
    return sum * (1 / total)
  }

  private func corners(
    _ place: Place, _ lattice: LightLattice, _ number: Int, _ cell: LightLattice.Cell, _ level: Int,
    _ rows: Int
  ) -> Corners {
    func node(_ row: Int, _ column: Int) -> Light {
      straight(node: row, column, level, place, lattice, number)
    }
    var k = Corners()
    k.a = node(cell.row, cell.low)
    k.b = node(cell.row, cell.low + (cell.row == 0 ? 0 : 1))
    k.c = node(cell.row + 1, cell.high)
    k.d = node(cell.row + 1, cell.high + 1)
    guard level < lattice.lastLevel else { return k }
    var (low, high, isWhole) = (Float.infinity, -Float.infinity, true)
    for light in [k.a, k.b, k.c, k.d] {
      if light[6] < 1 || light[7] != Float(place.room) { isWhole = false }
      let l = Emitter.luminance(Vector3f(light[0], light[1], light[2]))
      low = min(low, l)
      high = max(high, l)
    }
    if !isWhole {
      k.differ = true
    } else if high - low > 0.04 * high {
      // What the eye sees is the difference to all light; that of the cell's middle, so that all of it agrees.
      let t = (Double(cell.row) + 0.5) / Double(rows)
      let n = max(1, lattice.segments(cell.row + 1))
      let w = lattice.weights(along: t, across: (Double(cell.high) + 0.5) / Double(n))
      var middle = place
      middle.weights = SIMD3<Float>(w)
      let all = bouncedLight(middle, lattice, number)
      let ground = Emitter.luminance(Vector3f(all[0], all[1], all[2]))
      k.differ = high - low > 0.07 * ((high + low) / 2 + ground)
    }
    return k
  }

  /// The point of a lattice's node. Corners of small triangles stay where they are; other places are moved by up to
  /// 2 mm into their triangle, away from what stands along its edges.
  private func receiver(_ lattice: LightLattice, _ row: Int, _ column: Int, _ rows: Int, _ place: Place)
    -> Receiver
  {
    var w = lattice.weights(row: row, column: column, rows: rows)
    if lattice.rows > 1 {
      let inward = min(0.1, 0.004 / (Double(lattice.rows) * LightLattice.spacing))
      w = w * (1 - inward) + Vector3(repeating: inward / 3)
    }
    return scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
  }

  /// Whether a node is a corner that neighbouring small triangles share, and its key then.
  @inline(__always)
  private func vertexKey(_ lattice: LightLattice, _ row: Int, _ column: Int, _ place: Place) -> UInt64 {
    let shape = scene.pieces[place.piece]
    let t = shape.mesh.triangles[place.triangle]
    let vertex = t[lattice.corner(row: row, column: column)]
    return 1 << 63 | UInt64(shape.firstVertex + Int(vertex)) << 1 | (place.back ? 1 : 0)
  }

  private func straight(
    node row: Int, _ column: Int, _ level: Int, _ place: Place, _ lattice: LightLattice, _ number: Int
  ) -> Light {
    let n = lattice.coarsest(row: row, column: column, level: level)
    let key =
      n.level == 0 && lattice.rows == 1
      ? vertexKey(lattice, n.row, n.column, place)
      : Self.key(number, place.back, n.level, n.row, n.column)
    if let known = straight.index(key) { return straight[known] }
    let r = receiver(lattice, n.row, n.column, lattice.rows << n.level, place)
    let light = standing(r) { straightLight(r, isFine: true) }
    straight.insert(key, light)
    return light
  }

  private func bounced(
    node row: Int, _ column: Int, _ rows: Int, _ place: Place, _ lattice: LightLattice, _ number: Int
  ) -> Light {
    let key =
      rows == 1 ? vertexKey(lattice, row, column, place) : Self.key(number, place.back, 3, row, column)
    if let known = bounced.index(key) { return bounced[known] }
    let r = receiver(lattice, row, column, rows, place)
    let light = standing(r) { bouncedLight(r) }
    bounced.insert(key, light)
    return light
  }

  @inline(__always)
  private func standing(_ r: Receiver, _ work: () -> Light) -> Light {
    let standing = scene.standing(r)
    var light = standing == .buried ? .zero : work()
    light[6] = standing == .free ? 1 : standing == .covered ? 1e-3 : 0
    light[7] = Float(r.room)
    return light
  }

  /// The light in the middle of a cell none of whose corners sees what the cell sees.
  private func within(
    _ place: Place, _ lattice: LightLattice, _ number: Int, _ cell: LightLattice.Cell, _ rows: Int,
    isBounced: Bool
  ) -> Light {
    let key = Self.key(number, place.back, isBounced ? 5 : 4, cell.row, cell.high, place.room & 3)
    let store = isBounced ? bounced : straight
    if let known = store.index(key) { return store[known] }
    let n = max(1, lattice.segments(cell.row + 1))
    let w = lattice.weights(
      along: (Double(cell.row) + 0.5) / Double(rows), across: (Double(cell.high) + 0.5) / Double(n))
    var r = scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
    r.room = place.room
    let light = isBounced ? bouncedLight(r) : straightLight(r, isFine: true)
    store.insert(key, light)
    return light
  }

  // MARK: Rays

  /// What lamps and windows send straight to a receiver.
  func straightLight(_ r: Receiver, isFine: Bool) -> Light {
    guard r.room >= 0 else { return .zero }
    let emitters = self.emitters(of: r.room, patches: false)
    var most: Float = 0
    for e in emitters { most += e.estimate(r) }
    let least = most * 0.003
    var sum = Light.zero
    for e in emitters where e.estimate(r) > least { add(e, r, isFine: isFine, to: &sum) }
    return sum
  }

  /// Adds an emitter's light with its shadow: four rays, sixteen where these disagree.
  private func add(_ e: Emitter, _ r: Receiver, isFine: Bool, to sum: inout Light) {
    var (tried, open) = (0, 0)
    for k in 0..<4 {
      let part = e.part(k & 1, k >> 1, of: 2, r, sky)
      guard part.isLit else { continue }
      tried += 1
      if isOpen(part, e, r) {
        open += 1
        if !isFine { sum += part.light }
      }
    }
    guard isFine, open > 0 || tried == 0 || tried < 4 else { return }
    let asks = open < tried || tried == 0
    for k in 0..<16 {
      let part = e.part(k & 3, k >> 2, of: 4, r, sky)
      if part.isLit && (!asks || isOpen(part, e, r)) { sum += part.light }
    }
  }

  @inline(__always)
  private func isOpen(_ part: Emitter.Part, _ e: Emitter, _ r: Receiver) -> Bool {
    !scene.caster.isOccluded(
      origin: r.point, direction: part.way, from: 0, to: 0.9995, ignoring: e.pieces)
  }

  /// What comes from the sun's spots and from other surfaces.
  private func bouncedLight(_ r: Receiver) -> Light {
    guard r.room >= 0 else { return .zero }
    var sum = patchLight(r)
    let (x, y) = Self.axes(r.normal)
    var count = 0
    var gathered = Light.zero
    for d in Self.hemisphere64 {
      let direction = x * d.x + y * d.y + r.normal * d.z
      guard dot(direction, r.face) > 0 else { continue }
      count += 1
      guard let hit = scene.caster.nearest(origin: r.point, direction: direction, faces: .both) else { continue }
      gathered += Emitter.light(cells.radiosity(hit, r.point + direction * hit.t, self), Vector3f(direction))
    }
    if count > 0 { sum += gathered * (1 / Float(count)) }
    return sum
  }

  /// The first bounce of sunlight, from its spots.
  func patchLight(_ r: Receiver) -> Light {
    var sum = Light.zero
    guard !patches.isEmpty else { return sum }
    let emitters = self.emitters(of: r.room, patches: true)
    var most: Float = 0
    for e in emitters { most += e.estimate(r) }
    let least = most * 0.004
    for e in emitters where e.estimate(r) > least {
      let part = e.part(0, 0, of: 1, r, sky)
      if part.isLit && isOpen(part, e, r) { sum += part.light }
    }
    return sum
  }

  @inline(__always)
  static func axes(_ n: Vector3) -> (Vector3, Vector3) {
    let x = normalized(cross(n.z.magnitude < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0), n))
    return (x, cross(n, x))
  }

  static let hemisphere64 = hemisphere(8)

  /// n × n directions about z, as many as their cosines ask for.
  static func hemisphere(_ n: Int) -> [Vector3] {
    (0..<(n * n)).map { k in
      let (i, j) = (Double(k % n), Double(k / n))
      let x = (i + (j + 0.5) / Double(n)) / Double(n)
      let y = (j + (i + 0.5) / Double(n)) / Double(n)
      let r = x.squareRoot()
      let turn = DeterministicMath.sincos(2 * .pi * y)
      return Vector3(r * turn.cos, r * turn.sin, (1 - x).squareRoot())
    }
  }

  /// The emitters that a room sees from at least one of some hundred points.
  private func emitters(of room: Int, patches wanted: Bool) -> [Emitter] {
    if let known = wanted ? seenPatches[room] : seen[room] { return known }
    let boxes = scene.rooms.boxes(of: room)
    let list = (wanted ? patches : scene.emitters).filter { e in
      if let own = scene.rooms.box(around: e.center + e.normal * 0.05), boxes.contains(own) { return true }
      for (b, box) in boxes.enumerated() {
        for k in 0..<160 {
          let i = 160 * b + k + 1
          let p =
            box.min + box.size * Vector3(halton(i, base: 2), halton(i, base: 3), halton(i, base: 5))
          let q =
            e.center + e.halfU * (2 * halton(i, base: 7) - 1) + e.halfV * (2 * halton(i, base: 11) - 1)
          let way = q - p
          if e.kind != .ball && dot(way, e.normal) >= 0 { continue }
          if !scene.caster.isOccluded(
            origin: p, direction: way, from: 0, to: 0.995, ignoring: e.pieces)
          {
            return true
          }
        }
      }
      return false
    }
    if wanted { seenPatches[room] = list } else { seen[room] = list }
    return list
  }
}
