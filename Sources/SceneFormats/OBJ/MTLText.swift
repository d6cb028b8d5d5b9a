import Diagnostics
import Imaging
import WorldModel

/// A material library, with the metal-rough statements that newer programs read (`Pr`, `Pm`, `norm`).
enum MTLText {
  static func write(
    _ materials: [Material], _ names: [String], to files: StagedScene
  ) throws(DioramaError) {
    let textures = TextureFolder(files)
    let file = try files.companion("\(files.stem).mtl")
    for (m, name) in zip(materials, names) {
      let (c, e) = (m.baseColor, m.emissive)
      var lines = ["newmtl \(name)", "Kd \(c.x) \(c.y) \(c.z)"]
      // Phong's exponent and gloss for programs that know no roughness: α = roughness², n = 2 / α² − 2.
      let alpha = max(0.001, m.roughness * m.roughness)
      let gloss = 0.04 * (1 - m.metallic)
      let ks = [c.x, c.y, c.z].map { "\(gloss + m.metallic * $0)" }.joined(separator: " ")
      lines += [
        "Ks \(ks)", "Ns \(min(1000, max(0, 2 / (alpha * alpha) - 2)))", "Pr \(m.roughness)",
        "Pm \(m.metallic)",
      ]
      if e != .zero { lines.append("Ke \(e.x) \(e.y) \(e.z)") }
      if m.alpha == .blend { lines.append("d \(c.w)") }
      if let t = m.baseColorTexture {
        lines.append("map_Kd \(Self.options(t))\(try textures.colour(t, keepsAlpha: false))")
        if m.alpha != .opaque, TextureFile.hasAlpha(t) {
          lines.append("map_d \(Self.options(t))\(try textures.channel(3, of: t))")
        }
      }
      if let t = m.metallicRoughnessTexture {
        lines.append("map_Pr \(Self.options(t))\(try textures.channel(1, of: t))")
        lines.append("map_Pm \(Self.options(t))\(try textures.channel(2, of: t))")
      }
      if let t = m.emissiveTexture {
        lines.append("map_Ke \(Self.options(t))\(try textures.colour(t, keepsAlpha: false))")
      }
      if let t = m.normalTexture {
        lines.append("norm \(Self.options(t))\(try textures.colour(t, keepsAlpha: false))")
      }
      try file.write(lines.joined(separator: "\n") + "\n\n")
    }
    try file.close()
  }

  private static func options(_ texture: Texture) -> String {
    texture.wrap.u == .clamp && texture.wrap.v == .clamp ? "-clamp on " : ""
  }
}
