import Assets
import RandomStreams
import RoadNetwork
import WorldModel

/// What the roads, bays and pavements of one world are paved with, where that is not asphalt and slabs.
struct Paving: Sendable {
  private struct Covering: Sendable {
    var name: String
    var kind: GroundFinish.Kind
    /// Times the light concrete that it is drawn on.
    var tint: SIMD3<Float>
  }

  private static let setts = Covering(name: "setts", kind: .cobbles, tint: SIMD3(0.36, 0.35, 0.34))
  private static let greyBlocks = Covering(name: "pavers", kind: .pavers, tint: SIMD3(0.52, 0.51, 0.5))
  private static let redBlocks = Covering(name: "pavers_red", kind: .pavers, tint: SIMD3(0.66, 0.44, 0.36))
  private static let paleBlocks = Covering(name: "pavers_pale", kind: .pavers, tint: SIMD3(0.78, 0.72, 0.62))

  /// In place of the materials of these names (`GroundMaterials`).
  private var road: Covering?
  private var bays: Covering?
  private var pavement: Covering?

  /// - Parameter isSlow: nothing in the map is a country road or a motorway: those are never of stone.
  static func draw(_ character: StreetCharacter, isSlow: Bool, _ draws: inout Draws) -> Paving {
    var chance = draws.stream("paving")
    let (roads, bays, walks, tone) = (
      chance.uniform(), chance.uniform(), chance.uniform(), chance.integer(in: 0..<3)
    )
    let blocks = [greyBlocks, redBlocks, paleBlocks][tone]
    var result = Paving()
    guard isSlow else { return result }
    switch character {
    case .oldTown:
      if roads < 0.5 { result.road = setts }
      result.bays = bays < 0.7 ? setts : blocks
      if walks < 0.3 { result.pavement = blocks }
    case .suburban:
      if bays < 0.5 { result.bays = greyBlocks }
      if walks < 0.5 { result.pavement = greyBlocks }
    case .chinese:
      if walks < 0.65 { result.pavement = blocks }
    case .modern:
      if bays < 0.35 { result.bays = greyBlocks }
      if walks < 0.35 { result.pavement = tone == 1 ? greyBlocks : blocks }
    case .industrial:
      if bays < 0.3 { result.bays = greyBlocks }
    }
    return result
  }

  /// The ground's material as this world has it; nil where it stays.
  func material(for own: Material) -> Material? {
    let covering: Covering? =
      switch own.name {
      case "asphalt": road
      case "parking": bays
      case "paving": pavement
      default: nil
      }
    guard let covering, var ground = own.ground else { return nil }
    ground.kind = covering.kind
    var result = own
    result.name = covering.name
    result.baseColor = SIMD4(covering.tint.x, covering.tint.y, covering.tint.z, 1)
    result.baseColorTexture = ProceduralTexture.concrete
    result.ground = ground
    return result
  }
}
