import Imaging
import VectorMath
package import WorldModel

/// Colours of a surface at its vertices alone, for formats without textures.
package enum SurfaceColour {
  /// sRGB with alpha, one a vertex: factor × vertex colour × texture. The texture is read from the level whose texels
  /// are as large as the triangles at the vertex, so that a vertex stands for what lies about it.
  package static func vertices(of shape: SurfaceShape, _ material: Material) -> [SIMD4<UInt8>] {
    let factor = material.baseColor
    let colors = shape.colors
    let uvs = shape.uvs
    guard let texture = material.baseColorTexture, !uvs.isEmpty else {
      let one = encoded(factor)
      return colors.isEmpty
        ? [SIMD4<UInt8>](repeating: one, count: shape.vertexCount) : colors.map { encoded(factor * $0) }
    }
    var reach = [Float](repeating: 0, count: uvs.count)
    for t in shape.triangles {
      let corners = [Int(t.x), Int(t.y), Int(t.z)]
      for (a, b) in [(0, 1), (1, 2), (2, 0)] {
        let (i, j) = (corners[a], corners[b])
        let span = max((uvs[i].x - uvs[j].x).magnitude, (uvs[i].y - uvs[j].y).magnitude)
        reach[i] = max(reach[i], span)
        reach[j] = max(reach[j], span)
      }
    }
    return uvs.indices.map { i in
      let texel = texel(texture, uvs[i], reach[i])
      return encoded(factor * (colors.isEmpty ? SIMD4(repeating: 1) : colors[i]) * texel)
    }
  }

  /// Linear RGBA.
  private static func texel(_ texture: Texture, _ uv: Vector2f, _ reach: Float) -> SIMD4<Float> {
    let fits = texture.levels.firstIndex { reach * Float(max($0.width, $0.height)) <= 1 }
    guard let level = fits.map({ texture.levels[$0] }) ?? texture.levels.last else {
      return SIMD4(repeating: 1)
    }
    let x = place(uv.x, level.width, texture.wrap.u)
    let y = place(uv.y, level.height, texture.wrap.v)
    let t = level.texels[y * level.width + x]
    return SIMD4(
      SRGB.linear[Int(t & 255)], SRGB.linear[Int(t >> 8 & 255)], SRGB.linear[Int(t >> 16 & 255)],
      Float(t >> 24) / 255)
  }

  /// The texel of a coordinate.
  private static func place(_ x: Float, _ count: Int, _ wrap: Texture.Wrap) -> Int {
    guard x.isFinite else { return 0 }
    var x = x
    switch wrap {
    case .clamp: break
    case .repeat: x -= x.rounded(.down)
    case .mirror:
      let turn = x - 2 * (x / 2).rounded(.down)
      x = turn > 1 ? 2 - turn : turn
    }
    return max(0, min(count - 1, Int(max(-1, min(2, x)) * Float(count))))
  }

  private static func encoded(_ c: SIMD4<Float>) -> SIMD4<UInt8> {
    SIMD4(
      SRGB.encode(c.x), SRGB.encode(c.y), SRGB.encode(c.z),
      UInt8((max(0, min(1, c.w)) * 255).rounded()))
  }
}
