import VectorMath
package import WorldModel

/// A plain tower whose windows are a texture: for backgrounds.
package struct OfficeBlock: ParametricAsset {
  package static let assetName = "office_block"
  package var width: Double
  package var depth: Double
  package var floors: Int
  package var colour: Colour
  package var litShare: Double
  package var variant: UInt64

  package init() { self.init(floors: 9) }

  package init(
    floors: Int, width: Double = 24, depth: Double = 16, colour: Colour = Colour(0x9a9d9f),
    litShare: Double = 0, variant: UInt64 = 1
  ) {
    self.floors = max(2, floors)
    self.width = width
    self.depth = depth
    self.colour = colour
    self.litShare = litShare
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "office_block", nativeClass: "building")
    let roof = asset.material(BuildingMaterials.flatRoof, tile: ProceduralTexture.concreteTile)
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let glass = asset.material(BuildingMaterials.glass)
    let height = 3.4 * Double(floors)
    let (dx, dy) = (depth / 2, width / 2)
    let texture = ProceduralTexture.facade(
      floors: 5, bays: 6, wall: colour, litShare: litShare, seed: variant)
    let facade = asset.material(
      Material(
        name: "facade", baseColorTexture: texture.colour, roughness: 0.6,
        emissive: litShare > 0 ? Vector3f(0.5, 0.5, 0.5) : .zero,
        emissiveTexture: litShare > 0 ? texture.emissive : nil))
    var tower = MeshBuilder.box(from: Vector3(-dx, -dy, 4), to: Vector3(dx, dy, 4 + height))
    // One repeat of the texture is five storeys and six bays of four metres.
    tower.mapUVs { Vector2(($0.x + dy) / 24, ($0.y + 4) / 17) }
    asset.add(tower, material: facade)
    asset.add(
      .box(from: Vector3(-dx + 0.6, -dy + 0.6, 0), to: Vector3(dx - 0.6, dy - 0.6, 4.0)), material: glass,
      part: "lobby")
    for x in [-dx + 0.4, dx - 0.4] {
      for k in 0...6 {
        let y = -dy + 0.4 + (width - 0.8) * Double(k) / 6
        asset.add(
          .box(from: Vector3(x - 0.35, y - 0.35, 0), to: Vector3(x + 0.35, y + 0.35, 4.0), bevel: 0.03),
          material: stone)
      }
    }
    asset.add(
      .box(from: Vector3(-dx - 0.15, -dy - 0.15, 3.7), to: Vector3(dx + 0.15, dy + 0.15, 4.15)),
      material: stone)
    asset.add(
      .box(
        from: Vector3(-dx - 0.15, -dy - 0.15, 4 + height - 0.2),
        to: Vector3(dx + 0.15, dy + 0.15, 4 + height + 0.5)), material: stone)
    asset.add(
      .box(
        from: Vector3(-dx + 0.3, -dy + 0.3, 4 + height + 0.45),
        to: Vector3(dx - 0.3, dy - 0.3, 4 + height + 0.52)), material: roof, part: "roof")
    asset.add(
      .box(from: Vector3(-3, -4, 4 + height), to: Vector3(3, 4, 4 + height + 2.8), bevel: 0.04),
      material: stone, part: "roof")
    return asset.asset()
  }
}
