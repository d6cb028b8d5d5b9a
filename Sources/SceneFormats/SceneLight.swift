package import VectorMath
import WorldModel

/// A light of a world as scene files have it: it shines along the −z of its own frame.
package struct SceneLight: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    /// From everywhere in one direction; `angle` is how wide it looks, radians.
    case sun(angle: Double)
    /// To all sides, metres.
    case ball(radius: Double)
    /// A matt rectangle, metres along its x and y.
    case panel(width: Double, height: Double)
  }

  package var name: String
  /// The thing that it belongs to; 0 = none.
  package var thing: UInt32
  package var shape: Shape
  /// World, metres.
  package var place: Vector3
  package var worldFromLight: Quaternion
  /// Linear Rec.709, the largest component 1.
  package var color: Vector3f
  /// The sun's illuminance on what faces it, others' luminous exitance, as if `color` were white: lux.
  package var strength: Double

  /// On the axis, candela; of the sun nothing.
  package var intensity: Double {
    switch shape {
    case .sun: 0
    case .ball(let r): strength * r * r
    case .panel(let w, let h): strength * w * h / .pi
    }
  }

  /// Of its surface, candela a square metre; of the sun nothing.
  package var luminance: Double { if case .sun = shape { 0 } else { strength / .pi } }
}

extension SceneLight {
  /// The sun, if it shines.
  init?(_ sun: Sun) {
    guard let (color, strength) = Self.split(sun.irradiance) else { return nil }
    self.init(
      name: "sun", thing: 0, shape: .sun(angle: 2 * sun.angularRadius), place: .zero,
      worldFromLight: Self.turn(z: sun.direction, x: nil), color: color, strength: strength)
  }

  /// A lamp, if it shines.
  init?(_ light: AreaLight, name: String) {
    guard let (color, strength) = Self.split(light.exitance) else { return nil }
    var turn = Quaternion.identity
    var shape: Shape
    switch light.shape {
    case .ball(let radius): shape = .ball(radius: radius)
    case .panel(let u, let v):
      shape = .panel(width: 2 * length(u), height: 2 * length(v))
      let normal = cross(u, v)
      guard length(normal) > 0 else { return nil }
      turn = Self.turn(z: -normalized(normal), x: -u)
    }
    self.init(
      name: name, thing: light.entity, shape: shape, place: light.center, worldFromLight: turn, color: color,
      strength: strength)
  }

  private static func split(_ light: Vector3f) -> (Vector3f, Double)? {
    let most = max(light.x, light.y, light.z)
    guard most > 0, most.isFinite else { return nil }
    return (light / most, Double(most) * AreaLight.noon)
  }

  /// The rotation whose z axis points so, and whose x axis does as far as it can.
  private static func turn(z: Vector3, x: Vector3?) -> Quaternion {
    let other = x ?? (abs(z.x) < 0.9 ? Vector3(1, 0, 0) : Vector3(0, 1, 0))
    let right = normalized(other - z * dot(other, z))
    return Quaternion(Matrix3(columns: right, cross(z, right), z)).normalized
  }
}

extension SceneModel {
  /// What shines in a world, the sun first.
  static func lights(of world: World) -> [SceneLight] {
    let names = Dictionary(world.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    return [SceneLight(world.sun)].compactMap { $0 }
      + world.lights.compactMap { SceneLight($0, name: names[$0.entity] ?? "lamp") }
  }
}
