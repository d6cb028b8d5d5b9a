import Assets
import Geometry
package import RandomStreams
import VectorMath
package import WorldModel

/// What is seen through the windows: ground, plants and neighbours.
///
/// World frame of the plan, metres.
package struct Surroundings: Sendable {
  package var plan: HomePlan
  /// How far below the floor the ground lies, metres: some 0.3 for a house, more for a flat.
  package var groundBelow: Double

  package init(plan: HomePlan, groundBelow: Double) {
    self.plan = plan
    self.groundBelow = groundBelow
  }

  private var isTown: Bool { groundBelow > 2 }

  package func entities(firstID: UInt32, _ draws: inout Draws) -> [Entity] {
    var list = ShellEntities(nextID: firstID)
    var chance = draws.stream("surroundings")
    let box = Box3(plan.footprint.map { Vector3($0.x, $0.y, 0) })
    let center = Vector2(box.center.x, box.center.y)
    let radius = length(Vector2(box.size.x, box.size.y)) / 2
    list.add(ground(center, reach: 90), "ground", [], at: Vector3(center.x, center.y, -groundBelow))

    func ring(_ angle: Double, _ distance: Double) -> Vector3 {
      let (s, c) = DeterministicMath.sincos(angle)
      return Vector3(center.x + c * distance, center.y + s * distance, -groundBelow)
    }
    /// Whether a disc keeps off the house and off what stands already.
    var taken: [(Vector2, Double)] = []
    func isFree(_ p: Vector3, _ r: Double, gap: Double) -> Bool {
      let q = Vector2(p.x, p.y)
      let dx = max(box.min.x - q.x, 0, q.x - box.max.x)
      let dy = max(box.min.y - q.y, 0, q.y - box.max.y)
      guard length(Vector2(dx, dy)) > r + gap else { return false }
      return taken.allSatisfy { length($0.0 - q) > $0.1 + r }
    }

    // Neighbours all around, their fronts this way.
    let count = isTown ? chance.integer(in: 6...8) : chance.integer(in: 7...9)
    let first = chance.uniform(0, 2 * .pi)
    for i in 0..<count {
      let angle = first + (Double(i) + chance.uniform(-0.2, 0.2)) * 2 * .pi / Double(count)
      let distance = radius + (isTown ? chance.uniform(24, 42) : chance.uniform(17, 32))
      let place = ring(angle, distance)
      let (size, asset) =
        isTown
        ? (14.0, Self.blocks[chance.integer(in: 0..<Self.blocks.count)])
        : (7.5, Self.houses[chance.integer(in: 0..<Self.houses.count)])
      guard isFree(place, size, gap: 3) else { continue }
      taken.append((Vector2(place.x, place.y), size))
      let back = ring(angle, 0) - place
      let turn = (isTown ? 0 : chance.uniform(-0.15, 0.15))
      let (s, c) = DeterministicMath.sincos(turn)
      let d = normalized(Vector2(back.x, back.y))
      list.add(asset, "neighbour_\(i)", [], x: Vector2(d.x * c - d.y * s, d.x * s + d.y * c), at: place)
    }
    // Trees and bushes.
    for i in 0..<(isTown ? 14 : 16) {
      let place = ring(chance.uniform(0, 2 * .pi), radius + chance.uniform(isTown ? 7 : 4, isTown ? 20 : 22))
      let isBush = !isTown && chance.bool(probability: 0.35)
      let scale = chance.uniform(0.75, 1.15)
      let (s, c) = DeterministicMath.sincos(chance.uniform(0, 2 * .pi))
      let asset =
        isBush
        ? Self.bushes[chance.integer(in: 0..<Self.bushes.count)]
        : Self.trees[chance.integer(in: 0..<Self.trees.count)]
      guard isFree(place, isBush ? 0.8 : 1.6, gap: isBush ? 1.2 : 3) else { continue }
      taken.append((Vector2(place.x, place.y), isBush ? 1 : 2))
      list.add(asset, isBush ? "bush_\(i)" : "tree_\(i)", [], x: Vector2(c, s), at: place, scale: scale)
    }
    if !isTown { hedge(box, &list, &chance) }
    return list.entities
  }

  /// A hedge around the garden, on some of its sides.
  private func hedge(_ box: Box3, _ list: inout ShellEntities, _ chance: inout RandomStream) {
    let gap = chance.uniform(5, 8)
    let corners = [
      Vector2(box.min.x - gap, box.min.y - gap), Vector2(box.max.x + gap, box.min.y - gap),
      Vector2(box.max.x + gap, box.max.y + gap), Vector2(box.min.x - gap, box.max.y + gap),
    ]
    for i in 0..<4 where chance.bool(probability: 0.7) {
      let (a, b) = (corners[i], corners[(i + 1) % 4])
      let d = normalized(b - a)
      let count = Int(length(b - a) / 3)
      for k in 0..<count {
        let p = a + d * (3 * (Double(k) + 0.5))
        // A hedge runs along its y axis.
        list.add(
          Self.hedges[k % Self.hedges.count], "hedge_\(i)_\(k)", [], x: Vector2(d.y, -d.x),
          at: Vector3(p.x, p.y, -groundBelow))
      }
    }
  }

  /// Lawn, or in town paving with lawns around the house.
  private func ground(_ center: Vector2, reach: Double) -> Asset {
    var b = AssetBuilder(
      name: "ground", nativeClass: isTown ? "sidewalk" : "terrain", mainPart: "ground")
    let material = b.material(
      isTown
        ? Material(
          name: "paving", baseColor: SIMD4(repeating: 1), baseColorTexture: ProceduralTexture.paving,
          roughness: 0.95)
        : Material(
          name: "lawn", baseColor: Colour(0xd4dcc0).linear, baseColorTexture: ProceduralTexture.grass,
          roughness: 1),
      tile: isTown ? ProceduralTexture.pavingTile : ProceduralTexture.grassTile)
    b.add(
      FaceGrid.level(
        [Vector2(-reach, -reach), Vector2(reach, -reach), Vector2(reach, reach), Vector2(-reach, reach)],
        z: 0, up: true,
        step: 15), material: material)
    return b.asset()
  }

  // Made once; all homes share them.
  private static let trees: [Asset] = [
    BroadleafTree(height: 8, variant: 11).makeAsset(),
    BroadleafTree(height: 10, spread: 0.55, variant: 12).makeAsset(),
    BroadleafTree(height: 6.5, spread: 0.7, leafColour: Colour(0xb4c890), variant: 13).makeAsset(),
    Conifer(height: 10, variant: 14).makeAsset(),
  ]
  private static let bushes: [Asset] = [
    Bush(kind: .round(radius: 0.7), variant: 21).makeAsset(),
    Bush(kind: .round(radius: 0.9), variant: 22).makeAsset(),
  ]
  private static let hedges: [Asset] = [
    Bush(kind: .hedge(length: 3.05, width: 0.7, height: 1.4), variant: 31).makeAsset(),
    Bush(kind: .hedge(length: 3.05, width: 0.7, height: 1.4), variant: 32).makeAsset(),
  ]
  private static let houses: [Asset] = [
    House(wall: .brick, variant: 41).makeAsset(),
    House(wall: .plaster(Colour(0xe3d6b8)), width: 11, variant: 42).makeAsset(),
    House(wall: .plaster(Colour(0xefece4)), width: 10, storeys: 1, doorColour: Colour(0x6a3a2a), variant: 43)
      .makeAsset(),
    House(wall: .plaster(Colour(0xcfd6d8)), width: 9, doorColour: Colour(0x2c3e50), variant: 44).makeAsset(),
  ]
  private static let blocks: [Asset] = [
    ApartmentBlock(bays: 7, floors: 5, variant: 51).makeAsset(),
    ApartmentBlock(bays: 6, floors: 7, colour: Colour(0xc9c4b8), variant: 52).makeAsset(),
    ApartmentBlock(bays: 8, floors: 4, colour: Colour(0xb98a70), variant: 53).makeAsset(),
  ]
}
