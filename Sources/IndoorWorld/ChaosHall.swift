import Assets
import Furniture
import InteriorSurfaces
import RandomStreams
import VectorMath
import WorldModel

/// The hall in which things fly: four walls with windows, a floor, no ceiling.
struct ChaosHall {
  let size: Vector2
  let height: Double

  private static let thickness = 0.3

  /// The inner faces lie on x = 0, y = 0 and the far sides.
  var plan: HomePlan {
    let (x, y, h) = (size.x, size.y, Self.thickness / 2)
    let corners = [Vector2(-h, -h), Vector2(x + h, -h), Vector2(x + h, y + h), Vector2(-h, y + h)]
    let walls = corners.indices.map { i -> HomePlan.Wall in
      let (a, b) = (corners[i], corners[(i + 1) % 4])
      let long = length(b - a)
      let count = max(1, Int(long / 3))
      let openings = (0..<count).map { k in
        HomePlan.Opening(
          kind: .window, offset: long * (Double(k) + 0.5) / Double(count) - 0.75, width: 1.5, sill: 0.8,
          height: 1.6)
      }
      return HomePlan.Wall(
        start: a, end: b, thickness: Self.thickness, left: 0, right: nil,
        openings: openings)
    }
    let t = Self.thickness
    return HomePlan(
      rooms: [
        .init(
          kind: .livingRoom, outline: [Vector2(0, 0), Vector2(x, 0), Vector2(x, y), Vector2(0, y)],
          height: height)
      ], walls: walls,
      footprint: [Vector2(-t, -t), Vector2(x + t, -t), Vector2(x + t, y + t), Vector2(-t, y + t)])
  }

  /// Numbered from 1. Without the ceiling light comes from the open sky, which needs no light of rooms: that would
  /// have to be worked out anew for every frame, as everything moves.
  func entities(_ style: StylePack, _ draws: inout Draws) -> [Entity] {
    let plan = plan
    let finishes = HomeFinishes.draw(style, Palette(style), plan: plan, &draws)
    let shell = HomeShell(plan: plan, finishes: finishes).build(firstID: 1, &draws)
    var entities: [Entity] = []
    for entity in shell.entities where entity.nativeClass.name != "ceiling" && entity.name != "facade" {
      var entity = entity
      entity.id = UInt32(entities.count + 1)
      entities.append(entity)
    }
    return entities
  }
}
