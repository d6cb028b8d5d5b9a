import VectorMath

/// The skin of a car: one closed surface over rings across the car, from the floor's centre line up the left
/// side, over the roof and down the right; glass and paint are faces of the same surface, and wheel wells are
/// folds of it.
struct CarShell {
  enum Surface: Int, CaseIterable { case paint, glass, trim, shadow }

  let shape: CarShape
  private(set) var builders = [MeshBuilder](repeating: MeshBuilder(), count: Surface.allCases.count)

  /// Ring rows from the floor's centre to the roof's centre.
  private enum Row {
    static let wellInner = 1
    static let bottom = 3
    static let shoulder = 10
    static let windowTop = 12
    static let roofEdge = 14
    static let count = 18
  }

  init(shape: CarShape) {
    self.shape = shape
    build()
  }

  /// The height and half width of the bonnet's or roof's edge at a station, and how far the middle rises
  /// above it.
  func roofEdge(_ s: Double) -> (y: Double, z: Double, crown: Double) {
    let (belt, top) = (shape.shoulder(s), shape.skyline(s))
    let h = max(0.01, top - belt)
    let cabin = smoothstep(0.08, 0.4, h)
    let crown = min(0.55 * h, 0.055)
    let y = shape.halfWidth(s, belt) - 0.03 - 0.33 * h - 0.1 * (1 - cabin) - 0.06 * cabin
    return (y, top - crown, crown)
  }

  /// The left half of the ring at a station whose body starts at `bottom`.
  private func halfRing(_ s: Double, bottom: Double) -> [Vector3] {
    let (low, belt, top) = (shape.sill(s), shape.shoulder(s), shape.skyline(s))
    let h = max(0.01, top - belt)
    let inner = shape.width / 2 - shape.tyreWidth - 0.12
    let beltY = shape.halfWidth(s, belt)
    let edge = roofEdge(s)
    var yz: [Vector2] = [Vector2(0, low), Vector2(inner, low), Vector2(inner, bottom)]
    for t in [0, 0.1, 0.25, 0.42, 0.6, 0.78, 0.92, 1] {
      let z = bottom + (belt - bottom) * t
      yz.append(Vector2(shape.halfWidth(s, z), z))
    }
    yz.append(Vector2(beltY - 0.028, belt + min(0.025, 0.15 * h)))
    for f in [0.82, 0.93] {
      // The side glass leans in, a little more towards the top.
      let y = beltY - 0.03 - (0.33 * h) * DeterministicMath.pow(f, 1.3)
      yz.append(Vector2(y, belt + (edge.z - belt) * f))
    }
    yz.append(Vector2(edge.y, edge.z))
    for f in [0.66, 0.33, 0] { yz.append(Vector2(edge.y * f, top - edge.crown * f * f)) }
    return yz.map { Vector3(shape.x(s), $0.x, $0.y) }
  }

  /// Stations with the height where the body starts, front to rear; wheel arches start and end with two
  /// stations at one place, for the arch's vertical edge.
  private func stations() -> [(s: Double, bottom: Double)] {
    var fixed: [Double] = [0, 0.008, 0.02, 0.04, 0.065, 0.96, 0.98, 0.992, 1]
    fixed += [shape.windscreen.bottom, shape.windscreen.top, shape.rearWindow.top, shape.rearWindow.bottom]
    for w in shape.sideWindows { fixed += [w.front, w.rear] }
    let arches = shape.axles.map { axle in
      (shape.station(axle + shape.archRadius), shape.station(axle - shape.archRadius), axle)
    }
    fixed.sort()
    var filled: [Double] = []
    for s in fixed {
      if let last = filled.last {
        if s - last < 1e-6 { continue }
        let steps = Int(((s - last) / 0.034).rounded(.up))
        for k in 1..<max(1, steps) { filled.append(last + (s - last) * Double(k) / Double(steps)) }
      }
      filled.append(s)
    }
    var out = filled.filter { s in
      !arches.contains { s > $0.0 - 0.004 && s < $0.1 + 0.004 } || fixed.contains(s)
    }.map { s -> (s: Double, bottom: Double) in
      guard let arch = arches.first(where: { s > $0.0 && s < $0.1 }) else { return (s, shape.sill(s)) }
      let dx = shape.x(s) - arch.2
      let r = shape.archRadius
      return (s, shape.wheelRadius + max(0, r * r - dx * dx).squareRoot())
    }
    for arch in arches {
      out.append((arch.0, shape.sill(arch.0)))
      out.append((arch.1, shape.sill(arch.1)))
      let steps = 18
      for k in 0...steps {
        let (sine, cosine) = DeterministicMath.sincos(Double.pi * Double(k) / Double(steps))
        out.append(
          (shape.station(arch.2 + shape.archRadius * cosine), shape.wheelRadius + shape.archRadius * sine))
      }
    }
    // At the arch's front edge the sill comes first, at its rear edge last.
    out.sort { a, b in
      if (a.s - b.s).magnitude > 1e-9 { return a.s < b.s }
      let isRear = arches.contains { ($0.1 - a.s).magnitude < 1e-6 }
      return isRear ? a.bottom > b.bottom : a.bottom < b.bottom
    }
    return out
  }

  private func surface(row: Int, s: Double) -> Surface {
    let sides = shape.sideWindows
    let first = sides.first?.front ?? 0
    let last = sides.last?.rear ?? 0
    switch row {
    case 0..<Row.bottom: return .shadow
    case Row.bottom: return shape.hasCladding ? .trim : .paint
    case Row.shoulder: return s > first - 0.01 && s < last + 0.004 ? .trim : .paint
    case Row.shoulder + 1:
      if sides.contains(where: { s > $0.front && s < $0.rear }) { return .glass }
      return s > first && s < last ? .trim : .paint
    case Row.roofEdge...:
      if s > shape.windscreen.bottom && s < shape.windscreen.top { return .glass }
      return s > shape.rearWindow.top && s < shape.rearWindow.bottom ? .glass : .paint
    default: return .paint
    }
  }

  private mutating func build() {
    let stations = stations()
    let halves = stations.map { halfRing($0.s, bottom: $0.bottom) }
    var skin = MeshBuilder()
    let n = Row.count
    // Ring: rows 0...n−1 on the left, then n−2...1 on the right.
    let rings = halves.map { half -> [Int] in
      let left = half.map { skin.point(shape.rounded($0)) }
      let right = half[1..<(n - 1)].reversed().map { skin.point(shape.rounded($0 * Vector3(1, -1, 1))) }
      return left + right
    }
    var quads: [(ids: [Int], surface: Surface)] = []
    for k in 1..<rings.count {
      let s = (stations[k - 1].s + stations[k].s) / 2
      for i in rings[k].indices {
        let j = (i + 1) % rings[k].count
        let row = i < n - 1 ? i : rings[k].count - 1 - i
        quads.append(([rings[k - 1][i], rings[k - 1][j], rings[k][j], rings[k][i]], surface(row: row, s: s)))
      }
    }
    if let front = rings.first, let frontHalf = halves.first {
      quads += cap(ring: front, half: frontHalf, in: &skin).map { ($0.reversed(), .paint) }
    }
    if let rear = rings.last, let rearHalf = halves.last {
      quads += cap(ring: rear, half: rearHalf, in: &skin).map { ($0, .paint) }
    }
    // Stations run against x, so the order above looks inward: turn every face.
    for target in Surface.allCases {
      var b = MeshBuilder()
      for p in skin.points { _ = b.point(p) }
      for q in quads where q.surface == target { b.quad(q.ids[3], q.ids[2], q.ids[1], q.ids[0]) }
      if target == .paint || target == .trim { b.setNormals { flankNormal($0) } }
      builders[target.rawValue] = b
    }
  }

  /// The exact normal on the doors and wings, where the skin is a function of (x, z): slivers around the
  /// wheel arches would make the faces' means uneven. `nil` elsewhere.
  private func flankNormal(_ p: Vector3) -> Vector3? {
    let s = shape.station(p.x)
    guard s > 0.11, s < 0.915, p.z < shape.shoulder(s) - 0.01 else { return nil }
    guard (p.y.magnitude - shape.halfWidth(s, p.z)).magnitude < 0.002 else { return nil }
    let e = 0.02
    let slopeX =
      (shape.halfWidth(shape.station(p.x + e), p.z) - shape.halfWidth(shape.station(p.x - e), p.z)) / (2 * e)
    let slopeZ = (shape.halfWidth(s, p.z + e) - shape.halfWidth(s, p.z - e)) / (2 * e)
    return Vector3(-slopeX, p.y < 0 ? -1 : 1, -slopeZ)
  }

  /// Strips across the car's end between the ring's left and right halves, bowed like the ring itself.
  private func cap(ring: [Int], half: [Vector3], in skin: inout MeshBuilder) -> [[Int]] {
    let shares: [Double] = [-0.93, -0.84, -0.7, -0.5, -0.25, 0, 0.25, 0.5, 0.7, 0.84, 0.93]
    let n = Row.count
    let rows = half.indices.map { r -> [Int] in
      if r == 0 || r == n - 1 { return [Int](repeating: ring[r], count: shares.count + 2) }
      let inside = shares.map { skin.point(shape.rounded(half[r] * Vector3(1, $0, 1))) }
      return [ring[ring.count - r]] + inside + [ring[r]]
    }
    var out: [[Int]] = []
    for r in 1..<n {
      for c in 1..<rows[r].count {
        out.append([rows[r - 1][c - 1], rows[r - 1][c], rows[r][c], rows[r][c - 1]])
      }
    }
    return out
  }
}
