/// The sizes of a vehicle that decide where it can be.
package struct VehicleBody: Sendable, Hashable {
  /// Metres.
  package var length: Double
  package var width: Double
  package var height: Double
  /// Axles ahead of the body's middle, metres.
  package var rearAxle: Double
  package var frontAxle: Double
  /// `length` is then that of both in a line, whose middle axles are counted from.
  package var trailer: Trailer?
  /// From the rear axle back to the end of what draws the trailer, metres.
  package var overhang = 0.0

  package init(length: Double, width: Double, height: Double, rearAxle: Double, frontAxle: Double) {
    self.length = length
    self.width = width
    self.height = height
    self.rearAxle = rearAxle
    self.frontAxle = frontAxle
  }

  package var wheelbase: Double { frontAxle - rearAxle }
  /// From the rear axle to the front bumper, and back to the rear one.
  package var ahead: Double { length / 2 - rearAxle }
  package var behind: Double { length / 2 + rearAxle }

  /// This vehicle with a trailer behind it.
  package func drawing(_ trailer: Trailer) -> VehicleBody {
    let (front, rear) = (ahead, max(behind, trailer.rear - trailer.hitch))
    var both = VehicleBody(
      length: front + rear, width: max(width, trailer.width), height: max(height, trailer.height),
      rearAxle: (rear - front) / 2, frontAxle: (rear - front) / 2 + wheelbase)
    both.trailer = trailer
    both.overhang = behind
    return both
  }

  /// A usual car; the carrier of the cameras, which is not itself seen.
  package static let ego = VehicleBody(length: 4.5, width: 1.82, height: 1.5, rearAxle: -1.3, frontAxle: 1.4)
}

/// What drives, as far as it matters to how it drives.
package enum VehicleKind: String, Sendable, CaseIterable {
  case car, van, truck, bus, bicycle, motorcycle

  /// m/s that it does not exceed.
  package var topSpeed: Double {
    switch self {
    case .car, .motorcycle: 45
    case .van: 38
    case .truck, .bus: 24
    case .bicycle: 6
    }
  }
}
