import CLanes
import VectorMath
import WorldModel

/// Clouds as bodies in the air above a flat stretch of ground: how opaque and how bright they are in eight directions.
struct CloudField {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  /// 0...1: the part of the view that clouds take, and of them the part of sunlight and skylight that they send on (white =
  /// 1), both times that part.
  struct Look {
    var cover: Lanes
    var sunlit: Lanes
    var skylit: Lanes
  }

  private let sun: Vector3f
  private let clouds: SkyAir.Clouds
  private let isClosed: Bool
  private let seed: UInt32
  /// Noise below this is blue sky.
  private let threshold: Float

  // Kilometres.
  private static let base: Float = 1.1
  private static let thickness: Float = 1.1
  private static let earth: Float = 6360
  private static let steps = 26
  private static let fineSteps = 14

  init(_ air: SkyAir, sun: Vector3) {
    let direction = normalized(Vector3(sun.x, sun.y, max(sun.z, 0.05)))
    self.sun = Vector3f(direction)
    isClosed = air.cloudCover > 0.9 || air.clouds == .stratus
    clouds = isClosed ? .stratus : air.clouds
    seed = UInt32(truncatingIfNeeded: air.seed ^ (air.seed >> 32))
    // Two octaves of noise lie about ½ ± 0.17.
    threshold = Float(0.76 - 0.44 * air.cloudCover)
  }

  /// - Parameters:
  ///   - d: unit directions; those below the horizon see what is at it.
  ///   - start: where in its first step a walk through clouds begins, 0...1: neighbours that differ make up for few steps.
  @inline(never)
  func look(_ d: Triple, start: Lanes) -> Look {
    let z = lanes_max(d.z, Lanes(repeating: 0.004))
    var look = Look(cover: .zero, sunlit: .zero, skylit: .zero)
    switch clouds {
    case .stratus: look = layer(d, z)
    case .cirrus: look = streaks(d, z)
    case .cumulus: look = heaps(d, z, start)
    case .mixed:
      let (near, far) = (heaps(d, z, start), streaks(d, z))
      let left = 1 - near.cover
      look = Look(
        cover: near.cover + far.cover * left, sunlit: near.sunlit + far.sunlit * left,
        skylit: near.skylit + far.skylit * left)
    }
    guard !isClosed else { return look }
    // The ground lies in the sun, so clouds leave it free.
    let towards = d.x * sun.x + d.y * sun.y + d.z * sun.z
    let hole = lanes_min(lanes_max((towards - 0.984) * 70, .zero), Lanes(repeating: 0.92))
    return Look(
      cover: look.cover * (1 - hole), sunlit: look.sunlit * (1 - hole), skylit: look.skylit * (1 - hole))
  }

  /// Kilometres to a shell at a height.
  @inline(__always)
  private func distance(_ z: Lanes, _ h: Float) -> Lanes {
    let rz = z * Self.earth
    return lanes_sqrt(rz * rz + Float(2 * Self.earth * h)) - rz
  }

  /// The distance after which air has taken half of a cloud's contrast, kilometres.
  private static let air: Float = 24

  @inline(__always)
  private func kept(_ distance: Lanes) -> Lanes {
    let x = distance * (1 / Self.air)
    return 1 / (x * x + 1)
  }

  // MARK: Heaps

  /// How much denser than clear air, before detail: positive inside. Heaps rise where the noise over the plane is high.
  @inline(__always)
  private func body(_ x: Lanes, _ y: Lanes, _ h: Lanes) -> Lanes {
    let broad = LatticeNoise.plane(x * 0.31, y * 0.31, seed)
    let middle = LatticeNoise.plane(x * 0.83, y * 0.83, seed &+ 1)
    let above = broad * 0.66 + middle * 0.34 - threshold
    let rise = (h - Self.base) * (1 / Self.thickness)
    // Steep sides: thin sheets would be seen as streaks.
    let square = rise * rise
    return above * 3.2 - square * square * 0.9
  }

  @inline(__always)
  private func density(_ p: Triple) -> Lanes {
    let solid = body(p.x, p.y, p.z)
    guard lanes_mask(lanes_less(Lanes(repeating: -0.12), solid)) != 0 else { return .zero }
    let a = LatticeNoise.space(p.x * 2.1, p.y * 2.1, p.z * 2.1, seed &+ 2)
    let b = LatticeNoise.space(p.x * 5.3, p.y * 5.3, p.z * 5.3, seed &+ 3)
    let c = LatticeNoise.space(p.x * 12.7, p.y * 12.7, p.z * 12.7, seed &+ 4)
    let detail = a * 0.55 + b * 0.3 + c * 0.15
    let eroded = solid - (1 - detail) * 0.72 + 0.22
    // Flat underneath.
    let floor = lanes_min(lanes_max((p.z - Self.base) * 14, .zero), Lanes(repeating: 1))
    return lanes_min(lanes_max(eroded * 5, .zero), Lanes(repeating: 1)) * floor
  }

  @inline(__always)
  private func fading(_ depth: Lanes) -> Lanes {
    // e^−x to within a hundredth, from squares alone.
    let y = 1 / (depth * 0.125 + 1 + depth * depth * 0.0078)
    let y2 = y * y
    let y4 = y2 * y2
    return y4 * y4
  }

  @inline(__always)
  private func heaps(_ d: Triple, _ z: Lanes, _ start: Lanes) -> Look {
    let (near, far) = (distance(z, Self.base), distance(z, Self.base + Self.thickness))
    let length = lanes_min(far - near, Lanes(repeating: 9))
    let step = length * (1 / Float(Self.steps))
    var left = Lanes(repeating: 1)
    var (sunlit, skylit) = (Lanes.zero, Lanes.zero)
    // Towards the sun droplets pass light on: rims shine.
    let towards = lanes_max(d.x * sun.x + d.y * sun.y + d.z * sun.z, .zero)
    let t2 = towards * towards
    let rim = t2 * t2 * t2 * 0.9
    var t = entry(d, z, near: near, step: step, start)
    guard lanes_mask(lanes_less(t, far + step)) != 0 else {
      return Look(cover: .zero, sunlit: .zero, skylit: .zero)
    }
    // Short steps where a cloud is entered, which is what is seen, longer ones behind.
    var stride = step * 0.15
    for _ in 0..<Self.fineSteps {
      let p = point(d, z, t + stride * 0.5)
      let here = density(p)
      if lanes_mask(lanes_less(.zero, here)) != 0 {
        // What lies between here and the sun.
        var depth = Lanes.zero
        for (reach, weight) in [(Float(0.09), Float(0.1)), (0.24, 0.22), (0.6, 0.45)] {
          let q = body(p.x + sun.x * reach, p.y + sun.y * reach, p.z + sun.z * reach) - 0.12
          depth += lanes_min(lanes_max(q * 4, .zero), Lanes(repeating: 1)) * weight
        }
        depth *= 4.5
        let direct = fading(depth) * (rim + 0.62) + fading(depth * 0.15) * 0.55
        let height = lanes_min(
          lanes_max((p.z - Self.base) * (1 / Self.thickness), .zero), Lanes(repeating: 1))
        let stopped = left * (1 - fading(lanes_min(here * stride * 11, Lanes(repeating: 20))))
        sunlit += stopped * direct
        skylit += stopped * (height * 0.55 + 0.45)
        left -= stopped
        if lanes_mask(lanes_less(Lanes(repeating: 0.02), left)) == 0 { break }
      }
      t += stride
      stride *= 1.27
    }
    let clear = kept(near)
    return Look(
      cover: lanes_min(1 - left, Lanes(repeating: 1)) * clear, sunlit: sunlit * clear, skylit: skylit * clear)
  }

  /// A place on a line of sight, kilometres; the ground falls away below it.
  @inline(__always)
  private func point(_ d: Triple, _ z: Lanes, _ t: Lanes) -> Triple {
    (d.x * t, d.y * t, z * t + (t * t) * (0.5 / Self.earth))
  }

  /// Where a line of sight meets the first cloud, kilometres; far beyond all where it meets none.
  @inline(__always)
  private func entry(_ d: Triple, _ z: Lanes, near: Lanes, step: Lanes, _ start: Lanes) -> Lanes {
    var found = Lanes(repeating: 1e6)
    for k in 0...Self.steps {
      let t = near + step * (start + Float(k))
      let isNew = lanes_less(.zero, density(point(d, z, t))) & lanes_less(Lanes(repeating: 1e5), found)
      found = lanes_select(isNew, t, found)
      if lanes_mask(lanes_less(Lanes(repeating: 1e5), found)) == 0 { break }
    }
    var part = step
    for _ in 0..<3 {
      part *= 0.5
      let before = lanes_max(found - part, near)
      let isInside = lanes_less(.zero, density(point(d, z, before)))
      found = lanes_select(isInside, before, found)
    }
    return lanes_max(found - part, near)
  }

  // MARK: Layers

  @inline(__always)
  private func streaks(_ d: Triple, _ z: Lanes) -> Look {
    let t = distance(z, 8.5)
    let (x, y) = (d.x * t, d.y * t)
    let along = x * 0.8 + y * 0.6
    let across = y * 0.8 - x * 0.6
    let bend = LatticeNoise.plane(along * 0.11, across * 0.11, seed &+ 11)
    let warp = LatticeNoise.plane(along * 0.21, across * 0.21, seed &+ 12)
    let v = across + bend * 4 + warp * 2.2
    let broad = LatticeNoise.plane(along * 0.05, across * 0.06, seed &+ 13)
    var thread = LatticeNoise.plane(along * 0.1, v * 0.5, seed &+ 14) * 0.45
    thread += LatticeNoise.plane(along * 0.24, v * 1.3, seed &+ 15) * 0.3
    thread += LatticeNoise.plane(along * 0.6, v * 3.1, seed &+ 16) * 0.16
    thread += LatticeNoise.plane(along * 1.6, v * 7, seed &+ 17) * 0.09
    let reach = thread * 0.6 + broad * 0.55 - (threshold * 0.75 + 0.14)
    let thick = lanes_min(lanes_max(reach * 2.6, .zero), Lanes(repeating: 1))
    let far = t * (1.0 / 90)
    let body = thick * (Lanes(repeating: 1.6) - thick * 0.6)
    let distant: Lanes = 1 / (far * far + 1)
    let cover = body * 0.62 * distant
    return Look(cover: cover, sunlit: cover * 0.86, skylit: cover * 0.3)
  }

  @inline(__always)
  private func layer(_ d: Triple, _ z: Lanes) -> Look {
    let t = distance(z, 0.9)
    let (x, y) = (d.x * t, d.y * t)
    let wx = x + LatticeNoise.plane(x * 0.4, y * 0.4, seed &+ 21) * 1.4
    let wy = y + LatticeNoise.plane(x * 0.4, y * 0.4, seed &+ 22) * 1.4
    var n = LatticeNoise.plane(wx * 0.35, wy * 0.24, seed &+ 23) * 0.5
    n += LatticeNoise.plane(wx * 0.8, wy * 0.6, seed &+ 24) * 0.27
    n += LatticeNoise.plane(wx * 1.9, wy * 1.5, seed &+ 25) * 0.15
    n += LatticeNoise.plane(wx * 4.1, wy * 3.4, seed &+ 26) * 0.08
    // Three times as bright overhead as at the horizon (P. Moon and D. Spencer, 1942); thinner places shine.
    let rise = (z * 2 + 1) * (1.0 / 3)
    let contrast = lanes_min(kept(t * 0.8) * 1.3, Lanes(repeating: 1))
    let bright = rise * (1 + (n - 0.5) * contrast * 0.9)
    return Look(cover: Lanes(repeating: 1), sunlit: bright * 0.42, skylit: bright * 0.5)
  }
}
