import CLanes
import VectorMath

extension SunShadow {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  /// The sine of half the sun's apparent width, 0.53°: a blocker's edge is blurred by this part of its distance.
  private static let sunRadius: Float = 0.00465

  /// Points of a disc, evenly spread: a spiral with the golden angle.
  private static let disc: [(x: Float, y: Float)] = (0..<28).map { i in
    let r = ((Double(i) + 0.5) / 28).squareRoot()
    let (s, c) = DeterministicMath.sincos(Double(i) * 2.399963229728653)
    return (Float(r * c), Float(r * s))
  }

  /// A surface as a map sees it: a plane, in which 1/z is linear over texels.
  private struct Receiver {
    /// In texels.
    var u: Lanes
    var v: Lanes
    /// Metres from the lens.
    var z: Lanes
    /// 1/z at (u, v), raised by what rounding may do, and its steps a texel.
    var w: Lanes
    var wu: Lanes
    var wv: Lanes
  }

  /// The part of the sun's disc that is seen from points.
  ///
  /// A surface is compared with its own plane (J. Isidoro, "Shadow Mapping: GPU-based Tips and Techniques", 2006),
  /// so that it neither shades itself nor has to be lifted off the things that stand on it.
  /// - Parameters:
  ///   - p: world-aligned metres from the eye.
  ///   - n: unit normals of the triangles.
  ///   - sun: towards the sun.
  func lit(_ p: Triple, _ n: Triple, sun: Vector3f) -> Lanes {
    var result = Lanes(repeating: 1)
    var open = SIMD8<Int32>(repeating: -1)
    if let gate {
      open = gate.admits(p)
      result = lanes_select(open, result, .zero)
    }
    let cosine = n.x * sun.x + n.y * sun.y + n.z * sun.z
    for k in 0..<used where lanes_mask(open) != 0 {
      let (inside, receiver) = self.receiver(maps[k], p, n, cosine)
      let here = inside & open
      if lanes_mask(here) != 0 {
        result = lanes_select(here, fraction(k, receiver, here), result)
        open &= ~here
      }
    }
    return result
  }

  @inline(__always)
  private func receiver(
    _ c: Map, _ p: Triple, _ n: Triple, _ cosine: Lanes
  ) -> (inside: SIMD8<Int32>, Receiver) {
    let sx = p.x * c.rows[0] + p.y * c.rows[1] + p.z * c.rows[2] + c.rows[9]
    let sy = p.x * c.rows[3] + p.y * c.rows[4] + p.z * c.rows[5] + c.rows[10]
    let sz = p.x * c.rows[6] + p.y * c.rows[7] + p.z * c.rows[8] + c.rows[11]
    let nx = n.x * c.rows[0] + n.y * c.rows[1] + n.z * c.rows[2]
    let ny = n.x * c.rows[3] + n.y * c.rows[4] + n.z * c.rows[5]
    let nz = n.x * c.rows[6] + n.y * c.rows[7] + n.z * c.rows[8]
    let r = 1 / sz
    let centre = Float(Self.size - 1) / 2
    let u = sx * r * c.focalU + centre
    let v = sy * r * c.focalV + centre
    let low = Lanes(repeating: Float(Self.reach) + 1.5)
    let high = Lanes(repeating: Float(Self.size) - Float(Self.reach) - 2.5)
    let inside =
      lanes_less(low, lanes_min(u, v)) & lanes_less(lanes_max(u, v), high) & lanes_less(.zero, sz)
    // The distance of the plane from the lens; surfaces at less than 3° to the light count as if at 3°.
    let d = nx * sx + ny * sy + nz * sz
    let least = sz * 0.05
    let away = lanes_select(lanes_less(.zero, d), lanes_max(d, least), lanes_min(d, least * -1))
    let texel = max(c.texelU, c.texelV)
    let slope =
      lanes_sqrt(lanes_max(nx * nx + ny * ny, .zero))
      / lanes_max(
        lanes_abs(nz), Lanes(repeating: 0.05))
    var bias = slope * (texel * 0.03) + (texel * 0.12 + c.rounding)
    // Triangles that look away but are shaded round do not hide themselves.
    let thickness = min(texel * 40, 0.1)
    bias = lanes_select(lanes_less(cosine, .zero), bias + thickness, bias)
    let safe = lanes_select(inside, sz, Lanes(repeating: 1))
    let w = 1 / safe
    return (
      inside,
      Receiver(
        u: lanes_select(inside, u, low), v: lanes_select(inside, v, low), z: safe, w: w + bias * w * w,
        wu: lanes_select(inside, nx / (away * c.focalU), .zero),
        wv: lanes_select(inside, ny / (away * c.focalV), .zero))
    )
  }

  @inline(__always)
  private func fraction(_ k: Int, _ s: Receiver, _ here: SIMD8<Int32>) -> Lanes {
    let map = depth(k)
    let texel = max(maps[k].texelU, maps[k].texelV)
    let near = tent(map, s)
    let top = lanes_gather_f(
      self.near(k),
      lanes_to_i(s.v * (1 / Float(Self.block))) &* Int32(Self.blocks)
        &+ lanes_to_i(s.u * (1 / Float(Self.block))))
    // A blocker's edge is wider than the tent only from this height on.
    let height = (top - s.w) * s.z * s.z
    let wide = lanes_less(Lanes(repeating: 1.5 * texel / Self.sunRadius), height) & here
    if lanes_mask(wide) == 0 { return near }
    return lanes_select(wide, penumbra(k, s, near, height), near)
  }

  /// Percentage-closer soft shadow (R. Fernando, 2005): the blockers' mean height sets the filter's width.
  @inline(never)
  private func penumbra(_ k: Int, _ s: Receiver, _ near: Lanes, _ height: Lanes) -> Lanes {
    let map = depth(k)
    let limit = Lanes(repeating: Float(Self.reach))
    let perU = Self.sunRadius / maps[k].texelU
    let perV = Self.sunRadius / maps[k].texelV
    // Other lanes than those asked for may have any height at all.
    let above = lanes_max(height, .zero)
    let (ru, rv) = (lanes_min(above * perU, limit), lanes_min(above * perV, limit))
    var count = Lanes.zero
    var sum = Lanes.zero
    for tap in Self.disc {
      let (du, dv) = (ru * tap.x, rv * tap.y)
      let (x, y) = (lanes_floor(s.u + du + 0.5), lanes_floor(s.v + dv + 0.5))
      let index = lanes_to_i(y) &* Int32(Self.size) &+ lanes_to_i(x)
      let over = lanes_gather_f(map, index) - (s.w + s.wu * (x - s.u) + s.wv * (y - s.v))
      let blocks = lanes_less(.zero, over)
      count += lanes_select(blocks, Lanes(repeating: 1), .zero)
      sum += lanes_select(blocks, over, .zero)
    }
    let total = Float(Self.disc.count)
    let some = lanes_less(.zero, count)
    let all = lanes_less(Lanes(repeating: total - 0.5), count) & lanes_less(near, Lanes(repeating: 1e-6))
    if lanes_mask(some & ~all) == 0 { return lanes_select(all, .zero, near) }
    let mean = sum / lanes_max(count, Lanes(repeating: 1)) * s.z * s.z
    let (fu, fv) = (lanes_min(mean * perU, limit - 1), lanes_min(mean * perV, limit - 1))
    let soft = filtered(map, s, lanes_max(fu, Lanes(repeating: 1)), lanes_max(fv, Lanes(repeating: 1)))
    let isSoft = lanes_less(Lanes(repeating: 1.5), lanes_max(fu, fv))
    return lanes_select(all, .zero, lanes_select(some & isSoft, soft, near))
  }

  /// Bilinear comparisons over a disc of radii `ru`, `rv` texels.
  @inline(__always)
  private func filtered(_ map: UnsafePointer<Float>, _ s: Receiver, _ ru: Lanes, _ rv: Lanes) -> Lanes {
    var sum = Lanes.zero
    for tap in Self.disc {
      let (u, v) = (s.u + ru * tap.x, s.v + rv * tap.y)
      let (fu, fv) = (lanes_floor(u), lanes_floor(v))
      let (a, b) = (u - fu, v - fv)
      let base = lanes_to_i(fv) &* Int32(Self.size) &+ lanes_to_i(fu)
      let w = s.w + s.wu * (fu - s.u) + s.wv * (fv - s.v)
      @inline(__always)
      func open(_ i: Int, _ j: Int, _ weight: Lanes) -> Lanes {
        let plane = w + s.wu * Float(i) + s.wv * Float(j)
        return lanes_select(
          lanes_less(plane, lanes_gather_f(map + (j * Self.size + i), base)), .zero, weight)
      }
      let (na, nb) = (1 - a, 1 - b)
      sum += open(0, 0, na * nb) + open(1, 0, a * nb) + open(0, 1, na * b) + open(1, 1, a * b)
    }
    return sum * (1 / Float(Self.disc.count))
  }

  /// 3 × 3 bilinear comparisons: sixteen texels with tent weights.
  @inline(__always)
  private func tent(_ map: UnsafePointer<Float>, _ s: Receiver) -> Lanes {
    let fu = lanes_floor(s.u)
    let fv = lanes_floor(s.v)
    let a = s.u - fu
    let b = s.v - fv
    let base = (lanes_to_i(fv) &- 1) &* Int32(Self.size) &+ lanes_to_i(fu) &- 1
    let one = Lanes(repeating: 1)
    let corner = s.w - s.wu * (a + 1) - s.wv * (b + 1)
    var sum = Lanes.zero
    for j in 0..<4 {
      let wy = j == 0 ? one - b : j == 3 ? b : one
      var row = Lanes.zero
      for i in 0..<4 {
        let wx = i == 0 ? one - a : i == 3 ? a : one
        let nearest = lanes_gather_f(map + (j * Self.size + i), base)
        let plane = corner + s.wu * Float(i) + s.wv * Float(j)
        row += lanes_select(lanes_less(plane, nearest), .zero, wx)
      }
      sum += row * wy
    }
    return sum * (1.0 / 9)
  }
}
