import CLanes

/// A surface's own colour: texture × factor × vertex colour, linear Rec.709.
struct BaseColour {
  let sampling: TextureSampling
  /// `ToneMapping.decode` and `ToneMapping.encode`.
  let decode: UnsafePointer<Float>
  let encode: UnsafePointer<UInt32>
  /// `SurfaceTable.tints`.
  let tints: UnsafePointer<Float>?

  @inline(__always)
  func linear<S: LaneSource, P: SamplePlaces, M: LaneSource>(
    _ surface: SurfaceLanes<S, P>, _ material: M,
    _ t: (
      u: SIMD8<Float>, v: SIMD8<Float>, ux: SIMD8<Float>, vx: SIMD8<Float>, uy: SIMD8<Float>, vy: SIMD8<Float>
    )
  ) -> (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>) {
    let texel = texel(
      material.int(MaterialTable.Column.baseTexture), material.int(MaterialTable.Column.groundKind), t)
    @inline(__always)
    func channel(_ k: Int) -> SIMD8<Float> {
      let byte = lanes_signed((texel &>> UInt32(8 * k)) & 255)
      return lanes_gather_f(decode, byte) * material.float(MaterialTable.Column.baseColor + k)
    }
    let (r, g, b) = (channel(0), channel(1), channel(2))
    guard let tints else { return (r, g, b) }
    let tint = surface.tint(tints)
    return (r * tint.x, g * tint.y, b * tint.z)
  }

  /// Grounds read their texture at two places out of many, told by slow noise, and change from one to the next: repeats do not
  /// line up (I. Quilez, "Texture repetition", 2015).
  @inline(never)
  private func texel(
    _ texture: SIMD8<Int32>, _ groundKind: SIMD8<Int32>,
    _ t: (
      u: SIMD8<Float>, v: SIMD8<Float>, ux: SIMD8<Float>, vx: SIMD8<Float>, uy: SIMD8<Float>, vy: SIMD8<Float>
    )
  ) -> SIMD8<UInt32> {
    let ground = lanes_less_i(.zero, groundKind)
    let isGround = lanes_mask(ground)
    if isGround == 0xff, lanes_mask(lanes_less_i(.zero, texture)) != 0 { return scattered(texture, t) }
    let plain = sampling.stretched(texture, t.u, t.v, t.ux, t.vx, t.uy, t.vy)
    guard lanes_mask(ground & lanes_less_i(.zero, texture)) != 0 else { return plain }
    let mask = lanes_unsigned(ground)
    return (scattered(texture, t) & mask) | (plain & ~mask)
  }

  @inline(never)
  private func scattered(
    _ texture: SIMD8<Int32>,
    _ t: (
      u: SIMD8<Float>, v: SIMD8<Float>, ux: SIMD8<Float>, vx: SIMD8<Float>, uy: SIMD8<Float>, vy: SIMD8<Float>
    )
  ) -> SIMD8<UInt32> {
    let n = LatticeNoise.plane(t.u * 0.71, t.v * 0.71, 77) * 14
    let floor = lanes_floor(n)
    let i = LatticeNoise.whole(floor)
    @inline(__always)
    func place(_ i: SIMD8<Int32>) -> SIMD8<UInt32> {
      sampling.stretched(
        texture, t.u + LatticeNoise.cell(i, .zero, 78), t.v + LatticeNoise.cell(i, .zero, 79), t.ux, t.vx,
        t.uy, t.vy)
    }
    let (one, other) = (place(i), place(i &+ 1))
    let part = lanes_min(
      lanes_max((n - floor) * 1.6 - 0.3, .zero), SIMD8(repeating: 0.999))
    return lanes_mix(one, other, lanes_unsigned(lanes_to_i(part * 256)))
  }

  /// sRGB bytes, packed; 0 where nothing is seen.
  @inline(__always)
  func bytes<S: LaneSource, P: SamplePlaces, M: LaneSource>(
    _ surface: SurfaceLanes<S, P>, _ material: M, _ seen: SIMD8<Int32>
  ) -> SIMD8<UInt32> {
    let t = surface.texture()
    var c = linear(surface, material, t)
    if let ground = GroundLook.of(material, t) { c = ground.tinted(c) }
    let packed =
      ToneMapping.bytes(c.x, encode) | (ToneMapping.bytes(c.y, encode) &<< 8)
      | (ToneMapping.bytes(c.z, encode) &<< 16)
    return packed & lanes_unsigned(seen)
  }
}
