import Assets
import Furniture
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Pours something into empty vessels: water into tubs and basins, drinks into glasses, soup into bowls.
struct VesselFilling {
  /// Share of the empty vessels that are filled.
  let share: Double

  func fill(_ things: inout [PlacedThing], _ stream: RandomStream) {
    for index in things.indices {
      let vessels = things[index].thing.asset.fittings.vessels
      for (k, vessel) in vessels.enumerated() where vessel.content == nil {
        var chance = stream.child("thing/\(index)/vessel/\(k)")
        guard chance.uniform() < share else { continue }
        let (content, material) = Self.content(of: things[index].thing.asset.nativeClass.name, &chance)
        let fraction = chance.uniform(0.25, 0.82)
        guard
          let filled = things[index].thing.asset.filled(
            vessel: k, fraction: fraction, content: content, material: material)
        else { continue }
        // What stands in it would drown; its bounds stay, as the content lies inside.
        things[index].thing.asset = filled
      }
    }
  }

  private static func content(of className: String, _ chance: inout RandomStream) -> (String, Material) {
    func liquid(_ name: String, _ colour: Colour, _ alpha: Float) -> (String, Material) {
      var material = IndoorMaterial.glass(colour, alpha: alpha)
      material.name = "liquid_\(name)"
      return (name, material)
    }
    let cups = [
      liquid("coffee", Colour(0x3a2112), 0.98), liquid("tea", Colour(0x8a4a1c), 0.9),
      liquid("milk", Colour(0xf2efe6), 1),
    ]
    let glasses = [
      liquid("water", Colour(0xdfeaf0), 0.35), liquid("juice", Colour(0xe8a13a), 0.85),
      liquid("milk", Colour(0xf2efe6), 1),
    ]
    let bowls = [
      liquid("soup", Colour(0xc8742c), 1), liquid("soup", Colour(0x7d8f3c), 1),
      liquid("milk", Colour(0xf2efe6), 1),
      liquid("cereal", Colour(0xd9a75c), 1),
    ]
    switch className {
    case "mug", "cup": return chance.choose(cups) ?? cups[0]
    case "drinking_glass": return chance.choose(glasses) ?? glasses[0]
    case "wine_glass": return liquid("wine", chance.bool() ? Colour(0x4c0f1a) : Colour(0xe6d28a), 0.85)
    case "bowl": return chance.choose(bowls) ?? bowls[0]
    default: return liquid("water", Colour(0xcfe4ea), 0.45)
    }
  }
}
