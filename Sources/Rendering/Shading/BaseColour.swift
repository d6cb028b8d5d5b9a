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
    let texel = sampling.sample(
      material.int(MaterialTable.Column.baseTexture), t.u, t.v, t.ux, t.vx, t.uy, t.vy)
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

  /// sRGB bytes, packed; 0 where nothing is seen.
  @inline(__always)
  func bytes<S: LaneSource, P: SamplePlaces, M: LaneSource>(
    _ surface: SurfaceLanes<S, P>, _ material: M, _ seen: SIMD8<Int32>
  ) -> SIMD8<UInt32> {
    let c = linear(surface, material, surface.texture())
    let packed =
      ToneMapping.bytes(c.x, encode) | (ToneMapping.bytes(c.y, encode) &<< 8)
      | (ToneMapping.bytes(c.z, encode) &<< 16)
    return packed & lanes_unsigned(seen)
  }
}
