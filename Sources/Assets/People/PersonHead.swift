import VectorMath
import WorldModel

/// A head with face, ears and hair, in the frame of the head node (where the neck leaves the trunk).
struct PersonHead {
  let body: PersonBody
  let outfit: PersonOutfit
  var detail = Fineness.fine

  /// Chin to crown.
  private var size: Double { body.headHeight }
  private var neck: Double { 0.016 * body.stature }
  /// The middle of the skull.
  private var center: Vector3 { Vector3(0.06 * size, 0, neck + size * 0.55) }
  private var radii: Vector3 { Vector3(0.43, 0.355, 0.5) * size }

  /// The surface of the head in a direction from its centre.
  private func surface(_ direction: Vector3) -> Vector3 {
    let d = normalized(direction)
    var p = d * radii
    // The jaw narrows and comes forward; the back of the neck tucks in.
    let low = max(0, -d.z - 0.15)
    p.y *= 1 - 0.42 * low
    p.x *= d.x > 0 ? 1 - 0.1 * low : 1 - 0.38 * low
    // A flat face below the brow, a fuller back of the head.
    if d.x > 0.5 && d.z < 0.25 { p.x *= 1 - 0.1 * smoothstep(0.5, 1, d.x) }
    if d.x < 0 && d.z > -0.3 { p.x *= 1.06 }
    return center + p
  }

  /// COCO's five points of the head, left = the person's left: name, position, radius.
  var keypoints: [(String, Vector3, Double)] {
    let k = size
    return [
      ("nose", noseTip, 0.06 * k), ("left_eye", eye(1), 0.06 * k), ("right_eye", eye(-1), 0.06 * k),
      ("left_ear", ear(1), 0.1 * k), ("right_ear", ear(-1), 0.1 * k),
    ]
  }

  private var noseTip: Vector3 { surface(Vector3(1, 0, -0.22)) + Vector3(0.07 * size, 0, 0) }
  private func eye(_ side: Double) -> Vector3 { surface(Vector3(1, side * 0.36, 0.03)) }
  private func ear(_ side: Double) -> Vector3 {
    surface(Vector3(-0.12, side, -0.1)) + Vector3(0, side * 0.015 * size, 0)
  }

  func add(to asset: inout AssetBuilder, node: Int, skin: Int) {
    let white = asset.material(Material(name: "eye", baseColor: Colour(0xe9e6e0).linear, roughness: 0.25))
    let iris = asset.material(Material(name: "iris", baseColor: Colour(0x33241a).linear, roughness: 0.2))
    let lip = asset.material(
      Material(name: "lip", baseColor: outfit.skinColour.linear * SIMD4(0.72, 0.46, 0.45, 1), roughness: 0.5))
    let hair = asset.material(
      Material(name: "hair", baseColor: outfit.hairColour.linear, roughness: 0.62))
    let k = size
    func add(_ b: MeshBuilder, _ material: Int, part: String = "head") {
      asset.add(b, material: material, part: part, node: node, crease: 1.1)
    }
    var skull = MeshBuilder.ellipsoid(radii: Vector3(1, 1, 1), sides: detail.ring(22), rings: detail.ring(16))
    skull.displace { surface($0) }
    add(skull, skin)
    add(
      .loft(
        [
          (-0.028 * body.stature, 1.12, -0.004), (0.0, 1.0, 0.0), (0.6 * neck, 0.96, 0.004),
          (neck + 0.2 * k, 0.94, 0.012),
        ].map { z, r, x in
          superellipse(0.235 * k * r, 0.225 * k * r, count: detail.ring(14)).map {
            Vector3($0.x + x * body.stature, $0.y, z)
          }
        }), skin)
    // Nose: a wedge from brow to tip.
    let bridge = surface(Vector3(1, 0, 0.06))
    let base = surface(Vector3(1, 0, -0.3))
    let nose = MeshBuilder.loft([
      superellipse(0.022 * k, 0.03 * k, count: 8).map { bridge + Vector3($0.x - 0.01 * k, $0.y, 0) },
      superellipse(0.045 * k, 0.045 * k, count: 8).map {
        (bridge + noseTip) / 2 + Vector3($0.x - 0.025 * k, $0.y, 0)
      },
      superellipse(0.06 * k, 0.07 * k, count: 8).map { noseTip + Vector3($0.x - 0.055 * k, $0.y, 0.0) },
      superellipse(0.045 * k, 0.055 * k, count: 8).map { base + Vector3($0.x, $0.y, -0.005 * k) },
    ])
    add(nose, skin)
    for side in [1.0, -1.0] {
      let pinna = MeshBuilder.ellipsoid(
        radii: Vector3(0.075, 0.028, 0.13) * k, sides: detail.ring(10), rings: detail.rings(8)
      )
      .rotated(Quaternion(axis: Vector3(0, 0, 1), angle: side * -0.35)).rotated(
        Quaternion(axis: Vector3(0, 1, 0), angle: -0.15))
      let at = ear(side)
      add(pinna.translated(at.x, at.y, at.z), skin)
      // Eyes are smaller than a pixel from afar.
      guard detail.hasLines else { continue }
      let e = eye(side)
      add(
        .ellipsoid(
          center: e - Vector3(0.02 * k, 0, 0), radii: Vector3(0.03, 0.052, 0.024) * k,
          sides: detail.sides(10), rings: detail.rings(6)),
        white)
      add(
        .ellipsoid(
          center: e + Vector3(0.006 * k, 0, 0), radii: Vector3(0.008, 0.022, 0.021) * k,
          sides: detail.sides(8), rings: detail.rings(4)),
        iris)
      let brow = (0...4).map { i -> Vector3 in
        let f = Double(i) / 4
        return surface(Vector3(1, side * (0.17 + 0.4 * f), 0.2 + 0.05 * (1 - (2 * f - 1) * (2 * f - 1))))
          + Vector3(0.004 * k, 0, 0)
      }
      add(
        .tube(brow, radii: [0.012, 0.018, 0.018, 0.015, 0.008].map { $0 * k }, sides: detail.sides(6)), hair)
      let lid = (0...4).map { i -> Vector3 in
        let f = Double(i) / 4 * 2 - 1
        return e + Vector3(0.008 * k - 0.02 * k * f * f, f * 0.056 * k, 0.023 * k - 0.022 * k * f * f)
      }
      add(.tube(lid, radius: 0.009 * k, sides: detail.sides(5)), skin)
    }
    if detail.hasLines { addMouth(to: &asset, node: node, lip: lip) }
    addHair(to: &asset, node: node, hair: hair)
  }

  private func addMouth(to asset: inout AssetBuilder, node: Int, lip: Int) {
    let k = size
    let mouth = (0...6).map { i -> Vector3 in
      let f = Double(i) / 3 - 1
      return surface(Vector3(1, 0.26 * f, -0.5 + 0.03 * f * f)) + Vector3(0.002 * k, 0, 0)
    }
    let radii = [0.006, 0.016, 0.021, 0.019, 0.021, 0.016, 0.006].map { $0 * k }
    asset.add(
      .tube(mouth, radii: radii, sides: detail.sides(6)), material: lip, part: "head", node: node, crease: 1.1
    )
  }

  /// A shell over the skull above a hairline, sunk into the head below it.
  /// - Parameter line: the hairline's height for a direction's forward part, −1 back to 1 front.
  private func cap(thickness: Double, line: ProfileCurve, edge: Double = 0.14) -> MeshBuilder {
    // A hairline needs more corners than a skull.
    let (sides, rings) = detail == .fine ? (26, 20) : detail == .middle ? (18, 14) : (10, 8)
    var shell = MeshBuilder.ellipsoid(radii: Vector3(1, 1, 1), sides: sides, rings: rings)
    shell.displace { d in
      let above = d.z - line(d.x)
      let out = thickness * smoothstep(0, edge, above) * (1 - 0.25 * max(0, d.z))
      return center + (surface(d) - center) * (above > 0 ? 1 + out : max(0.86, 1 + above * 0.7))
    }
    return shell
  }

  private func addHair(to asset: inout AssetBuilder, node: Int, hair: Int) {
    let k = size
    func add(_ b: MeshBuilder, _ material: Int, part: String = "hair", crease: Double = 1.1) {
      asset.add(b, material: material, part: part, node: node, crease: crease)
    }
    func line(_ p: [(Double, Double)]) -> ProfileCurve { ProfileCurve(p.map { Vector2($0.0, $0.1) }) }
    let short = line([
      (-1, -0.5), (-0.45, -0.42), (-0.2, -0.02), (0.12, 0.05), (0.35, 0.28), (0.6, 0.5), (1, 0.58),
    ])
    let back = surface(Vector3(-1, 0, 0.1))
    switch outfit.hair {
    case .bald: break
    case .short: add(cap(thickness: 0.13, line: short), hair)
    case .long:
      add(
        cap(
          thickness: 0.16,
          line: line([(-1, -0.9), (-0.3, -0.7), (0.0, -0.25), (0.25, 0.1), (0.5, 0.42), (1, 0.6)])), hair)
      // Falls behind the ears to the shoulders.
      let fall = MeshBuilder.loft(
        [
          (0.25, 0.3, 0.36, 0.02), (0.0, 0.28, 0.4, 0), (-0.35, 0.19, 0.38, 0.0), (-0.75, 0.13, 0.36, -0.02),
          (-1.0, 0.07, 0.28, -0.06),
        ].map {
          z, depth, width, x in
          superellipse(depth * k, width * k, exponent: 2.6, count: detail.ring(18)).map {
            Vector3(back.x + 0.2 * k + (x - 0.02) * k + $0.x, $0.y, center.z + z * k)
          }
        })
      add(fall, hair)
    case .bun:
      add(cap(thickness: 0.1, line: short), hair)
      add(
        .ellipsoid(
          center: back + Vector3(-0.08 * k, 0, 0.16 * k), radii: Vector3(0.15, 0.16, 0.15) * k,
          sides: detail.ring(14), rings: detail.ring(9)), hair)
    case .cap:
      add(cap(thickness: 0.09, line: short), hair)
      let cloth = asset.material(Material(name: "cap", baseColor: outfit.bagColour.linear, roughness: 0.9))
      let brim = line([(-1, 0.02), (0, 0.1), (0.5, 0.24), (1, 0.3)])
      add(cap(thickness: 0.2, line: brim, edge: 0.1), cloth, part: "cap")
      let visor = MeshBuilder.slab(
        columns: detail.steps(10), rows: detail.steps(4),
        front: { visorPoint($0, $1) + Vector3(0, 0, 0.012 * k) },
        back: { visorPoint($0, $1) - Vector3(0, 0, 0.008 * k) })
      add(visor, cloth, part: "cap")
    case .helmet:
      let shell = asset.material(Material(name: "helmet", baseColor: outfit.bagColour.linear, roughness: 0.3))
      let dark = asset.material(
        Material(name: "helmet_vents", baseColor: Colour(0x18191b).linear, roughness: 0.8))
      add(cap(thickness: 0.08, line: short), hair)
      let edge = line([(-1, -0.1), (-0.4, 0.05), (0, 0.16), (0.5, 0.26), (1, 0.3)])
      var dome = cap(thickness: 0.3, line: edge, edge: 0.1)
      // A longer tail, as bicycle helmets have.
      dome.displace { p in p.x < center.x ? Vector3(center.x + (p.x - center.x) * 1.1, p.y, p.z) : p }
      add(dome, shell, part: "helmet")
      for y in [-0.17, 0, 0.17] {
        let vent = (0...8).map { i -> Vector3 in
          let a = 0.45 + 1.9 * Double(i) / 8
          let (s, c) = DeterministicMath.sincos(a)
          let d = normalized(Vector3(c, y * 1.6, s))
          let p = surface(d) - center
          return center + p * (1 + 0.3 * (1 - 0.25 * max(0, d.z))) * Vector3(c < 0 ? 1.1 : 1, 1, 1)
        }
        add(
          .tube(
            vent, radii: [0.004, 0.03, 0.036, 0.036, 0.036, 0.036, 0.036, 0.03, 0.004].map { $0 * k },
            sides: detail.sides(6)), dark, part: "helmet")
      }
      for side in [1.0, -1.0] {
        let strap = [
          surface(Vector3(0.1, side, 0.15)), surface(Vector3(0.15, side, -0.35)),
          surface(Vector3(0.45, side * 0.35, -0.88)),
        ]
        add(
          .tube(strap.map { center + ($0 - center) * 1.02 }, radius: 0.02 * k, sides: detail.sides(5)), dark,
          part: "helmet"
        )
      }
    }
  }

  /// A cap's visor: u across, v outward.
  private func visorPoint(_ u: Double, _ v: Double) -> Vector3 {
    let a = (u - 0.5) * 2.2
    let (s, c) = DeterministicMath.sincos(a)
    let root = surface(Vector3(c, s * 0.8, 0.36)) - Vector3(0.02 * size, 0, 0)
    return root + Vector3(c * 0.36 * v * size, s * 0.08 * v * size, -0.09 * v * size)
  }
}
