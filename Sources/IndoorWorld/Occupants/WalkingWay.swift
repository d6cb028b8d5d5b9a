import Assets
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// The way of a person who walks through a room, from one place to another, always clear of everything.
struct WalkingWay {
  let grid: NavigationGrid
  let room: Int
  let floor: Double
  /// Metres that the middle of the body keeps from everything.
  static let kept = 0.28

  /// - Returns: `nil` where there is no room to walk.
  func track(duration: Double, speed: Double, _ chance: inout RandomStream) -> Track? {
    // A little before and after the sequence, for flow from and to the frames there.
    let margin = 0.35
    let free = grid.isFree
    let cells = grid.rooms.indices.filter {
      grid.rooms[$0] == room && free[$0] && grid.clearance[$0] >= Self.kept + 0.06
    }
    guard cells.count > 12 else { return nil }
    for _ in 0..<8 {
      guard let start = chance.choose(cells) else { return nil }
      let here = grid.middle(of: start)
      // From one end of the room to the other, then they stand: nobody turns on the heel.
      let some = (0..<10).compactMap { _ in chance.choose(cells) }
      guard
        let goal = some.max(by: {
          length(grid.middle(of: $0) - here) < length(grid.middle(of: $1) - here)
        }), length(grid.middle(of: goal) - here) > 1.2, let path = grid.path(from: start, to: goal),
        path.allSatisfy({ grid.rooms[$0] == room })
      else { continue }
      let cord = HomeTour(points: path.map(grid.middle)).tightened(grid, margin: Self.kept + 0.03)
      if let track = motion(along: cord, duration: duration, margin: margin, speed: speed) { return track }
    }
    return nil
  }

  private func motion(along cord: HomeTour, duration: Double, margin: Double, speed: Double) -> Track? {
    for window in [0.5, 0.3, 0.15] {
      var motion = CarrierMotion(duration: duration, margin: margin)
      let ways = motion.times.map { speed * ($0 + margin) }
      motion.places = CarrierMotion.smoothed(ways.map(cord.point(at:)), over: window, CarrierMotion.mean)
      var heading = 0.0
      let headings = ways.indices.map { i -> Double in
        let ahead = cord.point(at: ways[i] + 0.25) - cord.point(at: ways[i] - 0.12)
        if length(ahead) > 0.03 { heading = DeterministicMath.atan2(ahead.y, ahead.x) }
        return heading
      }
      motion.yaws = CarrierMotion.smoothed(CarrierMotion.unwrapped(headings), over: 0.45, CarrierMotion.mean)
      // Sharp bends at a walk would drag the feet.
      let turnsGently = zip(motion.yaws, motion.yaws.dropFirst()).allSatisfy {
        ($1 - $0).magnitude < 1.6 * CarrierMotion.spacing
      }
      if turnsGently && motion.places.allSatisfy({ grid.isClear($0, by: Self.kept) }) {
        // Straight from pose to pose: steps are told from the way, which must be the track's own.
        return Track(
          keys: motion.times.enumerated().map { i, t in
            Track.Key(
              time: t,
              worldFromObject: RigidTransform(
                rotation: Quaternion(yaw: motion.yaws[i]),
                translation: Vector3(motion.places[i].x, motion.places[i].y, floor)))
          })
      }
    }
    return nil
  }
}
