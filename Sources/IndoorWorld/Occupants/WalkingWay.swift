import Assets
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// The way of a person who walks about in a room: from place to place, always clear of everything.
struct WalkingWay {
  let grid: NavigationGrid
  let room: Int
  let floor: Double
  /// Metres that the middle of the body keeps from everything.
  static let kept = 0.28

  /// - Returns: `nil` where there is no room to walk.
  func track(duration: Double, speed: Double, _ chance: inout RandomStream) -> Track? {
    let margin = CarrierMotion.margin(duration)
    let free = grid.isFree
    let cells = grid.rooms.indices.filter {
      grid.rooms[$0] == room && free[$0] && grid.clearance[$0] >= Self.kept + 0.06
    }
    guard cells.count > 12 else { return nil }
    let wanted = (duration + 2 * margin) * speed
    for _ in 0..<6 {
      guard var at = chance.choose(cells) else { return nil }
      var points = [grid.middle(of: at)]
      var length = 0.0
      for _ in 0..<30 where length < wanted + 0.5 {
        // Far places first: nobody paces to and fro on a metre.
        let some = (0..<5).compactMap { _ in chance.choose(cells) }
        let here = grid.middle(of: at)
        guard
          let goal = some.max(by: {
            VectorMath.length(grid.middle(of: $0) - here) < VectorMath.length(grid.middle(of: $1) - here)
          }), goal != at, let path = grid.path(from: at, to: goal),
          path.allSatisfy({ grid.rooms[$0] == room })
        else { continue }
        for cell in path.dropFirst() {
          let p = grid.middle(of: cell)
          length += VectorMath.length(p - (points.last ?? p))
          points.append(p)
        }
        at = goal
      }
      guard points.count > 3, length > 1.2 else { continue }
      let cord = HomeTour(points: points).tightened(grid, margin: Self.kept + 0.03)
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
      if motion.places.allSatisfy({ grid.isClear($0, by: Self.kept) }) {
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
