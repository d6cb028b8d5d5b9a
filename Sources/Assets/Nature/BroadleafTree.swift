import VectorMath
package import WorldModel

/// A broadleaf tree: a trunk that forks, boughs, and sprays of leaves over a lumpy crown.
///
/// Parts: trunk, leaves. Leaves are sheets cut out by their texture, seen from both sides.
package struct BroadleafTree: ParametricAsset {
  package static let assetName = "tree"
  package var height: Double
  /// The crown's width as a share of the height.
  package var spread: Double
  package var leafColour: Colour
  package var variant: UInt64

  package init() { self.init(height: 9) }

  package init(
    height: Double, spread: Double = 0.62, leafColour: Colour = Colour(0xc4d8a0), variant: UInt64 = 1
  ) {
    self.height = height
    self.spread = spread
    self.leafColour = leafColour
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "tree", nativeClass: "tree", mainPart: "trunk")
    let bark = asset.material(PlantMaterials.bark, tile: ProceduralTexture.barkTile)
    let leaf = asset.material(PlantMaterials.leaves(leafColour))
    let chance = AssetVariation(seed: variant)
    let trunkHeight = height * chance.number("trunk", in: 0.3...0.38)
    let radius = 0.022 * height
    // The trunk leans a little and flares at the root.
    let lean = Vector3(
      chance.number("lean x", in: -0.05...0.05), chance.number("lean y", in: -0.05...0.05), 0)
    let fork = lean * height * 0.4 + Vector3(0, 0, trunkHeight)
    asset.add(
      .tube(
        [
          Vector3(0, 0, 0), Vector3(0, 0, 0.1), Vector3(0, 0, 0.35),
          fork * 0.5 + Vector3(0.02 * height * chance.unit("bend"), 0, 0), fork,
          fork + Vector3(0, 0, height * 0.12),
        ],
        radii: [radius * 1.7, radius * 1.35, radius * 1.05, radius * 0.9, radius * 0.78, radius * 0.5],
        sides: 10), material: bark)
    let crownCenter = lean * height * 0.6 + Vector3(0, 0, height * 0.64)
    let crownRadii = Vector3(height * spread / 2, height * spread / 2, height * 0.36)
    var clumps: [(center: Vector3, radius: Double)] = []
    let boughs = 10
    for i in 0..<boughs {
      let around =
        2 * Double.pi * (Double(i) / Double(boughs) * 2.0 + chance.number("around", i, in: -0.06...0.06))
      let level = i < 5 ? chance.number("low", i, in: -0.35...0.05) : chance.number("high", i, in: 0.3...0.7)
      let (s, c) = DeterministicMath.sincos(around)
      let ring = (max(0.05, 1 - level * level)).squareRoot() * 0.62
      let end = crownCenter + Vector3(c * ring, s * ring, level) * crownRadii
      let start =
        fork + Vector3(0, 0, height * 0.1 * chance.unit("start", i))
        - Vector3(0, 0, height * (level < 0 ? 0.05 : 0))
      let middle = (start + end) / 2 + Vector3(0, 0, height * 0.05)
      asset.add(
        .tube([start, middle, end], radii: [radius * 0.46, radius * 0.28, radius * 0.1], sides: 6),
        material: bark)
      for k in 0..<2 {
        let j = i * 2 + k
        let tip =
          end + Vector3(
            chance.number("twig x", j, in: -1...1), chance.number("twig y", j, in: -1...1),
            chance.number("twig z", j, in: -0.2...1)) * (height * 0.09)
        asset.add(
          .tube(
            [middle + (end - middle) * 0.3, (middle + tip) / 2 + Vector3(0, 0, 0.02 * height), tip],
            radii: [radius * 0.18, radius * 0.12, radius * 0.04], sides: 5), material: bark)
      }
      clumps.append((end, height * chance.number("clump", i, in: 0.145...0.19)))
    }
    clumps.append((crownCenter + Vector3(0, 0, crownRadii.z * 0.62), height * 0.17))
    clumps.append((crownCenter, height * 0.2))
    asset.add(
      LeafCards.crown(
        clumps: clumps, middle: crownCenter, cardsPerClump: 215, size: 0.085 * height, chance: chance),
      material: leaf, part: "leaves")
    return asset.asset()
  }
}
