import VectorMath
package import WorldModel

/// A detached house of two storeys under a pitched roof; the front door faces forward (+x), the ridge runs
/// along y.
package struct House: ParametricAsset {
  package static let assetName = "house"
  package enum Wall: Sendable, Hashable {
    case brick
    case plaster(Colour)
  }
  /// Metres along y and x.
  package var width: Double
  package var depth: Double
  package var storeys: Int
  package var wall: Wall
  package var doorColour: Colour
  /// The share of windows with light behind them.
  package var litShare: Double
  package var variant: UInt64

  package init() { self.init(wall: .brick) }

  package init(
    wall: Wall, width: Double = 9.5, depth: Double = 8, storeys: Int = 2,
    doorColour: Colour = Colour(0x2f4a3c), litShare: Double = 0,
    variant: UInt64 = 1
  ) {
    self.wall = wall
    self.width = width
    self.depth = depth
    self.storeys = max(1, storeys)
    self.doorColour = doorColour
    self.litShare = litShare
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "house", nativeClass: "building")
    let walls: Int
    switch wall {
    case .brick: walls = asset.material(BuildingMaterials.brick(), tile: ProceduralTexture.brickTile)
    case .plaster(let c):
      walls = asset.material(BuildingMaterials.plaster(c), tile: ProceduralTexture.plasterTile)
    }
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let (dx, dy) = (depth / 2, width / 2)
    let eaves = 2.75 * Double(storeys) + 0.15
    let pitch = 0.78
    let ridge = eaves + dx * pitch
    // Walls with gables: a five-cornered section drawn along y.
    let section = [
      Vector2(-dx, 0.0), Vector2(dx, 0.0), Vector2(dx, eaves), Vector2(0, ridge), Vector2(-dx, eaves),
    ]
    var body = MeshBuilder.loft([-dy, dy].map { y in section.map { Vector3($0.x, y, $0.y) } })
    body.projectUVs()
    asset.add(body, material: walls)
    var plinth = MeshBuilder.box(
      from: Vector3(-dx - 0.04, -dy - 0.04, 0), to: Vector3(dx + 0.04, dy + 0.04, 0.4), bevel: 0.02)
    plinth.projectUVs()
    asset.add(plinth, material: stone)
    addRoof(to: &asset, eaves: eaves, ridge: ridge, pitch: pitch)
    addOpenings(to: &asset)
    addChimney(to: &asset, walls: walls, ridge: ridge)
    return asset.asset()
  }

  private func addRoof(to asset: inout AssetBuilder, eaves: Double, ridge: Double, pitch: Double) {
    let tiles = asset.material(BuildingMaterials.roofTiles(), tile: ProceduralTexture.roofTilesTile)
    let metal = asset.material(BuildingMaterials.metal)
    let board = asset.material(BuildingMaterials.frame)
    let (dx, dy) = (depth / 2, width / 2)
    let over = 0.45
    let thick = 0.18
    let slope = (1 + pitch * pitch).squareRoot()
    for side in [1.0, -1.0] {
      let low = Vector2(dx + over, eaves - over * pitch + 0.02)
      let high = Vector2(0, ridge + 0.02)
      let l = (dx + over) * slope
      func at(_ u: Double, _ v: Double, _ up: Double) -> Vector3 {
        let p = high + (low - high) * v
        let y = (u - 0.5) * 2 * (dy + 0.4)
        return Vector3(side * p.x, side * y, p.y + up)
      }
      var slab = MeshBuilder.slab(columns: 1, rows: 1, front: { at($0, $1, thick) }, back: { at($0, $1, 0) })
      slab.mapUVs { Vector2($0.x * 2 * (dy + 0.4), $0.y * l) }
      asset.add(slab, material: tiles, part: "roof")
      // Gutter and board along the eaves.
      let edge = Vector3(side * (low.x + 0.05), 0, low.y + 0.04)
      asset.add(
        .box(
          size: Vector3(0.03, 2 * (dy + 0.38), 0.2), center: Vector3(side * (low.x - 0.03), 0, low.y + 0.05)),
        material: board, part: "roof")
      let gutter = [
        Vector2(-0.06, 0.05), Vector2(-0.045, -0.03), Vector2(0, -0.06), Vector2(0.045, -0.03),
        Vector2(0.06, 0.05), Vector2(0.045, 0.05), Vector2(0, -0.04), Vector2(-0.045, 0.05),
      ]
      asset.add(
        .bar([edge + Vector3(0, -dy - 0.38, 0), edge + Vector3(0, dy + 0.38, 0)], section: gutter),
        material: metal, part: "roof")
      let pipe = Vector3(side * (dx + 0.06), side * (dy - 0.2), 0)
      asset.add(
        .tube(
          [pipe, pipe + Vector3(0, 0, eaves - 0.55), Vector3(edge.x, pipe.y, edge.z - 0.05)], radius: 0.045,
          sides: 8), material: metal)
    }
    asset.add(
      .cylinder(
        from: Vector3(0, -dy - 0.4, ridge + thick - 0.02), to: Vector3(0, dy + 0.4, ridge + thick - 0.02),
        radius: 0.12, sides: 10), material: tiles,
      part: "roof")
  }

  private func addOpenings(to asset: inout AssetBuilder) {
    let openings = WallOpenings(chance: AssetVariation(seed: variant), litShare: litShare)
    let front = WallFace(yaw: 0, distance: depth / 2)
    let rear = WallFace(yaw: Double.pi, distance: depth / 2)
    let sides = [
      WallFace(yaw: Double.pi / 2, distance: width / 2), WallFace(yaw: -Double.pi / 2, distance: width / 2),
    ]
    var index = 0
    func window(_ face: WallFace, _ u: Double, _ storey: Int, _ size: Vector2, _ panes: Int = 2) {
      index += 1
      openings.addWindow(
        to: &asset, face: face, u: u, z: 1.0 + 2.75 * Double(storey), size: size, index: index, panes: panes)
    }
    let step = width / 3
    let doorAt = 0.0
    openings.addDoor(to: &asset, face: front, u: doorAt, size: Vector2(1.0, 2.1), colour: doorColour)
    // A small roof over the door on brackets.
    let tiles = asset.material(BuildingMaterials.roofTiles(), tile: ProceduralTexture.roofTilesTile)
    let canopy = MeshBuilder.loft(
      [-0.95, 0.95].map { y in
        [
          Vector3(depth / 2 - 0.05, y, 2.62), Vector3(depth / 2 + 0.85, y, 2.5),
          Vector3(depth / 2 + 0.85, y, 2.58), Vector3(depth / 2 - 0.05, y, 3.0),
        ]
      })
    asset.add(canopy, material: tiles, part: "roof")
    for storey in 0..<storeys {
      for k in [-1.0, 1.0] {
        window(front, k * step, storey, Vector2(storey == 0 ? 1.7 : 1.3, 1.35), storey == 0 ? 3 : 2)
      }
      if storey > 0 { window(front, 0, storey, Vector2(0.9, 1.35), 1) }
      for k in [-1.0, 0, 1.0] { window(rear, k * step, storey, Vector2(k == 0 ? 1.0 : 1.5, 1.35)) }
      for face in sides { window(face, storey == 0 ? depth * 0.2 : 0, storey, Vector2(0.9, 1.2), 1) }
    }
    for face in sides { window(face, 0, storeys, Vector2(0.8, 0.9), 1) }
  }

  private func addChimney(to asset: inout AssetBuilder, walls: Int, ridge: Double) {
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let pot = asset.material(
      Material(name: "chimney_pot", baseColor: Colour(0xa65a3e).linear, roughness: 0.9))
    let y = width * 0.28
    asset.add(
      .box(from: Vector3(-0.75, y - 0.35, ridge - 1.2), to: Vector3(-0.15, y + 0.35, ridge + 0.85)),
      material: walls, part: "chimney")
    asset.add(
      .box(
        from: Vector3(-0.82, y - 0.42, ridge + 0.83), to: Vector3(-0.08, y + 0.42, ridge + 0.95), bevel: 0.02),
      material: stone, part: "chimney")
    for k in [-0.17, 0.17] {
      asset.add(
        .lathe(
          [Vector2(0, 0), Vector2(0.12, 0), Vector2(0.1, 0.25), Vector2(0.12, 0.32), Vector2(0, 0.32)],
          sides: 12
        ).translated(-0.45, y + k, ridge + 0.94),
        material: pot, part: "chimney")
    }
  }
}
