import Assets
package import Furniture
import Geometry
package import InteriorSurfaces
package import RoomGeometry
import VectorMath
import WorldModel

/// Makes the things of one home, each look of each kind once, so that equal things share their meshes.
package final class ThingLibrary {
  private struct Key: Hashable {
    var name: String
    var look: Int
    var palette: Palette
  }

  let style: StylePack
  private let seed: UInt64
  private var known: [Key: Thing] = [:]
  /// Hears of the stages of making a home, if anybody listens.
  var stages: HomeStages?

  /// - Parameter seed: decides dimensions and details; equal seeds, equal things.
  package init(style: StylePack, seed: UInt64) {
    self.style = style
    self.seed = seed
  }

  /// - Parameters:
  ///   - look: which one of its kind in this home: things of the same number are the same.
  ///   - palette: of the room.
  /// - Returns: `nil` for a name that the catalog does not know.
  package func thing(_ name: String, look: Int = 0, palette: Palette) -> Thing? {
    guard let entry = FurnitureCatalog.named(name) else { return nil }
    return made(name, look: look, palette: palette, entry.make)
  }

  /// A thing that is made to measure.
  /// - Parameters:
  ///   - name: of what it is and of all its measures: things of the same name and look are the same.
  ///   - make: from the look that `look(of, …)` gives.
  func made(
    _ name: String, of kind: String? = nil, look: Int, palette: Palette, _ make: @escaping (Look) -> Asset
  )
    -> Thing
  {
    let palette = SmallThings.isAlikeEverywhere(kind ?? name) ? Palette(style) : palette
    let key = Key(name: name, look: look, palette: palette)
    if let thing = known[key] { return thing }
    let making = {
      let asset = make(self.look(kind ?? name, look, palette: palette))
      return Thing(asset: asset, bounds: asset.restBounds)
    }
    let thing = stages?.within(.things, making) ?? making()
    known[key] = thing
    return thing
  }

  /// The look of one of a kind.
  package func look(_ name: String, _ number: Int = 0, palette: Palette) -> Look {
    var hash = AssetVariation.mix(seed &+ UInt64(bitPattern: Int64(number)))
    for byte in name.utf8 { hash = AssetVariation.mix(hash ^ UInt64(byte)) }
    return Look(style: style, palette: palette, variation: AssetVariation(seed: hash))
  }
}
