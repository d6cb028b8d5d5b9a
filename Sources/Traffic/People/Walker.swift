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
  /// Metres of what he pushes or sits in before and behind his place, along his way.
  package var reach: ClosedRange<Double>

  package init(
    path: WalkPath, distance: Double, speed: Double, aside: Double, stature: Double, heading: Double = 0,
    companion: Int? = nil, reach: ClosedRange<Double> = 0...0
  ) {
    self.path = path
    self.distance = distance
    self.speed = speed
    self.aside = aside
    self.stature = stature
    self.heading = heading
    self.companion = companion
    self.reach = reach
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
  /// What moves with him lies between these places along where he looks, metres.
  let reach: ClosedRange<Double>
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
    reach = start.reach
    distance = start.distance
    aside = start.aside
    speed = start.speed
    let place = path.place(distance)
    position = Self.position(path, distance, aside)
    let (sin, cos) = DeterministicMath.sincos(start.heading)
    facing = start.speed > 0 ? place.direction : Vector2(cos, sin)
  }

  /// Pushes something or sits in it: goes where its wheels point and evades nobody.
  var isLong: Bool { reach.lowerBound < reach.upperBound }

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
    let (low, high) = (reach.lowerBound - Self.radius, reach.upperBound + Self.radius)
    return Footprint(
      center: Vector2(position.x, position.y) + facing * ((low + high) / 2), forward: facing,
      half: Vector2((high - low) / 2, Self.radius), low: position.z - 0.2, high: position.z + stature)
  }

  /// Metres in plan between the middles of two people, or of the lines along which they and what they push lie.
  func gap(to other: Walker, from place: Vector3) -> Double {
    let d = Vector2(other.position.x - place.x, other.position.y - place.y)
    guard isLong || other.isLong else {
      return length(d)
    }
    // Of two stretches of lines in a plane the nearest points are an end of one, unless they cross.
    let a = [facing * reach.lowerBound, facing * reach.upperBound]
    let b = [d + other.facing * other.reach.lowerBound, d + other.facing * other.reach.upperBound]
    let (u, v) = (a[1] - a[0], b[1] - b[0])
    let (p, q) = (
      cross(u, b[0] - a[0]) * cross(u, b[1] - a[0]), cross(v, a[0] - b[0]) * cross(v, a[1] - b[0])
    )
    if p < 0, q < 0 { return 0 }
    func far(_ x: Vector2, _ from: Vector2, _ way: Vector2) -> Double {
      let square = dot(way, way)
      let t = square > 0 ? max(0, min(1, dot(x - from, way) / square)) : 0
      return length(x - from - way * t)
    }
    return min(min(far(a[0], b[0], v), far(a[1], b[0], v)), min(far(b[0], a[0], u), far(b[1], a[0], u)))
  }
}
