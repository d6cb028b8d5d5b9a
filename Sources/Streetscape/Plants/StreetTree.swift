package import Assets
package import VectorMath
package import WorldModel

/// A tree of streets and gardens: a trunk that forks into limbs, limbs that lead to clusters of leaves, gaps between
/// them that show the sky.
///
/// Parts: trunk, leaves.
package struct StreetTree: ParametricAsset {
  package static let assetName = "street_tree"
  package enum Species: String, Sendable, CaseIterable {
    case lime, plane, maple, birch, poplar, cherry
  }

  package var species: Species
  /// Metres.
  package var height: Double
  package var variant: UInt64
  /// No branches below this, metres: street trees are pruned for lorries.
  package var clearance: Double

  package init() { self.init(species: .lime, height: 10, variant: 1) }

  package init(species: Species, height: Double, variant: UInt64, clearance: Double = 0) {
    self.species = species
    self.height = height
    self.variant = variant
    self.clearance = clearance
  }

  /// How a species grows, lengths in parts of the height.
  private struct Habit {
    /// Where the crown begins, how wide it is, where it is widest (0 = at its foot).
    var clear: Double
    var width: Double
    var bulge: Double
    var trunk: Double
    var clusters: Int
    var cards: Int
    var card: Double
    var leaf: UInt32
    var bark: UInt32
    /// Multiplies limbs' rise.
    var upright: Double
  }

  private var habit: Habit {
    switch species {
    case .lime:
      Habit(
        clear: 0.26, width: 0.62, bulge: 0.42, trunk: 0.0145, clusters: 74, cards: 12, card: 0.115,
        leaf: 0xb9d094,
        bark: 0x8e8b84, upright: 1)
    case .plane:
      Habit(
        clear: 0.3, width: 0.8, bulge: 0.5, trunk: 0.0175, clusters: 84, cards: 11, card: 0.12,
        leaf: 0xc6d69a,
        bark: 0xd2cdbb, upright: 0.8)
    case .maple:
      Habit(
        clear: 0.24, width: 0.72, bulge: 0.48, trunk: 0.015, clusters: 78, cards: 12, card: 0.12,
        leaf: 0xa3c07e,
        bark: 0x99958c, upright: 0.9)
    case .birch:
      Habit(
        clear: 0.2, width: 0.44, bulge: 0.36, trunk: 0.0105, clusters: 62, cards: 11, card: 0.095,
        leaf: 0xc9d88c,
        bark: 0xffffff, upright: 1.3)
    case .poplar:
      Habit(
        clear: 0.1, width: 0.24, bulge: 0.4, trunk: 0.014, clusters: 70, cards: 11, card: 0.085,
        leaf: 0xaec788,
        bark: 0x9d998f, upright: 2.2)
    case .cherry:
      Habit(
        clear: 0.28, width: 0.85, bulge: 0.45, trunk: 0.0175, clusters: 60, cards: 12, card: 0.135,
        leaf: 0xb4c48a,
        bark: 0x85756c, upright: 0.8)
    }
  }

  package func makeAsset() -> Asset {
    let empty = AssetBuilder(name: "street_tree", nativeClass: "tree", mainPart: "trunk")
    return .levelled(empty, looseness: 3) { build(&$0, $1) }
  }

  private func build(_ asset: inout AssetBuilder, _ detail: Fineness) {
    var habit = habit
    // Leaves hang some way below where the crown begins.
    habit.clear = min(0.6, max(habit.clear, clearance / height + 0.07))
    let chance = AssetVariation(seed: variant)
    let bark = Surfacing.bark(Colour(habit.bark)).index(in: &asset)
    let leaf = asset.material(PlantMaterials.leaves(Colour(habit.leaf)))

    let radius = habit.trunk * height
    let lean = Vector3(
      chance.number("lean x", in: -0.04...0.04), chance.number("lean y", in: -0.04...0.04), 0)
    func stem(_ f: Double) -> Vector3 {
      let sway = 0.012 * height * DeterministicMath.sin(f * 7 + 6 * chance.unit("sway"))
      return (lean + Vector3(sway / height * 2, -sway / height, 1)) * (f * height)
    }
    let fork = habit.clear + 0.06
    let leader = species == .poplar || species == .birch ? 0.92 : 0.62
    // Its foot is level, however the stem leans.
    var trunk = [.zero, Vector3(0, 0, 0.012 * height), stem(0.04)]
    var girth = [radius * 1.55, radius * 1.22, radius * 1.06]
    for k in 1...5 {
      let f = 0.04 + (leader - 0.04) * Double(k) / 5
      trunk.append(stem(f))
      girth.append(radius * (1.05 - 0.85 * Double(k) / 5))
    }
    // Bark goes around a whole number of times, and on from ring to ring.
    let tile = StreetTexture.barkTile
    let around = max(1, (2 * Double.pi * (girth.dropFirst().first ?? 0.2) / tile).rounded()) * tile
    asset.add(.tube(trunk, radii: girth, sides: detail.ring(9), girth: around), material: bark)

    // Where leaves are: clusters over an uneven crown, a few inside.
    let clusters = clusters(habit, chance, stem: stem)
    let limbs = max(5, min(9, clusters.count / 9))
    var tips: [[Vector3]] = Array(repeating: [], count: limbs)
    for c in clusters {
      let angle = DeterministicMath.atan2(c.y, c.x) / (2 * Double.pi) + 1 + 0.5 * (c.z / height)
      tips[Int(angle * Double(limbs)) % limbs].append(c)
    }
    for (i, group) in tips.enumerated() where !group.isEmpty {
      let middle = group.reduce(.zero, +) / Double(group.count)
      let start = stem(fork + (leader - fork) * 0.8 * (Double(i * 7 % limbs) / Double(limbs)))
      let elbow = (start * 0.45 + middle * 0.55) + Vector3(0, 0, -0.03 * height / habit.upright)
      let end = middle * 0.85 + elbow * 0.15
      let r = radius * chance.number("limb", i, in: 0.4...0.55)
      asset.add(
        .tube([start, elbow, end], radii: [r, r * 0.62, r * 0.3], sides: detail.sides(6)), material: bark)
      // Twigs are hidden in the leaves from afar.
      for tip in group where detail != .coarse {
        let from = dot(tip - elbow, tip - elbow) < dot(tip - end, tip - end) ? elbow : end
        let bow = (from + tip) / 2 + Vector3(0, 0, 0.015 * height)
        asset.add(
          detail == .fine
            ? .tube([from, bow, tip], radii: [r * 0.3, r * 0.2, r * 0.06], sides: 4)
            : .tube([from, tip], radii: [r * 0.3, r * 0.06], sides: 3), material: bark)
      }
    }
    let center = stem((habit.clear + 1) / 2)
    var leaves = MeshBuilder()
    for (n, c) in clusters.enumerated() { cluster(c, n, center, habit, chance, detail, &leaves) }
    leaves.displace { Vector3($0.x, $0.y, max(0.15, $0.z)) }
    asset.add(leaves, material: leaf, part: "leaves")
  }

  private func clusters(
    _ habit: Habit, _ chance: AssetVariation, stem: (Double) -> Vector3
  ) -> [Vector3] {
    var out: [Vector3] = []
    let depth = 1 - habit.clear
    for k in 0..<habit.clusters {
      // Even over the crown's height and around it (golden angle), then shaken.
      let f = (Double(k) + chance.unit("up", k)) / Double(habit.clusters)
      let angle = 2.399963 * Double(k) + chance.number("turn", k, in: -0.5...0.5)
      let (s, c) = DeterministicMath.sincos(angle)
      // Widest at the bulge; lobes make the outline uneven.
      let x = f < habit.bulge ? (habit.bulge - f) / habit.bulge : (f - habit.bulge) / (1 - habit.bulge)
      let profile = max(0, 1 - x * x * (f < habit.bulge ? 0.75 : 1)).squareRoot()
      let lobes =
        0.84 + 0.1 * DeterministicMath.sin(3 * angle + 5 * f + 6 * chance.unit("lobe"))
        + 0.08 * DeterministicMath.sin(5 * angle - 9 * f)
      let isInside = k % 5 == 4
      let r =
        habit.width / 2 * profile * lobes * (isInside ? 0.45 : chance.number("reach", k, in: 0.78...1.06))
      let axis = stem(habit.clear + depth * f * 0.97)
      out.append(axis + Vector3(c, s, 0) * (r * height))
    }
    return out
  }

  private func cluster(
    _ c: Vector3, _ n: Int, _ center: Vector3, _ habit: Habit, _ chance: AssetVariation,
    _ detail: Fineness, _ leaves: inout MeshBuilder
  ) {
    // Fewer sheets cover what more did.
    let cards = detail == .fine ? habit.cards : detail == .middle ? habit.cards * 2 / 3 : habit.cards / 3
    let size = habit.card * height * (Double(habit.cards) / Double(cards)).squareRoot()
    let reach = 0.062 * height * chance.number("cluster", n, in: 0.75...1.3)
    let away = normalized(c - center + Vector3(0, 0, 0.12 * height))
    // What stands low and inside gets less of the sky.
    let openness = length(c - center) / (0.45 * height)
    for k in 0..<cards {
      let i = n * 64 + k
      let z = 1 - 2 * (Double(k) + 0.5) / Double(cards)
      let (s, co) = DeterministicMath.sincos(2.399963 * Double(k) + Double(n))
      let ring = (1 - z * z).squareRoot()
      let d = Vector3(co * ring, s * ring, z * 0.7)
      let at = c + d * (reach * chance.number("depth", i, in: 0.3...1.05))
      let outward = normalized(away + d * 0.8 + Vector3(0, 0, 0.2))
      let up = normalized(
        outward * 0.5
          + Vector3(
            chance.number("ux", i, in: -1...1), chance.number("uy", i, in: -1...1),
            chance.number("uz", i, in: -0.7...0.9)))
      let side = normalized(
        cross(
          up,
          outward
            + Vector3(chance.number("sx", i, in: -0.9...0.9), chance.number("sy", i, in: -0.9...0.9), 0.1)))
      let scale = size * chance.number("size", i, in: 0.75...1.25)
      let tone = Float(
        0.5 + 0.3 * min(1, openness) + 0.2 * min(1, max(0, z * 0.5 + 0.5))
          + chance.number("tone", i, in: -0.08...0.08))
      let warm = Float(chance.number("hue", n, in: 0.84...1.08))
      leaves.color = SIMD4(tone * (0.9 + 0.12 * warm), tone, tone * warm, 1)
      leaves.leafCard(
        at: at - up * (0.45 * scale), up: up * scale, side: side * (0.5 * scale), normal: outward)
    }
  }
}

extension MeshBuilder {
  /// A sheet from its lower middle with the whole texture on it, lit by one normal, its front towards that.
  mutating func leafCard(at root: Vector3, up: Vector3, side: Vector3, normal: Vector3) {
    var sheet = MeshBuilder()
    sheet.color = color
    let across = dot(cross(side, up), normal) < 0 ? -side : side
    sheet.texturedQuad(root - across, root + across, root + across + up, root - across + up)
    sheet.setNormals { _ in normal }
    let tint = color
    color = SIMD4(repeating: 1)
    append(sheet)
    color = tint
  }
}
