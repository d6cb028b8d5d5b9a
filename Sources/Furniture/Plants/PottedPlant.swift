import Assets
import VectorMath
package import WorldModel

/// A plant as high as a person or half so, in a pot on the floor.
package struct LargePottedPlant: FurnitureAsset {
  package static let assetName = "potted_plant_large"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    let v = look.variation
    let species: [PlantSpecies] = [.monstera, .fiddleLeaf, .snakePlant, .palm, .rubber]
    let kind = species[v.choice("species", of: species.count)]
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "potted_plant", mainPart: "pot")
    let pot = PlantPot(
      radius: v.number("pot radius", in: 0.13...0.18), height: v.number("pot height", in: 0.24...0.34))
    pot.add(to: &asset, look)
    let height =
      kind == .snakePlant || kind == .monstera || kind == .palm
      ? v.number("height", in: 0.6...0.85) : v.number("height", in: 0.9...1.3)
    kind.grow(in: &asset, v, base: pot.soil, height: height, spread: pot.radius)
    return asset.asset()
  }
}

/// A plant for shelves, sills and tables.
package struct SmallPottedPlant: FurnitureAsset {
  package static let assetName = "potted_plant_small"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    let v = look.variation
    let species: [PlantSpecies] = [.succulent, .pothos, .cactus, .fern, .snakePlant, .herb]
    let kind = species[v.choice("species", of: species.count)]
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "potted_plant", mainPart: "pot")
    let r = v.number("pot radius", in: 0.05...0.07)
    let pot = PlantPot(radius: r, height: r * v.number("pot height", in: kind == .pothos ? 2...2.4 : 1.5...2))
    pot.add(to: &asset, look)
    kind.grow(in: &asset, v, base: pot.soil, height: v.number("height", in: 0.13...0.2), spread: r)
    return asset.asset()
  }
}
