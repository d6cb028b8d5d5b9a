import RandomStreams
import VectorMath
import WorldModel

/// A person with a telephone in the hand who walks from room to room, or stands and turns.
struct WalkingCarrier {
  let grid: NavigationGrid
  /// What planning keeps from obstacles, and what the finished track must, metres.
  static let planned = 0.28
  static let kept = 0.2

  /// - Parameters:
  ///   - world: the home at time 0; `nil` for one without a plan.
  ///   - floor: of the storey, the lowest where `nil`.
  init?(_ world: World, on floor: Double? = nil) {
    guard let grid = NavigationGrid(world, on: floor, radius: Self.planned, height: 1.9) else { return nil }
    self.grid = grid
  }

  /// - Parameters:
  ///   - speed: m/s.
  ///   - room: where to begin.
  ///   - rooms: where to go; anywhere where empty.
  /// - Returns: `nil` where no way keeps far enough from everything.
  func walk(
    duration: Double, speed: Double, from room: Int, among rooms: [Int], _ stream: inout RandomStream
  ) -> Track? {
    let margin = CarrierMotion.margin(duration)
    let needed = (duration + 2 * margin) * speed
    for _ in 0..<5 {
      guard
        let tour = HomeTour(grid, first: room, among: rooms, length: needed + 3, &stream)
      else { return nil }
      let cord = tour.tightened(grid, margin: 0.25)
      let begin = stream.uniform(0, max(0, cord.length - needed))
      let manner = stream.child("manner")
      for window in [0.5, 0.3, 0.16] {
        var chance = manner
        let track = motion(
          cord, begin: begin, duration: duration, margin: margin, speed: speed, window: window, &chance)
        if keepsClear(track, from: -margin, to: duration + margin) { return track }
      }
      _ = stream.next()
    }
    return nil
  }

  /// Whether a track keeps off everything at all times.
  func keepsClear(_ track: Track, from start: Double, to end: Double) -> Bool {
    let steps = max(1, Int((end - start) * 60))
    return (0...steps).allSatisfy {
      let p = track.pose(at: start + (end - start) * Double($0) / Double(steps)).translation
      return grid.isClear(Vector2(p.x, p.y), by: Self.kept)
    }
  }

  private func motion(
    _ cord: HomeTour, begin: Double, duration: Double, margin: Double, speed: Double, window: Double,
    _ stream: inout RandomStream
  ) -> Track {
    var motion = CarrierMotion(duration: duration, margin: margin)
    let times = motion.times
    let (rhythm, phase) = (stream.uniform(0.15, 0.3), stream.uniform(0, 2 * .pi))
    let ways = times.map { t in
      begin + speed * (t + margin)
        + 0.1 * speed / (2 * .pi * rhythm) * DeterministicMath.sin(2 * .pi * rhythm * t + phase)
    }
    motion.places = CarrierMotion.smoothed(
      ways.map(cord.point(at:)), over: window, CarrierMotion.mean)
    // Eyes are where the feet will be in a moment.
    var heading = 0.0
    let headings = ways.map { s -> Double in
      let ahead = cord.point(at: s + 0.8) - cord.point(at: s - 0.1)
      if length(ahead) > 0.05 { heading = DeterministicMath.atan2(ahead.y, ahead.x) }
      return heading
    }
    motion.yaws = CarrierMotion.smoothed(
      CarrierMotion.unwrapped(headings), over: 0.8, CarrierMotion.mean)
    glance(&motion, times, &stream)
    let eyes = stream.uniform(1.42, 1.63)
    let tilt = stream.uniform(0.03, 0.13)
    let steps = (1.35 + 0.45 * speed) * stream.uniform(0.95, 1.05)
    let beat = stream.uniform(0, 2 * .pi)
    for (i, t) in times.enumerated() {
      let wave = DeterministicMath.sin(2 * .pi * steps * t + beat)
      motion.heights[i] = grid.floor + eyes + 0.012 * wave
      motion.pitches[i] = tilt + 0.003 * wave
      motion.rolls[i] = 0.004 * DeterministicMath.sin(.pi * steps * t + beat)
    }
    motion.sway(&stream)
    return motion.track
  }

  /// Looks to one side or the other for a moment, again and again.
  private func glance(_ motion: inout CarrierMotion, _ times: [Double], _ stream: inout RandomStream) {
    guard let first = times.first, let last = times.last else { return }
    var at = first + stream.uniform(0, 2)
    while at < last {
      let width = stream.uniform(1.4, 2.4)
      let turn = stream.uniform(0.2, 0.6) * (stream.bool() ? 1 : -1)
      for (i, t) in times.enumerated() where t > at && t < at + width {
        let c = DeterministicMath.sin(.pi * (t - at) / width)
        motion.yaws[i] += turn * c * c
      }
      at += width + stream.uniform(0.4, 2)
    }
  }

  /// Stands at a place and turns through an angle, half of it to each side of where the pose looks.
  ///
  /// - Parameter turn: radians, positive to the left; at most as much as one turns without hurry.
  static func lookAround(
    _ pose: RigidTransform<WorldSpace, ObjectSpace>, duration: Double, turn: Double,
    _ stream: inout RandomStream
  ) -> Track {
    var motion = CarrierMotion(duration: duration, margin: CarrierMotion.margin(duration))
    let most = 0.9 * duration
    let turn = max(-most, min(most, turn))
    let forward = pose.rotation * Vector3(1, 0, 0)
    let tilt = DeterministicMath.asin(max(-1, min(1, -forward.z)))
    for (i, t) in motion.times.enumerated() {
      let u = max(0, min(1, t / duration))
      let eased = u * u * u * (10 - 15 * u + 6 * u * u)
      motion.yaws[i] = pose.rotation.yaw + turn * (eased - 0.5)
      motion.pitches[i] = tilt
      motion.places[i] = Vector2(pose.translation.x, pose.translation.y)
      motion.heights[i] = pose.translation.z
    }
    motion.sway(&stream)
    return motion.track
  }
}
