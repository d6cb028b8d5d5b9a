import Annotations
import VectorMath

/// What sounds in each frame of 100 ms of a recording, and from where.
///
/// Frame k covers [0.1 k, 0.1 (k + 1)) s from the recording's start. An event is in it that is heard directly in at least
/// half of its samples; the direction is that at the frame's centre, between the label's on a straight line as the array
/// sees it. Azimuth, elevation and distance are whole degrees and centimetres, halves away from zero, azimuth in
/// [−180, 180).
///
/// Sources of one class have numbers from 0; who sounds again keeps its number, unless its sounds overlap.
struct SELDFrames {
  struct Row: Hashable {
    var frame: Int
    var name: String
    var source: Int
    var azimuth: Int
    var elevation: Int
    var centimetres: Int
    /// The number of the event.
    var event: Int
  }

  /// By frame, class, source.
  let rows: [Row]
  /// Events without any direction, which cannot be said.
  let directionless: Int

  /// Frames a second.
  static let rate = 10

  init(_ heard: HeardRecording) {
    let rate = heard.label.rate
    var rows: [Row] = []
    var directionless = 0
    var sources: [String: [(name: String, end: Int)]] = [:]
    // A frame that the recording does not fill is none.
    let count = heard.label.count * Self.rate / rate
    for one in heard.events where !one.event.isBackground {
      guard !one.event.directions.isEmpty else {
        directionless += 1
        continue
      }
      let name = SELDClasses.name(one.event)
      var known = sources[name, default: []]
      let number: Int
      if let same = known.firstIndex(where: { $0.name == one.event.source && $0.end <= one.range.lowerBound })
      {
        number = same
        known[same].end = one.range.upperBound
      } else {
        number = known.count
        known.append((one.event.source, one.range.upperBound))
      }
      sources[name] = known
      let first = one.range.lowerBound * Self.rate / rate
      let last = min(count, (one.range.upperBound * Self.rate + rate - 1) / rate)
      guard first < last else { continue }
      for frame in first..<last {
        let bounds = frame * rate..<(frame + 1) * rate
        let active = bounds.clamped(to: one.range.lowerBound * Self.rate..<one.range.upperBound * Self.rate)
        guard 2 * active.count >= rate else { continue }
        let time = heard.label.start + (Double(frame) + 0.5) / Double(Self.rate)
        let (azimuth, elevation, distance) = Self.direction(one.event.directions, at: time)
        let degrees = Int(azimuth.rounded(.toNearestOrAwayFromZero))
        rows.append(
          Row(
            frame: frame, name: name, source: number, azimuth: degrees >= 180 ? degrees - 360 : degrees,
            elevation: Int(elevation.rounded(.toNearestOrAwayFromZero)),
            centimetres: Int((100 * distance).rounded(.toNearestOrAwayFromZero)), event: one.event.id))
      }
    }
    self.rows = rows
    self.directionless = directionless
  }

  /// The rows in the order of the file, which goes by numbers of classes.
  func rows(_ classes: [String]) -> [Row] {
    rows.sorted {
      ($0.frame, classes.firstIndex(of: $0.name) ?? 0, $0.source)
        < ($1.frame, classes.firstIndex(of: $1.name) ?? 0, $1.source)
    }
  }

  /// Degrees and metres at a time of the world; before the first and after the last direction these.
  static func direction(
    _ directions: [SoundEvent.Direction], at time: Double
  ) -> (azimuth: Double, elevation: Double, distance: Double) {
    guard let first = directions.first, let last = directions.last else { return (0, 0, 0) }
    let after = directions.firstIndex { $0.time >= time } ?? directions.count
    let nearest = after == 0 ? first : last
    guard after > 0, after < directions.count else {
      return (nearest.azimuth, nearest.elevation, bounded(nearest.distance))
    }
    let (a, b) = (directions[after - 1], directions[after])
    let share = b.time > a.time ? (time - a.time) / (b.time - a.time) : 1
    let place = vector(a) * (1 - share) + vector(b) * share
    let flat = (place.x * place.x + place.y * place.y).squareRoot()
    guard flat > 0 || place.z != 0 else { return (a.azimuth, a.elevation, 0) }
    return (
      DeterministicMath.atan2(place.y, place.x) * 180 / Double.pi,
      DeterministicMath.atan2(place.z, flat) * 180 / Double.pi, bounded(length(place))
    )
  }

  /// So that no label, whatever it says, is beyond whole numbers.
  private static func bounded(_ metres: Double) -> Double { min(max(metres, 0), 1e6) }

  private static func vector(_ d: SoundEvent.Direction) -> Vector3 {
    let (sa, ca) = DeterministicMath.sincos(d.azimuth * Double.pi / 180)
    let (se, ce) = DeterministicMath.sincos(d.elevation * Double.pi / 180)
    return Vector3(ca * ce, sa * ce, se) * bounded(d.distance)
  }
}
