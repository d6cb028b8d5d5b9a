import VectorMath
import WorldModel

/// Where light is worked out: a point of a surface, lifted off it.
struct Receiver {
  /// World, metres.
  var point: Vector3
  /// Unit shading normal.
  var normal: Vector3
  /// Unit normal of the triangle, on the same side.
  var face: Vector3
  var room: Int
}

/// Something that lights rooms: a lamp, the sky in a window, a patch of sun on the floor.
struct Emitter {
  enum Kind {
    case ball
    case panel
    /// Shows the sky.
    case portal
    /// A flat spot of any outline.
    case patch
  }

  var kind: Kind
  /// World, metres.
  var center: Vector3
  var halfU = Vector3.zero
  var halfV = Vector3.zero
  /// The side to which it shines; not for balls.
  var normal = Vector3.zero
  var radius = 0.0
  var area: Double
  /// Linear RGB radiance × π; the brightest of the sky for portals.
  var exitance: Vector3f
  /// The pieces that do not shade it.
  var pieces: Range<Int> = 0..<0
  /// How far behind it light may still be stopped, metres: from a gap between curtains to the pane.
  var depth = 0.0
  /// It is for what lies before it, no farther than this, metres: for the space between pane and curtain.
  var range = Double.infinity
  /// Among those of its scene, or among the spots of sun.
  var number = 0

  init(_ light: AreaLight, pieces: Range<Int>) {
    center = light.center
    area = light.area
    exitance = light.exitance
    self.pieces = pieces
    switch light.shape {
    case .ball(let r):
      kind = .ball
      radius = Swift.max(r, 1e-3)
    case .panel(let u, let v):
      kind = .panel
      (halfU, halfV) = (u, v)
      normal = normalized(cross(u, v))
    }
  }

  init(_ portal: SkyPortal, sky: Sky, depth: Double = 0) {
    kind = .portal
    self.depth = depth
    center = portal.center
    (halfU, halfV) = (portal.halfU, portal.halfV)
    normal = normalized(cross(portal.halfU, portal.halfV))
    area = 4 * length(cross(portal.halfU, portal.halfV))
    exitance = maximum(maximum(sky.zenith, sky.horizon), sky.ground)
  }

  /// A spot of diffuse light.
  init(patch center: Vector3, normal: Vector3, area: Double, exitance: Vector3f) {
    kind = .patch
    self.center = center
    self.normal = normal
    self.area = area
    self.exitance = exitance
  }

  static func luminance(_ c: Vector3f) -> Float { 0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z }

  /// About the most irradiance it can give a receiver; 0 where it surely gives none.
  @inline(__always)
  func estimate(_ r: Receiver) -> Float {
    let way = center - r.point
    let height = dot(r.normal, way)
    let d2 = dot(way, way)
    if kind == .ball {
      if height < -radius { return 0 }
      return Self.luminance(exitance) * Float(Swift.min(1, radius * radius / d2))
    }
    let spread = (dot(r.normal, halfU)).magnitude + (dot(r.normal, halfV)).magnitude
    let before = -dot(normal, way)
    if height + spread <= 0 || before <= 0 || before > range { return 0 }
    return Self.luminance(exitance) * Float(area / (.pi * d2 + area))
  }

  /// A part of the light without its shadow.
  struct Part {
    /// From the receiver's point to the part of the emitter.
    var way: Vector3
    /// What it adds.
    var light: LightStore.Light
    var isLit: Bool
    /// Which part it is, 0..<32.
    var index = 0
  }

  /// Part (i, j) of n × n.
  @inline(__always)
  func part(_ i: Int, _ j: Int, of n: Int, _ r: Receiver, _ sky: Sky) -> Part {
    let k = 1 / Double(n)
    // All columns and all rows differ, so that an edge along either uncovers one part after another.
    let x = (Double(i) + (Double(j) + 0.5) * k) * k
    let y = (Double(j) + (Double(i) + 0.5) * k) * k
    if kind == .ball { return ballPart(x, y, k * k, r) }
    let way = center + halfU * (2 * x - 1) + halfV * (2 * y - 1) - r.point
    let d2 = dot(way, way)
    let l = d2.squareRoot()
    let cosine = dot(way, r.normal)
    let out = -dot(way, normal)
    guard cosine > 0, out > 0, dot(way, r.face) > 0 else { return Part(way: way, light: .zero, isLit: false) }
    let share = area * k * k
    let factor = Float(cosine * out / (d2 * (.pi * d2 + share)) * share)
    let direction = Vector3f(way / l)
    let colour = kind == .portal ? SkyLight.radiance(direction.z, sky) : exitance
    return Part(
      way: way, light: Self.light(colour * factor, direction), isLit: true, index: (i &+ n &* j) & 31)
  }

  private func ballPart(_ x: Double, _ y: Double, _ share: Double, _ r: Receiver) -> Part {
    let to = center - r.point
    let d = Swift.max(length(to), radius * 1.01)
    let axis = to / Swift.max(length(to), 1e-9)
    let sine = radius / d
    let most = (1 - sine * sine).squareRoot()
    // Evenly over the cone that holds the ball: height, then angle.
    let c = 1 - x * (1 - most)
    let s = Swift.max(0, 1 - c * c).squareRoot()
    let side = normalized(cross(axis, axis.z.magnitude < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0)))
    let up = cross(axis, side)
    let turn = DeterministicMath.sincos(2 * .pi * y)
    let direction = axis * c + side * (s * turn.cos) + up * (s * turn.sin)
    let reach = d * c - Swift.max(0, radius * radius - d * d * s * s).squareRoot()
    let cosine = dot(direction, r.normal)
    guard cosine > 0, dot(direction, r.face) > 0 else {
      return Part(way: direction * reach, light: .zero, isLit: false)
    }
    // Radiance × π over the solid angle 2π(1 − most).
    let factor = Float(2 * (1 - most) * share * cosine)
    return Part(
      way: direction * reach, light: Self.light(exitance * factor, Vector3f(direction)), isLit: true)
  }

  /// Irradiance from a direction as stored, with its luminance in the last lane.
  @inline(__always)
  static func light(_ e: Vector3f, _ direction: Vector3f) -> LightStore.Light {
    let l = luminance(e)
    let d = direction * l
    return LightStore.Light(e.x, e.y, e.z, d.x, d.y, d.z, 0, l)
  }
}

extension SkyLight {
  /// Radiance × π of the sky or the ground in a direction of height z; the sun is not in it.
  @inline(__always)
  static func radiance(_ z: Float, _ sky: Sky) -> Vector3f {
    if z < 0 { return sky.ground }
    let m = 1 - z
    return sky.zenith + (sky.horizon - sky.zenith) * (m * m * m)
  }
}
