import Geometry
import Imaging
import VectorMath
import WorldModel

/// Where a surface counts as a hole: `Material.Alpha` evaluated at the finest texture level.
///
/// Alpha is the product of the material's factor, the texture's alpha (bilinear, or the nearest texel where the
/// texture asks for it) and the vertex colours' alpha. A masked surface is solid from its cutoff on, a blended one
/// from one half.
final class AlphaCutout: Sendable {
  private let triangles: [SIMD3<UInt32>]
  private let uvs: [Vector2f]
  private let colors: [SIMD4<Float>]
  private let factor: Double
  private let cutoff: Double
  // The texture's finest level, its parts laid out here: to take them out of a value of their own would copy it and count
  // references at every hit.
  private let width: Int
  private let height: Int
  /// Empty without a texture.
  private let texels: [UInt32]
  private let wrapU: Wrap
  private let wrapV: Wrap
  private let isNearest: Bool

  private enum Wrap {
    case clamp, `repeat`, mirror

    init(_ wrap: Texture.Wrap) {
      switch wrap {
      case .clamp: self = .clamp
      case .repeat: self = .repeat
      case .mirror: self = .mirror
      }
    }
  }

  /// `nil` for opaque materials.
  init?(material: Material, mesh: Mesh) {
    switch material.alpha {
    case .opaque: return nil
    case .mask(let cutoff): self.cutoff = Double(cutoff)
    case .blend: cutoff = 0.5
    }
    factor = Double(material.baseColor.w)
    triangles = mesh.triangles
    uvs = mesh.uvs
    colors = mesh.colors
    let texture = mesh.uvs.isEmpty ? nil : material.baseColorTexture
    let level = texture?.levels.first
    (width, height) = (level?.width ?? 0, level?.height ?? 0)
    texels = width > 0 ? level?.texels ?? [] : []
    (wrapU, wrapV) = (Wrap(texture?.wrap.u ?? .repeat), Wrap(texture?.wrap.v ?? .repeat))
    isNearest = texture?.isNearest ?? false
  }

  /// Whether alpha differs from place to place.
  var isVarying: Bool { !texels.isEmpty || !colors.isEmpty }
  /// Whether nothing of the surface is solid.
  var isAllHole: Bool { !isVarying && factor < cutoff }

  func isSolid(triangle: Int, b1: Double, b2: Double) -> Bool {
    let t = triangles[triangle]
    let (i, j, k) = (Int(t.x), Int(t.y), Int(t.z))
    let b0 = 1 - b1 - b2
    var alpha = factor
    if !colors.isEmpty {
      alpha *= Double(colors[i].w) * b0 + Double(colors[j].w) * b1 + Double(colors[k].w) * b2
    }
    if !texels.isEmpty {
      let uv = Vector2(uvs[i]) * b0 + Vector2(uvs[j]) * b1 + Vector2(uvs[k]) * b2
      alpha *= imageAlpha(at: uv)
    }
    return alpha >= cutoff
  }

  /// The texture's alpha in [0, 1] at (u, v); texel centres lie at (i + ½) / size.
  private func imageAlpha(at uv: Vector2) -> Double {
    guard uv.x.magnitude < 1e9, uv.y.magnitude < 1e9 else { return 0 }
    let x = uv.x * Double(width)
    let y = uv.y * Double(height)
    func column(_ x: Double) -> Int { Self.wrapped(Int(x), width, wrapU) }
    func row(_ y: Double) -> Int { Self.wrapped(Int(y), height, wrapV) * width }
    func texel(_ column: Int, _ row: Int) -> Double { Double(texels[row + column] >> 24) / 255 }
    if isNearest { return texel(column(x.rounded(.down)), row(y.rounded(.down))) }
    let left = (x - 0.5).rounded(.down)
    let top = (y - 0.5).rounded(.down)
    let fx = x - 0.5 - left
    let fy = y - 0.5 - top
    let (c0, c1, r0, r1) = (column(left), column(left + 1), row(top), row(top + 1))
    let above = texel(c0, r0) * (1 - fx) + texel(c1, r0) * fx
    let below = texel(c0, r1) * (1 - fx) + texel(c1, r1) * fx
    return above * (1 - fy) + below * fy
  }

  /// The texel index that stands for any integer.
  private static func wrapped(_ i: Int, _ count: Int, _ wrap: Wrap) -> Int {
    switch wrap {
    case .clamp: return min(max(i, 0), count - 1)
    case .repeat:
      if count & (count - 1) == 0 { return i & (count - 1) }
      let r = i % count
      return r < 0 ? r + count : r
    case .mirror:
      let r = i % (2 * count)
      let m = r < 0 ? r + 2 * count : r
      return m < count ? m : 2 * count - 1 - m
    }
  }
}
