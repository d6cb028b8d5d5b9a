import CLanes
import VectorMath
import WorldModel

/// Shadow of the sun: depth maps seen from far away along its direction, one a distance range.
///
/// The maps are drawn by the same rasteriser through a long lens 5 km off, which differs from parallel light by
/// at most a degree across a map.
final class SunShadow {
  static let size = 2048
  /// Metres from the eye up to which each map serves, and half its side.
  static let radii: [Double] = [14, 60, 240]
  private static let distance = 5000.0

  struct Cascade {
    /// Map-from-eye: rows of the rotation, then the translation; eye coordinates are world-aligned metres
    /// from the camera.
    var rows: InlineArray<12, Float> = InlineArray(repeating: 0)
    var focal: Float = 1
    var texel: Float = 1
    var limit: Float = 0
  }

  private(set) var cascades: InlineArray<3, Cascade> = InlineArray(repeating: Cascade())
  private let depths = [ScratchBuffer<Float>(), ScratchBuffer<Float>(), ScratchBuffer<Float>()]
  private let pass: VisibilityPass
  private let tile = Tile()

  init(transform: PointTransform) { pass = VisibilityPass(transform: transform) }

  func map(_ k: Int) -> UnsafePointer<Float> { UnsafePointer(depths[k].base) }

  /// Draws the maps around a camera.
  func draw(_ snapshot: Snapshot, worldFromCamera: RigidTransform<WorldSpace, CameraSpace>) {
    let eye = worldFromCamera.translation
    let forward = worldFromCamera.rotation * Vector3(0, 0, 1)
    let sun = snapshot.sun.direction
    let side = normalized(cross(sun, abs(sun.z) < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0)))
    let down = cross(-sun, side)
    for k in 0..<3 {
      let radius = Self.radii[k]
      let center = eye + forward * (radius * 0.75)
      // Map pixels stay in place on the world while the camera moves: edges do not crawl.
      let texel = 2 * radius / Double(Self.size)
      func snapped(_ axis: Vector3) -> Double {
        ((dot(center, axis) / texel).rounded() * texel) - dot(center, axis)
      }
      let position = center + side * snapped(side) + down * snapped(down) + sun * Self.distance
      let pose = RigidTransform<WorldSpace, CameraSpace>(
        rotation: Quaternion(Matrix3(columns: side, down, -sun)).normalized, translation: position)
      let focal = Self.distance / texel
      let c = Double(Self.size - 1) / 2
      let lens = Lens(
        fx: focal, fy: focal, cx: c, cy: c, near: 1, inverseFx: 1 / focal, inverseFy: 1 / focal)
      pass.prepare(
        snapshot, lens: lens, worldFromCamera: pose,
        area: PixelRectangle(width: Self.size, height: Self.size),
        bothSides: true)
      depths[k].reserve(Self.size * Self.size)
      for row in 0..<pass.bins.rows {
        for column in 0..<pass.bins.columns {
          pass.draw(tile, column: column, row: row)
          for v in 0..<Tile.side {
            let from = tile.inverseDepth + v * Tile.side
            let to = depths[k].base + (row * Tile.side + v) * Self.size + column * Tile.side
            for u in 0..<Tile.side { to[u] = 1 / from[u] }
          }
        }
      }
      let cameraFromWorld = pose.inverse
      let m = cameraFromWorld.rotation.matrix
      let t = cameraFromWorld * eye
      var cascade = Cascade()
      let values = [m.x.x, m.y.x, m.z.x, m.x.y, m.y.y, m.z.y, m.x.z, m.y.z, m.z.z, t.x, t.y, t.z]
      for i in 0..<12 { cascade.rows[i] = Float(values[i]) }
      cascade.focal = Float(focal)
      cascade.texel = Float(texel)
      cascade.limit = Float(radius * 1.5)
      cascades[k] = cascade
    }
  }

  /// The lit fraction at points (world-aligned metres from the eye) with unit normals.
  func lit(
    _ p: (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>),
    _ n: (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>),
    distance: SIMD8<Float>
  ) -> SIMD8<Float> {
    var result = SIMD8<Float>(repeating: 1)
    var open = SIMD8<Int32>(repeating: -1)
    for k in 0..<3 where lanes_mask(open) != 0 {
      let c = cascades[k]
      // Off the surface by a texel or two, so that it does not shadow itself.
      let off = c.texel * 1.6 + 0.01
      let (x, y, z) = (p.x + n.x * off, p.y + n.y * off, p.z + n.z * off)
      let sx = x * c.rows[0] + y * c.rows[1] + z * c.rows[2] + c.rows[9]
      let sy = x * c.rows[3] + y * c.rows[4] + z * c.rows[5] + c.rows[10]
      let sz = x * c.rows[6] + y * c.rows[7] + z * c.rows[8] + c.rows[11]
      let r = SIMD8(repeating: c.focal) / sz
      let center = Float(Self.size - 1) / 2
      let u = sx * r + center
      let v = sy * r + center
      let bound = Float(Self.size - 4)
      let inside =
        lanes_less(SIMD8(repeating: 3), lanes_min(u, v))
        & lanes_less(lanes_max(u, v), SIMD8(repeating: bound)) & open
      if lanes_mask(inside) != 0 {
        let safeU = lanes_min(lanes_max(u, SIMD8(repeating: 2)), SIMD8(repeating: bound))
        let safeV = lanes_min(lanes_max(v, SIMD8(repeating: 2)), SIMD8(repeating: bound))
        let lit = filtered(map(k), safeU, safeV, sz - (c.texel * 0.8 + 0.004))
        result = lanes_select(inside, lit, result)
        open &= ~inside
      }
    }
    return result
  }

  /// 3 × 3 bilinear comparisons: sixteen texels with tent weights.
  @inline(__always)
  private func filtered(
    _ map: UnsafePointer<Float>, _ u: SIMD8<Float>, _ v: SIMD8<Float>, _ z: SIMD8<Float>
  ) -> SIMD8<Float> {
    let fu = lanes_floor(u)
    let fv = lanes_floor(v)
    let a = u - fu
    let b = v - fv
    let base = (lanes_to_i(fv) &- 1) &* Int32(Self.size) &+ lanes_to_i(fu) &- 1
    let one = SIMD8<Float>(repeating: 1)
    var sum = SIMD8<Float>.zero
    for j in 0..<4 {
      let wy = j == 0 ? one - b : j == 3 ? b : one
      var row = SIMD8<Float>.zero
      for i in 0..<4 {
        let wx = i == 0 ? one - a : i == 3 ? a : one
        let depth = lanes_gather_f(map + (j * Self.size + i), base)
        row += lanes_select(lanes_less(z, depth), wx, .zero)
      }
      sum += row * wy
    }
    return sum * (1.0 / 9)
  }
}
