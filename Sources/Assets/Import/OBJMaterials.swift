internal import Diagnostics
internal import Imaging
internal import VectorMath
internal import WorldModel

/// The materials that an OBJ file names, looked up in its libraries.
struct OBJMaterials {
  private let file: OBJFile
  private let source: ImportSource
  private let decode: ImageDecoder
  /// By name, with the folder of the library. Look-ups only.
  private var known: [String: (material: MTLMaterial, folder: String)] = [:]
  private var made: [Int: GLTFMaterial] = [:]
  private var images: [String: Raster<UInt8>?] = [:]
  private var textures: [String: Texture] = [:]
  private var budget: ImportBudget
  private var triedLibraries: Set<String> = []
  private(set) var warnings: [Warning] = []

  init(_ file: OBJFile, _ source: ImportSource, decode: @escaping ImageDecoder) {
    self.file = file
    self.source = source
    self.decode = decode
    budget = ImportBudget(inputBytes: source.bytes.count)
    for argument in file.libraries { readLibraries(argument) }
  }

  /// The material of an index into the file's names, and the map of its texture coordinates (before v is
  /// turned downwards).
  mutating func material(_ index: Int) -> GLTFMaterial {
    if let ready = made[index] { return ready }
    let plain = Material(name: "default", baseColor: [0.8, 0.8, 0.8, 1], isDoubleSided: true)
    var out = GLTFMaterial(material: plain, uvSet: 0, uvTransform: .identity)
    if file.materialNames.indices.contains(index) {
      let name = file.materialNames[index]
      if let found = known[name] {
        out = make(found.material, found.folder)
      } else {
        out.material.name = name
        warn("the material \"\(name.prefix(80))\" is in no library; it is grey")
      }
    }
    made[index] = out
    return out
  }

  private mutating func warn(_ message: String) {
    if warnings.count < 1000 { warnings.append(Warning("\(source.name): \(message)")) }
  }

  // MARK: Files

  /// One name with spaces, or several without.
  private mutating func readLibraries(_ argument: String) {
    var names = [argument]
    if argument.contains(" "), bytes(argument, in: "") == nil {
      names = argument.split(separator: " ").map(String.init)
    }
    for name in names where triedLibraries.count < 100 && triedLibraries.insert(name).inserted {
      guard let found = bytes(name, in: "") else {
        warn("the library \"\(name.prefix(200))\" is missing or outside the folder")
        continue
      }
      let library = MTLFile(found.bytes, file: found.path)
      warnings += library.warnings
      let folder = found.path.lastIndex(of: "/").map { String(found.path[...$0]) } ?? ""
      for material in library.materials where known[material.name] == nil {
        known[material.name] = (material, folder)
      }
    }
  }

  /// The bytes of a named file: as the path stands, else by its last part beside the library or the model.
  private func bytes(_ path: String, in folder: String) -> (path: String, bytes: [UInt8])? {
    let clean = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    let last = clean.split(separator: "/").last.map(String.init) ?? clean
    for candidate in [folder + clean, clean, folder + last, last] {
      if let found = try? source.resource(candidate) { return (candidate, found) }
    }
    return nil
  }

  private mutating func image(_ map: MTLMap, in folder: String) -> Raster<UInt8>? {
    let key = folder + "\n" + map.path
    if let ready = images[key] { return ready }
    var raster: Raster<UInt8>?
    if let found = bytes(map.path, in: folder) {
      do {
        let decoded = try decodeImage(found.bytes, name: found.path, decode: decode) {
          DioramaError(.badInput, "\(found.path): \($0)")
        }
        try budget.spendPixels(
          of: decoded,
          orThrow: DioramaError(.badInput, "\(found.path): the images unfold to more than 2²⁸ pixels"))
        raster = decoded
      } catch let error as DioramaError {
        warn(error.message)
      } catch {
        warn("\(error)")
      }
    } else {
      warn("the image \"\(map.path.prefix(200))\" is missing or outside the folder")
    }
    images[key] = .some(raster)
    return raster
  }

  /// The texture of an image as a map has it, one for all materials that use it alike.
  private mutating func texture(
    _ map: MTLMap, _ use: String, _ folder: String, _ image: @autoclosure () -> Raster<UInt8>
  ) -> Texture? {
    let key = "\(use)\n\(folder)\n\(map.path)\n\(map.isClamped) \(map.bump)"
    if let known = textures[key] { return known }
    let raster = image()
    let failure = DioramaError(
      .badInput, "\(map.path.prefix(200)): the textures unfold to more than 2²⁸ pixels")
    guard (try? budget.spendPixels(of: raster, orThrow: failure)) != nil else {
      warn(failure.message)
      return nil
    }
    let wrap: Texture.Wrap = map.isClamped ? .clamp : .repeat
    let made = Texture(name: map.path, image: raster, wrap: (wrap, wrap))
    textures[key] = made
    return made
  }

  // MARK: Looks

  private mutating func make(_ m: MTLMaterial, _ folder: String) -> GLTFMaterial {
    func unit(_ x: Double) -> Float { Float(min(max(x, 0), 1)) }
    let kd = m.diffuse
    var out = Material(
      name: m.name, baseColor: [unit(kd.x), unit(kd.y), unit(kd.z), unit(m.alpha)], isDoubleSided: true)
    out.metallic = unit(m.metallic ?? 0)
    if let roughness = m.roughness {
      out.roughness = unit(roughness)
    } else if let ks = m.specular, greatest(ks) <= 0 {
      out.roughness = 1
    } else if let n = m.exponent {
      // Blinn and Phong's exponent as the width of a microfacet distribution, α = √(2 / (n + 2)) = roughness².
      out.roughness = unit((2 / (max(n, 0) + 2)).squareRoot().squareRoot())
    }
    out.emissive = Vector3f(maximum(m.emissive, .zero))
    out.alpha = out.baseColor.w < 1 ? .blend : .opaque

    var placed: MTLMap?
    if let map = m.diffuseMap, var raster = image(map, in: folder) {
      var use = "colour"
      if let mask = m.alphaMap, let alpha = image(mask, in: folder) {
        if let joined = raster.withAlpha(from: alpha) {
          raster = joined
          use = "colour with \(mask.path)"
          out.alpha = .mask(cutoff: 0.5)
        } else {
          warn("\"\(mask.path.prefix(80))\" differs in size from \"\(map.path.prefix(80))\" and is left out")
        }
      } else if raster.channels == 4 || raster.channels == 2 {
        // Alpha of the colour image means nothing in this format unless `map_d` names it.
        raster = raster.opaque
      }
      out.baseColorTexture = texture(map, use, folder, raster)
      placed = map
    } else if m.alphaMap != nil {
      warn("a map_d without map_Kd is not read")
    }
    if let map = m.emissiveMap, let raster = image(map, in: folder) {
      out.emissiveTexture = texture(map, "emission", folder, raster)
      // A map alone says that the surface shines as the image does.
      if out.emissive == .zero { out.emissive = Vector3f(1, 1, 1) }
      placed = placed ?? map
    }
    if let map = m.bumpMap, let raster = image(map, in: folder) {
      let areNormals = map.isNormals || raster.looksLikeNormals
      out.normalTexture = texture(
        map, areNormals ? "normals" : "heights", folder,
        areNormals ? raster : raster.normalsFromHeights(strength: map.bump))
      placed = placed ?? map
    }
    var transform = UVTransform.identity
    if let placed {
      transform.u = [placed.scale.x, 0, placed.offset.x]
      transform.v = [0, placed.scale.y, placed.offset.y]
      let others = [m.diffuseMap, m.emissiveMap, m.bumpMap].compactMap(\.self)
      if others.contains(where: { $0.scale != placed.scale || $0.offset != placed.offset }) {
        warn("the maps of \"\(m.name.prefix(80))\" lie differently; those of the first are used for all")
      }
    }
    return GLTFMaterial(material: out, uvSet: 0, uvTransform: transform)
  }
}
