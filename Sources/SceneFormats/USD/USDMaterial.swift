import Diagnostics
import Imaging
import WorldModel

/// A material as `UsdPreviewSurface` with its textures.
struct USDMaterial {
  let material: Material
  let name: String
  /// Whether any of its surfaces has vertex colours.
  let isTinted: Bool

  func write(to text: inout USDText, _ textures: TextureFolder) throws(DioramaError) {
    let (m, c, e) = (material, material.baseColor, material.emissive)
    let path = "</World/Materials/\(name)"
    text.line("def Material \"\(name)\" (")
    text.open("", ")") { text in
      text.open("customData = {", "}") { $0.line("string name = \(USDText.quoted(m.name))") }
    }
    text.begin("{")
    text.line("token outputs:surface.connect = \(path)/surface.outputs:surface>")
    text.line("def Shader \"surface\"")
    text.begin("{")
    text.line("uniform token info:id = \"UsdPreviewSurface\"")
    if m.isUnlit {
      text.line("color3f inputs:diffuseColor = (0, 0, 0)")
      text.line("color3f inputs:emissiveColor\(input(m.baseColorTexture, path, "colour", "rgb", c))")
    } else {
      if m.baseColorTexture == nil, isTinted {
        text.line("color3f inputs:diffuseColor.connect = \(path)/tint.outputs:result>")
      } else {
        text.line("color3f inputs:diffuseColor\(input(m.baseColorTexture, path, "colour", "rgb", c))")
      }
      text.line(
        "color3f inputs:emissiveColor\(input(m.emissiveTexture, path, "glow", "rgb", SIMD4(e, 0)))")
    }
    let packed = m.metallicRoughnessTexture
    text.line(
      "float inputs:metallic\(packed == nil ? " = \(m.metallic)" : ".connect = \(path)/packed.outputs:b>")")
    text.line(
      "float inputs:roughness\(packed == nil ? " = \(m.roughness)" : ".connect = \(path)/packed.outputs:g>")")
    if m.normalTexture != nil {
      text.line("normal3f inputs:normal.connect = \(path)/bumps.outputs:rgb>")
    }
    switch m.alpha {
    case .opaque: break
    case .mask(let cutoff):
      text.line("float inputs:opacityThreshold = \(cutoff)")
      fallthrough
    case .blend:
      text.line(
        "float inputs:opacity\(m.baseColorTexture == nil ? " = \(c.w)" : ".connect = \(path)/colour.outputs:a>")"
      )
    }
    text.line("token outputs:surface")
    text.end("}")
    if m.baseColorTexture == nil, isTinted, !m.isUnlit {
      text.line("def Shader \"tint\"")
      text.begin("{")
      text.line("uniform token info:id = \"UsdPrimvarReader_float3\"")
      text.line("string inputs:varname = \"displayColor\"")
      text.line("float3 inputs:fallback = (\(c.x), \(c.y), \(c.z))")
      text.line("float3 outputs:result")
      text.end("}")
    }
    let all: [(Texture?, String, String, SIMD4<Float>, SIMD4<Float>)] = [
      (m.baseColorTexture, "colour", "sRGB", c, SIMD4(repeating: 0)),
      (m.isUnlit ? nil : m.emissiveTexture, "glow", "sRGB", SIMD4(e, 1), SIMD4(repeating: 0)),
      (packed, "packed", "raw", SIMD4(1, m.roughness, m.metallic, 1), SIMD4(repeating: 0)),
      (m.normalTexture, "bumps", "raw", SIMD4(2, 2, 2, 1), SIMD4(-1, -1, -1, 0)),
    ]
    guard all.contains(where: { $0.0 != nil }) else {
      text.end("}")
      return
    }
    text.line("def Shader \"st\"")
    text.begin("{")
    text.line("uniform token info:id = \"UsdPrimvarReader_float2\"")
    text.line("string inputs:varname = \"st\"")
    text.line("float2 outputs:result")
    text.end("}")
    for case (let texture?, let shader, let space, let scale, let bias) in all {
      let file = try textures.colour(texture, keepsAlpha: shader == "colour" && m.alpha != .opaque)
      text.line("def Shader \"\(shader)\"")
      text.begin("{")
      text.line("uniform token info:id = \"UsdUVTexture\"")
      text.line("asset inputs:file = @./\(file)@")
      text.line("float2 inputs:st.connect = \(path)/st.outputs:result>")
      text.line("token inputs:sourceColorSpace = \"\(space)\"")
      text.line("token inputs:wrapS = \"\(Self.wrap(texture.wrap.u))\"")
      text.line("token inputs:wrapT = \"\(Self.wrap(texture.wrap.v))\"")
      text.line("float4 inputs:scale = (\(scale.x), \(scale.y), \(scale.z), \(scale.w))")
      text.line("float4 inputs:bias = (\(bias.x), \(bias.y), \(bias.z), \(bias.w))")
      for output in ["float outputs:r", "float outputs:g", "float outputs:b", "float outputs:a"] {
        text.line(output)
      }
      text.line("float3 outputs:rgb")
      text.end("}")
    }
    text.end("}")
  }

  private func input(
    _ texture: Texture?, _ path: String, _ shader: String, _ output: String, _ factor: SIMD4<Float>
  ) -> String {
    texture == nil
      ? " = (\(factor.x), \(factor.y), \(factor.z))" : ".connect = \(path)/\(shader).outputs:\(output)>"
  }

  private static func wrap(_ wrap: Texture.Wrap) -> String {
    switch wrap {
    case .clamp: "clamp"
    case .mirror: "mirror"
    case .repeat: "repeat"
    }
  }
}
