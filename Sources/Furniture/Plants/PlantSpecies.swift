import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// Plants that live in rooms. Each grows from the soil at z = `base`, leaves as sheets, stems as solids.
enum PlantSpecies: String, Sendable, CaseIterable {
  case monstera, snakePlant, fiddleLeaf, rubber, palm
  case succulent, pothos, cactus, fern, herb

  /// - Parameters:
  ///   - base: height of the soil, metres.
  ///   - height: from the soil to the highest leaf, metres, about.
  ///   - spread: radius of the pot, metres.
  func grow(in asset: inout AssetBuilder, _ v: AssetVariation, base: Double, height: Double, spread: Double) {
    switch self {
    case .monstera: monstera(&asset, v, base, height)
    case .snakePlant: snakePlant(&asset, v, base, height, spread)
    case .fiddleLeaf: tree(&asset, v, base, height, leaf: 0.16, half: 0.075, Colour(0x56813c))
    case .rubber: tree(&asset, v, base, height, leaf: 0.15, half: 0.05, Colour(0x2f5236))
    case .palm: palm(&asset, v, base, height)
    case .succulent: succulent(&asset, v, base, spread)
    case .pothos: pothos(&asset, v, base, spread)
    case .cactus: cactus(&asset, v, base, height, spread)
    case .fern: fern(&asset, v, base, height)
    case .herb: herb(&asset, v, base, height, spread)
    }
  }

  private func heading(_ turn: Double, _ rise: Double) -> Vector3 {
    let (s, c) = DeterministicMath.sincos(turn)
    let (sr, cr) = DeterministicMath.sincos(rise)
    return Vector3(c * cr, s * cr, sr)
  }

  private var stemMaterial: Material {
    Material(name: "plant_stem", baseColor: Colour(0x6f8448).linear, roughness: 0.6)
  }

  private var barkMaterial: Material {
    Material(name: "plant_bark", baseColor: Colour(0x7d6850).linear, roughness: 0.9)
  }

  private func monstera(_ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double) {
    let leaf = asset.material(LeafTexture.monstera.material(Colour(0x3f7038)))
    let stem = asset.material(stemMaterial)
    let count = 9 + v.choice("leaves", of: 5)
    for i in 0..<count {
      let t = (Double(i) + 0.5) / Double(count)
      let turn = 2.4 * Double(i) + v.number("turn", i, in: -0.4...0.4)
      // Outer leaves hang lower.
      let rise = 1.42 - 0.6 * t + v.number("rise", i, in: -0.1...0.1)
      let reach = height * (0.86 - 0.36 * t) * v.number("reach", i, in: 0.85...1)
      let stalk = LeafShape.drooping(
        Vector3(0, 0, base - 0.01) + heading(turn, 0) * 0.02, heading(turn, rise), length: reach, droop: 0.25)
      asset.add(
        .tube(stalk, radii: (0...8).map { 0.006 - 0.0003 * Double($0) }, sides: 6), material: stem,
        part: "stem")
      guard let tip = stalk.last else { continue }
      let size = height * v.number("size", i, in: 0.3...0.4)
      let out = heading(turn, -0.35 + 0.3 * (1 - t))
      let path = LeafShape.drooping(tip - out * (size * 0.16), out, length: size, droop: 0.7)
      asset.add(
        LeafShape.blade(path, up: heading(turn + .pi, 1.1), fold: 0.16, columns: 6) { _ in size * 0.46 },
        material: leaf, part: "leaf", crease: 1.5)
    }
  }

  private func snakePlant(
    _ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double, _ spread: Double
  ) {
    let leaf = asset.material(LeafTexture.sword.material(Colour(0x5c7f52)))
    for i in 0..<(9 + v.choice("leaves", of: 6)) {
      let turn = 2.4 * Double(i)
      let r = spread * 0.5 * (Double(i) / 14).squareRoot()
      let l = height * v.number("length", i, in: 0.55...1)
      let twist = v.number("twist", i, in: -0.7...0.7)
      let root = heading(turn, 0) * r + Vector3(0, 0, base - 0.01)
      let lean = heading(turn, 1.45 - 0.16 * Double(i % 4))
      let path = (0...10).map { k -> Vector3 in
        let t = Double(k) / 10
        return root + lean * (l * t) + heading(turn + 1.5, 0) * (0.014 * DeterministicMath.sin(t * 3 + twist))
      }
      let half = 0.026 * (0.7 + 0.4 * height)
      asset.add(
        LeafShape.blade(path, up: heading(turn + twist + .pi, 0), fold: 0.35) { t in
          half * (0.62 + 0.38 * min(1, t * 2.5)) * min(1, (1 - t) * 3.2 + 0.02)
        }, material: leaf, part: "leaf", crease: 1.5)
    }
  }

  /// A stem with large leaves all around: fiddle-leaf figs and rubber trees.
  private func tree(
    _ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double, leaf: Double,
    half: Double,
    _ colour: Colour
  ) {
    let green = asset.material(LeafTexture.veined.material(colour))
    let bark = asset.material(barkMaterial)
    let stems = 1 + v.choice("stems", of: 2)
    for s in 0..<stems {
      let lean = heading(v.number("stem turn", s, in: 0...6.28), stems == 1 ? 1.5 : 1.38)
      let l = height * (s == 0 ? 0.92 : 0.7)
      let path = (0...8).map { k -> Vector3 in
        let t = Double(k) / 8
        let sway = 0.03 * DeterministicMath.sin(t * 5 + Double(s) * 2)
        return Vector3(sway, sway * 0.6, base - 0.01) + lean * (l * t)
      }
      asset.add(
        .tube(path, radii: (0...8).map { 0.013 - 0.0009 * Double($0) }, sides: 8), material: bark,
        part: "stem")
      let count = Int(height * 26) + 6
      for i in 0..<count {
        let n = s * 100 + i
        let t = 0.3 + 0.7 * Double(i) / Double(count - 1)
        let at =
          path[min(8, Int(t * 8))] + (path[min(8, Int(t * 8) + 1)] - path[min(8, Int(t * 8))])
          * (t * 8 - (t * 8).rounded(.down))
        let turn = 2.4 * Double(i) + v.number("turn", n, in: -0.3...0.3)
        let rise = 0.15 + 0.9 * (t - 0.3) + v.number("rise", n, in: -0.2...0.3)
        let size = leaf * v.number("size", n, in: 0.75...1.2) * (height / 1.2).squareRoot() * 1.25
        let out = heading(turn, min(1.45, rise))
        let k = half / leaf
        let leafPath = LeafShape.drooping(at, out, length: size + 0.03, droop: 0.7)
        asset.add(
          LeafShape.blade(leafPath, up: heading(turn + .pi, 1.2), fold: 0.22, columns: 4, wave: 0.1) { t in
            // A stalk, then a waist like that of a fiddle, widest near the tip.
            let blade = max(0, (t - 0.12) / 0.88)
            let fiddle = 0.55 + 0.45 * smoothstep(0.25, 0.75, blade)
            let round = max(0.0, 1 - DeterministicMath.pow((2 * blade - 1).magnitude, 3.2))
            return 0.0025 + size * k * fiddle * round
          }, material: green, part: "leaf", crease: 1.5)
      }
    }
  }

  private func palm(_ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double) {
    let green = asset.material(LeafTexture.veined.material(Colour(0x5f8f3e)))
    let stem = asset.material(stemMaterial)
    let fronds = 9 + v.choice("fronds", of: 4)
    for i in 0..<fronds {
      let turn = 2.4 * Double(i) + v.number("turn", i, in: -0.3...0.3)
      let rise = 1.5 - 0.045 * Double(i)
      let l = height * v.number("length", i, in: 0.9...1.12)
      let path = LeafShape.drooping(
        Vector3(0, 0, base - 0.01) + heading(turn, 0) * 0.025, heading(turn, rise), length: l, droop: 0.55,
        steps: 12)
      asset.add(
        .tube(path, radii: (0...12).map { 0.006 - 0.0004 * Double($0) }, sides: 5), material: stem,
        part: "stem")
      for k in 5...12 {
        for side in [-1.0, 1] {
          let along = normalized(path[min(12, k)] - path[k - 1])
          let flat = normalized(cross(along, Vector3(0, 0, 1)))
          let way = flat * side + along * 0.75 + Vector3(0, 0, 0.15)
          let size = height * 0.26 * (1 - 0.5 * Double((k - 8).magnitude) / 8)
          let leaf = LeafShape.drooping(
            path[k] - along * (l / 24 * (side > 0 ? 0 : 1)), way, length: size, droop: 0.75, steps: 4)
          asset.add(
            LeafShape.blade(leaf, up: Vector3(0, 0, 1), fold: 0.3, columns: 2) { t in
              0.002 + 0.016 * DeterministicMath.sin(.pi * min(1, 0.12 + t * 0.88))
            }, material: green, part: "leaf", crease: 1.5)
        }
      }
    }
  }

  /// A rosette of thick leaves.
  private func succulent(_ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ spread: Double) {
    let tones = [Colour(0x7f9f86), Colour(0x8aa07a), Colour(0x9a8f9f), Colour(0x6f9a94)]
    let green = asset.material(
      Material(
        name: "succulent_\(v.choice("tone", of: 4))", baseColor: tones[v.choice("tone", of: 4)].linear,
        roughness: 0.55))
    let rings = [(9, 0.15, 1.0), (8, 0.5, 0.86), (7, 0.85, 0.68), (5, 1.15, 0.46), (3, 1.4, 0.28)]
    var n = 0
    for (ring, (count, rise, size)) in rings.enumerated() {
      for k in 0..<count {
        n += 1
        let turn =
          2 * Double.pi * (Double(k) + 0.5 * Double(ring)) / Double(count)
          + v.number("turn", n, in: -0.1...0.1)
        let out = heading(turn, rise)
        let raise = normalized(Vector3(0, 0, 1) - out * out.z)
        let side = cross(raise, out)
        let l = spread * 0.98 * size
        let root = Vector3(0, 0, base + 0.006 + 0.006 * Double(ring))
        let sections = [
          (0.0, 0.14, 0.06), (0.3, 0.27, 0.12), (0.62, 0.36, 0.13), (0.85, 0.26, 0.09), (1.0, 0.02, 0.02),
        ]
        let loft = sections.map { t, w, h -> [Vector3] in
          let c = root + out * (l * t) + raise * (l * 0.16 * t * t)
          return (0..<6).map { q in
            let (s, k) = DeterministicMath.sincos(2 * Double.pi * Double(q) / 6)
            return c + side * (k * w * l * 0.8) + raise * (s * h * l * (s > 0 ? 0.45 : 1))
          }
        }
        asset.add(.loft(loft), material: green, part: "leaf", crease: 1)
      }
    }
  }

  /// Trailing stems with heart-shaped leaves, over the rim and down.
  private func pothos(_ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ spread: Double) {
    let green = asset.material(LeafTexture.pothos.material(Colour(0x4f8a42)))
    let stem = asset.material(stemMaterial)
    for i in 0..<9 {
      let turn = 2 * Double.pi * Double(i) / 9 + v.number("turn", i, in: -0.3...0.3)
      let out = heading(turn, 0)
      let fall = (base - 0.02) * v.number("fall", i, in: 0.25...0.93)
      var path = [
        Vector3(0, 0, base - 0.01) + out * (spread * 0.25),
        Vector3(0, 0, base + 0.045) + out * (spread * 0.7),
      ]
      path.append(Vector3(0, 0, base + 0.03) + out * (spread * 1.12))
      let steps = 5
      for k in 1...steps {
        let t = Double(k) / Double(steps)
        path.append(
          Vector3(0, 0, base + 0.03 - fall * t) + out
            * (spread * (1.2 + 0.1 * DeterministicMath.sin(t * 5 + Double(i))))
            + heading(turn + 1.57, 0) * (0.02 * DeterministicMath.sin(t * 4 + Double(i) * 2)))
      }
      asset.add(.tube(path, radius: 0.002, sides: 5), material: stem, part: "stem")
      for (k, p) in path.enumerated() where k > 0 {
        for side in [-1.0, 1] {
          let n = i * 32 + k * 2 + (side > 0 ? 1 : 0)
          let way = heading(turn + side * v.number("leaf turn", n, in: 0.3...1.2), k < 3 ? 0.5 : -0.3)
          let size = v.number("size", n, in: 0.05...0.085)
          let leaf = LeafShape.drooping(p, way, length: size, droop: 1.0, steps: 5)
          guard leaf.allSatisfy({ $0.z > 0.004 }) else { continue }
          asset.add(
            LeafShape.blade(leaf, up: heading(turn + .pi, 1.0), fold: 0.25, columns: 2) { t in
              size * 0.42
                * DeterministicMath.pow(
                  DeterministicMath.sin(.pi * min(1, DeterministicMath.pow(t, 0.6))), 0.8) + 0.0015
            }, material: green, part: "leaf", crease: 1.5)
        }
      }
    }
  }

  private func cactus(
    _ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double, _ spread: Double
  ) {
    let green = asset.material(
      Material(name: "cactus_green", baseColor: Colour(0x55784a).linear, roughness: 0.6))
    let spine = asset.material(
      Material(name: "cactus_spine", baseColor: Colour(0xe6dcb8).linear, roughness: 0.6))
    let ribs = 12
    func column(_ foot: Vector3, _ r: Double, _ h: Double) {
      let profile = ProfileCurve([
        Vector2(0, 0.72), Vector2(0.15, 0.95), Vector2(0.5, 1), Vector2(0.85, 0.85), Vector2(1, 0.2),
      ])
      let rings = (0...12).map { k -> [Vector3] in
        let t = Double(k) / 12
        return (0..<ribs * 2).map { q in
          let (s, c) = DeterministicMath.sincos(.pi * Double(q) / Double(ribs))
          let w = r * profile(t) * (q % 2 == 0 ? 1 : 0.84)
          return foot + Vector3(c * w, s * w, h * t)
        }
      }
      asset.add(.loft(rings), material: green, part: "stem")
      for k in stride(from: 1, through: 11, by: 2) {
        for q in 0..<ribs {
          let t = Double(k) / 12
          let (s, c) = DeterministicMath.sincos(.pi * Double(2 * q) / Double(ribs))
          let p = foot + Vector3(c, s, 0) * (r * profile(t) * 0.98) + Vector3(0, 0, h * t)
          asset.add(
            .cylinder(
              from: p, to: p + Vector3(c * 0.007, s * 0.007, 0.003), radius: 0.0009, endRadius: 0, sides: 4),
            material: spine, part: "spine")
        }
      }
    }
    column(Vector3(0, 0, base - 0.006), spread * 0.42, height)
    column(Vector3(spread * 0.5, spread * 0.1, base - 0.006), spread * 0.22, height * 0.42)
  }

  private func fern(_ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double) {
    let green = asset.material(LeafTexture.veined.material(Colour(0x6a9a46)))
    let stem = asset.material(stemMaterial)
    for i in 0..<22 {
      let turn = 2.4 * Double(i) + v.number("turn", i, in: -0.3...0.3)
      let l = height * v.number("length", i, in: 0.9...1.3)
      let path = LeafShape.drooping(
        Vector3(0, 0, base - 0.005), heading(turn, 1.35 - 0.04 * Double(i)), length: l, droop: 1.7, steps: 10)
      asset.add(.tube(path, radius: 0.0013, sides: 4), material: stem, part: "stem")
      for k in 2...10 {
        let along = normalized(path[k] - path[k - 1])
        let flat = normalized(cross(along, Vector3(0, 0, 1)))
        let size = l * 0.2 * DeterministicMath.sin(.pi * (0.15 + 0.8 * Double(k) / 11))
        for side in [-1.0, 1] {
          let leaf = [
            path[k], path[k] + flat * (side * size * 0.5) + along * 0.006,
            path[k] + flat * (side * size) + along * 0.012 - Vector3(0, 0, size * 0.2),
          ]
          asset.add(
            LeafShape.blade(leaf, up: Vector3(0, 0, 1), fold: 0.1, columns: 2) { t in
              l * 0.028 * (1 - 0.8 * t)
            },
            material: green, part: "leaf", crease: 1.5)
        }
      }
    }
  }

  /// Basil and its like: many small round leaves on upright stems.
  private func herb(
    _ asset: inout AssetBuilder, _ v: AssetVariation, _ base: Double, _ height: Double, _ spread: Double
  ) {
    let green = asset.material(LeafTexture.veined.material(Colour(0x6fa443)))
    let stem = asset.material(stemMaterial)
    for i in 0..<11 {
      let turn = 2.4 * Double(i)
      let root =
        heading(turn, 0) * (spread * 0.5 * (Double(i) / 11).squareRoot()) + Vector3(0, 0, base - 0.005)
      let l = height * v.number("length", i, in: 0.6...1)
      let top = root + heading(turn, 1.3) * l
      asset.add(
        .tube([root, (root + top) / 2 + Vector3(0.004, 0, 0), top], radius: 0.0016, sides: 5), material: stem,
        part: "stem")
      for k in 1...4 {
        let p = root + (top - root) * (Double(k) / 4)
        for q in 0..<3 {
          let n = i * 16 + k * 3 + q
          let size = v.number("size", n, in: 0.03...0.05)
          let leaf = LeafShape.drooping(
            p, heading(2.1 * Double(q) + Double(k), 0.5), length: size, droop: 0.8, steps: 4)
          asset.add(
            LeafShape.blade(leaf, up: Vector3(0, 0, 1), fold: 0.3, columns: 2) { t in
              size * 0.33 * DeterministicMath.sin(.pi * min(0.98, 0.05 + t)) + 0.001
            }, material: green, part: "leaf", crease: 1.5)
        }
      }
    }
  }
}
