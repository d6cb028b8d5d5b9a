import Assets
import Imaging
import RoadNetwork
import VectorMath
import WorldModel

/// What each kind of surface looks like.
enum GroundMaterials {
  /// The material, and the length in metres that one repeat of its texture stands for.
  static func material(_ kind: SurfaceKind) -> (material: Material, tile: Double) {
    switch kind {
    case .road: textured("asphalt", ProceduralTexture.asphalt, ProceduralTexture.asphaltTile)
    case .parking:
      textured(
        "parking", ProceduralTexture.asphalt, ProceduralTexture.asphaltTile, tint: SIMD3(1.25, 1.23, 1.2))
    case .sidewalk: textured("paving", ProceduralTexture.paving, ProceduralTexture.pavingTile)
    case .kerb: textured("kerb", ProceduralTexture.concrete, ProceduralTexture.concreteTile)
    case .terrain: textured("grass", ProceduralTexture.grass, ProceduralTexture.grassTile)
    case .railTrack: textured("ballast", ProceduralTexture.soil, ProceduralTexture.soilTile)
    case .bridge: textured("concrete", ProceduralTexture.concrete, ProceduralTexture.concreteTile)
    case .mark(let color):
      (Material(name: "paint_\(color.rawValue)", baseColor: Colour(paint(color)).linear, roughness: 0.7), 1)
    }
  }

  private static func textured(
    _ name: String, _ texture: Texture, _ tile: Double, tint: SIMD3<Float> = SIMD3(1, 1, 1)
  ) -> (Material, Double) {
    let colour = SIMD4(tint.x, tint.y, tint.z, 1)
    return (Material(name: name, baseColor: colour, baseColorTexture: texture, roughness: 0.93), tile)
  }

  private static func paint(_ color: RoadMark.Color) -> UInt32 {
    switch color {
    case .yellow: 0xe0b020
    case .blue: 0x2a5fa8
    case .green: 0x2f7a4a
    case .red: 0xa83228
    case .orange: 0xd87820
    default: 0xdededa
    }
  }
}
