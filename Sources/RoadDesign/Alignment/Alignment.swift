package import Geometry
package import RoadNetwork
import VectorMath

/// A reference line in the plan, as pieces that follow one another without a gap or a kink.
package struct Alignment: Sendable, Hashable {
  /// A piece by its shape; where it starts follows from the one before.
  package enum Piece: Sendable, Hashable {
    /// Metres.
    case line(Double)
    /// Metres; 1/m, positive to the left.
    case arc(Double, curvature: Double)
    case spiral(Double, from: Double, to: Double)

    var length: Double {
      switch self {
      case .line(let length), .arc(let length, _), .spiral(let length, _, _): length
      }
    }

    var shape: PlanCurve.Shape {
      switch self {
      case .line: .line
      case .arc(_, let k): .arc(curvature: k)
      case .spiral(_, let a, let b): .clothoid(startCurvature: a, endCurvature: b)
      }
    }

    /// The part from one length to another.
    func part(_ from: Double, _ to: Double) -> Piece {
      switch self {
      case .line: return .line(to - from)
      case .arc(_, let k): return .arc(to - from, curvature: k)
      case .spiral(let length, let a, let b):
        let slope = length > 0 ? (b - a) / length : 0
        return .spiral(to - from, from: a + slope * from, to: a + slope * to)
      }
    }
  }

  package private(set) var curves: [PlanCurve] = []
  package private(set) var length = 0.0
  /// Where the next piece starts.
  package private(set) var end: PlanPose

  package init(from start: PlanPose) { end = start }

  package init(from start: PlanPose, _ pieces: [Piece]) {
    end = start
    for piece in pieces { append(piece) }
  }

  package mutating func append(_ piece: Piece) {
    guard piece.length > 1e-6 else { return }
    if case .line(let more) = piece, let last = curves.last, last.shape == .line,
      (last.heading - end.heading).magnitude < 1e-12
    {
      // One straight, not two.
      curves.removeLast()
      length -= last.length
      append(
        PlanCurve(start: last.start, heading: last.heading, length: last.length + more, shape: .line))
      return
    }
    append(PlanCurve(start: end.point, heading: end.heading, length: piece.length, shape: piece.shape))
  }

  /// A curve that starts at `end`.
  mutating func append(_ curve: PlanCurve) {
    curves.append(curve)
    length += curve.length
    let sample = curve.sample(at: curve.length)
    end = PlanPose(sample.point, heading: sample.heading)
  }

  package var start: PlanPose {
    curves.first.map { PlanPose($0.start, heading: $0.heading) } ?? end
  }

  /// The pieces with their stations, as a road holds them.
  package var planView: [PlanSegment] {
    var s = 0.0
    return curves.map { curve in
      defer { s += curve.length }
      return PlanSegment(start: s, curve: curve)
    }
  }

  package func sample(at s: Double) -> PlanSample {
    var rest = max(0, s)
    for (i, curve) in curves.enumerated() {
      if rest <= curve.length || i == curves.count - 1 { return curve.sample(at: rest) }
      rest -= curve.length
    }
    return PlanSample(point: end.point, heading: end.heading, curvature: 0)
  }

  package func pose(at s: Double) -> PlanPose {
    let sample = sample(at: s)
    return PlanPose(sample.point, heading: sample.heading)
  }

  /// What lies between two stations. Curves that are no piece (connectors) cannot be cut and are kept whole.
  package func trimmed(from: Double, to: Double) -> Alignment {
    var result = Alignment(from: pose(at: from))
    var s = 0.0
    for curve in curves {
      let (a, b) = (max(0, from - s), min(curve.length, to - s))
      s += curve.length
      guard b - a > 1e-6, let piece = Self.piece(curve) else { continue }
      result.append(piece.part(a, b))
    }
    return result
  }

  /// The same line from its end to its start. Of pieces alone.
  package var turnedRound: Alignment {
    var result = Alignment(from: end.reversed)
    for curve in curves.reversed() {
      switch Self.piece(curve) {
      case .line(let length)?: result.append(.line(length))
      case .arc(let length, let k)?: result.append(.arc(length, curvature: -k))
      case .spiral(let length, let a, let b)?: result.append(.spiral(length, from: -b, to: -a))
      case nil: continue
      }
    }
    return result
  }

  private static func piece(_ curve: PlanCurve) -> Piece? {
    switch curve.shape {
    case .line: .line(curve.length)
    case .arc(let k): .arc(curve.length, curvature: k)
    case .clothoid(let a, let b): .spiral(curve.length, from: a, to: b)
    case .cubic, .parametricCubic: nil
    }
  }
}
