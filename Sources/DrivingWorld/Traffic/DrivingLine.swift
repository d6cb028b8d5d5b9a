import RoadNetwork
import VectorMath

/// The line that a vehicle's rear axle follows: a lane path, smoothed, with the speed to drive at each place.
///
/// Lanes of files may jump aside where one section ends and the next begins; the line moves over within a few
/// metres instead. A gap too wide for that ends it.
struct DrivingLine: Sendable {
  /// Map coordinates.
  private(set) var points: [Vector3] = []
  private(set) var normals: [Vector3] = []
  private(set) var lanes: [LaneReference] = []
  /// Metres from the first point.
  private(set) var distances: [Double] = []
  /// m/s at each point; zero at the end, and low enough before to brake for what comes.
  private(set) var speeds: [Double] = []

  private static let step = 0.5
  /// Samples to each side that a point is averaged over.
  private static let reach = 5
  /// What is comfortable, m/s².
  static let lateral = 2.2
  static let braking = 1.6
  /// Metres before the end where one who comes so far stands.
  private let rest: Double

  /// - Parameters:
  ///   - rest: metres from a standing vehicle's rear axle to the end of the line.
  ///   - speed: the wanted speed on a lane at s, m/s, where nothing hinders.
  init(_ path: LanePath, rest: Double, speed: (LaneReference, Double) -> Double) {
    self.rest = rest
    let n = Int((path.length / Self.step).rounded(.down))
    guard n >= 2 else { return }
    var raw: [PathPose] = []
    raw.reserveCapacity(n + 1)
    for i in 0...n {
      guard let pose = path.pose(at: Double(i) * Self.step) else { break }
      if let last = raw.last, VectorMath.length(pose.position - last.position) > 3 * Self.step + 0.6 { break }
      raw.append(pose)
    }
    guard raw.count > 2 else { return }
    for i in raw.indices {
      let w = min(Self.reach, min(i, raw.count - 1 - i))
      // A triangle of weights: two box filters, so that headings are smooth too.
      var p = Vector3.zero
      var up = Vector3.zero
      var weight = 0.0
      for k in -w...w {
        let a = Double(w + 1 - abs(k))
        let pose = raw[i + k]
        p += pose.position * a
        up += pose.normal * a
        weight += a
      }
      p /= weight
      let way = points.last.map { VectorMath.length(p - $0) } ?? 0
      distances.append(distances.last.map { $0 + max(1e-6, way) } ?? 0)
      points.append(p)
      normals.append(normalized(up))
      lanes.append(raw[i].lane)
    }
    speeds = raw.indices.map { min(speed(raw[$0].lane, raw[$0].s), bendSpeed($0)) }
    limitChanges()
  }

  var isEmpty: Bool { points.isEmpty }
  var length: Double { distances.last ?? 0 }

  /// The point at `distance`, going straight on beyond both ends.
  func point(at distance: Double) -> Vector3 {
    guard points.count > 1 else { return points.first ?? .zero }
    let (i, w) = locate(distance)
    return points[i] + (points[i + 1] - points[i]) * w
  }

  func normal(at distance: Double) -> Vector3 {
    guard normals.count > 1 else { return Vector3(0, 0, 1) }
    let (i, w) = locate(max(0, min(length, distance)))
    return normalized(normals[i] + (normals[i + 1] - normals[i]) * w)
  }

  func speed(at distance: Double) -> Double {
    guard speeds.count > 1 else { return 0 }
    let (i, w) = locate(max(0, min(length, distance)))
    // Between points the square of the speed is linear: braking is even.
    let (a, b) = (speeds[i] * speeds[i], speeds[i + 1] * speeds[i + 1])
    return max(0, a + (b - a) * w).squareRoot()
  }

  func lane(at distance: Double) -> LaneReference? {
    guard lanes.count > 1 else { return lanes.first }
    return lanes[locate(max(0, min(length, distance))).index]
  }

  private func locate(_ distance: Double) -> (index: Int, weight: Double) {
    var low = 0
    var high = distances.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if distances[middle] <= distance { low = middle } else { high = middle }
    }
    return (low, (distance - distances[low]) / (distances[low + 1] - distances[low]))
  }

  /// The speed at which a bend pushes sideways as much as is comfortable.
  private func bendSpeed(_ i: Int) -> Double {
    let k = 5
    guard points.count > 2 * k else { return .infinity }
    let m = min(points.count - 1 - k, max(k, i))
    func plan(_ j: Int) -> Vector2 { Vector2(points[j].x, points[j].y) }
    let (a, b) = (plan(m) - plan(m - k), plan(m + k) - plan(m))
    let turn = DeterministicMath.atan2(cross(a, b), dot(a, b)).magnitude
    let way = (VectorMath.length(a) + VectorMath.length(b)) / 2
    guard turn > 1e-5, way > 0 else { return .infinity }
    return (Self.lateral * way / turn).squareRoot()
  }

  /// Brakes before slow places and the end, and gathers speed after them.
  private mutating func limitChanges() {
    guard speeds.count > 1 else { return }
    // A bend holds from where the wheelbase enters it until it has left.
    let bends = speeds
    for i in speeds.indices {
      for k in max(0, i - 6)...min(speeds.count - 1, i + 6) { speeds[i] = min(speeds[i], bends[k]) }
    }
    for i in speeds.indices where distances[i] > length - rest { speeds[i] = 0 }
    for i in stride(from: speeds.count - 2, through: 0, by: -1) {
      let way = distances[i + 1] - distances[i]
      speeds[i] = min(speeds[i], (speeds[i + 1] * speeds[i + 1] + 2 * Self.braking * way).squareRoot())
    }
  }
}
