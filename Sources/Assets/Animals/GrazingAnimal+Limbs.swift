import VectorMath
import WorldModel

/// What is rigid on a cow or a deer: legs below the thigh, ears, eyes, horns, antlers, tail.
extension GrazingAnimal {
  func addLegs(
    _ asset: inout AssetBuilder, _ hide: GrazerHide, _ fur: Int, _ detail: Fineness, _ nodes: [String: Int]
  ) {
    let s = height
    let hoofMaterial = asset.material(
      Material(name: "horn_hoof", baseColor: Colour(0x2b2622).linear, roughness: 0.6))
    for leg in GrazerLeg.allCases {
      let (j, r) = (bones.joints(leg).map { $0 * s }, bones.radii(leg).map { $0 * s })
      func add(_ bone: GrazerLeg.Bone, _ b: MeshBuilder, _ material: Int, _ part: String) {
        let origin = j[GrazerLeg.Bone.allCases.firstIndex(of: bone) ?? 0]
        var painted = b
        if material == fur {
          painted.projectUVs()
          painted.paint { hide.colour($0) }
        }
        asset.add(
          painted.translated(-origin.x, -origin.y, -origin.z), material: material, part: part,
          node: nodes[leg.node(bone)] ?? 0, crease: 1.2)
      }
      let sides = detail.sides(12)
      // From inside of the thigh to below the knee or hock, which are wider than what is above and below.
      let from = j[1] + (j[2] - j[1]) * 0.3
      let down = normalized(j[3] - j[2])
      add(
        .lower,
        .tube(
          [from, j[1] + (j[2] - j[1]) * 0.6, j[2] - (j[2] - j[1]) * 0.12, j[2], j[2] + down * r[2] * 0.9],
          radii: [r[1] * 0.75, (r[1] + (r[2] - r[1]) * 0.72) * 0.97, r[2] * 0.98, r[2], r[2] * 0.35],
          sides: sides),
        fur, "leg")
      let way = j[3] - j[2]
      let pastern = j[3] + (j[4] - j[3]) * 0.5
      add(
        .cannon,
        .tube(
          [
            j[2] - down * r[2] * 0.5, j[2] + way * 0.12, j[2] + way * 0.5, j[3] - way * 0.14, j[3],
            j[3] + down * r[3] * 0.6,
          ],
          radii: [r[2] * 0.5, r[2] * 0.9, r[3] * 0.84, r[3] * 0.9, r[3] * 1.1, r[3] * 0.5], sides: sides),
        fur, "leg")
      let hoof = hoof(from: j[3], middle: pastern, to: j[4], radius: r[3], sides: detail.ring(12))
      add(.hoof, hoof.pastern, fur, "leg")
      add(.hoof, hoof.horn, hoofMaterial, "hoof")
    }
  }

  private func hoof(from: Vector3, middle: Vector3, to: Vector3, radius r: Double, sides: Int) -> (
    pastern: MeshBuilder, horn: MeshBuilder
  ) {
    let top = Vector3(to.x - 0.2 * r, to.y, 1.35 * r)
    let pastern = MeshBuilder.tube(
      [from - (middle - from) * 0.3, from, (from + top) / 2, top - Vector3(0, 0, 0.3 * r)],
      radii: [0.5 * r, 1.02 * r, 0.9 * r, 0.98 * r], sides: sides)
    // Wider below, its toe ahead; the sole is flat.
    let horn = MeshBuilder.loft(
      [(0.0, 1.32, 1.16, 0.25), (0.35, 1.28, 1.13, 0.2), (1.35, 1.0, 0.98, -0.1), (1.5, 0.8, 0.8, -0.15)].map
      {
        z, long, wide, ahead in
        superellipse(long * r, wide * r, exponent: 2.4, count: sides).map {
          Vector3(to.x + ahead * r + $0.x, to.y + $0.y, z * r)
        }
      })
    return (pastern, horn)
  }

  func addHead(
    _ asset: inout AssetBuilder, _ hide: GrazerHide, _ fur: Int, _ detail: Fineness, _ nodes: [String: Int]
  ) {
    let s = height
    let isCow = species == .cow
    let chance = AssetVariation(seed: variant)
    let b = bones
    let ahead = normalized(b.look)
    let origin = Vector3(b.poll.x, 0, b.poll.y) * s
    func at(_ forward: Double, _ up: Double, _ y: Double) -> Vector3 {
      let p = ahead * forward + Vector2(-ahead.y, ahead.x) * up
      return Vector3(p.x, y, p.y) * s
    }
    func add(_ mesh: MeshBuilder, _ material: Int, _ part: String) {
      asset.add(mesh, material: material, part: part, node: nodes["head"] ?? 0, crease: 1.2)
    }
    let eye = asset.material(Material(name: "eye", baseColor: Colour(0x15100c).linear, roughness: 0.1))
    for side in [1.0, -1] {
      let place = isCow ? at(0.11, 0.005, side * 0.066) : at(0.06, 0.012, side * 0.046)
      add(
        .ellipsoid(
          center: place, radii: Vector3(repeating: (isCow ? 0.018 : 0.017) * s), sides: detail.sides(10),
          rings: detail.rings(6)), eye, "eye")
      // Ears stand out to the sides, those of deer up and out.
      let root = isCow ? at(0.01, -0.015, side * 0.06) : at(-0.03, 0.03, side * 0.035)
      let tip = isCow ? at(0.0, -0.05, side * 0.2) : at(-0.1, 0.13, side * 0.13)
      let way = tip - root
      let broad = (isCow ? 0.045 : 0.036) * s
      let flat = (isCow ? 0.012 : 0.01) * s
      var ear = MeshBuilder.loft(
        [(-0.15, 0.4), (0.12, 0.75), (0.4, 1.0), (0.7, 0.85), (0.92, 0.4), (1.0, 0.1)].map { t, w in
          superellipse(broad * w, flat * max(0.5, w), exponent: 2, count: detail.ring(10)).map { q in
            root + way * t + Vector3(ahead.x, 0, ahead.y) * q.y
              + normalized(cross(Vector3(ahead.x, 0, ahead.y), way)) * q.x
          }
        })
      ear.projectUVs()
      ear.paint { hide.colour($0 + origin - Vector3(0, 0, 0)) * SIMD4(0.8, 0.8, 0.8, 1) }
      add(ear, fur, "ear")
      let hasHorns = isCow ? chance.unit("horns") < 0.35 : chance.unit("stag") < 0.45
      guard hasHorns else { continue }
      let horn = asset.material(
        Material(name: "horn", baseColor: Colour(isCow ? 0xc9bda4 : 0x6f5640).linear, roughness: 0.6))
      if isCow {
        let path = [(0.0, 0.03, 0.03), (-0.02, 0.06, 0.1), (0.01, 0.1, 0.16), (0.05, 0.16, 0.18)].map {
          at($0.0, $0.1, side * $0.2)
        }
        add(
          .tube(path, radii: [0.024 * s, 0.02 * s, 0.013 * s, 0.003 * s], sides: detail.sides(8)), horn,
          "horn")
      } else {
        let tall = isRed ? 0.72 : 0.4
        func beam(_ points: [(Double, Double, Double)], _ r: Double) {
          let path = points.map { at($0.0, 0.045 + tall * $0.1, side * (0.03 + tall * $0.2)) }
          let radii = path.indices.map { r * s * (1 - 0.7 * Double($0) / Double(path.count - 1)) }
          add(.tube(path, radii: radii, sides: detail.sides(8)), horn, "antler")
        }
        beam(
          [
            (-0.02, -0.02, 0), (-0.09, 0.13, 0.08), (-0.16, 0.32, 0.2), (-0.12, 0.52, 0.22),
            (-0.07, 0.66, 0.2),
          ], 0.02)
        beam([(-0.03, 0.02, 0.01), (0.06, 0.1, 0.05), (0.1, 0.2, 0.07)], 0.012)
        if isRed {
          beam([(-0.14, 0.26, 0.16), (-0.05, 0.32, 0.2), (0.0, 0.42, 0.2)], 0.012)
          beam([(-0.12, 0.5, 0.22), (-0.17, 0.6, 0.28), (-0.18, 0.68, 0.3)], 0.01)
        }
      }
    }
    // The nose's wet tip.
    let nose = isCow ? at(0.335, -0.02, 0) : at(0.25, -0.02, 0)
    add(
      .ellipsoid(
        center: nose, radii: (isCow ? Vector3(0.03, 0.042, 0.03) : Vector3(0.014, 0.019, 0.014)) * s,
        sides: detail.sides(12), rings: detail.rings(8)),
      asset.material(
        Material(name: "leather_nose", baseColor: Colour(isCow ? 0x6e5650 : 0x1c1816).linear, roughness: 0.3)),
      "nose")
  }

  func addTail(
    _ asset: inout AssetBuilder, _ hide: GrazerHide, _ fur: Int, _ detail: Fineness, _ nodes: [String: Int]
  ) {
    let s = height
    let origin = bones.tail[0] * s
    let inside = origin + Vector3(0.05 * s, 0, -0.02 * s)
    let path = [inside] + bones.tail.map { $0 * s }
    let radii =
      species == .cow
      ? [0.03, 0.028, 0.022, 0.016, 0.012].map { $0 * s } : [0.03, 0.03, 0.026, 0.012].map { $0 * s }
    var tail = MeshBuilder.tube(path, radii: radii, sides: detail.sides(10))
    if species == .cow, let end = path.last {
      tail.append(
        .ellipsoid(
          center: end - Vector3(0, 0, 0.05 * s), radii: Vector3(0.03, 0.03, 0.085) * s,
          sides: detail.sides(10),
          rings: detail.rings(8)))
    }
    tail.projectUVs()
    tail.paint { hide.colour($0) }
    asset.add(
      tail.translated(-origin.x, -origin.y, -origin.z), material: fur, part: "tail", node: nodes["tail"] ?? 0,
      crease: 1.2)
  }
}
