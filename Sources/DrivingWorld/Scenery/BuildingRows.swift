import Assets
import Geometry
import RandomStreams
import RoadNetwork
import Streetscape
import Traffic
import VectorMath
import WorldModel

/// Buildings along the streets: in rows wall to wall, or each in its garden.
struct BuildingRows {
  /// What is built on one stretch of a road side.
  struct Front: Sendable {
    var side: RoadSides.Side
    /// Metres along the side.
    var start: Double
    var end: Double
    /// Between the pavement and the front, metres.
    var setback: Double
    /// Between the pavement and the line that the street's houses keep, metres.
    var line: Double
    var lot: Lot
    /// Of the door's level, map frame.
    var level: Double
  }

  struct Result: Sendable {
    var items: [SceneryPlacement.Item] = []
    var fronts: [Front] = []
    /// Setback of every side with buildings, by the side's place in `RoadSides.sides`.
    var setbacks: [Int: Double] = [:]
  }

  let scenery: SceneryPlacement
  let character: StreetCharacter

  private struct Plan {
    var front: Front
    var style: BuildingStyle
    var seed: UInt64
    var lowest: Double
    var hasLeft = false
    var hasRight = false
  }

  /// - Parameter density: buildings per 100 m of road side, as many as fit.
  func place(density: Double, free: inout FootprintIndex, _ draws: inout Draws) -> Result {
    guard density > 0 else { return Result() }
    var result = Result()
    var lots: [Lot] = []
    for (index, side) in scenery.sides.sides.enumerated() where !scenery.sides.isMotorway(side) {
      var chance = draws.stream(side.path)
      let setback = chance.uniform(character.setback.lowerBound, character.setback.upperBound)
      result.setbacks[index] = setback
      var plans: [Plan] = []
      var at = character.isRow ? 0 : chance.uniform(0, 5)
      while at < side.length - 4 {
        let style = scenery.isCountry ? character.style(&chance).inTheCountry : character.style(&chance)
        let (narrow, wide) = (style.widths.lowerBound, style.widths.upperBound)
        var width = chance.uniform(narrow, wide)
        let space =
          character.isRow ? 0 : chance.uniform(character.spacing.lowerBound, character.spacing.upperBound)
        let depth = chance.uniform(style.depths.lowerBound, style.depths.upperBound)
        let roll = chance.uniform()
        let seed = chance.next()
        let jitter = chance.uniform(-0.8, 0.8)
        // Towers stand back from the line of a row, behind a wall.
        let back = style == .chineseTower ? setback + 9 : character.isRow ? setback : setback + jitter
        // The last house of a row takes what is left.
        let rest = side.length - at
        if rest < width + narrow * 0.7 { width = max(min(width, rest), min(rest, wide * 1.15)) }
        let isBuilt = roll < density * (width + space) / 100
        if isBuilt, width > 4.5, width <= rest + 1e-6,
          let plan = plan(
            side, at, width, depth, (back, setback), style, seed, lots + plans.map(\.front.lot), free)
        {
          plans.append(plan)
        }
        at += width + space
      }
      if character.isRow { join(&plans) }
      for plan in plans {
        lots.append(plan.front.lot)
        var print = plan.front.lot.footprint
        print.low = plan.lowest - 1
        print.high = plan.lowest + 30
        free.insert(print)
        result.fronts.append(plan.front)
        result.items += build(plan)
      }
    }
    return result
  }

  /// Neighbours whose walls are one line.
  private func join(_ plans: inout [Plan]) {
    for i in plans.indices.dropFirst() where (plans[i].front.start - plans[i - 1].front.end).magnitude < 1e-6
    {
      if plans[i].front.side.isLeft {
        (plans[i - 1].hasRight, plans[i].hasLeft) = (true, true)
      } else {
        (plans[i - 1].hasLeft, plans[i].hasRight) = (true, true)
      }
    }
  }

  private func plan(
    _ side: RoadSides.Side, _ at: Double, _ width: Double, _ depth: Double,
    _ setback: (own: Double, line: Double), _ style: BuildingStyle, _ seed: UInt64, _ lots: [Lot],
    _ free: FootprintIndex
  ) -> Plan? {
    guard let a = scenery.sides.place(side, at), let b = scenery.sides.place(side, at + width),
      let middle = scenery.sides.place(side, at + width / 2)
    else { return nil }
    // On the inside of a bend the middle of the pavement's edge stands before its chord.
    let chord = (plan(a.point) + plan(b.point)) / 2
    let bulge = max(0, dot(plan(middle.point) - chord, middle.outward))
    func corner(_ p: RoadSides.Place, _ d: Double) -> Vector2 { plan(p.point) + p.outward * d }
    let back = setback.own + bulge
    let (first, last) = side.isLeft ? (a, b) : (b, a)
    let lot = Lot(
      corners: [
        corner(first, back), corner(last, back), corner(last, back + depth), corner(first, back + depth),
      ], outward: middle.outward)
    guard lot.isSound, lot.corners.allSatisfy(scenery.region.contains) else { return nil }
    var print = lot.footprint
    print.half -= Vector2(repeating: 0.4)
    guard free.isFree(print), !lots.contains(where: { $0.overlaps(lot) }) else { return nil }
    var (low, high) = (Double.infinity, -Double.infinity)
    for p in lot.samples(step: 2) {
      guard let spot = scenery.ground.spot(p), spot.kind == .terrain else { return nil }
      low = min(low, spot.height)
      high = max(high, spot.height)
    }
    var level = scenery.pavementHeight(middle) ?? middle.point.z
    for i in 0...4 {
      let p = lot.corners[0] + (lot.corners[1] - lot.corners[0]) * (Double(i) / 4)
      if let spot = scenery.ground.spot(p) { level = max(level, spot.height) }
    }
    guard high - low < 2.2, level - low < 2.5, (level - middle.point.z).magnitude < 2 else { return nil }
    return Plan(
      front: Front(
        side: side, start: at, end: at + width, setback: back, line: setback.line + bulge, lot: lot,
        level: level),
      style: style,
      seed: seed, lowest: low)
  }

  private func plan(_ p: Vector3) -> Vector2 { Vector2(p.x, p.y) }

  /// The building and the boards on it, its lowest corner on the ground.
  private func build(_ plan: Plan) -> [SceneryPlacement.Item] {
    let lot = plan.front.lot
    let facing = normalized(-lot.outward)
    let yaw = DeterministicMath.atan2(facing.y, facing.x)
    let center = lot.center
    let local = lot.corners.map { c -> Vector2 in
      let d = c - center
      return Vector2(dot(d, facing), dot(d, Vector2(-facing.y, facing.x)))
    }
    let plot = BuildingPlot(
      corners: local, foundation: plan.front.level - plan.lowest, hasLeftNeighbour: plan.hasLeft,
      hasRightNeighbour: plan.hasRight)
    let built = StreetBuilding(style: plan.style, plot: plot, variant: plan.seed).built()
    let pose = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: yaw), translation: Vector3(center.x, center.y, plan.lowest))
    var out = [
      SceneryPlacement.Item(
        asset: built.asset, pose: pose, scale: 1, attributes: [("style", plan.style.rawValue)])
    ]
    for (k, board) in built.boards.enumerated() {
      let sign = ShopSign(
        size: board.size, isChinese: board.isChinese, variant: plan.seed &+ UInt64(k) &* 7919)
      out.append(
        SceneryPlacement.Item(
          asset: sign.makeAsset(),
          pose: RigidTransform(
            rotation: Quaternion(yaw: yaw + board.yaw), translation: pose * board.position), scale: 1,
          attributes: [("text", sign.text), ("language", board.isChinese ? "zh" : "en")]))
    }
    return out
  }
}
