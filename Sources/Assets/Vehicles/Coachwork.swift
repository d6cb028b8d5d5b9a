import VectorMath

/// A box-like vehicle body: a side view (x forward, z up) drawn across the vehicle's width, edges rounded,
/// sides leaning in towards the top, the front bowed.
struct Coachwork {
  /// The side view, counter-clockwise seen from the vehicle's right (x to the right, z up).
  var outline: [Vector2]
  var width: Double
  /// Metres that edges are cut off.
  var bevel = 0.05
  /// How much narrower the body is at `top` than below `waist`, as a share.
  var lean: (waist: Double, top: Double, share: Double) = (1, 3, 0)
  /// Metres that the front corners lie behind the front's middle.
  var bow = 0.0
  /// Only what lies ahead of this x bows.
  var bowStart = 0.0

  func halfWidth(_ z: Double) -> Double {
    let t = max(0, min(1, (z - lean.waist) / (lean.top - lean.waist)))
    return width / 2 * (1 - lean.share * t * t)
  }

  func bowed(_ p: Vector3) -> Vector3 {
    guard p.x > bowStart, bow > 0 else { return p }
    let share = (p.x - bowStart) / max(0.05, (outline.map(\.x).max() ?? 0) - bowStart)
    let v = p.y / (width / 2)
    return Vector3(p.x - bow * v * v * min(1, share), p.y, p.z)
  }

  var solid: MeshBuilder {
    let shares: [Double] = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]
    let full = width / 2
    var rings: [(y: Double, outline: [Vector2])] = []
    rings.append((-full, inset(bevel)))
    rings.append((-full + bevel * 0.3, inset(bevel * 0.3)))
    for s in shares { rings.append(((full - bevel) * s, outline)) }
    rings.append((full - bevel * 0.3, inset(bevel * 0.3)))
    rings.append((full, inset(bevel)))
    var b = MeshBuilder.loft(
      rings.map { ring in
        ring.outline.map { bowed(Vector3($0.x, ring.y * halfWidth($0.y) / full, $0.y)) }
      })
    b.projectUVs()
    return b
  }

  /// The outline moved inward by `d`, corner by corner.
  private func inset(_ d: Double) -> [Vector2] {
    outline.indices.map { i in
      let n = outline.count
      let (a, p, c) = (outline[(i + n - 1) % n], outline[i], outline[(i + 1) % n])
      let (u, v) = (normalized(p - a), normalized(c - p))
      let (nu, nv) = (Vector2(-u.y, u.x), Vector2(-v.y, v.x))
      let m = nu + nv
      let l = max(0.5, dot(m, m) / 2)
      return p + m * (d / l)
    }
  }

  /// The foremost (or rearmost) x of the outline at a height.
  func end(_ z: Double, isFront: Bool) -> Double {
    var best = isFront ? -Double.infinity : Double.infinity
    for i in outline.indices {
      let (a, b) = (outline[i], outline[(i + 1) % outline.count])
      guard min(a.y, b.y) <= z, z <= max(a.y, b.y) else { continue }
      for x in a.y == b.y ? [a.x, b.x] : [a.x + (b.x - a.x) * (z - a.y) / (b.y - a.y)] {
        best = isFront ? max(best, x) : min(best, x)
      }
    }
    return best.isFinite ? best : 0
  }

  /// A plate on the left side, its outline given as (x, z); `mirrored` makes the right one.
  func sidePlate(_ plate: [Vector2], proud: Double = 0.006) -> MeshBuilder {
    var b = MeshBuilder.extrusion(plate, bottom: -0.03, top: proud)
    b.displace { Vector3($0.x, halfWidth($0.y) + $0.z, $0.y) }
    b.orientOutward()
    return b
  }

  /// A plate on the front or rear between heights, `y0` and `y1` across, following the surface.
  func endPlate(
    isFront: Bool, y: (Double, Double), z: (Double, Double), topY: (Double, Double)? = nil,
    proud: Double = 0.008, rows: Int = 6
  ) -> MeshBuilder {
    let top = topY ?? y
    let f: Double = isFront ? 1 : -1
    // Seen from outside, u runs to the right.
    let (l, r) = isFront ? (y.0, y.1) : (y.1, y.0)
    let (tl, tr) = isFront ? (top.0, top.1) : (top.1, top.0)
    func at(_ u: Double, _ v: Double, _ out: Double) -> Vector3 {
      let height = z.1 + (z.0 - z.1) * v
      let left = tl + (l - tl) * v
      let right = tr + (r - tr) * v
      let p = bowed(Vector3(end(height, isFront: isFront), left + (right - left) * u, height))
      return p + Vector3(f * out, 0, 0)
    }
    return .slab(columns: 8, rows: rows, front: { at($0, $1, proud) }, back: { at($0, $1, -0.04) })
  }
}

/// A side view with round corners, each with its radius, and wheel arches cut out of the lower edge.
///
/// - Parameters:
///   - corners: counter-clockwise, starting at the lower rear corner, running forward along the lower edge.
///   - arches: (x, z, radius) of the arches in the first edge, rear to front.
func filletedOutline(
  _ corners: [(p: Vector2, radius: Double)], arches: [(x: Double, z: Double, radius: Double)]
) -> [Vector2] {
  var out: [Vector2] = []
  let n = corners.count
  for i in 0..<n {
    let (a, p, c) = (corners[(i + n - 1) % n].p, corners[i].p, corners[(i + 1) % n].p)
    let (u, v) = (normalized(a - p), normalized(c - p))
    let r = corners[i].radius
    if r <= 0 {
      out.append(p)
    } else {
      let cosine = max(-1, min(1, dot(u, v)))
      let half = DeterministicMath.acos(cosine) / 2
      let cut = min(r / max(0.05, DeterministicMath.tan(half)), 0.48 * length(a - p), 0.48 * length(c - p))
      let (start, stop) = (p + u * cut, p + v * cut)
      // A quadratic curve is near enough to the arc.
      for k in 0...4 {
        let t = Double(k) / 4
        out.append(start * ((1 - t) * (1 - t)) + p * (2 * t * (1 - t)) + stop * (t * t))
      }
    }
    guard i == 0 else { continue }
    for arch in arches {
      let low = p.y
      let rise = low - arch.z
      let half = (max(0, arch.radius * arch.radius - rise * rise)).squareRoot()
      // Over the top, whichever side of the centre the lower edge runs.
      var from = DeterministicMath.atan2(rise, -half)
      if from < 0 { from += 2 * Double.pi }
      let to = DeterministicMath.atan2(rise, half)
      for k in 0...10 {
        let angle = from + (to - from) * Double(k) / 10
        let (s, c) = DeterministicMath.sincos(angle)
        out.append(Vector2(arch.x + arch.radius * c, arch.z + arch.radius * s))
      }
    }
  }
  return out
}
