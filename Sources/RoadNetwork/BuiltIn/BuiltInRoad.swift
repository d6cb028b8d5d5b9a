import Geometry
import VectorMath

/// A road of a built-in network, by its shape and lanes.
struct BuiltInRoad {
  struct LanePlan {
    var id: Int
    var type: LaneType
    var width: Double
    var mark: RoadMark.Pattern
    var predecessor: Int?
    var successor: Int?

    init(
      _ id: Int, _ type: LaneType, _ width: Double, mark: RoadMark.Pattern = .none, from: Int? = nil,
      to: Int? = nil
    ) {
      self.id = id
      self.type = type
      self.width = width
      self.mark = mark
      predecessor = from
      successor = to
    }

    var lane: Lane {
      Lane(
        id: id, type: type, widths: id == 0 ? PiecewiseCubic() : PiecewiseCubic(constant: width),
        marks: mark == .none ? [] : [RoadMark(start: 0, pattern: mark, laneChange: mark.usualLaneChange)],
        predecessors: predecessor.map { [$0] } ?? [], successors: successor.map { [$0] } ?? [])
    }
  }

  /// A geometry by its shape; its start follows from the one before.
  enum Piece {
    case line(Double)
    case arc(Double, curvature: Double)
    case spiral(Double, from: Double, to: Double)
  }

  var id: Int
  var junction: Int?
  var x: Double
  var y: Double
  var heading: Double
  var pieces: [Piece]
  var lanes: [LanePlan]
  var predecessor: RoadLink?
  var successor: RoadLink?
  var kind = "town"
  /// m/s.
  var speed = 13.89
  var elevation: [PiecewiseCubic.Record] = []
  var centerMark = RoadMark.Pattern.broken
  /// From station to station, over the carriageway of that half width.
  var crosswalk: (from: Double, to: Double, halfWidth: Double)?

  /// Pieces follow one another without gaps.
  var road: Road {
    var plan: [PlanSegment] = []
    var s = 0.0
    var point = Vector2(x, y)
    var heading = heading
    for piece in pieces {
      let (length, shape) = Self.shape(piece)
      let curve = PlanCurve(start: point, heading: heading, length: length, shape: shape)
      plan.append(PlanSegment(start: s, curve: curve))
      let end = curve.sample(at: length)
      (point, heading) = (end.point, end.heading)
      s += length
    }
    let all = [LanePlan(0, .none, 0, mark: centerMark)] + lanes
    let section = LaneSection(start: 0, end: s, lanes: all.map(\.lane))
    var road = Road(id: String(id), length: s, planView: plan, sections: [section])
    road.junction = junction.map { String($0) }
    (road.predecessor, road.successor) = (predecessor, successor)
    road.kinds = [RoadKind(start: 0, name: kind, speedLimit: speed)]
    road.elevation = PiecewiseCubic(elevation)
    if let walk = crosswalk {
      var object = RoadObject(id: "walk\(id)", type: "crosswalk", s: (walk.from + walk.to) / 2, t: 0)
      object.outlines = [
        .init(
          id: 0,
          corners: [
            .init(first: walk.from, second: -walk.halfWidth), .init(first: walk.to, second: -walk.halfWidth),
            .init(first: walk.to, second: walk.halfWidth), .init(first: walk.from, second: walk.halfWidth),
          ])
      ]
      road.objects = [object]
    }
    return road
  }

  private static func shape(_ piece: Piece) -> (Double, PlanCurve.Shape) {
    switch piece {
    case .line(let length): (length, .line)
    case .arc(let length, let k): (length, .arc(curvature: k))
    case .spiral(let length, let a, let b): (length, .clothoid(startCurvature: a, endCurvature: b))
    }
  }
}
