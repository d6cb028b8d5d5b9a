import Diagnostics
import Imaging
import JSON
import WorldModel

/// Materials of glTF with their textures, samplers and images.
struct GLTFMaterials {
  private var materials: [JSONValue] = []
  private var textures: [JSONValue] = []
  private var samplers: [JSONValue] = []
  private var images: [JSONValue] = []
  private var extensions: Set<String> = []
  private var textureOf: [ObjectIdentifier: Int] = [:]
  private var samplerOf: [[Int]: Int] = [:]
  private var imageOf: [String: Int] = [:]
  private let encoder = PNGEncoder()

  var lists: [(String, [JSONValue])] {
    [
      ("materials", materials), ("textures", textures), ("samplers", samplers), ("images", images),
      ("extensionsUsed", extensions.sorted().map { .string($0) }),
    ]
  }

  /// Names an extension that the document uses besides those of materials.
  mutating func use(_ name: String) { extensions.insert(name) }

  mutating func add(_ m: Material, _ buffers: inout GLTFBuffers) throws(DioramaError) {
    let c = m.baseColor
    var pbr: [JSONValue.Member] = [
      .init("baseColorFactor", .numbers([c.x, c.y, c.z, c.w])), .init("metallicFactor", .number(m.metallic)),
      .init("roughnessFactor", .number(m.roughness)),
    ]
    var members: [JSONValue.Member] = [
      .init("name", .string(m.name)), .init("doubleSided", .boolean(m.isDoubleSided)),
    ]
    if let t = m.baseColorTexture { pbr.append(.init("baseColorTexture", try reference(t, &buffers))) }
    if let t = m.metallicRoughnessTexture {
      pbr.append(.init("metallicRoughnessTexture", try reference(t, &buffers)))
    }
    members.append(.init("pbrMetallicRoughness", .object(pbr)))
    if let t = m.normalTexture {
      members.append(.init("normalTexture", try reference(t, &buffers, scale: m.normalScale)))
    }
    if let t = m.emissiveTexture { members.append(.init("emissiveTexture", try reference(t, &buffers))) }
    var own: [JSONValue.Member] = []
    let peak = max(m.emissive.x, m.emissive.y, m.emissive.z)
    if peak > 0 {
      // Factors end at 1; what is brighter says how many times.
      let strength = max(1, peak)
      let e = m.emissive / strength
      members.append(.init("emissiveFactor", .numbers([min(1, e.x), min(1, e.y), min(1, e.z)])))
      if strength > 1 {
        own.append(.init("KHR_materials_emissive_strength", ["emissiveStrength": .number(strength)]))
      }
    }
    switch m.alpha {
    case .opaque: break
    case .mask(let cutoff):
      members += [.init("alphaMode", "MASK"), .init("alphaCutoff", .number(cutoff))]
    case .blend: members.append(.init("alphaMode", "BLEND"))
    }
    if m.isUnlit { own.append(.init("KHR_materials_unlit", .object([]))) }
    if !own.isEmpty {
      extensions.formUnion(own.map(\.key))
      members.append(.init("extensions", .object(own)))
    }
    materials.append(.object(members))
  }

  private mutating func reference(
    _ texture: Texture, _ buffers: inout GLTFBuffers, scale: Float? = nil
  ) throws(DioramaError) -> JSONValue {
    var members: [JSONValue.Member] = [.init("index", .integer(try index(of: texture, &buffers)))]
    if let scale { members.append(.init("scale", .number(scale))) }
    return .object(members)
  }

  private mutating func index(of texture: Texture, _ buffers: inout GLTFBuffers) throws(DioramaError) -> Int {
    if let found = textureOf[ObjectIdentifier(texture)] { return found }
    let bytes = try TextureFile.png(texture, encoder)
    let hash = SHA256.hex(of: bytes)
    if imageOf[hash] == nil {
      imageOf[hash] = images.count
      images.append([
        "name": .string(texture.name), "mimeType": "image/png",
        "bufferView": .integer(try buffers.add(picture: bytes)),
      ])
    }
    textures.append([
      "source": .integer(imageOf[hash] ?? 0), "sampler": .integer(sampler(of: texture)),
    ])
    textureOf[ObjectIdentifier(texture)] = textures.count - 1
    return textures.count - 1
  }

  private mutating func sampler(of texture: Texture) -> Int {
    func wrap(_ w: Texture.Wrap) -> Int {
      switch w {
      case .clamp: 33071
      case .mirror: 33648
      case .repeat: 10497
      }
    }
    let key =
      [texture.isNearest ? 9728 : 9729, texture.isNearest ? 9984 : 9987, wrap(texture.wrap.u)]
      + [wrap(texture.wrap.v)]
    if let found = samplerOf[key] { return found }
    samplers.append([
      "magFilter": .integer(key[0]), "minFilter": .integer(key[1]), "wrapS": .integer(key[2]),
      "wrapT": .integer(key[3]),
    ])
    samplerOf[key] = samplers.count - 1
    return samplers.count - 1
  }
}
