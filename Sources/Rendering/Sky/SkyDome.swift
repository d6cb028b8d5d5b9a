import CLanes
import VectorMath
import WorldModel

/// A sky worked out once for all pictures under it: the air's light, the clouds, and what both give to surfaces.
///
/// Colours and their distribution come from `AirScattering`; the strength is that of the sky's gradient, which rooms are lit by,
/// so that indoors and outdoors agree.
final class SkyDome {
  /// Rows of the table: what a line of sight collects, twelve floats for each step of √z.
  static let rows = 512
  static let stride: Int32 = 12

  let air: SkyAir
  private let sun: Sun
  var sunDirection: Vector3f { Vector3f(sun.direction) }
  private let gradient: (zenith: Vector3f, horizon: Vector3f, ground: Vector3f)
  private let table = ScratchBuffer<Float>(capacity: rows * Int(stride))
  let clouds: CloudMap?
  /// Light of a white cloud in the sun and in the shade, radiance × π.
  private(set) var cloudSun: Vector3f
  private(set) var cloudShade = Vector3f.zero
  /// Factors of the real spherical harmonics up to the second band: irradiance by the normal.
  private(set) var harmonics = InlineArray<9, Vector3f>(repeating: .zero)

  /// - Returns: `nil` where the sky has no air, or none that is lit.
  init?(_ snapshot: Snapshot) {
    guard let air = snapshot.sky.air, snapshot.sun.direction.z > -0.1 else { return nil }
    self.air = air
    sun = snapshot.sun
    gradient = (snapshot.sky.zenith, snapshot.sky.horizon, snapshot.sky.ground)
    let isVeiled = air.cloudCover > 0.02
    clouds = isVeiled ? CloudMap(CloudField(air, sun: sun.direction)) : nil
    let elevation = DeterministicMath.asin(max(-1, min(1, sun.direction.z)))
    cloudSun = Daylight(haze: air.haze).sunIrradiance(elevation: max(elevation, 0))
    fill(AirScattering(haze: air.haze, sunHeight: sun.direction.z))
    gather()
  }

  /// Whether it is the dome of this light.
  func shows(_ snapshot: Snapshot) -> Bool {
    snapshot.sky.air == air && snapshot.sun.direction == sun.direction
      && snapshot.sun.irradiance == sun.irradiance && snapshot.sky.zenith == gradient.zenith
      && snapshot.sky.horizon == gradient.horizon && snapshot.sky.ground == gradient.ground
  }

  var base: UnsafePointer<Float> { UnsafePointer(table.base) }

  private func fill(_ air: AirScattering) {
    let columns = air.columns
    for i in 0..<Self.rows {
      let x = Double(i) / Double(Self.rows - 1) * Double(columns.count - 1)
      let k = min(columns.count - 2, Int(x))
      let f = x - Double(k)
      let row = table.base + i * Int(Self.stride)
      for c in 0..<3 {
        func mixed(_ value: (AirScattering.Column) -> Vector3) -> Float {
          Float(value(columns[k])[c] * (1 - f) + value(columns[k + 1])[c] * f)
        }
        // Radiance × π under a sun of irradiance 1 before the air.
        row[c] = mixed(\.molecules) * (3.0 / 16)
        row[3 + c] = mixed(\.haze) * 0.25
        row[6 + c] = mixed(\.often) * .pi
        row[9 + c] = 0
      }
    }
  }

  // MARK: What it gives

  /// The factor on radiance that a camera's meter finds: half of what it weighs is ground of medium grey, half the sky before
  /// it. It depends on where the camera looks, not on what stands there, so a sequence does not flicker; night stays dark.
  ///
  /// - Parameter forward: unit, world.
  func exposure(forward: Vector3) -> Float {
    let light = PhysicalLight(self, ground: gradient.ground, clouds: clouds?.blurred)
    // A ring of eight looks around the axis, a little raised.
    let side = normalized(Vector3(-forward.y, forward.x, 1e-6))
    let up = cross(forward, side)
    var (x, y, z) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
    for k in 0..<8 {
      let turn = DeterministicMath.sincos(Double(k) * .pi / 4)
      var d = forward + side * (turn.cos * 0.45) + up * (turn.sin * 0.2)
      d.z = max(d.z + 0.1, 0.04)
      d = normalized(d)
      (x[k], y[k], z[k]) = (Float(d.x), Float(d.y), Float(d.z))
    }
    let seen = light.radiance((x, y, z))
    let limit = SIMD8<Float>(repeating: 1.5)
    let sky = luminance(
      Vector3f(
        lanes_min(seen.x, limit).sum(), lanes_min(seen.y, limit).sum(), lanes_min(seen.z, limit).sum()) / 8)
    let arriving = luminance(sun.irradiance) * Float(max(0.2, sun.direction.z)) + target
    let mean = max(0.55 * 0.18 * arriving + 0.45 * sky, 1e-5)
    // Complete by day, half by night.
    let factor = 0.35 * DeterministicMath.pow(Double(max(mean, 0.03)), -0.85)
    return Float(factor * DeterministicMath.pow(Double(min(1, mean / 0.03)), -0.5))
  }

  /// How much of the air near the ground lies under closed clouds, and its light then, radiance × π times that part.
  var veil: (part: Float, light: Vector3f)? {
    let cover = Float(air.cloudCover)
    let part = isClosed ? 1 : cover * cover
    guard part > 0.05, clouds != nil else { return nil }
    return (part, (cloudSun * 0.17 + cloudShade * 0.2) * part)
  }

  /// Directions over the whole sphere, in rings of even height.
  private static let rings = 32
  private static let spokes = 32

  private var isClosed: Bool { air.cloudCover > 0.9 || air.clouds == .stratus }

  /// Fits the strength and finds the irradiance.
  private func gather() {
    let clear = mean(clouds: false)
    // Between clouds the sky is as bright as without any; what the clouds add is theirs. A closed layer gives what the
    // gradient does.
    let factor = (isClosed ? target : clearTarget) / max(luminance(clear), 1e-9)
    scale(factor)
    // A white cloud in the shade sends on the mean of the clear sky.
    cloudShade = clear * factor
    if isClosed {
      let part = target / max(luminance(mean(clouds: true)), 1e-9)
      cloudSun *= part
      cloudShade *= part
    }
    project()
  }

  /// Horizontal irradiance of the gradient, luminance.
  private var target: Float { luminance(gradient.zenith) * 0.9 + luminance(gradient.horizon) * 0.1 }

  private var clearTarget: Float {
    let elevation = DeterministicMath.asin(max(-1, min(1, sun.direction.z)))
    let sky = Daylight(haze: air.haze).sky(elevation: elevation)
    return luminance(sky.zenith) * 0.9 + luminance(sky.horizon) * 0.1
  }

  private func scale(_ factor: Float) {
    for i in 0..<Self.rows * Int(Self.stride) { table.base[i] *= factor }
  }

  private func luminance(_ c: Vector3f) -> Float { 0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z }

  /// Calls `body` with eight directions of equal solid angle and what is seen there.
  private func forEachDirection(
    clouds: Bool, _ body: (PhysicalLight.Triple, PhysicalLight.Triple) -> Void
  ) {
    let light = PhysicalLight(self, ground: gradient.ground, clouds: clouds ? self.clouds?.blurred : nil)
    for ring in 0..<Self.rings {
      let z = (Float(ring) + 0.5) / Float(Self.rings) * 2 - 1
      let s = (1 - z * z).squareRoot()
      for spoke in 0..<Self.spokes / 8 {
        var (x, y) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
        for lane in 0..<8 {
          let turn = DeterministicMath.sincos(
            (Double(spoke * 8 + lane) + 0.5) / Double(Self.spokes) * 2 * .pi)
          x[lane] = Float(turn.cos) * s
          y[lane] = Float(turn.sin) * s
        }
        let d = (x: x, y: y, z: SIMD8<Float>(repeating: z))
        body(d, light.radiance(d))
      }
    }
  }

  /// Horizontal irradiance.
  private func mean(clouds: Bool) -> Vector3f {
    var sum = Vector3f.zero
    forEachDirection(clouds: clouds) { d, l in
      let c = lanes_max(d.z, .zero)
      sum += Vector3f((l.x * c).sum(), (l.y * c).sum(), (l.z * c).sum())
    }
    return sum * (4 / Float(Self.rings * Self.spokes))
  }

  /// R. Ramamoorthi and P. Hanrahan, "An Efficient Representation for Irradiance Environment Maps" (2001).
  private func project() {
    var sums = InlineArray<9, Vector3f>(repeating: .zero)
    forEachDirection(clouds: true) { d, l in
      let y = Self.basis(d)
      for k in 0..<9 {
        sums[k] += Vector3f((l.x * y[k]).sum(), (l.y * y[k]).sum(), (l.z * y[k]).sum())
      }
    }
    let weight = 4 * Float.pi / Float(Self.rings * Self.spokes)
    // The cosine's own bands, over π since radiance is × π.
    let cosine: [Float] = [1, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0.25, 0.25, 0.25, 0.25, 0.25]
    for k in 0..<9 { harmonics[k] = sums[k] * (weight * cosine[k]) }
  }

  @inline(__always)
  static func basis(_ d: PhysicalLight.Triple) -> InlineArray<9, SIMD8<Float>> {
    let (x, y, z) = (d.x, d.y, d.z)
    return [
      SIMD8(repeating: 0.282095), y * 0.488603, z * 0.488603, x * 0.488603, x * y * 1.092548,
      y * z * 1.092548, z * z * 0.946176 - 0.315392, x * z * 1.092548, (x * x - y * y) * 0.546274,
    ]
  }
}
