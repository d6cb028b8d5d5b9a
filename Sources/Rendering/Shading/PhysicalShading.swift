import CLanes
import VectorMath
import WorldModel

/// Metal-rough shading (glTF 2.0 appendix B) under sun, sky and ground.
///
/// Radiance is relative to a white diffuse surface that faces the clear noon sun = 1.
struct PhysicalShading {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  let lens: Lens
  let sky: SkyLight
  let shadow: SunShadow
  let pieces: PieceTable
  let materials: MaterialTable
  let colour: BaseColour
  let occlusion: UnsafePointer<Float>
  let occlusionStride: Int
  let occlusionSize: (width: Int, height: Int)
  /// World-from-camera rotation.
  let rotation: Matrix3
  /// Multiplies radiance before tone mapping.
  let exposure: Vector3f
  let curve: ToneMapping.Curve
  /// The light in rooms; `nil` in worlds without any.
  let indoor: IndoorLanes?

  /// What eight samples show, before any light.
  struct Sight {
    /// Set where something is seen.
    var seen: SIMD8<Int32>
    /// Unit, towards the eye, world axes.
    var view: Triple
    var z: Lanes
    /// Metres from the eye.
    var distance: Lanes
    /// Unit normals: shaded, without the normal map, and the triangle's.
    var normal: Triple
    var smooth: Triple
    var face: Triple
    /// World-aligned metres from the eye.
    var point: Triple
    var base: Triple
    var metallic: Lanes
    var roughness: Lanes
    /// Linear RGB radiance × π.
    var glow: Triple
    /// Set where light is ignored.
    var unlit: SIMD8<Int32>
    /// The part of the sun seen, times the cosine.
    var lit: Lanes
    var sunCosine: Lanes
    /// Ambient occlusion: 1 = open.
    var open: Lanes
    /// Clear varnish, 0...1.
    var coat: Lanes
  }

  /// Towards the eye in world axes, and the length of a ray of depth 1, inverted.
  @inline(__always)
  private func looking<P: SamplePlaces>(_ places: P) -> (
    view: Triple, ray: Triple, dx: Lanes, dy: Lanes, scale: Lanes
  ) {
    let dx = lanes_d_to_f((places.u - lens.cx) * lens.inverseFx)
    let dy = lanes_d_to_f((places.v - lens.cy) * lens.inverseFy)
    if lens.isParallel {
      let ahead = turned((.zero, .zero, Lanes(repeating: 1)))
      return ((ahead.x * -1, ahead.y * -1, ahead.z * -1), ahead, dx, dy, Lanes(repeating: 1))
    }
    let ray = turned((dx, dy, Lanes(repeating: 1)))
    let scale = 1 / lanes_sqrt(dx * dx + dy * dy + 1)
    return ((ray.x * scale * -1, ray.y * scale * -1, ray.z * scale * -1), ray, dx, dy, scale)
  }

  @inline(__always)
  private func sight<S: LaneSource, P: SamplePlaces>(
    _ source: S, _ seen: SIMD8<Int32>, _ places: P,
    _ look: (view: Triple, ray: Triple, dx: Lanes, dy: Lanes, scale: Lanes)
  ) -> Sight {
    let surface = SurfaceLanes(source, places, isParallel: lens.isParallel)
    let piece = source.follow(SurfaceTable.Column.piece, into: pieces.base, stride: PieceTable.stride)
    let material = piece.follow(
      PieceTable.Column.material, into: materials.base, stride: MaterialTable.stride)
    let z = lanes_select(seen, surface.z, Lanes(repeating: 1))
    let t = surface.texture()
    let depth = lens.isParallel ? lanes_select(seen, surface.depth, Lanes(repeating: 1)) : z
    let point: Triple =
      lens.isParallel
      ? turned((look.dx, look.dy, depth)) : (look.ray.x * z, look.ray.y * z, look.ray.z * z)

    var base = colour.linear(surface, material, t)
    var metallic = material.float(MaterialTable.Column.metallic)
    var roughness = material.float(MaterialTable.Column.roughness)
    let mrTexture = material.int(MaterialTable.Column.metalRoughTexture)
    if lanes_mask(lanes_less_i(.zero, mrTexture)) != 0 {
      let mr = colour.sampling.sampleApart(mrTexture, t.u, t.v, t.ux, t.vx, t.uy, t.vy)
      metallic *= byte(mr, 16) * (1.0 / 255)
      roughness *= byte(mr, 8) * (1.0 / 255)
    }
    let e = MaterialTable.Column.emissive
    var glow: Triple = (material.float(e), material.float(e + 1), material.float(e + 2))
    let glowTexture = material.int(MaterialTable.Column.emissiveTexture)
    if lanes_mask(lanes_less_i(.zero, glowTexture)) != 0 {
      let texel = colour.sampling.sampleApart(glowTexture, t.u, t.v, t.ux, t.vx, t.uy, t.vy)
      glow = (glow.x * linear(texel, 0), glow.y * linear(texel, 8), glow.z * linear(texel, 16))
    }
    var slope: (u: Lanes, v: Lanes)?
    if let ground = GroundLook.of(material, t) {
      base = ground.tinted(base)
      roughness = roughness * (1 - ground.wet) + ground.wet * 0.05 + ground.rougher
      slope = (ground.slopeU, ground.slopeV)
    }
    roughness = lanes_max(roughness, Lanes(repeating: 0.06))
    let n = normal(surface, material, t, z, look.dx, look.dy, slope)

    let face: Triple = (
      source.float(SurfaceTable.Column.face), source.float(SurfaceTable.Column.face + 1),
      source.float(SurfaceTable.Column.face + 2)
    )
    let sunCosine = lanes_max(
      n.x * sky.sunDirection.x + n.y * sky.sunDirection.y + n.z * sky.sunDirection.z, .zero)
    var lit = Lanes.zero
    if lanes_mask(lanes_less(.zero, sunCosine) & seen) != 0 && sky.sunDirection.z > -0.02 {
      lit = shadow.lit(point, face, sun: sky.sunDirection) * sunCosine
    }
    return Sight(
      seen: seen, view: look.view, z: z, distance: depth / look.scale, normal: n, smooth: surface.normal(),
      face: face, point: point, base: base, metallic: metallic, roughness: roughness,
      glow: glow, unlit: unlitMask(material), lit: lit, sunCosine: sunCosine, open: occlusion(places),
      coat: material.float(MaterialTable.Column.clearcoat))
  }

  /// - Parameters:
  ///   - ids: the records of the samples.
  ///   - places: where they lie, possibly off the centres.
  @inline(__always)
  func shade<S: LaneSource, P: SamplePlaces>(_ source: S, _ ids: SIMD8<Int32>, _ places: P) -> Triple {
    let seen = lanes_less_i(.zero, source.int(SurfaceTable.Column.piece))
    let look = looking(places)
    if lanes_mask(seen) == 0 {
      return background(look.view)
    }
    let s = sight(source, seen, places, look)
    if let indoor {
      let arriving = indoor.arriving(
        ids, u: places.u, v: places.v, pixel: places.pixel, z: s.z, point: s.point, face: s.face,
        smooth: s.smooth)
      if lanes_mask(arriving.isInside) != 0 { return indoors(s, arriving, indoor) }
    }
    return outdoors(s)
  }

  @inline(never)
  private func outdoors(_ s: Sight) -> Triple {
    let (n, view, roughness, metallic) = (s.normal, s.view, s.roughness, s.metallic)
    let (sunCosine, lit, open, base) = (s.sunCosine, s.lit, s.open, s.base)

    // Specular: GGX with Smith's height-correlated visibility, Schlick's Fresnel.
    let h0: Triple = (view.x + sky.sunDirection.x, view.y + sky.sunDirection.y, view.z + sky.sunDirection.z)
    let hl = 1 / lanes_max(lanes_sqrt(h0.x * h0.x + h0.y * h0.y + h0.z * h0.z), Lanes(repeating: 1e-4))
    let nh = lanes_max((n.x * h0.x + n.y * h0.y + n.z * h0.z) * hl, .zero)
    let vh = lanes_max((view.x * h0.x + view.y * h0.y + view.z * h0.z) * hl, .zero)
    let nv = lanes_max(n.x * view.x + n.y * view.y + n.z * view.z, Lanes(repeating: 0.02))
    let a = roughness * roughness
    let a2 = a * a
    let denominator = nh * nh * (a2 - 1) + 1
    let distribution = a2 / (denominator * denominator)  // times π, which the radiance unit takes away
    let visibility =
      0.5
      / lanes_max(
        sunCosine * lanes_sqrt(nv * nv * (1 - a2) + a2) + nv
          * lanes_sqrt(sunCosine * sunCosine * (1 - a2) + a2),
        Lanes(repeating: 1e-4))
    let grazing = fifth(1 - vh)
    let sunSpecular = lanes_min(distribution * visibility, Lanes(repeating: 40)) * lit

    // The sky's mirror image, spread by roughness (B. Karis, "Physically Based Shading on Mobile", 2014).
    let nDotV = nv * 2
    let mirror: Triple = (n.x * nDotV - view.x, n.y * nDotV - view.y, n.z * nDotV - view.z)
    let c0 = roughness * -1 + 1
    let r1 = roughness * -0.0275 + 0.0425
    let a004 = lanes_min(c0 * c0, exp2Fit(nv)) * c0 + r1
    let splitA = a004 * -1.04 + (roughness * 0.022 + 1.04 - 0.0275)
    let splitB = a004 * 1.04 + (roughness * -0.022 - 0.04 + 0.0275)
    let mirrored = sky.mirrored(mirror, blur: roughness)
    let around = sky.irradiance(n)
    let unhidden = open * 0.7 + 0.3 * open * open

    @inline(__always)
    func channel(_ k: Int, _ colour: Lanes, _ emissive: Lanes, _ mirrored: Lanes, _ around: Lanes) -> Lanes {
      let diffuse = colour * (1 - metallic)
      let f0 = colour * metallic + (1 - metallic) * 0.04
      let fresnel = f0 + (1 - f0) * grazing
      let specularSky = mirrored * lanes_max(f0 * splitA + splitB, .zero) * unhidden
      var light = diffuse * (lit * sky.sun[k] + around * open)
      light += sunSpecular * fresnel * sky.sun[k] + specularSky
      return lanes_select(s.unlit, colour, light) + emissive
    }
    var light: Triple = (
      channel(0, base.x, s.glow.x, mirrored.x, around.x), channel(1, base.y, s.glow.y, mirrored.y, around.y),
      channel(2, base.z, s.glow.z, mirrored.z, around.z)
    )
    if lanes_mask(lanes_less(.zero, s.coat)) != 0 { light = varnished(s, light, nv: nv, nh: nh, vh: vh) }
    return shown(s, light)
  }

  /// A clear coat over a surface (glTF's KHR_materials_clearcoat): smooth, it takes from what lies under it what it
  /// mirrors.
  @inline(never)
  private func varnished(_ s: Sight, _ under: Triple, nv: Lanes, nh: Lanes, vh: Lanes) -> Triple {
    let n = s.smooth
    let cosine = lanes_max(n.x * s.view.x + n.y * s.view.y + n.z * s.view.z, Lanes(repeating: 0.02))
    let fresnel = (fifth(1 - cosine) * 0.96 + 0.04) * s.coat
    let twice = cosine * 2
    let mirror: Triple = (n.x * twice - s.view.x, n.y * twice - s.view.y, n.z * twice - s.view.z)
    let image = sky.mirrored(mirror, blur: Lanes(repeating: 0.03))
    let hidden = s.open * 0.6 + 0.4 * s.open * s.open
    // The sun's image: GGX of a roughness that the sun's width and waves of the paint give.
    let a2: Float = 0.0009
    let d = nh * nh * (a2 - 1) + 1
    let glint = lanes_min(Lanes(repeating: a2) / (d * d), Lanes(repeating: 160)) * 0.25
    let sunFresnel = (fifth(1 - vh) * 0.96 + 0.04) * s.coat * s.lit * glint
    let left = 1 - fresnel
    return (
      under.x * left + image.x * fresnel * hidden + sunFresnel * sky.sun.x,
      under.y * left + image.y * fresnel * hidden + sunFresnel * sky.sun.y,
      under.z * left + image.z * fresnel * hidden + sunFresnel * sky.sun.z
    )
  }

  /// A surface's light as it reaches the eye, and what lies behind everything.
  ///
  /// - Parameter clear: samples seen through no outdoor air.
  @inline(__always)
  func shown(_ s: Sight, _ light: Triple, clear: SIMD8<Int32> = .zero) -> Triple {
    // Haze: light scattered in along the way. The air of a room, which is a hundred times darker, has none.
    let haze = lanes_select(
      clear, .zero, SkyLight.veil(lanes_min(s.distance * sky.extinction, Lanes(repeating: 30))))
    let air = sky.airlight((s.view.x * -1, s.view.y * -1, s.view.z * -1))
    let hazy: Triple = (
      light.x + (air.x - light.x) * haze, light.y + (air.y - light.y) * haze,
      light.z + (air.z - light.z) * haze
    )
    if lanes_mask(s.seen) == 0xff { return hazy }
    let behind = background(s.view)
    return (
      lanes_select(s.seen, hazy.x, behind.x), lanes_select(s.seen, hazy.y, behind.y),
      lanes_select(s.seen, hazy.z, behind.z)
    )
  }

  /// Sky, sun and far ground where nothing is hit.
  @inline(never)
  private func background(_ view: Triple) -> Triple {
    sky.background((view.x * -1, view.y * -1, view.z * -1))
  }

  /// The shading normal, tilted by the normal map in the frame that the texture coordinates span
  /// (C. Schüler, "Normal Mapping without Precomputed Tangents", 2006).
  @inline(__always)
  private func normal<S: LaneSource, M: LaneSource, P: SamplePlaces>(
    _ surface: SurfaceLanes<S, P>, _ material: M,
    _ t: (u: Lanes, v: Lanes, ux: Lanes, vx: Lanes, uy: Lanes, vy: Lanes), _ z: Lanes, _ dx: Lanes,
    _ dy: Lanes, _ slope: (u: Lanes, v: Lanes)?
  ) -> Triple {
    let n = surface.normal()
    let map = material.int(MaterialTable.Column.normalTexture)
    var mapped = lanes_less_i(.zero, map)
    guard lanes_mask(mapped) != 0 || slope != nil else { return n }
    var (mx, my, mz) = (Lanes.zero, Lanes.zero, Lanes(repeating: 1))
    if lanes_mask(mapped) != 0 {
      let texel = colour.sampling.sampleApart(map, t.u, t.v, t.ux, t.vx, t.uy, t.vy)
      let s = material.float(MaterialTable.Column.normalScale)
      mx = (byte(texel, 0) * (2.0 / 255) - 1) * s
      my = (byte(texel, 8) * (2.0 / 255) - 1) * s
      mz = byte(texel, 16) * (2.0 / 255) - 1
    }
    if let slope {
      // Heights over u and v, whose image rows run down.
      mx = lanes_select(mapped, mx, slope.u * -1)
      my = lanes_select(mapped, my, slope.v)
      mapped = SIMD8(repeating: -1)
    }
    // Steps of the point along the screen: P = z·d, with z' = −z²·w'.
    let wu = surface.source.float(SurfaceTable.Column.stepU) * z * z * -1
    let wv = surface.source.float(SurfaceTable.Column.stepV) * z * z * -1
    var px = surface.places.steps(dx * wu + z * Float(lens.inverseFx), dx * wv)
    var py = surface.places.steps(dy * wu, dy * wv + z * Float(lens.inverseFy))
    var pz = surface.places.steps(wu, wv)
    if lens.isParallel {
      px = (Lanes(repeating: Float(lens.inverseFx)), .zero)
      py = (.zero, Lanes(repeating: Float(lens.inverseFy)))
      pz = (
        lanes_d_to_f(surface.source.double(SurfaceTable.Column.wu)),
        lanes_d_to_f(surface.source.double(SurfaceTable.Column.wv))
      )
    }
    let p1 = turned((px.right, py.right, pz.right))
    let p2 = turned((px.down, py.down, pz.down))
    let q1: Triple = (p2.y * n.z - p2.z * n.y, p2.z * n.x - p2.x * n.z, p2.x * n.y - p2.y * n.x)
    let q2: Triple = (n.y * p1.z - n.z * p1.y, n.z * p1.x - n.x * p1.z, n.x * p1.y - n.y * p1.x)
    let tx: Triple = (q1.x * t.ux + q2.x * t.uy, q1.y * t.ux + q2.y * t.uy, q1.z * t.ux + q2.z * t.uy)
    let bx: Triple = (q1.x * t.vx + q2.x * t.vy, q1.y * t.vx + q2.y * t.vy, q1.z * t.vx + q2.z * t.vy)
    let longest = lanes_max(
      tx.x * tx.x + tx.y * tx.y + tx.z * tx.z, bx.x * bx.x + bx.y * bx.y + bx.z * bx.z)
    let k = 1 / lanes_sqrt(lanes_max(longest, Lanes(repeating: 1e-30)))
    // Image rows run down: the map's +y is against v.
    let (gx, gy) = (mx * k, my * k * -1)
    let raw: Triple = (
      tx.x * gx + bx.x * gy + n.x * mz, tx.y * gx + bx.y * gy + n.y * mz, tx.z * gx + bx.z * gy + n.z * mz
    )
    let l = 1 / lanes_max(lanes_sqrt(raw.x * raw.x + raw.y * raw.y + raw.z * raw.z), Lanes(repeating: 1e-20))
    // Where a surface has no texture coordinates there is no frame.
    mapped &= lanes_less(Lanes(repeating: 1e-20), longest)
    return (
      lanes_select(mapped, raw.x * l, n.x), lanes_select(mapped, raw.y * l, n.y),
      lanes_select(mapped, raw.z * l, n.z)
    )
  }

  @inline(__always)
  private func turned(_ p: Triple) -> Triple {
    let m = rotation
    return (
      p.x * Float(m.x.x) + p.y * Float(m.y.x) + p.z * Float(m.z.x),
      p.x * Float(m.x.y) + p.y * Float(m.y.y) + p.z * Float(m.z.y),
      p.x * Float(m.x.z) + p.y * Float(m.y.z) + p.z * Float(m.z.z)
    )
  }

  @inline(__always)
  private func occlusion<P: SamplePlaces>(_ places: P) -> Lanes {
    let i = lanes_min_i(
      lanes_max_i(lanes_round_d(places.u) &>> 1, .zero), SIMD8(repeating: Int32(occlusionSize.width - 1)))
    let j = places.halfRow(of: occlusionSize.height)
    return lanes_gather_f(occlusion, j &* Int32(occlusionStride) &+ i)
  }

  @inline(__always)
  private func byte(_ texel: SIMD8<UInt32>, _ shift: UInt32) -> Lanes {
    lanes_to_f(lanes_signed((texel &>> shift) & 255))
  }

  @inline(__always)
  private func linear(_ texel: SIMD8<UInt32>, _ shift: UInt32) -> Lanes {
    lanes_gather_f(colour.decode, lanes_signed((texel &>> shift) & 255))
  }

  @inline(__always)
  func fifth(_ x: Lanes) -> Lanes {
    let x2 = x * x
    return x2 * x2 * x
  }

  /// 2^(−9.28·x) on 0...1, as a rational fit: within 0.01.
  @inline(__always)
  func exp2Fit(_ x: Lanes) -> Lanes {
    let y = x * 1.608 + 1
    let y2 = y * y
    let y4 = y2 * y2
    return 1 / (y4 * y2)
  }

  @inline(__always)
  private func unlitMask<S: LaneSource>(_ material: S) -> SIMD8<Int32> {
    lanes_less(Lanes(repeating: 0.5), material.float(MaterialTable.Column.unlit))
  }
}
