import VectorMath
package import WorldModel

/// A round bush, or a clipped hedge along y.
package struct Bush: ParametricAsset {
  package static let assetName = "bush"
  package enum Kind: Sendable, Hashable {
    case round(radius: Double)
    /// Metres: along y, across, up.
    case hedge(length: Double, width: Double, height: Double)
  }
  package var kind: Kind
  package var leafColour: Colour
  package var variant: UInt64

  package init() { self.init(kind: .round(radius: 0.7)) }

  package init(kind: Kind, leafColour: Colour = Colour(0xa9c48c), variant: UInt64 = 1) {
    self.kind = kind
    self.leafColour = leafColour
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "bush", nativeClass: "bush", mainPart: "leaves")
    let leaf = asset.material(PlantMaterials.leaves(leafColour))
    let core = asset.material(Material(name: "core", baseColor: Colour(0x26341a).linear, roughness: 1))
    let chance = AssetVariation(seed: variant)
    switch kind {
    case .round(let radius):
      var clumps: [(center: Vector3, radius: Double)] = [(Vector3(0, 0, radius * 0.85), radius * 0.8)]
      for i in 0..<6 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(i) + 0.5 * chance.unit("clump", i)) / 6)
        clumps.append(
          (
            Vector3(c, s, 0) * (radius * 0.5)
              + Vector3(0, 0, radius * chance.number("clump z", i, in: 0.55...1.0)), radius * 0.52
          ))
      }
      let cards = LeafCards.crown(
        clumps: clumps, middle: Vector3(0, 0, radius * 0.7), cardsPerClump: 110,
        size: 0.3 * (radius / 0.7).squareRoot(), chance: chance)
      asset.add(aboveGround(cards), material: leaf)
      asset.add(
        .ellipsoid(
          center: Vector3(0, 0, radius * 0.72), radii: Vector3(0.72, 0.72, 0.72) * radius, sides: 12, rings: 8
        ), material: core)
    case .hedge(let length, let width, let height):
      asset.add(
        .box(
          from: Vector3(-width * 0.42, -length / 2 + 0.06, 0),
          to: Vector3(width * 0.42, length / 2 - 0.06, height - 0.08), bevel: 0.1), material: core)
      asset.add(
        aboveGround(hedgeCards(length: length, width: width, height: height, chance: chance)), material: leaf)
    }
    return asset.asset()
  }

  private func hedgeCards(length: Double, width: Double, height: Double, chance: AssetVariation)
    -> MeshBuilder
  {
    var out = MeshBuilder()
    // The faces of the block: where they start, what they span, how they face.
    let faces: [(Vector3, Vector3, Vector3, Vector3)] = [
      (Vector3(width / 2, -length / 2, 0), Vector3(0, length, 0), Vector3(0, 0, height), Vector3(1, 0, 0)),
      (Vector3(-width / 2, -length / 2, 0), Vector3(0, length, 0), Vector3(0, 0, height), Vector3(-1, 0, 0)),
      (
        Vector3(-width / 2, -length / 2, height), Vector3(0, length, 0), Vector3(width, 0, 0),
        Vector3(0, 0, 1)
      ),
      (Vector3(-width / 2, length / 2, 0), Vector3(width, 0, 0), Vector3(0, 0, height), Vector3(0, 1, 0)),
      (Vector3(-width / 2, -length / 2, 0), Vector3(width, 0, 0), Vector3(0, 0, height), Vector3(0, -1, 0)),
    ]
    var i = 0
    for (origin, u, v, normal) in faces {
      let (a, b) = (VectorMath.length(u), VectorMath.length(v))
      let density = min(110, 1900 / (2 * length * height + length * width + 2 * width * height))
      for _ in 0..<Int(a * b * density) {
        i += 1
        let at =
          origin + u * chance.unit("u", i) + v * chance.unit("v", i) - normal
          * chance.number("in", i, in: 0.02...0.12)
        let tilt = Vector3(
          chance.number("tx", i, in: -0.8...0.8), chance.number("ty", i, in: -0.8...0.8),
          chance.number("tz", i, in: -0.3...0.8))
        let up = normalized(tilt + normal * 0.35)
        let side = normalized(cross(up, normal + tilt * 0.3))
        let tone = Float(chance.number("tone", i, in: 0.75...1.1) * (0.75 + 0.25 * at.z / height))
        out.color = SIMD4(tone, tone, tone, 1)
        let size = chance.number("size", i, in: 0.2...0.3)
        out.card(
          at: at - up * (0.5 * size), up: up * size, side: side * (0.5 * size),
          normal: normalized(normal + tilt * 0.25))
      }
    }
    return out
  }

  /// Leaves never grow into the ground.
  private func aboveGround(_ cards: MeshBuilder) -> MeshBuilder {
    var out = cards
    out.displace { Vector3($0.x, $0.y, max(0.01, $0.z)) }
    return out
  }
}
