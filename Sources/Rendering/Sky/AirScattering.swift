import VectorMath

/// A clear sky from physics: sunlight scattered once by molecules and haze in a round atmosphere with ozone (T. Nishita et
/// al., "Display of the Earth Taking into Account Atmospheric Scattering", 1993), and what is scattered more often in a
/// closed form (S. Hillaire, "A Scalable and Production Ready Sky and Atmosphere Rendering Technique", 2020).
///
/// Radiance over the sun's irradiance before the air, apart for each phase function, by the height of the line of sight.
struct AirScattering {
  /// What a line of sight collects; the first two wait for their phase functions.
  struct Column {
    var molecules: Vector3
    var haze: Vector3
    var often: Vector3
  }

  /// Even steps of √z from the horizon to the zenith.
  private(set) var columns: [Column] = []
  private static let count = 56

  // Kilometres.
  private static let earth = 6360.0
  private static let top = 60.0
  private static let moleculeHeight = 8.0
  private static let hazeHeight = 1.2
  /// The part of light that meets haze and is scattered.
  private static let hazeAlbedo = 0.92
  /// Asymmetry of haze (L. Henyey and J. Greenstein, 1941).
  static let asymmetry = 0.76
  private static let groundAlbedo = 0.22

  /// Vertical optical depths at 0.61, 0.55 and 0.465 µm, which stand for Rec.709's primaries.
  private let molecules: Vector3
  private let haze: Vector3
  private static let ozone = Vector3(0.031, 0.033, 0.005)
  private let sun: Vector3

  /// - Parameters:
  ///   - haze: optical depth at 1 µm.
  ///   - sunHeight: sine of the sun's elevation.
  init(haze: Double, sunHeight: Double) {
    let wavelengths = Vector3(0.61, 0.55, 0.465)
    var (m, a) = (Vector3.zero, Vector3.zero)
    for k in 0..<3 {
      let w = wavelengths[k]
      let s = 1 / (w * w)
      // Hansen and Travis (1974); Ångström's law.
      m[k] = 0.008569 * s * s * (1 + 0.0113 * s + 0.00013 * s * s)
      a[k] = haze * DeterministicMath.pow(w, -1.3)
    }
    molecules = m
    self.haze = a
    sun = Vector3(0, max(0, 1 - sunHeight * sunHeight).squareRoot(), sunHeight)
    let bounced = Self.heights.map { often(at: $0) }
    columns = (0..<Self.count).map { i in
      let s = Double(i) / Double(Self.count - 1)
      return column(max(s * s, 0.0015), bounced)
    }
  }

  private struct Densities {
    var molecules: Double
    var haze: Double
    var ozone: Double
  }

  private static func densities(_ h: Double) -> Densities {
    Densities(
      molecules: DeterministicMath.exp(-h / moleculeHeight) / moleculeHeight,
      haze: DeterministicMath.exp(-h / hazeHeight) / hazeHeight,
      ozone: max(0, 1 - (h - 25).magnitude / 15) / 15)
  }

  private func extinction(_ d: Densities) -> Vector3 {
    molecules * d.molecules + haze * d.haze + Self.ozone * d.ozone
  }

  private static func exp(_ v: Vector3) -> Vector3 {
    Vector3(DeterministicMath.exp(v.x), DeterministicMath.exp(v.y), DeterministicMath.exp(v.z))
  }

  /// Kilometres from height h in a direction with cosine `mu` to the vertical to the sphere of radius earth + `shell`;
  /// `nil` where it is not met.
  private static func distance(_ h: Double, _ mu: Double, to shell: Double) -> Double? {
    let r = earth + h
    let b = r * mu
    let c = (h - shell) * (2 * earth + h + shell)
    let d = b * b - c
    guard d >= 0 else { return nil }
    let far = -b + d.squareRoot()
    if shell > h { return far }
    let near = -b - d.squareRoot()
    return near > 0 ? near : nil
  }

  /// What is left of sunlight at a height.
  private func sunlight(_ h: Double, _ mu: Double) -> Vector3 {
    if mu < 0, Self.distance(h, mu, to: 0) != nil { return .zero }
    guard let length = Self.distance(h, mu, to: Self.top) else { return Vector3(1, 1, 1) }
    var depth = Vector3.zero
    let n = 12
    for k in 0..<n {
      let (a, b) = (Double(k) / Double(n), Double(k + 1) / Double(n))
      let t = length * (a * a + b * b) / 2
      let r = Self.earth + h
      let at = (r * r + t * t + 2 * r * t * mu).squareRoot() - Self.earth
      depth += extinction(Self.densities(max(0, at))) * (length * (b * b - a * a))
    }
    return Self.exp(-depth)
  }

  /// Walks along a line of sight.
  ///
  /// - Parameter visit: densities, sunlight there, what is left on the way to the eye, length of the step, height.
  /// - Returns: what is left at the end.
  private func march(
    _ h: Double, _ direction: Vector3, _ length: Double, steps: Int,
    _ visit: (Densities, Vector3, Vector3, Double, Double) -> Void
  ) -> Vector3 {
    var depth = Vector3.zero
    let start = Vector3(0, 0, Self.earth + h)
    for k in 0..<steps {
      let (a, b) = (Double(k) / Double(steps), Double(k + 1) / Double(steps))
      let p = start + direction * (length * (a * a + b * b) / 2)
      let r = VectorMath.length(p)
      let here = max(0, r - Self.earth)
      let d = Self.densities(here)
      let step = length * (b * b - a * a)
      let half = extinction(d) * (step / 2)
      visit(d, sunlight(here, dot(p, sun) / r), Self.exp(-(depth + half)), step, here)
      depth += half * 2
    }
    return Self.exp(-depth)
  }

  private func column(_ z: Double, _ bounced: [Vector3]) -> Column {
    var out = Column(molecules: .zero, haze: .zero, often: .zero)
    let direction = Vector3(max(0, 1 - z * z).squareRoot(), 0, z)
    guard let length = Self.distance(0.002, z, to: Self.top) else { return out }
    _ = march(0.002, direction, length, steps: 26) { d, sunlight, left, step, h in
      let m = molecules * (d.molecules * step)
      let a = haze * (d.haze * step * Self.hazeAlbedo)
      out.molecules += m * sunlight * left
      out.haze += a * sunlight * left
      out.often += (m + a) * left * Self.between(bounced, h)
    }
    return out
  }

  // MARK: Light scattered more than once

  private static let heights: [Double] = (0..<7).map { (k: Int) -> Double in
    0.02 + 40 * Double(k * k) / 36
  }

  private static func between(_ values: [Vector3], _ h: Double) -> Vector3 {
    let x = (max(0, h - 0.02) * 36 / 40).squareRoot()
    let i = min(values.count - 2, Int(x))
    return values[i] + (values[i + 1] - values[i]) * min(1, x - Double(i))
  }

  /// Radiance that arrives at a height from all around after at least two scatterings, its mean over directions: the first
  /// round over one minus the part that each further round keeps.
  private func often(at h: Double) -> Vector3 {
    var (first, kept) = (Vector3.zero, Vector3.zero)
    let rings = 8
    for ring in 0..<rings {
      let z = (Double(ring) + 0.5) / Double(rings) * 2 - 1
      let s = max(0, 1 - z * z).squareRoot()
      for quarter in [Vector2(0, 1), Vector2(1, 0), Vector2(0, -1)] {
        let direction = Vector3(quarter.x * s, quarter.y * s, z)
        let weight = (quarter.x == 0 ? 0.25 : 0.5) / Double(rings)
        let ground = Self.distance(h, z, to: 0)
        guard let length = ground ?? Self.distance(h, z, to: Self.top) else { continue }
        let left = march(h, direction, length, steps: 10) { d, sunlight, left, step, _ in
          let scattered = (molecules * d.molecules + haze * (d.haze * Self.hazeAlbedo)) * left * step
          first += scattered * sunlight * (weight / (4 * .pi))
          kept += scattered * weight
        }
        if ground != nil {
          let bounce = Self.groundAlbedo / .pi * max(0, sun.z)
          first += left * sunlight(0, sun.z) * (bounce * weight)
        }
      }
    }
    return first / (Vector3(1, 1, 1) - kept)
  }
}
