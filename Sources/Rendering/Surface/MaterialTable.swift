import WorldModel

/// Per-material rows for shading.
final class MaterialTable {
  static let stride: Int32 = 24
  enum Column {
    /// Linear RGBA factor.
    static let baseColor = 0
    static let metallic = 4
    static let roughness = 5
    static let emissive = 6
    static let normalScale = 9
    /// Texture indices as integer bits.
    static let baseTexture = 10
    static let metalRoughTexture = 11
    static let normalTexture = 12
    static let emissiveTexture = 13
    /// 1 for unlit materials.
    static let unlit = 14
    static let clearcoat = 15
    /// `GroundFinish`: its kind (0 = none) and seed as integer bits.
    static let groundKind = 16
    static let groundTile = 17
    static let groundWear = 18
    static let groundPuddles = 19
    static let groundLeaves = 20
    static let groundSeed = 21
  }

  private let rows = ScratchBuffer<Float>()
  var base: UnsafePointer<Float> { UnsafePointer(rows.base) }

  func fill(_ materials: [Material], _ atlas: TextureAtlas) {
    rows.reserve((materials.count + 1) * Int(Self.stride))
    for k in 0..<Int(Self.stride) { rows.base[k] = 0 }
    for (i, m) in materials.enumerated() {
      let row = rows.base + (i + 1) * Int(Self.stride)
      for k in 0..<4 { row[Column.baseColor + k] = m.baseColor[k] }
      row[Column.metallic] = m.metallic
      row[Column.roughness] = m.roughness
      for k in 0..<3 { row[Column.emissive + k] = m.emissive[k] }
      row[Column.normalScale] = m.normalScale
      func bits(_ i: Int32) -> Float { Float(bitPattern: UInt32(bitPattern: i)) }
      row[Column.baseTexture] = bits(atlas.index(m.baseColorTexture))
      row[Column.metalRoughTexture] = bits(atlas.index(m.metallicRoughnessTexture))
      row[Column.normalTexture] = bits(atlas.index(m.normalTexture))
      row[Column.emissiveTexture] = bits(atlas.index(m.emissiveTexture))
      row[Column.unlit] = m.isUnlit ? 1 : 0
      row[Column.clearcoat] = m.clearcoat
      row[Column.groundKind] = bits(m.ground?.kind.rawValue ?? 0)
      row[Column.groundTile] = m.ground?.tile ?? 1
      row[Column.groundWear] = m.ground?.wear ?? 0
      row[Column.groundPuddles] = m.ground?.puddles ?? 0
      row[Column.groundLeaves] = m.ground?.leaves ?? 0
      row[Column.groundSeed] = Float(bitPattern: m.ground?.seed ?? 0)
      for k in 22..<Int(Self.stride) { row[k] = 0 }
    }
  }
}
