package import VectorMath

/// A surface that shines: a lamp, a panel, a screen.
///
/// Light is measured as for the sun: an irradiance of 1 is clear noon, 100 000 lux.
package struct AreaLight: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    /// Shines to all sides, radius in metres.
    case ball(radius: Double)
    /// A rectangle spanned by two half sides, metres; shines to the side of their cross product, as a matt surface does.
    case panel(halfU: Vector3, halfV: Vector3)
  }

  /// World, metres.
  package var center: Vector3
  package var shape: Shape
  /// Linear RGB radiance × π of its surface: the irradiance on a surface pressed against it.
  package var exitance: Vector3f
  /// The entity it belongs to, whose own surfaces do not shade it; 0 = none.
  package var entity: UInt32

  package init(center: Vector3, shape: Shape, exitance: Vector3f, entity: UInt32 = 0) {
    self.center = center
    self.shape = shape
    self.exitance = exitance
    self.entity = entity
  }

  /// Lux that count as irradiance 1.
  package static let noon = 100_000.0

  /// The area that shines, square metres.
  package var area: Double {
    switch shape {
    case .ball(let r): 4 * Double.pi * r * r
    case .panel(let u, let v): 4 * length(cross(u, v))
    }
  }

  /// A light of a flux in lumens and a colour temperature in kelvin.
  package init(center: Vector3, shape: Shape, flux: Double, temperature: Double, entity: UInt32 = 0) {
    self.init(center: center, shape: shape, exitance: .zero, entity: entity)
    exitance = Vector3f(
      Blackbody.colour(temperature) * (flux / Swift.max(area, 1e-9) / Self.noon))
  }
}

/// A hole in the walls through which the sky looks in. What samples the sky indoors aims at these.
package struct SkyPortal: Sendable, Hashable {
  /// World, metres.
  package var center: Vector3
  /// Half sides; their cross product points into the room.
  package var halfU: Vector3
  package var halfV: Vector3

  package init(center: Vector3, halfU: Vector3, halfV: Vector3) {
    self.center = center
    self.halfU = halfU
    self.halfV = halfV
  }
}

/// How bright a picture is made.
package enum Exposure: Sendable, Hashable {
  /// Radiance is multiplied by this; 1 suits clear noon.
  case fixed(Double)
  /// As a camera's automatic: the mean becomes a middle grey, then this many stops are added.
  case automatic(bias: Double)
}
