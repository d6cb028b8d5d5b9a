import Geometry
package import RandomStreams
package import RoadNetwork
import VectorMath

/// Streets that meet at a ring: who comes in gives way (Merkblatt Kreisverkehre: 26 to 40 m across for one lane).
package enum Roundabout: NetworkKind {
  package static let name = "roundabout"
  package static let summary = "A roundabout of one lane with three to five streets."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let street = draws.scope("street") { draws -> StreetProfile in
      var p = StreetProfile.mainStreet(&draws, lanes: 1)
      // Cycle lanes end before roundabouts: riders take the lane.
      p.bike = 0
      return p
    }
    let diameter = draws.between(34, 44, step: 1, "diameter")
    let count = draws.whole(3...5, "arms")
    var design = RoundaboutDesign(profile: street, outerRadius: diameter / 2)
    // Narrow rings need wide lanes: 6.5 m at 30 m, 5.25 m at 40 m and more.
    design.laneWidth = max(5, min(6.5, 6.5 - 0.1 * (diameter - 34)))
    design.island = draws.between(1.6, 2.4, step: 0.2, "island")
    design.hasCrosswalks = draws.chance(0.6, "crosswalks")
    let part = 2 * Double.pi / Double(count)
    let shift = draws.between(0, 3, step: 0.01, "heading")
    for k in 0..<count {
      draws.scope("arm\(k)") { draws in
        let skew = draws.between(-0.08, 0.08, step: 0.01, "skew")
        design.arms.append(
          .init(
            direction: wrappedAngle(shift + part * (Double(k) + skew)),
            length: draws.between(110, 190, step: 5, "length"), z: draws.between(-3, 3, step: 0.1, "rise")))
      }
    }
    design.arms.sort { $0.direction < $1.direction }
    return design.map()
  }
}
