import CLanes
import VectorMath

/// Eight looks into a `SkyDome`, without the sun's disc; the dome must outlive it.
struct PhysicalLight {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  private let table: UnsafePointer<Float>
  private let sun: Vector3f
  private let ground: Vector3f
  private let cloudSun: Vector3f
  private let cloudShade: Vector3f
  private let clouds: CloudMap.Reader?
  private let harmonics: InlineArray<9, Vector3f>
  /// Under closed clouds the air shows these.
  private let veiled: (part: Float, light: Vector3f)?

  init(_ dome: SkyDome, ground: Vector3f, clouds: CloudMap.Reader?) {
    table = dome.base
    sun = dome.sunDirection
    self.ground = ground
    cloudSun = dome.cloudSun
    cloudShade = dome.cloudShade
    self.clouds = clouds
    harmonics = dome.harmonics
    veiled = dome.veil
  }

  /// Radiance × π from a direction; the ground from below.
  ///
  /// - Parameter blur: 0 sharp, 1 fully spread.
  @inline(__always)
  func radiance(_ d: Triple, blur: Lanes = .zero) -> Triple {
    let above = sky(d, blur: blur).light
    let edge = lifted(d.z, blur)
    return (
      (above.x - ground.x) * edge + ground.x, (above.y - ground.y) * edge + ground.y,
      (above.z - ground.z) * edge + ground.z
    )
  }

  /// 0 below the horizon, 1 above, over an edge as wide as the blur.
  @inline(__always)
  private func lifted(_ z: Lanes, _ blur: Lanes) -> Lanes {
    let width = blur * 0.7 + 0.004
    let t = lanes_min(lanes_max((z / width + 1) * 0.5, .zero), Lanes(repeating: 1))
    return t * t * (Lanes(repeating: 3) - t * 2)
  }

  /// The sky alone, as if there were no ground, and the part of it that clouds leave open.
  @inline(__always)
  func sky(_ d: Triple, blur: Lanes = .zero) -> (light: Triple, open: Lanes) {
    // A blurred look at the horizon sees what lies above it.
    let z = lanes_max(d.z + blur * 0.25, .zero)
    let last = Lanes(repeating: Float(SkyDome.rows - 1))
    let row = lanes_to_i(lanes_min(lanes_sqrt(z) * Float(SkyDome.rows - 1) + 0.5, last)) &* SkyDome.stride
    let c = lanes_max(
      lanes_min(d.x * sun.x + d.y * sun.y + d.z * sun.z, Lanes(repeating: 1)), Lanes(repeating: -1))
    let molecules = c * c + 1
    let g = Lanes(repeating: Float(AirScattering.asymmetry)) * (1 - blur * 0.6)
    let base = g * g + 1 - g * c * 2
    let haze = (1 - g * g) / (base * lanes_sqrt(lanes_max(base, Lanes(repeating: 1e-4))))
    var light: Triple = (
      at(row, 0, molecules, haze), at(row, 1, molecules, haze), at(row, 2, molecules, haze)
    )
    guard let clouds else { return (light, Lanes(repeating: 1)) }
    let look = clouds.look(d)
    let open = 1 - look.cover
    light = (
      light.x * open + (look.sunlit * cloudSun.x + look.skylit * cloudShade.x),
      light.y * open + (look.sunlit * cloudSun.y + look.skylit * cloudShade.y),
      light.z * open + (look.sunlit * cloudSun.z + look.skylit * cloudShade.z)
    )
    return (light, open)
  }

  @inline(__always)
  private func at(_ row: SIMD8<Int32>, _ k: Int, _ molecules: Lanes, _ haze: Lanes) -> Lanes {
    let often = lanes_gather_f(table + (6 + k), row)
    return lanes_gather_f(table + k, row) * molecules + lanes_gather_f(table + (3 + k), row) * haze + often
  }

  /// The clear air at the horizon in a direction's azimuth, less its glare around the sun.
  @inline(__always)
  func air(_ d: Triple) -> Triple {
    let level = 1 / lanes_max(lanes_sqrt(d.x * d.x + d.y * d.y), Lanes(repeating: 0.05))
    let c = lanes_max(
      lanes_min((d.x * sun.x + d.y * sun.y) * level, Lanes(repeating: 1)), Lanes(repeating: -1))
    let row = SIMD8<Int32>(repeating: 40 &* SkyDome.stride)
    let haze = 0.6 / ((1.36 - c * 1.2) * lanes_sqrt(1.36 - c * 1.2)) * 0.64
    let light: Triple = (
      at(row, 0, c * c + 1, haze), at(row, 1, c * c + 1, haze), at(row, 2, c * c + 1, haze)
    )
    guard let veiled else { return light }
    return (
      light.x * (1 - veiled.part) + veiled.light.x, light.y * (1 - veiled.part) + veiled.light.y,
      light.z * (1 - veiled.part) + veiled.light.z
    )
  }

  /// Irradiance by the normal, relative to a white diffuse surface that faces the clear noon sun.
  @inline(__always)
  func irradiance(_ n: Triple) -> Triple {
    let y = SkyDome.basis(n)
    @inline(__always)
    func channel(_ c: Int) -> Lanes {
      var sum = y[0] * harmonics[0][c]
      for k in 1..<9 { sum += y[k] * harmonics[k][c] }
      return lanes_max(sum, .zero)
    }
    return (channel(0), channel(1), channel(2))
  }
}
