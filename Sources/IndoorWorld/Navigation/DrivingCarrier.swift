import RandomStreams
import VectorMath
import WorldModel

/// A robot that drives straight from corner to corner of its way and turns on the spot.
struct DrivingCarrier {
  let grid: NavigationGrid
  /// Of the lens above the floor, and of the robot, metres.
  static let lens = 0.3
  private static let height = 0.5
  /// m/s², rad/s, rad/s².
  private static let (push, spin, spinUp) = (0.5, 0.9, 2.0)

  /// - Parameters:
  ///   - world: the home at time 0; `nil` for one without a plan.
  ///   - floor: of the storey, the lowest where `nil`.
  init?(_ world: World, on floor: Double? = nil) {
    guard
      let grid = NavigationGrid(world, on: floor, radius: WalkingCarrier.planned, height: Self.height)
    else { return nil }
    self.grid = grid
  }

  /// One turn or one straight line, from standing to standing.
  private struct Leg {
    var from: Vector2
    var way: Vector2
    var yaw: Double
    var turn: Double
    var seconds: Double
  }

  /// - Parameters:
  ///   - speed: m/s on straight lines.
  ///   - room: where to begin.
  ///   - rooms: where to go; anywhere where empty.
  /// - Returns: `nil` where no way keeps far enough from everything.
  func drive(
    duration: Double, speed: Double, from room: Int, among rooms: [Int], _ stream: inout RandomStream
  ) -> Track? {
    let margin = CarrierMotion.margin(duration)
    let needed = duration + 2 * margin
    for _ in 0..<5 {
      guard
        let tour = HomeTour(grid, first: room, among: rooms, length: needed * speed + 2, &stream)
      else { return nil }
      let legs = legs(tour.corners(grid, margin: WalkingCarrier.kept + 0.004), speed: speed)
      let total = legs.reduce(0) { $0 + $1.seconds }
      let begin = stream.uniform(0, max(0, total - needed))
      var motion = CarrierMotion(duration: duration, margin: margin)
      for (i, t) in motion.times.enumerated() {
        let (place, yaw) = state(legs, at: begin + t + margin, speed: speed)
        motion.places[i] = place
        motion.yaws[i] = yaw
        motion.heights[i] = grid.floor + Self.lens
      }
      motion.places = CarrierMotion.smoothed(motion.places, over: 0.1, CarrierMotion.mean)
      motion.yaws = CarrierMotion.smoothed(motion.yaws, over: 0.1, CarrierMotion.mean)
      let track = motion.track
      let steps = Int(needed * 60)
      let isClear = (0...steps).allSatisfy {
        let p = track.pose(at: -margin + Double($0) / 60).translation
        return grid.isClear(Vector2(p.x, p.y), by: WalkingCarrier.kept)
      }
      if isClear { return track }
    }
    return nil
  }

  private func legs(_ corners: [Vector2], speed: Double) -> [Leg] {
    var legs: [Leg] = []
    var yaw: Double?
    for (a, b) in zip(corners, corners.dropFirst()) where length(b - a) > 1e-6 {
      let way = b - a
      let aim = DeterministicMath.atan2(way.y, way.x)
      let heading = yaw ?? aim
      var turn = aim - heading
      turn -= (turn / (2 * .pi)).rounded() * 2 * .pi
      if turn.magnitude > 1e-6 {
        legs.append(
          Leg(
            from: a, way: .zero, yaw: heading, turn: turn,
            seconds: Self.seconds(turn.magnitude, Self.spin, Self.spinUp)))
      }
      yaw = heading + turn
      legs.append(
        Leg(
          from: a, way: way, yaw: heading + turn, turn: 0,
          seconds: Self.seconds(length(way), speed, Self.push)
        ))
    }
    return legs
  }

  private func state(_ legs: [Leg], at t: Double, speed: Double) -> (Vector2, Double) {
    var left = max(0, t)
    for leg in legs {
      if left < leg.seconds {
        let way = length(leg.way)
        if way > 0 { return (leg.from + leg.way * (Self.done(way, speed, Self.push, left) / way), leg.yaw) }
        let part = Self.done(leg.turn.magnitude, Self.spin, Self.spinUp, left) / leg.turn.magnitude
        return (leg.from, leg.yaw + leg.turn * part)
      }
      left -= leg.seconds
    }
    guard let last = legs.last else { return (.zero, 0) }
    return (last.from + last.way, last.yaw + last.turn)
  }

  /// How long a way takes from rest to rest at a greatest speed and an acceleration.
  private static func seconds(_ way: Double, _ speed: Double, _ push: Double) -> Double {
    way > speed * speed / push ? way / speed + speed / push : 2 * (way / push).squareRoot()
  }

  /// How much of it is done after a time.
  private static func done(_ way: Double, _ speed: Double, _ push: Double, _ t: Double) -> Double {
    let total = seconds(way, speed, push)
    if t > total / 2 { return way - done(way, speed, push, max(0, total - t)) }
    let peak = min(speed, (way * push).squareRoot())
    let rise = peak / push
    return t < rise ? push * t * t / 2 : peak * rise / 2 + peak * (t - rise)
  }
}
