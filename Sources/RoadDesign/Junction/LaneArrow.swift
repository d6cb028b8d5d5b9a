import Geometry
import RoadNetwork
import VectorMath

/// Painted arrows on the lanes of an approach that tell where each leads (RMS-1: 5 m long in towns).
enum LaneArrow {
  private static let length = 5.0
  private static let stem = 0.16

  /// One convex piece: ahead and to the left of the arrow's middle, metres.
  private typealias Piece = [Vector2]

  /// Adds arrows where an arm has several lanes and the road holds their length.
  ///
  /// - Parameters:
  ///   - turns: of each incoming lane, from the middle outwards.
  ///   - back: from the junction to the arrows' tips, metres.
  static func add(to arm: Arm, turns: [Set<TurnRules.Turn>], back: Double, _ draft: inout NetworkDraft) {
    let room = draft.roads[arm.road].length
    guard arm.incoming.count > 1, room > 2 * (back + length) else { return }
    let s = arm.station(back: back + length / 2, length: room)
    for (lane, turn) in zip(arm.incoming, turns) where !turn.isEmpty {
      let road = draft.roads[arm.road]
      guard let span = road.laneSpan(lane.id, at: s, section: road.sectionIndex(at: s)),
        (span.outer - span.inner).magnitude > 2.4
      else { continue }
      var object = RoadObject(
        id: draft.furnitureID(), type: "roadMark", s: s, t: (span.inner + span.outer) / 2)
      object.name = "arrow " + names(turn).joined(separator: " ")
      object.subtype = "arrow" + names(turn).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      object.orientation = arm.contact == .end ? .forward : .backward
      object.heading = arm.contact == .end ? 0 : Double.pi
      (object.length, object.width) = (length, 1.6)
      object.lanes = [lane.id...lane.id]
      object.outlines = pieces(turn).enumerated().map { k, piece in
        RoadObject.Outline(
          id: k, isRoadCoordinates: false,
          corners: piece.enumerated().map { .init(id: $0, first: $1.x, second: $1.y) })
      }
      draft.edit(arm.road) { $0.objects.append(object) }
    }
  }

  /// In a fixed order.
  private static func names(_ turns: Set<TurnRules.Turn>) -> [String] {
    [(TurnRules.Turn.straight, "straight"), (.left, "left"), (.right, "right")].filter {
      turns.contains($0.0)
    }.map(\.1)
  }

  private static func pieces(_ turns: Set<TurnRules.Turn>) -> [Piece] {
    let half = stem / 2
    let isStraight = turns.contains(.straight)
    let top = isStraight ? 0.9 : 0.4
    // Pieces of a metre follow the road's shape.
    let low = -length / 2
    let count = Int(((top - low) / 1.1).rounded(.up))
    var result = (0..<count).map { k -> Piece in
      let a = low + (top - low) * Double(k) / Double(count)
      let b = low + (top - low) * Double(k + 1) / Double(count)
      return [Vector2(a, half), Vector2(a, -half), Vector2(b, -half), Vector2(b, half)]
    }
    if isStraight {
      result.append([Vector2(top, 0.3), Vector2(top, -0.3), Vector2(length / 2, 0)])
    }
    for (turn, side) in [(TurnRules.Turn.left, 1.0), (.right, -1.0)] where turns.contains(turn) {
      // Lower than a head that looks ahead, so that both are read.
      let foot = isStraight ? -1.0 : 0.1
      result.append([
        Vector2(foot, 0), Vector2(foot + 0.34, 0), Vector2(foot + 0.95, side * 0.35),
        Vector2(foot + 0.61, side * 0.35),
      ])
      result.append([
        Vector2(foot + 0.2, side * 0.35), Vector2(foot + 1.36, side * 0.35), Vector2(foot + 1.1, side * 0.8),
      ])
    }
    return result
  }
}
