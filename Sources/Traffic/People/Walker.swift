import VectorMath

/// Somebody who is to walk or stand, before anything moves.
package struct WalkerStart: Sendable {
  package var path: WalkPath
  /// Metres along the path at the beginning.
  package var distance: Double
  /// m/s, where nobody is in the way; 0 = stands.
  package var speed: Double
  /// Metres to the left of the path.
  package var aside: Double
  /// Metres.
  package var stature: Double
  /// Of who stands: where he looks, radians.
  package var heading: Double
  /// Whom he walks with: the index of the group's first.
  package var companion: Int?

  package init(
    path: WalkPath, distance: Double, speed: Double, aside: Double, stature: Double, heading: Double = 0,
    companion: Int? = nil
  ) {
    self.path = path
    self.distance = distance
    self.speed = speed
    self.aside = aside
    self.stature = stature
    self.heading = heading
    self.companion = companion
  }
}

/// Somebody on foot.
struct Walker: Sendable {
  /// Half the breadth of shoulders with some air, metres.
  static let radius = 0.28
  /// Middles of people are never nearer to one another, metres.
  static let apart = 0.56

  let path: WalkPath
  let usual: Double
  let stature: Double
  let companion: Int?
  /// In a group, where one would like to be beside the path.
  let home: Double
  var distance: Double
  var aside: Double
  var speed: Double
  /// Where the body looks, unit.
  var facing: Vector2
  var position: Vector3
  var travelled = 0.0
  var isWaiting = false
  /// Let on to the crossing with this index on the path.
  var pass: Int?
  var isInGroup = false

  init(_ start: WalkerStart) {
    path = start.path
    usual = start.speed
    stature = start.stature
    companion = start.companion
    home = start.aside
    distance = start.distance
    aside = start.aside
    speed = start.speed
    let place = path.place(distance)
    position = Self.position(path, distance, aside)
    let (sin, cos) = DeterministicMath.sincos(start.heading)
    facing = start.speed > 0 ? place.direction : Vector2(cos, sin)
  }

  static func position(_ path: WalkPath, _ distance: Double, _ aside: Double) -> Vector3 {
    let place = path.place(distance)
    return place.point + Vector3(-place.direction.y, place.direction.x, 0) * aside
  }

  /// The crossing that one is on: its index on the path.
  var crossing: Int? {
    path.crossings.firstIndex { distance > $0.from - 0.2 && distance < $0.to + 0.2 }
  }

  /// The crossing ahead within so many metres: its index on the path.
  func crossingAhead(within way: Double) -> Int? {
    path.crossings.firstIndex { $0.from >= distance - 0.2 && $0.from - distance < way }
  }

  var box: Footprint {
    Footprint(
      center: Vector2(position.x, position.y), forward: facing, half: Vector2(repeating: Self.radius),
      low: position.z - 0.2, high: position.z + stature)
  }
}
