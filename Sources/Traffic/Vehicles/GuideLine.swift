import RoadNetwork
import VectorMath

/// The line that a vehicle is steered along, made as it drives: the middles of its lanes, shifted, smoothed, with the
/// speed to drive at each place and the rear axle's own way.
///
/// A guide point runs along the line, a share of the wheelbase ahead of the rear axle, which is drawn after it: from
/// sample to sample the axle moves exactly along the body, so wheels do not slip sideways (a tractrix: the kinematic
/// bicycle model with pure pursuit at constant distance). Long vehicles so keep their middle near the lane's, with
/// their tail inside of bends and their nose outside.
///
/// Distances are nominal: sample k lies at k · `step`. Where the line is shorter or longer than its lanes' middle,
/// `stretch` tells by how much.
struct GuideLine: Sendable {
  /// A lane of the line.
  struct Piece: Sendable {
    /// Index in `TrafficNetwork.lanes`.
    var lane: Int
    /// Where along the line the lane begins (perhaps before the line itself) and ends.
    var start: Double
    var end: Double
  }

  /// A shift to the left of the middle line that goes over from one value to another: position, speed and acceleration
  /// to the side are continuous (a quintic), so jerk is bounded.
  struct Shift: Sendable {
    var start: Double
    var length: Double
    /// Metres.
    var from: Double
    var to: Double

    func value(at d: Double) -> Double {
      guard length > 0 else { return to }
      let u = max(0, min(1, (d - start) / length))
      let cubed = u * u * u
      return from + (to - from) * cubed * (10 + u * (6 * u - 15))
    }
  }

  /// A place on the lanes, before smoothing.
  struct Raw: Sendable {
    var point: Vector3
    var normal: Vector3
    var lane: Int
    /// Metres along the lane.
    var station: Double
    /// Customary speed, m/s.
    var limit: Double
    /// To the left of the lane's middle, metres.
    var shift: Double
    /// Of the lane, metres.
    var width: Double
  }

  /// What follows from smoothed neighbours.
  struct Ready: Sendable {
    var height: Double
    var normal: Vector3
    /// The rear axle while the guide point is here, and the body's direction.
    var rear: Vector2
    var way: Vector2
    /// The trailer's direction; the vehicle's own without one.
    var trailer: Vector2
    /// m/s that the bend allows.
    var bend = Double.infinity
    /// m/s, with braking ahead of bends and lower limits.
    var cap = 0.0
  }

  /// Metres between samples.
  static let step = 0.5
  /// Samples to each side that a point is averaged over.
  static let reach = 5

  /// Number of the first sample that is kept.
  var base = 0
  var raw: [Raw] = []
  /// Smoothed, in the plan; `ready` goes with it. Shorter than `raw` until the line ends.
  var points: [Vector2] = []
  var ready: [Ready] = []
  /// Lanes under the vehicle and ahead of it.
  var pieces: [Piece] = []
  /// Lanes left behind.
  var passed: [Int] = []
  /// The lane to go on along, and where on it.
  var lane: Int
  var station: Double
  var shift: Shift
  /// No lane goes on.
  var hasEnded = false

  /// From the rear axle to the guide point, metres.
  let lead: Double
  let wheelbase: Double
  let trailer: Trailer?
  /// From the guide point to a metre before the bumper: so far before the line's end a vehicle stands.
  let rest: Double
  /// Instead of the customary speed, m/s.
  let wanted: Double?
  let lateral: Double
  let braking: Double

  init(
    _ network: TrafficNetwork, lane: Int, station: Double, aside: Double, body: VehicleBody,
    driver: DriverProfile, wanted: Double?
  ) {
    self.lane = lane
    self.station = station
    shift = Shift(start: 0, length: 0, from: aside, to: aside)
    wheelbase = body.wheelbase
    trailer = body.trailer
    lead = max(0.6, 0.6 * body.wheelbase)
    rest = body.ahead - lead + 1
    self.wanted = wanted
    lateral = driver.lateral
    braking = driver.braking
    pieces = [Piece(lane: lane, start: -station, end: network.lanes[lane].length - station)]
  }

  /// Where the last sample that is ready lies.
  var end: Double { Double(base + points.count - 1) * Self.step }

  func index(at distance: Double) -> Int {
    max(0, min(points.count - 1, Int((distance / Self.step).rounded(.down)) - base))
  }

  func point(at distance: Double) -> Vector2 {
    guard points.count > 1 else { return points.first ?? .zero }
    let (i, w) = locate(distance)
    return points[i] + (points[i + 1] - points[i]) * w
  }

  func direction(at distance: Double) -> Vector2 {
    guard points.count > 1 else { return Vector2(1, 0) }
    let i = locate(distance).index
    return normalized(points[i + 1] - points[i])
  }

  /// Metres of the guide point's way per nominal metre.
  func stretch(at distance: Double) -> Double {
    guard points.count > 1 else { return 1 }
    let i = locate(distance).index
    return max(0.3, length(points[i + 1] - points[i]) / Self.step)
  }

  func cap(at distance: Double) -> Double {
    guard ready.count > 1 else { return 0 }
    let (i, w) = locate(distance)
    // Between samples the square of the speed is linear: braking is even.
    let (a, b) = (ready[i].cap * ready[i].cap, ready[i + 1].cap * ready[i + 1].cap)
    return max(0, a + (b - a) * w).squareRoot()
  }

  /// m/s that the bend at a place allows.
  func bend(at distance: Double) -> Double { ready.isEmpty ? 0 : ready[index(at: distance)].bend }

  /// Of the surface, metres.
  func height(at distance: Double) -> Double { ready.isEmpty ? 0 : ready[index(at: distance)].height }

  /// Of the surface, unit, upwards.
  func normal(at distance: Double) -> Vector3 {
    ready.isEmpty ? Vector3(0, 0, 1) : ready[index(at: distance)].normal
  }

  /// The lane and where on it, by the line's own account: from where a change begins, the new lane.
  func sample(at distance: Double) -> Raw? {
    let i = index(at: distance)
    return raw.indices.contains(i) ? raw[i] : nil
  }

  /// Rear axle and body direction in the plan while the guide point is at `distance`.
  func rear(at distance: Double) -> (axle: Vector2, forward: Vector2) {
    guard ready.count > 1 else { return (ready.first?.rear ?? .zero, ready.first?.way ?? Vector2(1, 0)) }
    let (i, w) = locate(distance)
    let (a, b) = (ready[i], ready[i + 1])
    return (a.rear + (b.rear - a.rear) * w, normalized(a.way + (b.way - a.way) * w))
  }

  /// The middle of the trailer's axles and its direction in the plan while the guide point is at `distance`.
  func trailerAxle(at distance: Double) -> (axle: Vector2, forward: Vector2)? {
    guard let trailer, ready.count > 1 else { return nil }
    let (axle, forward) = rear(at: distance)
    let (i, w) = locate(distance)
    let way = normalized(ready[i].trailer + (ready[i + 1].trailer - ready[i].trailer) * w)
    return (axle + forward * trailer.hitch - way * trailer.axle, way)
  }

  /// The middle of the trailer's axles on the surface, the place of its hitch over the ground, and the surface's normal.
  func trailerAxles(at distance: Double) -> (rear: Vector3, front: Vector3, up: Vector3)? {
    guard let trailer, let (axle, way) = trailerAxle(at: distance) else { return nil }
    let hitch = distance - lead + trailer.hitch
    let back = surface(at: hitch - trailer.axle, under: axle)
    let front = surface(at: hitch, under: axle + way * trailer.axle)
    let i = locate(hitch - trailer.axle / 2).index
    return (back, front, ready.indices.contains(i) ? ready[i].normal : Vector3(0, 0, 1))
  }

  /// Turn of the body per metre of the rear axle's way, 1/m, positive to the left.
  func curvature(at distance: Double) -> Double {
    guard ready.count > 3 else { return 0 }
    let i = locate(distance).index
    let (a, b) = (ready[max(0, i - 1)], ready[min(ready.count - 1, i + 2)])
    let way = length(b.rear - a.rear)
    guard way > 1e-6 else { return 0 }
    return DeterministicMath.atan2(cross(a.way, b.way), dot(a.way, b.way)) / way
  }

  /// Rear and front axle on the surface, and its normal between them.
  func axles(at distance: Double) -> (rear: Vector3, front: Vector3, up: Vector3) {
    let (axle, forward) = rear(at: distance)
    let back = surface(at: distance - lead, under: axle)
    let front = surface(at: distance - lead + wheelbase, under: axle + forward * wheelbase)
    let i = locate(distance - lead + wheelbase / 2).index
    return (back, front, ready.indices.contains(i) ? ready[i].normal : Vector3(0, 0, 1))
  }

  private func locate(_ distance: Double) -> (index: Int, weight: Double) {
    let x = distance / Self.step - Double(base)
    let i = max(0, min(points.count - 2, Int(max(0, x))))
    return (i, max(0, min(1, x - Double(i))))
  }

  private func surface(at distance: Double, under p: Vector2) -> Vector3 {
    guard points.count > 1 else { return Vector3(p.x, p.y, ready.first?.height ?? 0) }
    // Before the line's beginning the surface goes on level with its first sample's tilt.
    let (i, w) = locate(distance)
    let here = points[i] + (points[i + 1] - points[i]) * w
    let n = ready[i].normal + (ready[i + 1].normal - ready[i].normal) * w
    let z = ready[i].height + (ready[i + 1].height - ready[i].height) * w
    let d = p - here
    return Vector3(p.x, p.y, z - (n.x * d.x + n.y * d.y) / max(0.2, n.z))
  }
}
