package import VectorMath

/// The body styles of passenger cars.
package enum CarStyle: String, Sendable, CaseIterable {
  case hatchback, saloon, estate, suv
}

/// The lines of a car body. Stations `s` run from 0 at the front bumper to 1 at the rear; heights in metres.
package struct CarShape: Sendable {
  package var length: Double
  package var width: Double
  package var height: Double
  package var wheelbase: Double
  /// The front axle's station.
  package var frontAxle: Double
  package var wheelRadius: Double
  package var tyreWidth: Double
  /// The skyline in the middle of the car, from the bonnet's edge over the roof.
  package var skyline: ProfileCurve
  /// The shoulder: the top of the doors, the edge of bonnet and boot.
  package var shoulder: ProfileCurve
  /// The lower edge of the body.
  package var sill: ProfileCurve
  /// Stations where glass begins and ends: windscreen from cowl to header, rear window likewise.
  package var windscreen: (bottom: Double, top: Double)
  package var rearWindow: (top: Double, bottom: Double)
  /// Stations of the side windows, front to rear; the gaps are pillars.
  package var sideWindows: [(front: Double, rear: Double)]
  /// Stations of the gaps between doors.
  package var doorLines: [Double]
  /// Black plastic around the wheel arches and sills.
  package var hasCladding: Bool

  package init(style: CarStyle) {
    func curve(_ p: [(Double, Double)]) -> ProfileCurve { ProfileCurve(p.map { Vector2($0.0, $0.1) }) }
    switch style {
    case .hatchback:
      (length, width, height, wheelbase, frontAxle) = (4.06, 1.76, 1.47, 2.56, 0.2)
      (wheelRadius, tyreWidth) = (0.316, 0.205)
      skyline = curve([
        (0, 0.72), (0.025, 0.785), (0.12, 0.875), (0.225, 0.955), (0.25, 0.98), (0.35, 1.23), (0.435, 1.395),
        (0.56, 1.47), (0.7, 1.46), (0.83, 1.42), (0.9, 1.36), (0.972, 1.06), (0.986, 1.02), (1, 0.95),
      ])
      shoulder = curve([
        (0, 0.67), (0.06, 0.755), (0.15, 0.83), (0.25, 0.9), (0.5, 0.93), (0.8, 0.985), (0.972, 1.0),
        (1, 0.92),
      ])
      sill = curve([(0, 0.22), (0.08, 0.18), (0.15, 0.17), (0.85, 0.17), (0.94, 0.22), (1, 0.3)])
      windscreen = (0.25, 0.435)
      rearWindow = (0.9, 0.972)
      sideWindows = [(0.3, 0.55), (0.568, 0.76), (0.775, 0.845)]
      doorLines = [0.295, 0.56, 0.785]
      hasCladding = false
    case .saloon:
      (length, width, height, wheelbase, frontAxle) = (4.72, 1.82, 1.44, 2.8, 0.185)
      (wheelRadius, tyreWidth) = (0.325, 0.215)
      skyline = curve([
        (0, 0.7), (0.02, 0.755), (0.12, 0.845), (0.25, 0.925), (0.28, 0.95), (0.37, 1.2), (0.45, 1.365),
        (0.55, 1.44),
        (0.65, 1.425), (0.735, 1.355), (0.8, 1.22), (0.865, 1.06), (0.9, 1.03), (0.97, 1.015), (0.99, 0.985),
        (1, 0.92),
      ])
      shoulder = curve([
        (0, 0.65), (0.05, 0.725), (0.15, 0.8), (0.28, 0.88), (0.5, 0.91), (0.75, 0.95), (0.865, 0.97),
        (0.97, 0.955),
        (1, 0.87),
      ])
      sill = curve([(0, 0.22), (0.08, 0.17), (0.15, 0.16), (0.85, 0.16), (0.94, 0.22), (1, 0.3)])
      windscreen = (0.28, 0.45)
      rearWindow = (0.735, 0.865)
      sideWindows = [(0.32, 0.515), (0.53, 0.7), (0.712, 0.76)]
      doorLines = [0.315, 0.522, 0.735]
      hasCladding = false
    case .estate:
      (length, width, height, wheelbase, frontAxle) = (4.76, 1.82, 1.47, 2.8, 0.185)
      (wheelRadius, tyreWidth) = (0.325, 0.215)
      skyline = curve([
        (0, 0.7), (0.02, 0.755), (0.12, 0.845), (0.25, 0.925), (0.28, 0.95), (0.37, 1.2), (0.45, 1.375),
        (0.56, 1.46),
        (0.75, 1.45), (0.86, 1.415), (0.915, 1.355), (0.975, 1.03), (0.99, 0.99), (1, 0.93),
      ])
      shoulder = curve([
        (0, 0.65), (0.05, 0.725), (0.15, 0.8), (0.28, 0.88), (0.5, 0.91), (0.8, 0.95), (0.975, 0.965),
        (1, 0.88),
      ])
      sill = curve([(0, 0.22), (0.08, 0.17), (0.15, 0.16), (0.85, 0.16), (0.94, 0.22), (1, 0.3)])
      windscreen = (0.28, 0.45)
      rearWindow = (0.915, 0.975)
      sideWindows = [(0.32, 0.515), (0.53, 0.7), (0.718, 0.88)]
      doorLines = [0.315, 0.522, 0.735]
      hasCladding = false
    case .suv:
      (length, width, height, wheelbase, frontAxle) = (4.55, 1.87, 1.68, 2.68, 0.195)
      (wheelRadius, tyreWidth) = (0.36, 0.235)
      skyline = curve([
        (0, 0.82), (0.02, 0.92), (0.11, 1.02), (0.225, 1.1), (0.255, 1.13), (0.34, 1.39), (0.415, 1.575),
        (0.54, 1.66),
        (0.72, 1.655), (0.85, 1.615), (0.9, 1.55), (0.965, 1.2), (0.985, 1.15), (1, 1.06),
      ])
      shoulder = curve([
        (0, 0.74), (0.05, 0.88), (0.15, 0.98), (0.255, 1.05), (0.5, 1.08), (0.8, 1.12), (0.965, 1.13),
        (1, 1.02),
      ])
      sill = curve([(0, 0.3), (0.08, 0.25), (0.15, 0.23), (0.85, 0.23), (0.94, 0.28), (1, 0.36)])
      windscreen = (0.255, 0.415)
      rearWindow = (0.9, 0.965)
      sideWindows = [(0.3, 0.515), (0.533, 0.725), (0.745, 0.855)]
      doorLines = [0.295, 0.525, 0.755]
      hasCladding = true
    }
  }

  // MARK: Surfaces

  package func x(_ s: Double) -> Double { length * (0.5 - s) }
  package func station(_ x: Double) -> Double { 0.5 - x / length }

  /// The axles' x, front then rear.
  package var axles: [Double] { [x(frontAxle), x(frontAxle) - wheelbase] }
  package var archRadius: Double { wheelRadius + 0.055 }

  /// Half the width in plan, before the corners are rounded.
  private func plan(_ s: Double) -> Double {
    let front = 1 - smoothstep(0, 0.22, s)
    let rear = smoothstep(0.74, 1, s)
    return width / 2 * (1 - 0.055 * front - 0.05 * rear)
  }

  /// Half the body's width at a station and height: full at the waist, tucked in below and above.
  package func halfWidth(_ s: Double, _ z: Double) -> Double {
    let (low, high) = (sill(s), shoulder(s))
    let t = (z - low) / max(0.1, high - low)
    let below = max(0, 0.55 - t) / 0.55
    let above = max(0, t - 0.62) / 0.38
    return plan(s) * (1 - 0.06 * below * below - 0.055 * above * above)
  }

  /// How far rounding pulls the nose or tail back at (y, z) relative to the straight end.
  private func pull(_ s: Double, _ y: Double, _ z: Double) -> Double {
    let v = min(1, y.magnitude / (width / 2))
    if s < 0.5 {
      let share = 1 - smoothstep(0, 0.105, s)
      let (low, high) = (sill(0), skyline(0))
      let t = (z - low) / (high - low)
      let lean = t > 0.45 ? 0.1 * (t - 0.45) * (t - 0.45) / 0.3 : 0.16 * (0.45 - t) * (0.45 - t)
      return share * (0.07 * v * v + 0.2 * v * v * v * v * v + lean)
    }
    let share = smoothstep(0.92, 1, s)
    let (low, high) = (sill(1), skyline(1))
    let t = (z - low) / (high - low)
    let lean = t > 0.45 ? 0.05 * (t - 0.45) : 0.22 * (0.45 - t) * (0.45 - t)
    return -share * (0.04 * v * v + 0.15 * v * v * v * v * v + lean)
  }

  /// Where a point of the straight loft goes.
  package func rounded(_ p: Vector3) -> Vector3 {
    let s = station(p.x)
    return Vector3(p.x - pull(s, p.y, p.z), p.y, p.z)
  }

  /// The front face at (y, z).
  package func nose(_ p: Vector2) -> Vector3 { rounded(Vector3(x(0), p.x, p.y)) }
  /// The rear face at (y, z).
  package func tail(_ p: Vector2) -> Vector3 { rounded(Vector3(x(1), p.x, p.y)) }
  /// The left side at (x, z).
  package func side(_ p: Vector2) -> Vector3 { rounded(Vector3(p.x, halfWidth(station(p.x), p.y), p.y)) }
}
