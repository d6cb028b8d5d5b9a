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
    case .road: ground("asphalt", ProceduralTexture.asphalt, ProceduralTexture.asphaltTile, .asphalt)
    case .parking:
      ground(
        "parking", ProceduralTexture.asphalt, ProceduralTexture.asphaltTile, .parking,
        tint: SIMD3(1.18, 1.17, 1.15))
    case .sidewalk:
      ground(
        "paving", ProceduralTexture.concrete, ProceduralTexture.concreteTile, .slabs,
        tint: SIMD3(0.76, 0.74, 0.7))
    case .kerb: ground("kerb", ProceduralTexture.concrete, ProceduralTexture.concreteTile, .kerb)
    case .terrain:
      ground(
        "grass", ProceduralTexture.grass, ProceduralTexture.grassTile, .grass,
        tint: SIMD3(1.2, 0.84, 1.25))
    case .railTrack: ground("ballast", ProceduralTexture.soil, ProceduralTexture.soilTile, .gravel)
    case .bridge:
      (
        Material(
          name: "concrete", baseColorTexture: ProceduralTexture.concrete, roughness: 0.93),
        ProceduralTexture.concreteTile
      )
    case .mark(let color): mark(color)
    }
  }

  private static func mark(_ color: RoadMark.Color) -> (Material, Double) {
    var material = Material(
      name: "paint_\(color.rawValue)", baseColor: Colour(paint(color)).linear, roughness: 0.7)
    material.ground = GroundFinish(kind: .paint, tile: 1)
    return (material, 1)
  }

  private static func ground(
    _ name: String, _ texture: Texture, _ tile: Double, _ kind: GroundFinish.Kind,
    tint: SIMD3<Float> = SIMD3(1, 1, 1)
  ) -> (Material, Double) {
    var material = Material(
      name: name, baseColor: SIMD4(tint.x, tint.y, tint.z, 1), baseColorTexture: texture, roughness: 0.93)
    material.ground = GroundFinish(kind: kind, tile: Float(tile))
    return (material, tile)
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
