import CLanes
package import VectorMath

/// Texture × colour × vertex colour × (ambient + (1 − ambient) · max(0, n·l)), in the texture's own encoding: the plain shading
/// used to compare renderers.
package struct LambertShading: Sendable {
  /// Unit, from the surface to the light, world.
  package var direction: Vector3f
  package var ambient: Float
  /// 0...1.
  package var background: Vector3f

  package init(direction: Vector3f, ambient: Float, background: Vector3f) {
    self.direction = direction
    self.ambient = ambient
    self.background = background
  }

  /// The background, packed.
  var backgroundBytes: UInt32 {
    func byte(_ k: Int) -> UInt32 { UInt32(Swift.min(Swift.max(background[k] * 255, 0), 255) + 0.5) }
    return byte(0) | byte(1) << 8 | byte(2) << 16
  }

  /// Packed 8-bit RGB.
  @inline(__always)
  func shade<S: LaneSource>(
    _ texel: SIMD8<UInt32>, _ material: S,
    _ tint: (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>)?,
    _ n: (x: SIMD8<Float>, y: SIMD8<Float>, z: SIMD8<Float>),
    _ seen: SIMD8<Int32>
  ) -> SIMD8<UInt32> {
    let cosine = lanes_max(n.x * direction.x + n.y * direction.y + n.z * direction.z, .zero)
    let light = cosine * (1 - ambient) + ambient
    @inline(__always)
    func channel(_ k: Int, _ tint: SIMD8<Float>?) -> SIMD8<UInt32> {
      let byte = lanes_signed((texel &>> UInt32(8 * k)) & 255)
      var lit = lanes_to_f(byte) * material.float(MaterialTable.Column.baseColor + k) * light
      if let tint { lit *= tint }
      let shown = lanes_select(seen, lit, SIMD8(repeating: background[k] * 255))
      return lanes_unsigned(lanes_to_i(lanes_min(shown, SIMD8(repeating: 255)) + 0.5))
    }
    return channel(0, tint?.x) | (channel(1, tint?.y) &<< 8) | (channel(2, tint?.z) &<< 16)
  }
}
