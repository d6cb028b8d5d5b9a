import CLanes
import VectorMath
import WorldModel

/// Light from the sky and the ground: a `SkyDome` where the sky has air, else a gradient over elevation in closed form.
struct SkyLight {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  let zenith: Vector3f
  let horizon: Vector3f
  let ground: Vector3f
  let sun: Vector3f
  let sunDirection: Vector3f
  /// Extinction of the air near the ground a metre (H. Koschmieder, 1924).
  let extinction: Float
  /// Through the coarse and the fine clouds.
  private let blurred: PhysicalLight?
  private let sharp: PhysicalLight?
  /// Cosine of the sun's apparent radius.
  private let sunEdge: Float
  /// Of a `StreetRing`, which must outlive this.
  private let ring: UnsafePointer<Float>?

  init(_ snapshot: Snapshot, dome: SkyDome? = nil, ring: StreetRing? = nil) {
    self.ring = dome == nil ? nil : ring?.base
    zenith = snapshot.sky.zenith
    horizon = snapshot.sky.horizon
    ground = snapshot.sky.ground
    sun = snapshot.sun.irradiance
    sunDirection = Vector3f(snapshot.sun.direction)
    extinction = Float(3.912 / max(100, snapshot.sky.visibility))
    let ground = ground
    blurred = dome.map { PhysicalLight($0, ground: ground, clouds: $0.clouds?.blurred) }
    sharp = dome.map { PhysicalLight($0, ground: ground, clouds: $0.clouds?.sharp) }
    sunEdge = Float(1 - snapshot.sun.angularRadius * snapshot.sun.angularRadius / 2)
  }

  /// Radiance × π seen in a unit direction; `blur` 0 = sharp, 1 = fully spread. The sun is not in it.
  @inline(__always)
  func radiance(_ d: Triple, blur: Lanes) -> Triple {
    if let blurred { return blurred.radiance(d, blur: blur) }
    // Above: horizon to zenith as 1 − (1 − z)³; below: the ground, with a soft edge as wide as the blur.
    let m = 1 - lanes_max(d.z, .zero)
    let width = blur * 0.7 + 0.02
    let t = lanes_min(lanes_max((d.z / width + 1) * 0.5, .zero), SIMD8(repeating: 1))
    let edge = t * t * (SIMD8<Float>(repeating: 3) - t * 2)
    @inline(__always)
    func channel(_ k: Int) -> Lanes {
      let above = Lanes(repeating: zenith[k]) + (m * m * m) * (horizon[k] - zenith[k])
      return (above - ground[k]) * edge + ground[k]
    }
    return (channel(0), channel(1), channel(2))
  }

  /// What a surface mirrors: the sky, the ground, and before them the outline of the street.
  @inline(__always)
  func mirrored(_ d: Triple, blur: Lanes) -> Triple {
    let light = radiance(d, blur: blur)
    guard let ring else { return light }
    return StreetRing.before(light, d, blur: blur, ring)
  }

  /// Irradiance on a surface with a unit normal, relative to a white diffuse surface in full sun.
  @inline(__always)
  func irradiance(_ n: Triple) -> Triple {
    if let blurred { return blurred.irradiance(n) }
    let h = n.z * 0.5 + 0.5
    let dome = zenith * 0.6 + horizon * 0.4
    return (
      h * (dome.x - ground.x) + ground.x, h * (dome.y - ground.y) + ground.y,
      h * (dome.z - ground.z) + ground.z
    )
  }

  /// The light of the air itself in a direction: what haze turns things into, far away.
  @inline(__always)
  func airlight(_ d: Triple) -> Triple {
    guard let blurred else {
      return (Lanes(repeating: horizon.x), Lanes(repeating: horizon.y), Lanes(repeating: horizon.z))
    }
    return blurred.air(d)
  }

  /// Sky, sun and far ground where nothing is hit, seen in a unit direction.
  @inline(__always)
  func background(_ d: Triple) -> Triple {
    let s = sunDirection
    let c = lanes_max(d.x * s.x + d.y * s.y + d.z * s.z, .zero)
    let c2 = c * c
    let c8 = c2 * c2 * c2 * c2
    let c64 = c8 * c8 * c8 * c8 * c8 * c8 * c8 * c8
    guard let sharp else {
      let glow = c8 * 0.08 + c64 * 0.25 + c64 * c64 * c64 * c64 * 1.2
      let sky = radiance(d, blur: .zero)
      return (sky.x + glow * sun.x, sky.y + glow * sun.y, sky.z + glow * sun.z)
    }
    let sky = sharp.sky(d)
    // Ground beyond the world's end, through the air between.
    let below = lanes_less(d.z, .zero)
    var light = sky.light
    if lanes_mask(below) != 0 {
      let depth = lanes_min(
        lanes_select(below, (1.6 * extinction) / lanes_max(d.z * -1, Lanes(repeating: 1e-4)), .zero),
        Lanes(repeating: 30))
      let haze = Self.veil(depth)
      let air = airlight(d)
      light = (
        lanes_select(below, (air.x - ground.x) * haze + ground.x, light.x),
        lanes_select(below, (air.y - ground.y) * haze + ground.y, light.y),
        lanes_select(below, (air.z - ground.z) * haze + ground.z, light.z)
      )
    }
    // The disc, its limb a quarter of its width, and what a lens scatters around it.
    let open = lanes_select(below, .zero, sky.open * sky.open)
    let part = (c - sunEdge) * (1 / ((1 - sunEdge) * 0.6)) + 0.5
    let disc = lanes_min(lanes_max(part, .zero), Lanes(repeating: 1))
    let c512: Lanes = c64 * c64 * c64 * c64 * c64 * c64 * c64 * c64
    let c4096: Lanes = c512 * c512 * c512 * c512 * c512 * c512 * c512 * c512
    let near: Lanes = disc * 400 + c4096 * 3.5
    let glow: Lanes = (near + c512 * 0.5 + c64 * 0.08) * open
    return (light.x + glow * sun.x, light.y + glow * sun.y, light.z + glow * sun.z)
  }

  /// 1 − e^−x for x ≥ 0, within a hundredth.
  @inline(__always)
  static func veil(_ x: Lanes) -> Lanes {
    let y = 1 / (x * 0.125 + 1 + x * x * 0.0078)
    let y2 = y * y
    let y4 = y2 * y2
    return 1 - y4 * y4
  }
}
