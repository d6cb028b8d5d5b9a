import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cat that stands.
package struct CatStanding: FurnitureAsset {
  package static let assetName = "cat_standing"
  private let look: Look
  package init(_ look: Look) { self.look = look }
  package func makeAsset() -> Asset { Pet.make(Self.assetName, .cat, .standing, look) }
}

/// A cat that sits upright.
package struct CatSitting: FurnitureAsset {
  package static let assetName = "cat_sitting"
  private let look: Look
  package init(_ look: Look) { self.look = look }
  package func makeAsset() -> Asset { Pet.make(Self.assetName, .cat, .sitting, look) }
}

/// A dog that stands.
package struct DogStanding: FurnitureAsset {
  package static let assetName = "dog_standing"
  private let look: Look
  package init(_ look: Look) { self.look = look }
  package func makeAsset() -> Asset { Pet.make(Self.assetName, .dog, .standing, look) }
}

/// A dog that lies with its head up.
package struct DogLying: FurnitureAsset {
  package static let assetName = "dog_lying"
  private let look: Look
  package init(_ look: Look) { self.look = look }
  package func makeAsset() -> Asset { Pet.make(Self.assetName, .dog, .lying, look) }
}

enum Pet {
  static func make(_ name: String, _ species: Quadruped.Species, _ posture: Quadruped.Posture, _ look: Look)
    -> Asset
  {
    let v = look.variation
    let coats = species == .cat ? Coat.cats : Coat.dogs
    var asset = AssetBuilder(name: name, nativeClass: species == .cat ? "cat" : "dog")
    var animal = Quadruped(
      species: species, posture: posture, coat: coats[v.choice("coat", of: coats.count)],
      height: species == .cat ? v.number("height", in: 0.23...0.28) : v.number("height", in: 0.3...0.6),
      fur: (IndoorMaterial.fur(Colour(0xffffff)), IndoorMaterial.furTile))
    animal.hasPricked = v.unit("ears") < 0.4
    animal.phase = v.number("phase", in: 0...6)
    animal.add(to: &asset)
    return asset.asset()
  }
}
