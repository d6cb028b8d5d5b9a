import Assets
import RandomStreams
import RoadNetwork
import Streetscape
import VectorMath
import WorldModel

/// Advertisement boards: on posts beside roads out of town and on open ground, in lit cases on wide pavements. Each faces
/// those who come; `text` says what is written.
struct Hoardings {
  let scenery: SceneryPlacement

  /// Made once: they depend on nothing.
  private static let models: [Hoarding.Size: [(asset: Asset, text: String)]] = Dictionary(
    uniqueKeysWithValues: Hoarding.Size.allCases.map { size in
      (
        size,
        (1...6).map { k in
          let board = Hoarding(size: size, variant: UInt64(k) &* 31 &+ UInt64(size.rawValue.count))
          return (board.makeAsset(), board.text)
        }
      )
    })

  func place(free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides where side.length > 12 {
      var chance = draws.stream("\(side.path)/hoarding")
      guard chance.bool(probability: min(0.8, side.length / 180)) else { continue }
      let at = chance.uniform(4, side.length - 4)
      let pick = chance.integer(in: 0..<6)
      let isSheet = chance.bool(probability: 0.45)
      let turn = chance.uniform(0.15, 0.5)
      let offset = chance.uniform(0, 4)
      guard let place = scenery.sides.place(side, at) else { continue }
      let isFast = scenery.isCountry || scenery.sides.isMotorway(side)
      if !isFast, let kerb = scenery.sides.kerb(side, at), kerb.width > 2.4 {
        add(.case_, pick, at: kerb.place, off: 0.75, turn: 0, side, on: [.sidewalk], &free, &out)
      } else {
        let size: Hoarding.Size = isFast && isSheet ? .sheet : .bill
        // Nothing hard stands nearer to fast roads than 7.5 m.
        add(
          size, pick, at: place, off: (isFast ? 7.5 : 3.2) + offset, turn: turn, side, on: [.terrain], &free,
          &out)
      }
    }
    return out
  }

  private func add(
    _ size: Hoarding.Size, _ pick: Int, at place: RoadSides.Place, off: Double, turn: Double,
    _ side: RoadSides.Side, on kinds: [SurfaceKind], _ free: inout FootprintIndex,
    _ out: inout [SceneryPlacement.Item]
  ) {
    guard let models = Self.models[size], models.indices.contains(pick) else { return }
    let p = Vector2(place.point.x, place.point.y) + place.outward * off
    // Against the way of those who drive on this side, a little towards the road.
    let keepsRight = scenery.map.roads[side.stretch.road].rule != .leftHand
    let comes = side.isLeft == keepsRight ? place.along : -place.along
    let facing = normalized(comes * DeterministicMath.cos(turn) - place.outward * DeterministicMath.sin(turn))
    let half = size.face.x / 2 + 0.1
    guard
      var item = scenery.standing(
        models[pick].asset, at: p, yaw: DeterministicMath.atan2(facing.y, facing.x), scale: 1, radius: half,
        gap: 0.2, clearance: size == .case_ ? 0.6 : half, near: place.point.z, on: kinds, &free)
    else { return }
    item.attributes = [("text", models[pick].text), ("language", "en")]
    out.append(item)
  }
}
