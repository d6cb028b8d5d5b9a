import VectorMath
package import WorldModel

/// A town block of flats over shops; the street front faces forward (+x) and runs along y.
package struct ApartmentBlock: ParametricAsset {
  package static let assetName = "apartment_block"
  /// Windows across the front; 3 m each.
  package var bays: Int
  /// Storeys of flats above the shops.
  package var floors: Int
  package var depth: Double
  package var colour: Colour
  package var litShare: Double
  package var variant: UInt64

  package init() { self.init(bays: 7) }

  package init(
    bays: Int, floors: Int = 4, depth: Double = 11, colour: Colour = Colour(0xd8c3a0), litShare: Double = 0,
    variant: UInt64 = 1
  ) {
    self.bays = max(2, bays)
    self.floors = max(1, floors)
    self.depth = depth
    self.colour = colour
    self.litShare = litShare
    self.variant = variant
  }

  private static let bayWidth = 3.0
  private static let floorHeight = 3.0
  private static let shopHeight = 3.8
  private var width: Double { Double(bays) * Self.bayWidth }
  private var top: Double { Self.shopHeight + Double(floors) * Self.floorHeight }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "apartment_block", nativeClass: "building")
    let wall = asset.material(BuildingMaterials.plaster(colour), tile: ProceduralTexture.plasterTile)
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let roof = asset.material(BuildingMaterials.flatRoof, tile: ProceduralTexture.concreteTile)
    let (dx, dy) = (depth / 2, width / 2)
    asset.add(.box(from: Vector3(-dx, -dy, 0), to: Vector3(dx, dy, top)), material: wall)
    // String course over the shops, cornice and parapet.
    for (z, h, out) in [(Self.shopHeight - 0.12, 0.24, 0.14), (top - 0.1, 0.22, 0.24)] {
      asset.add(
        .box(from: Vector3(-dx - out, -dy - out, z), to: Vector3(dx + out, dy + out, z + h), bevel: 0.03),
        material: stone)
    }
    for s in [1.0, -1.0] {
      asset.add(
        .box(from: Vector3(s * (dx - 0.25), -dy, top), to: Vector3(s * dx, dy, top + 0.75)), material: wall)
      asset.add(
        .box(from: Vector3(-dx + 0.25, s * (dy - 0.25), top), to: Vector3(dx - 0.25, s * dy, top + 0.75)),
        material: wall)
      asset.add(
        .box(
          from: Vector3(s * (dx - 0.3), -dy - 0.05, top + 0.75),
          to: Vector3(s * (dx + 0.05), dy + 0.05, top + 0.82)), material: stone)
      asset.add(
        .box(
          from: Vector3(-dx + 0.3, s * (dy - 0.3), top + 0.75),
          to: Vector3(dx - 0.3, s * (dy + 0.05), top + 0.82)), material: stone)
    }
    asset.add(
      .box(from: Vector3(-dx + 0.25, -dy + 0.25, top + 0.1), to: Vector3(dx - 0.25, dy - 0.25, top + 0.14)),
      material: roof, part: "roof")
    asset.add(
      .box(from: Vector3(-2.2, -1.6, top + 0.1), to: Vector3(1.2, 1.6, top + 2.4), bevel: 0.03),
      material: wall, part: "roof")
    addFlats(to: &asset)
    addShops(to: &asset)
    return asset.asset()
  }

  /// Where bay `k` is, seen from outside the front: left to right.
  private func bay(_ k: Int) -> Double { (Double(k) + 0.5) * Self.bayWidth - width / 2 }

  private func addFlats(to asset: inout AssetBuilder) {
    let chance = AssetVariation(seed: variant)
    let openings = WallOpenings(chance: chance, litShare: litShare)
    let front = WallFace(yaw: 0, distance: depth / 2)
    let rear = WallFace(yaw: Double.pi, distance: depth / 2)
    let sides = [
      WallFace(yaw: Double.pi / 2, distance: width / 2), WallFace(yaw: -Double.pi / 2, distance: width / 2),
    ]
    var index = 0
    for floor in 0..<floors {
      let z = Self.shopHeight + Self.floorHeight * Double(floor)
      for k in 0..<bays {
        index += 1
        let hasBalcony = k % 3 == 1
        if hasBalcony {
          openings.addWindow(
            to: &asset, face: front, u: bay(k), z: z + 0.12, size: Vector2(1.7, 2.25), index: index,
            hasSill: false)
          addBalcony(to: &asset, face: front, u: bay(k), z: z)
        } else {
          openings.addWindow(
            to: &asset, face: front, u: bay(k), z: z + 0.9, size: Vector2(1.3, 1.5), index: index)
        }
        openings.addWindow(
          to: &asset, face: rear, u: bay(k), z: z + 0.9, size: Vector2(k % 2 == 0 ? 1.3 : 0.9, 1.4),
          index: index + 5000, panes: k % 2 == 0 ? 2 : 1)
      }
      for (s, face) in sides.enumerated() {
        openings.addWindow(
          to: &asset, face: face, u: depth * 0.22, z: z + 0.9, size: Vector2(0.9, 1.4),
          index: index + 9000 + s, panes: 1)
      }
    }
  }

  private func addBalcony(to asset: inout AssetBuilder, face: WallFace, u: Double, z: Double) {
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let metal = asset.material(BuildingMaterials.metal)
    let t = face.transform
    let (w, d) = (2.5, 1.15)
    asset.add(
      MeshBuilder.box(
        from: Vector3(-0.05, -u - w / 2, z - 0.08), to: Vector3(d, -u + w / 2, z + 0.08), bevel: 0.02
      ).transformed(t), material: stone, part: "balcony")
    var rail = MeshBuilder()
    rail.append(
      .box(
        from: Vector3(d - 0.08, -u - w / 2 + 0.03, z + 1.05),
        to: Vector3(d - 0.03, -u + w / 2 - 0.03, z + 1.1)))
    for s in [-1.0, 1.0] {
      let y = -u + s * (w / 2 - 0.055)
      rail.append(.box(from: Vector3(0, y - 0.025, z + 1.05), to: Vector3(d - 0.08, y + 0.025, z + 1.1)))
      for k in 0..<5 {
        let x = 0.12 + 0.22 * Double(k)
        rail.append(
          .box(from: Vector3(x - 0.01, y - 0.01, z + 0.06), to: Vector3(x + 0.01, y + 0.01, z + 1.06)))
      }
    }
    for k in 0...14 {
      let y = -u - w / 2 + 0.06 + (w - 0.12) * Double(k) / 14
      rail.append(
        .box(from: Vector3(d - 0.065, y - 0.01, z + 0.06), to: Vector3(d - 0.045, y + 0.01, z + 1.06)))
    }
    asset.add(rail.transformed(t), material: metal, part: "balcony")
  }

  private static let fascias: [Colour] = [
    Colour(0x7a2430), Colour(0x1f4a44), Colour(0x2b3a5c), Colour(0xb88a2e), Colour(0x3b3b3d),
  ]

  private func addShops(to asset: inout AssetBuilder) {
    let chance = AssetVariation(seed: variant &+ 77)
    let frame = asset.material(BuildingMaterials.metal)
    let glass = asset.material(BuildingMaterials.glass)
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let t = WallFace(yaw: 0, distance: depth / 2).transform
    var k = 0
    var shop = 0
    while k < bays {
      // Shops take two bays; a single one left over is the way in to the flats.
      let span = bays - k >= 2 ? 2 : 1
      let u0 = bay(k) - Self.bayWidth / 2
      let u1 = u0 + Double(span) * Self.bayWidth
      func box(
        _ a: Double, _ b: Double, _ z0: Double, _ z1: Double, _ x0: Double, _ x1: Double, bevel: Double = 0
      ) -> MeshBuilder {
        MeshBuilder.box(from: Vector3(x0, -b, z0), to: Vector3(x1, -a, z1), bevel: bevel).transformed(t)
      }
      asset.add(box(u0, u0 + 0.3, 0, Self.shopHeight - 0.1, -0.05, 0.1, bevel: 0.01), material: stone)
      asset.add(box(u1 - 0.3, u1, 0, Self.shopHeight - 0.1, -0.05, 0.1, bevel: 0.01), material: stone)
      if span == 2 {
        let fascia = asset.material(
          Material(
            name: "fascia_\(shop % Self.fascias.count)",
            baseColor: Self.fascias[(shop + chance.choice("fascia", of: 5)) % Self.fascias.count].linear,
            roughness: 0.5))
        asset.add(
          box(u0 + 0.3, u1 - 0.3, 2.95, 3.6, -0.02, 0.16, bevel: 0.02), material: fascia, part: "shop")
        asset.add(box(u0 + 0.3, u1 - 0.3, 0, 0.45, -0.02, 0.09), material: stone, part: "shop")
        let door = u0 + 0.45 + (u1 - u0 - 2.0) * (chance.unit("door", shop) < 0.5 ? 0 : 1)
        asset.add(box(u0 + 0.35, u1 - 0.35, 0.4, 2.9, -0.03, 0.03), material: glass, part: "shop")
        asset.add(box(door, door + 1.1, 0.05, 2.4, -0.02, 0.1), material: glass, part: "door")
        for x in [u0 + 0.34, (u0 + u1) / 2, u1 - 0.34, door, door + 1.1] {
          asset.add(box(x - 0.035, x + 0.035, 0.02, 2.95, -0.02, 0.12), material: frame, part: "shop")
        }
        asset.add(box(u0 + 0.3, u1 - 0.3, 2.4, 2.47, -0.02, 0.11), material: frame, part: "shop")
        if chance.unit("awning", shop) < 0.6 {
          let awning = MeshBuilder.slab(
            columns: 12, rows: 1,
            front: { u, v in Vector3(0.15 + 1.1 * v, -(u0 + 0.4 + (u1 - u0 - 0.8) * u), 2.98 - 0.5 * v) },
            back: { u, v in Vector3(0.15 + 1.1 * v, -(u0 + 0.4 + (u1 - u0 - 0.8) * u), 2.94 - 0.5 * v) })
          asset.add(awning.transformed(t), material: fascia, part: "shop")
        }
      } else {
        let leaf = asset.material(Material(name: "door", baseColor: Colour(0x4a3524).linear, roughness: 0.5))
        asset.add(box(bay(k) - 0.75, bay(k) + 0.75, 0, 2.7, -0.02, 0.1), material: frame, part: "door")
        for s in [-0.33, 0.33] {
          asset.add(
            box(bay(k) + s - 0.3, bay(k) + s + 0.3, 0.05, 2.3, -0.02, 0.13, bevel: 0.015), material: leaf,
            part: "door")
        }
        asset.add(box(bay(k) - 0.65, bay(k) + 0.65, 2.36, 2.65, -0.02, 0.12), material: glass, part: "door")
      }
      shop += 1
      k += span
    }
  }
}
