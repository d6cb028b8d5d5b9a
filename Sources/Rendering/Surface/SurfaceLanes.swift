import CLanes

/// Eight pixels' surface, evaluated from the planes of `SurfaceTable`.
struct SurfaceLanes<Source: LaneSource, Places: SamplePlaces> {
  let source: Source
  let places: Places
  /// Steps from the reference pixel.
  let du: SIMD8<Float>
  let dv: SIMD8<Float>
  /// What planes are divided by: depth, and 1 where rays are parallel.
  let z: SIMD8<Float>
  /// The depth label: as `z`, but for rounded triangles, whose attributes are told by their own planes, and for parallel
  /// rays.
  var depth: SIMD8<Float>

  @inline(__always)
  init(_ source: Source, _ places: Places, isParallel: Bool) {
    self.source = source
    self.places = places
    du = lanes_d_to_f(places.u) - source.float(SurfaceTable.Column.refU)
    dv = places.rows - source.float(SurfaceTable.Column.refV)
    // In double: the depth label is exact to its own rounding however oblique the surface.
    let w =
      source.double(SurfaceTable.Column.wu) * places.u
      + (source.double(SurfaceTable.Column.wv) * places.v + source.double(SurfaceTable.Column.w0))
    let z = lanes_d_to_f(isParallel ? w : SIMD8<Double>(repeating: 1) / w)
    // Beyond the triangle's own range lies only rounding (and samples off the pixel's centre).
    depth = lanes_min(
      lanes_max(z, source.float(SurfaceTable.Column.nearest)), source.float(SurfaceTable.Column.farthest))
    self.z = isParallel ? SIMD8(repeating: 1) : depth
  }

  /// A plane's value at these pixels, still divided by z.
  @inline(__always)
  func plane(_ k: Int) -> SIMD8<Float> {
    let n = SurfaceTable.Column.attributes
    return source.float(k) + (source.float(k + n) * du + source.float(k + 2 * n) * dv)
  }

  /// The unit shading normal in the world; 0 where nothing is seen.
  @inline(__always)
  func normal() -> (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>) {
    let x = plane(SurfaceTable.Column.normalX)
    let y = plane(SurfaceTable.Column.normalY)
    let z = plane(SurfaceTable.Column.normalZ)
    // The planes carry a factor 1/z; the largest component is brought near one before squaring.
    let r = SIMD8<Float>(repeating: 1) / lanes_max(lanes_sqrt(x * x + y * y + z * z), SIMD8(repeating: 1e-30))
    return (x * r, y * r, z * r)
  }

  /// Linear vertex colours; 1 where a mesh has none.
  ///
  /// - Parameter table: `SurfaceTable.tints`.
  @inline(__always)
  func tint(_ table: UnsafePointer<Float>) -> (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>) {
    let row = source.follow(SurfaceTable.Column.tint, into: table, stride: SurfaceTable.tintStride)
    let isTinted = lanes_less_i(.zero, source.int(SurfaceTable.Column.tint))
    @inline(__always)
    func channel(_ k: Int) -> SIMD8<Float> {
      let value = (row.float(k) + (row.float(k + 1) * du + row.float(k + 2) * dv)) * z
      return lanes_select(isTinted, lanes_max(value, .zero), SIMD8(repeating: 1))
    }
    return (channel(0), channel(3), channel(6))
  }

  /// Texture coordinates and their steps to the picture's next pixel right and down.
  @inline(__always)
  func texture() -> (
    u: SIMD8<Float>, v: SIMD8<Float>, ux: SIMD8<Float>, vx: SIMD8<Float>, uy: SIMD8<Float>, vy: SIMD8<Float>
  ) {
    let s = plane(SurfaceTable.Column.texU) * z
    let t = plane(SurfaceTable.Column.texV) * z
    let n = SurfaceTable.Column.attributes
    let wu = source.float(SurfaceTable.Column.stepU)
    let wv = source.float(SurfaceTable.Column.stepV)
    let ds = places.steps(
      (source.float(SurfaceTable.Column.texU + n) - s * wu) * z,
      (source.float(SurfaceTable.Column.texU + 2 * n) - s * wv) * z)
    let dt = places.steps(
      (source.float(SurfaceTable.Column.texV + n) - t * wu) * z,
      (source.float(SurfaceTable.Column.texV + 2 * n) - t * wv) * z)
    return (s, t, ds.right, dt.right, ds.down, dt.down)
  }
}
