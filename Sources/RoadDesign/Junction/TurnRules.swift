import RoadNetwork
import VectorMath

/// Which lane of an arm leads where: from the lanes' number and the directions of the others.
struct TurnRules {
  struct Way: Hashable {
    /// Index of the arm and of its lane, both counted from the middle outwards.
    var from: Int
    var lane: Int
    var to: Int
    var toLane: Int
  }

  enum Turn {
    case right, straight, left
  }

  /// How the way from one arm to another turns, and by what angle, radians to the left.
  static func turn(from: Arm, to: Arm) -> (turn: Turn, angle: Double) {
    let angle = wrappedAngle(to.pose.heading + Double.pi - from.pose.heading)
    return (angle > 0.6 ? .left : angle < -0.6 ? .right : .straight, angle)
  }

  /// All ways through a junction, by arm and lane.
  static func ways(_ arms: [Arm]) -> [Way] {
    var result: [Way] = []
    for (i, arm) in arms.enumerated() where !arm.incoming.isEmpty {
      // From the right to the left.
      let targets = arms.indices.filter { $0 != i && !arms[$0].outgoing.isEmpty }
        .map { (index: $0, turn: turn(from: arm, to: arms[$0])) }
        .sorted { $0.turn.angle < $1.turn.angle }
      for (k, target) in targets.enumerated() {
        let lanes = self.lanes(
          arm, rank: k, of: targets.count, target.turn.turn, turns: targets.map(\.turn.turn))
        let out = arms[target.index].outgoing.count
        let isRight = k == 0 && target.turn.turn == .right
        for (order, lane) in lanes.enumerated() {
          // To the right one keeps to the right, else lanes keep their order from the middle.
          let toLane = isRight ? max(0, out - lanes.count + order) : min(order, out - 1)
          result.append(Way(from: i, lane: lane, to: target.index, toLane: toLane))
        }
      }
    }
    return complete(result, arms)
  }

  /// Lanes of an arm, from the middle outwards, that serve one of its targets.
  private static func lanes(_ arm: Arm, rank: Int, of count: Int, _ turn: Turn, turns: [Turn]) -> [Int] {
    let n = arm.incoming.count
    guard n > 1 else { return [0] }
    let hasLeft = turns.contains(.left)
    let reserved = arm.hasTurnLane && hasLeft ? 1 : 0
    switch turn {
    case .left: return [0]
    case .right: return [n - 1]
    case .straight:
      let lanes = Array(reserved..<n)
      return lanes.isEmpty ? [n - 1] : lanes
    }
  }

  /// Every lane leads somewhere, and somebody comes to every lane.
  private static func complete(_ ways: [Way], _ arms: [Arm]) -> [Way] {
    var result = ways
    for (i, arm) in arms.enumerated() {
      for lane in arm.incoming.indices where !result.contains(where: { $0.from == i && $0.lane == lane }) {
        // As the neighbour does.
        let near = result.filter { $0.from == i }.min {
          ($0.lane - lane).magnitude < ($1.lane - lane).magnitude
        }
        if let near {
          let out = arms[near.to].outgoing.count
          let toLane = max(0, min(out - 1, near.toLane + lane - near.lane))
          result.append(Way(from: i, lane: lane, to: near.to, toLane: toLane))
        }
      }
      for lane in arm.outgoing.indices where !result.contains(where: { $0.to == i && $0.toLane == lane }) {
        let near = result.filter { $0.to == i }.min {
          ($0.toLane - lane).magnitude < ($1.toLane - lane).magnitude
        }
        if let near { result.append(Way(from: near.from, lane: near.lane, to: i, toLane: lane)) }
      }
    }
    return result
  }
}
