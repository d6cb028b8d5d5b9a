import Furniture
import Geometry
import RoomGeometry
import VectorMath
import WorldModel

/// A place on a thing where one person can sit, felt on its surface.
struct Seat {
  /// The middle of the seat's front edge, the thing's frame, metres; z is the seat's height.
  var edge: Vector3
  /// The direction in which one looks, unit, level, the thing's frame.
  var forward: Vector2
  /// How far the level part reaches back from the edge, metres.
  var depth: Double
  /// How far behind the edge the back leans, at the height of the loins; `nil` without one.
  var back: Double?
  /// How far one sinks in, metres.
  var give: Double

  /// Classes that one sits on, and how soft they are, metres.
  static let softness: [String: Double] = [
    "sofa": 0.03, "armchair": 0.03, "dining_chair": 0.011, "office_chair": 0.012, "folding_chair": 0.011,
    "rocking_chair": 0.011, "indoor_bench": 0.011, "ottoman": 0.015, "stool": 0.011, "bed": 0.025,
    "single_bed": 0.025,
  ]

  /// All seats of a thing.
  static func all(of asset: Asset) -> [Seat] {
    guard let give = softness[asset.nativeClass.name] else { return [] }
    let felt = SurfaceProbe(asset)
    let bounds = asset.restBounds
    // Beds are sat on from their sides.
    let ways: [Vector2] =
      asset.nativeClass.name.hasSuffix("bed") ? [Vector2(0, 1), Vector2(0, -1)] : [Vector2(1, 0)]
    return ways.flatMap { way -> [Seat] in
      let left = Vector2(-way.y, way.x)
      let (x, y) = (Vector2(bounds.size.x, bounds.size.y) / 2, Vector2(bounds.center.x, bounds.center.y))
      let reach = way.x.magnitude * x.x + way.y.magnitude * x.y
      let width = left.x.magnitude * x.x + left.y.magnitude * x.y
      let count = max(1, Int((2 * width / 0.3).rounded(.down)) - (2 * width > 1 ? 2 : 0))
      return (0..<count).compactMap { i in
        let side = count == 1 ? 0 : (Double(i) + 0.5) / Double(count) * 2 - 1
        let at = side * (width - (count == 1 ? 0 : 0.24))
        return seat(felt, middle: y + left * at, way, left, reach: reach, give)
      }
    }
  }

  private static func seat(
    _ felt: SurfaceProbe, middle: Vector2, _ way: Vector2, _ left: Vector2, reach: Double, _ give: Double
  ) -> Seat? {
    let step = 0.02
    func height(_ s: Double, _ side: Double) -> Double? {
      let p = middle + way * s + left * side
      return felt.top(p.x, p.y)
    }
    // From the front backwards: the first level stretch at the height of seats.
    var run: (front: Double, back: Double, z: Double)?
    var s = reach - step / 2
    while s > -reach {
      if let z = height(s, 0), (0.3...0.66).contains(z) {
        if let now = run, (z - now.z).magnitude < 0.035 {
          run = (now.front, s, now.z + (z - now.z) * 0.15)
        } else if let now = run, now.front - now.back > 0.26 {
          break
        } else {
          run = (s, s, z)
        }
      } else if let now = run {
        if now.front - now.back > 0.26 { break }
        run = nil
      }
      s -= step
    }
    guard let run, run.front - run.back > 0.26 else { return nil }
    // As wide as a person's hips.
    let inner = run.front - 0.16
    guard let a = height(inner, 0.16), let b = height(inner, -0.16), (a - run.z).magnitude < 0.05,
      (b - run.z).magnitude < 0.05
    else { return nil }
    // Behind the level part something that rises.
    var back: Double?
    var k = run.front - 0.2
    while k > -reach {
      if let z = height(k, 0), z > run.z + 0.16 {
        back = run.front - k
        break
      }
      k -= step / 2
    }
    let edge = middle + way * (run.front + step / 2)
    return Seat(
      edge: Vector3(edge.x, edge.y, run.z), forward: way, depth: run.front - run.back + step,
      back: back.map { $0 + step / 2 }, give: give)
  }
}
