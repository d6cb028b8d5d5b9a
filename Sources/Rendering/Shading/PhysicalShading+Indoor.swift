import CLanes
import VectorMath

extension PhysicalShading {
  /// Surfaces rougher than this show no mirror image, those smoother than the second a full one.
  private static let blurred: Float = 0.42
  private static let sharp: Float = 0.14

  /// Samples of which at least one is in a room: sun and cached light, mirror images where they are smooth.
  @inline(never)
  func indoors(_ s: Sight, _ arriving: IndoorLanes.Arriving, _ indoor: IndoorLanes) -> Triple {
    let (n, view, roughness, metallic) = (s.normal, s.view, s.roughness, s.metallic)
    let inside = arriving.isInside
    let one = Lanes(repeating: 1)

    // The light's main direction, and how much comes from there.
    let d = arriving.direction
    let size = lanes_sqrt(d.x * d.x + d.y * d.y + d.z * d.z)
    let focus = lanes_min(size, one)
    let r = 1 / lanes_max(size, Lanes(repeating: 1e-6))
    let to: Triple = (d.x * r, d.y * r, d.z * r)
    @inline(__always)
    func towards(_ a: Triple) -> Lanes { to.x * a.x + to.y * a.y + to.z * a.z }
    // Irradiance was worked out for the smooth normal.
    let plain = 1 - focus + focus * lanes_max(towards(s.smooth), Lanes(repeating: 0.1))
    let cosine = lanes_max(towards(n), .zero)
    let tilt = lanes_min((1 - focus + focus * cosine) / plain, Lanes(repeating: 2.5))

    let nv0 = n.x * view.x + n.y * view.y + n.z * view.z
    let nv = lanes_max(nv0, Lanes(repeating: 0.02))
    let mirror: Triple = (
      n.x * (nv * 2) - view.x, n.y * (nv * 2) - view.y, n.z * (nv * 2) - view.z
    )
    let around = (1 - focus + focus * lanes_max(towards(mirror), .zero) * 1.3) / plain

    // Karis's fit of the specular part of an even surround, as outdoors.
    let c0 = one - roughness
    let r1 = roughness * -0.0275 + 0.0425
    let a004 = lanes_min(c0 * c0, exp2Fit(nv)) * c0 + r1
    let splitA = a004 * -1.04 + (roughness * 0.022 + 1.04 - 0.0275)
    let splitB = a004 * 1.04 + (roughness * -0.022 - 0.04 + 0.0275)

    let sharpness = lanes_max(
      lanes_min((Self.blurred - roughness) * (1 / (Self.blurred - Self.sharp)), one), .zero)
    let f0most = lanes_max(lanes_max(s.base.x, s.base.y), s.base.z) * metallic + (1 - metallic) * 0.04
    let strength = (f0most * splitA + splitB) * sharpness
    let wanted = inside & s.seen & ~s.unlit & lanes_less(Lanes(repeating: 0.018), strength)
    var image: Triple = (.zero, .zero, .zero)
    var clear = Lanes.zero
    if lanes_mask(wanted) != 0 {
      let seen = indoor.mirrored(
        wanted, point: s.point, face: s.face, mirrored: mirror, distance: s.distance,
        roughness: roughness, strength: strength)
      image = seen.colour
      // What is near a satin surface is mirrored sharply, what is far dissolves.
      let blur = lanes_max(roughness - 0.08, .zero) * seen.distance * 2
      clear = lanes_select(wanted, sharpness / (blur * blur + 1), .zero)
    }

    let a = roughness * roughness
    let sun = highlight(
      n, view, nv, (sky.sunDirection.x, sky.sunDirection.y, sky.sunDirection.z), s.sunCosine, a)
    // Light from all around leaves no highlight: lobes are widened by what does not come from one side.
    let wide = lanes_min(a + (1 - focus) * 0.6, one)
    let lamp = highlight(n, view, nv, to, cosine, wide)
    let contact = Lanes(repeating: 1) + (s.open - 1) * 0.75

    let outside = sky.irradiance(n)
    let skyImage = sky.radiance(mirror, blur: roughness)

    @inline(__always)
    func channel(
      _ k: Int, _ colour: Lanes, _ emissive: Lanes, _ e: Lanes, _ image: Lanes, _ outside: Lanes,
      _ skyImage: Lanes
    ) -> Lanes {
      let diffuse = colour * (1 - metallic)
      let f0 = colour * metallic + (1 - metallic) * 0.04
      let split = lanes_max(f0 * splitA + splitB, .zero)
      let ambient = lanes_select(
        inside, e * tilt * contact, outside * contact)
      let blurred = lanes_select(
        inside, e * around * contact, skyImage * contact)
      var light = diffuse * (s.lit * sky.sun[k] + ambient)
      light += split * (image * clear + blurred * (1 - clear))
      light += lanes_min(sun.lobe, Lanes(repeating: 40)) * s.lit * (f0 + (1 - f0) * sun.grazing) * sky.sun[k]
      // In two steps: one is too much for the compiler's patience.
      var glare = lanes_min(lamp.lobe, Lanes(repeating: 12)) * (f0 + (1 - f0) * lamp.grazing) * e
      glare = glare * tilt * focus * contact * (1 - clear)
      light += glare
      return lanes_select(s.unlit, colour, light) + emissive
    }
    let e = arriving.irradiance
    // The air of rooms is clear.
    var near = s
    near.distance = lanes_select(inside, .zero, s.distance)
    return shown(
      near,
      (
        channel(0, s.base.x, s.glow.x, e.x, image.x, outside.x, skyImage.x),
        channel(1, s.base.y, s.glow.y, e.y, image.y, outside.y, skyImage.y),
        channel(2, s.base.z, s.glow.z, e.z, image.z, outside.z, skyImage.z)
      ), clear: inside)
  }

  /// GGX with Smith's height-correlated visibility, for light from one direction: the lobe over the irradiance that
  /// the surface receives, and (1 − v·h)⁵.
  @inline(__always)
  private func highlight(
    _ n: Triple, _ view: Triple, _ nv: Lanes, _ to: (x: Float, y: Float, z: Float), _ cosine: Lanes,
    _ a: Lanes
  ) -> (lobe: Lanes, grazing: Lanes) {
    highlight(
      n, view, nv, (Lanes(repeating: to.x), Lanes(repeating: to.y), Lanes(repeating: to.z)), cosine, a)
  }

  @inline(__always)
  private func highlight(
    _ n: Triple, _ view: Triple, _ nv: Lanes, _ to: Triple, _ cosine: Lanes, _ a: Lanes
  ) -> (lobe: Lanes, grazing: Lanes) {
    let h: Triple = (view.x + to.x, view.y + to.y, view.z + to.z)
    let r = 1 / lanes_max(lanes_sqrt(h.x * h.x + h.y * h.y + h.z * h.z), Lanes(repeating: 1e-4))
    let nh = lanes_max((n.x * h.x + n.y * h.y + n.z * h.z) * r, .zero)
    let vh = lanes_max((view.x * h.x + view.y * h.y + view.z * h.z) * r, .zero)
    let a2 = a * a
    let denominator = nh * nh * (a2 - 1) + 1
    let distribution = a2 / (denominator * denominator)
    let visibility =
      0.5
      / lanes_max(
        cosine * lanes_sqrt(nv * nv * (1 - a2) + a2) + nv * lanes_sqrt(cosine * cosine * (1 - a2) + a2),
        Lanes(repeating: 1e-4))
    return (distribution * visibility, fifth(1 - vh))
  }
}
