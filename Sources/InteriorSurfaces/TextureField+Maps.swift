package import Imaging

/// Fields become maps of 8 bits.
extension TextureField {
  /// The map of the normals of a height field.
  /// - Parameter span: the height that stands for one width of the picture: metres of the tile divided by the metres
  ///   that a value of 1 is high.
  package func normals(_ name: String, span: Float) -> Texture {
    let (kx, ky) = (Float(width) * 0.5 / span, Float(height) * 0.5 / span)
    return Self.texture(name, width, height) { x, y, i in
      let left = values[x > 0 ? i - 1 : i + width - 1]
      let right = values[x + 1 < width ? i + 1 : i + 1 - width]
      let above = values[y > 0 ? i - width : i + width * (height - 1)]
      let below = values[y + 1 < height ? i + width : i - width * (height - 1)]
      // Rows run down, the map's +y up.
      let n = SIMD3((left - right) * kx, (below - above) * ky, 1)
      let l = 1 / (n * n).sum().squareRoot()
      return SIMD4(n * (0.5 * l) + 0.5, 1)
    }
  }

  /// A map of roughness for a material of roughness 1.
  func roughness(_ name: String, isMetal: Bool = false) -> Texture {
    Self.texture(name, width, height) { _, _, i in SIMD4(1, values[i], isMetal ? 1 : 0, 1) }
  }

  /// A colour between two, sRGB, by the value from 0 to 1.
  func ramp(_ name: String, _ low: SIMD3<Float>, _ high: SIMD3<Float>) -> Texture {
    Self.texture(name, width, height) { _, _, i in SIMD4(low + (high - low) * max(0, min(1, values[i])), 1) }
  }

  /// A picture from values 0...1 at every texel: sRGB or data, and alpha.
  package static func texture(
    _ name: String, _ width: Int, _ height: Int, wrap: Texture.Wrap = .repeat,
    _ f: (Int, Int, Int) -> SIMD4<Float>
  ) -> Texture {
    func byte(_ v: Float) -> UInt32 { UInt32(max(0, min(255, v))) }
    let texels = [UInt32](unsafeUninitializedCapacity: width * height) { out, count in
      for y in 0..<height {
        for x in 0..<width {
          let i = y * width + x
          let p = f(x, y, i) * 255 + 0.5
          out.initializeElement(at: i, to: byte(p.x) | byte(p.y) << 8 | byte(p.z) << 16 | byte(p.w) << 24)
        }
      }
      count = width * height
    }
    return Texture(name: name, width: width, height: height, texels: texels, wrap: (wrap, wrap))
  }
}
