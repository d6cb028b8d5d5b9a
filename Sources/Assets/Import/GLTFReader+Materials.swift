internal import Diagnostics
internal import Imaging
internal import VectorMath
internal import WorldModel

/// A material, and what its textures ask of the texture coordinates.
struct GLTFMaterial {
  var material: Material
  /// The TEXCOORD set that its textures use.
  var uvSet: Int
  /// KHR_texture_transform, to be baked into the coordinates.
  var uvTransform: UVTransform
}

/// An affine map of texture coordinates.
struct UVTransform: Hashable {
  var u: SIMD3<Double> = [1, 0, 0]
  var v: SIMD3<Double> = [0, 1, 0]

  static let identity = UVTransform()

  func apply(_ uv: Vector2f) -> Vector2f {
    let p = Vector3(Double(uv.x), Double(uv.y), 1)
    return Vector2f(Float(dot(u, p)), Float(dot(v, p)))
  }
}

extension GLTFReader {
  /// A material by index; `nil` = the default material of glTF 2.0 §3.9.
  func material(_ index: Int?) throws -> GLTFMaterial {
    guard let index else {
      return GLTFMaterial(
        material: Material(name: "default", metallic: 1, roughness: 1), uvSet: 0, uvTransform: .identity)
    }
    if let known = materials[index] { return known }
    let made = try makeMaterial(materialList[index], index)
    materials[index] = made
    return made
  }

  private func makeMaterial(_ node: JSONNode, _ index: Int) throws -> GLTFMaterial {
    var m = Material(name: try node.string("name") ?? "material\(index)", metallic: 1, roughness: 1)
    var placement = TexturePlacement()
    let extensions = node["extensions"]
    if let gloss = extensions?["KHR_materials_pbrSpecularGlossiness"] {
      try readSpecularGlossiness(gloss, into: &m, &placement)
    } else if let pbr = node["pbrMetallicRoughness"] {
      m.baseColor = try color(pbr, "baseColorFactor")
      m.baseColorTexture = try texture(pbr["baseColorTexture"], &placement)
      m.metallic = try unit(pbr, "metallicFactor", default: 1)
      m.roughness = try unit(pbr, "roughnessFactor", default: 1)
      m.metallicRoughnessTexture = try texture(pbr["metallicRoughnessTexture"], &placement)
    }
    if let normal = node["normalTexture"] {
      m.normalTexture = try texture(normal, &placement)
      m.normalScale = Float(try normal.number("scale", default: 1))
    }
    if let factor = try node["emissiveFactor"]?.numbers(3) {
      m.emissive = Vector3f(Float(factor[0]), Float(factor[1]), Float(factor[2]))
    }
    if let strength = try extensions?["KHR_materials_emissive_strength"]?.number(
      "emissiveStrength", default: 1)
    {
      m.emissive *= Float(strength)
    }
    m.emissiveTexture = try texture(node["emissiveTexture"], &placement)
    switch try node.string("alphaMode") ?? "OPAQUE" {
    case "OPAQUE": m.alpha = .opaque
    case "MASK": m.alpha = .mask(cutoff: Float(try node.number("alphaCutoff", default: 0.5)))
    case "BLEND": m.alpha = .blend
    case let other: throw node.failure("has the unknown alphaMode \(other.prefix(20))")
    }
    m.isDoubleSided = try node.bool("doubleSided", default: false)
    m.isUnlit = extensions?["KHR_materials_unlit"] != nil
    let factors = [m.metallic, m.roughness, m.normalScale, m.emissive.x, m.emissive.y, m.emissive.z]
    guard factors.allSatisfy(\.isFinite) else { throw node.failure("holds a factor that is not finite") }
    return GLTFMaterial(
      material: m, uvSet: placement.uvSet ?? 0, uvTransform: placement.transform ?? .identity)
  }

  /// The superseded specular-glossiness model, approximated by metal-rough: dielectrics keep their diffuse
  /// colour; a specular colour well above 4 % is taken for a metal's.
  private func readSpecularGlossiness(
    _ node: JSONNode, into m: inout Material, _ placement: inout TexturePlacement
  ) throws {
    m.baseColor = try color(node, "diffuseFactor")
    m.baseColorTexture = try texture(node["diffuseTexture"], &placement)
    m.roughness = 1 - (try unit(node, "glossinessFactor", default: 1))
    let specular = try node["specularFactor"]?.numbers(3) ?? [1, 1, 1]
    guard node["specularGlossinessTexture"] == nil else {
      warn("the specular-glossiness texture is left out, the surface taken for a matt dielectric", at: node)
      m.metallic = 0
      m.roughness = 0.7
      return
    }
    let strongest = min(max(specular.max() ?? 0, 0), 1)
    let diffuse = Double(max(m.baseColor.x, m.baseColor.y, m.baseColor.z))
    m.metallic = Float(strongest > 0.04 ? (strongest - 0.04) / max(strongest + diffuse - 0.04, 1e-6) : 0)
    if m.metallic > 0.5 {
      m.baseColor = SIMD4(Float(specular[0]), Float(specular[1]), Float(specular[2]), m.baseColor.w)
    }
  }

  private func color(_ node: JSONNode, _ key: String) throws -> SIMD4<Float> {
    guard let n = try node[key]?.numbers(4) else { return SIMD4(repeating: 1) }
    return SIMD4(n.map { Float(min(max($0, 0), 1)) })
  }

  private func unit(_ node: JSONNode, _ key: String, default fallback: Double) throws -> Float {
    Float(min(max(try node.number(key, default: fallback), 0), 1))
  }

  /// The coordinate set and transform that the material's first texture asks for; the others must agree.
  private struct TexturePlacement {
    var uvSet: Int?
    var transform: UVTransform?
  }

  /// A texture reference; `nil` without one, or where the reference disagrees with the material's first
  /// texture about the coordinate set (a mesh holds one set).
  private func texture(_ info: JSONNode?, _ placement: inout TexturePlacement) throws -> Texture? {
    guard let info else { return nil }
    let index = try info.required("index").index(below: textureList.count, of: "texture")
    var set = try info.count("texCoord", default: 0)
    var transform = UVTransform.identity
    if let t = info["extensions"]?["KHR_texture_transform"] {
      set = try t.count("texCoord", default: set)
      let offset = try t["offset"]?.numbers(2) ?? [0, 0]
      let scale = try t["scale"]?.numbers(2) ?? [1, 1]
      let (s, c) = DeterministicMath.sincos(try t.number("rotation", default: 0))
      // Offset ∘ rotation ∘ scale; the turn is counter-clockwise as seen, with v pointing down.
      transform.u = [c * scale[0], s * scale[1], offset[0]]
      transform.v = [-s * scale[0], c * scale[1], offset[1]]
      guard (0..<3).allSatisfy({ transform.u[$0].magnitude < 1e6 && transform.v[$0].magnitude < 1e6 }) else {
        throw t.failure("is out of all proportion")
      }
    }
    if let chosen = placement.uvSet, chosen != set {
      warn("uses TEXCOORD_\(set) beside TEXCOORD_\(chosen); the texture is left out", at: info)
      return nil
    }
    if let chosen = placement.transform, chosen != transform {
      warn("has a texture transform of its own; that of the material's first texture is used", at: info)
    }
    placement.uvSet = placement.uvSet ?? set
    placement.transform = placement.transform ?? transform
    return try texture(index)
  }

  private func texture(_ index: Int) throws -> Texture? {
    let node = textureList[index]
    guard let sourceNode = node["source"] else {
      warn("has no image that is read here; the texture is left out", at: node)
      return nil
    }
    let image = try sourceNode.index(below: imageList.count, of: "image")
    var wrap: (u: Texture.Wrap, v: Texture.Wrap) = (.repeat, .repeat)
    var isNearest = false
    if let s = try node["sampler"]?.index(below: samplerList.count, of: "sampler") {
      wrap = (try wrapping(samplerList[s], "wrapS"), try wrapping(samplerList[s], "wrapT"))
      isNearest = try samplerList[s].count("magFilter", default: 9729) == 9728
    }
    let key = TextureKey(image: image, wrapU: wrap.u, wrapV: wrap.v, isNearest: isNearest)
    if let known = textures[key] { return known }
    let raster = try self.image(image)
    try budget.spendPixels(of: raster, orThrow: node.failure("the textures unfold to more than 2²⁸ pixels"))
    let name = try node.string("name") ?? imageList[image].string("name") ?? imageList[image].string("uri")
    let texture = Texture(
      name: name.map { String($0.prefix(200)) } ?? "texture\(index)", image: raster, wrap: wrap,
      isNearest: isNearest)
    textures[key] = texture
    return texture
  }

  private func wrapping(_ sampler: JSONNode, _ key: String) throws -> Texture.Wrap {
    switch try sampler.count(key, default: 10497) {
    case 33071: .clamp
    case 33648: .mirror
    case 10497: .repeat
    case let other: throw sampler.failure("has the unknown \(key) \(other)")
    }
  }

  private func image(_ index: Int) throws -> Raster<UInt8> {
    if let known = images[index] { return known }
    let node = imageList[index]
    let bytes: [UInt8]
    if let uri = try node.string("uri") {
      bytes = try document.bytes(ofURI: uri, at: node)
      budget.grow(byInputBytes: bytes.count)
    } else {
      let viewNode = try node.required("bufferView")
      let view = try self.view(try viewNode.count(), from: viewNode)
      bytes = Array(view.buffer[view.range])
    }
    let raster = try decodeImage(bytes, name: "\(node.file): \(node.path)", decode: decode) {
      node.failure($0, remedy: "Replace the image by a PNG or JPEG file.")
    }
    try budget.spendPixels(of: raster, orThrow: node.failure("the images unfold to more than 2²⁸ pixels"))
    images[index] = raster
    return raster
  }
}

/// What makes two textures one.
struct TextureKey: Hashable {
  var image: Int
  var wrapU: Texture.Wrap
  var wrapV: Texture.Wrap
  var isNearest: Bool
}

/// Runs a decoder and checks what it gave before a `Texture` is made of it.
func decodeImage(
  _ bytes: [UInt8], name: String, decode: ImageDecoder, failure: (String) -> DioramaError
) throws -> Raster<UInt8> {
  let raster: Raster<UInt8>
  do {
    raster = try decode(bytes, name)
  } catch let error as DioramaError {
    throw failure("the image cannot be read: \(error.message)")
  } catch {
    throw failure("the image cannot be read: \(error)")
  }
  guard raster.width > 0, raster.height > 0, (1...4).contains(raster.channels) else {
    throw failure("the image has no pixels")
  }
  return raster
}
