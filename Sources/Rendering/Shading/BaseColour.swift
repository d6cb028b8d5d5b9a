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
    let texel = texel(material, t)
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

  /// Grounds read their texture twice, turned against itself, and change from one to the other: its repeats do not line up.
  @inline(__always)
  private func texel<M: LaneSource>(
    _ material: M,
    _ t: (
      u: SIMD8<Float>, v: SIMD8<Float>, ux: SIMD8<Float>, vx: SIMD8<Float>, uy: SIMD8<Float>, vy: SIMD8<Float>
    )
  ) -> SIMD8<UInt32> {
    let texture = material.int(MaterialTable.Column.baseTexture)
    let plain = sampling.stretched(texture, t.u, t.v, t.ux, t.vx, t.uy, t.vy)
    let ground = lanes_less_i(.zero, material.int(MaterialTable.Column.groundKind))
    guard lanes_mask(ground & lanes_less_i(.zero, texture)) != 0 else { return plain }
    return turned(plain, texture, t)
  }

  @inline(never)
  private func turned(
    _ plain: SIMD8<UInt32>, _ texture: SIMD8<Int32>,
    _ t: (
      u: SIMD8<Float>, v: SIMD8<Float>, ux: SIMD8<Float>, vx: SIMD8<Float>, uy: SIMD8<Float>, vy: SIMD8<Float>
    )
  ) -> SIMD8<UInt32> {
    // By 53°, and larger by a sixth.
    let (c, s): (Float, Float) = (0.514, 0.686)
    let other = sampling.stretched(
      texture, t.u * c - t.v * s + 0.37, t.u * s + t.v * c + 0.61, t.ux * c - t.vx * s, t.ux * s + t.vx * c,
      t.uy * c - t.vy * s, t.uy * s + t.vy * c)
    let n = LatticeNoise.plane(t.u * 1.13, t.v * 1.13, 77)
    let part = lanes_min(lanes_max((n - 0.42) * 6, .zero), SIMD8(repeating: 0.999))
    return lanes_mix(plain, other, lanes_unsigned(lanes_to_i(part * 256)))
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
