import VectorMath
package import WorldModel

/// A traffic sign on a post, facing forward (+x). Parts: pole, face, back.
package struct TrafficSign: ParametricAsset {
  package static let assetName = "traffic_sign"
  package var face: TrafficSignFace
  /// The plate's width, metres (0.6 in towns, 0.75 to 0.9 outside).
  package var size: Double
  /// Metres from the ground to the plate's lower edge.
  package var clearance: Double

  package init() { self.init(face: .stop) }

  package init(face: TrafficSignFace, size: Double = 0.6, clearance: Double = 2.1) {
    self.face = face
    self.size = size
    self.clearance = clearance
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "traffic_sign_\(face.name)", nativeClass: "traffic_sign", mainPart: "face")
    let metal = asset.material(StreetMaterials.galvanised)
    let picture = asset.material(
      Material(name: "sign_face", baseColorTexture: face.texture, roughness: 0.45))
    let grey = asset.material(
      Material(name: "sign_back", baseColor: Colour(0x84888b).linear, metallic: 0.3, roughness: 0.6))
    let ring = face.outline
    let low = ring.map(\.y).min() ?? -0.5
    let high = ring.map(\.y).max() ?? 0.5
    let middle = clearance - low * size
    let x = 0.045
    func place(_ p: Vector2, _ px: Double, _ k: Double) -> Vector3 {
      Vector3(px, p.x * size * k, middle + p.y * size * k)
    }
    // The face is a thin plate of its own; behind it a grey one with a folded rim.
    var front = MeshBuilder.loft([ring.map { place($0, x + 0.004, 1) }, ring.map { place($0, x + 0.008, 1) }])
    front.setUVs { p in Vector2(0.5 + p.y / size, 0.5 - (p.z - middle) / size) }
    asset.add(front, material: picture)
    asset.add(
      MeshBuilder.loft([ring.map { place($0, x - 0.012, 1.012) }, ring.map { place($0, x + 0.0035, 1.012) }]),
      material: grey, part: "back")
    for z in [middle + (high * 0.45) * size, middle + (low * 0.45) * size] {
      asset.add(
        .box(size: Vector3(0.05, 0.16, 0.035), center: Vector3(x - 0.03, 0, z), bevel: 0.004),
        material: metal, part: "pole")
    }
    let top = middle + high * size * 0.9
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.09, 0), Vector2(0.09, 0.015), Vector2(0.03, 0.03), Vector2(0.03, top),
          Vector2(0.024, top + 0.01), Vector2(0, top + 0.01),
        ],
        sides: 12), material: metal, part: "pole")
    return asset.asset()
  }
}
