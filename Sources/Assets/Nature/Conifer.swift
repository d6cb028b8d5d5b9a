import VectorMath
package import WorldModel

/// A spruce: a straight trunk, whorls of drooping boughs, shorter towards the top.
package struct Conifer: ParametricAsset {
  package static let assetName = "conifer"
  package var height: Double
  package var needleColour: Colour
  package var variant: UInt64

  package init() { self.init(height: 11) }

  package init(height: Double, needleColour: Colour = Colour(0x9cb894), variant: UInt64 = 1) {
    self.height = height
    self.needleColour = needleColour
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "conifer", nativeClass: "tree", mainPart: "trunk")
    let bark = asset.material(PlantMaterials.bark, tile: ProceduralTexture.barkTile)
    let needle = asset.material(PlantMaterials.needles(needleColour))
    let chance = AssetVariation(seed: variant)
    let r = 0.014 * height
    asset.add(
      .tube(
        [Vector3(0, 0, 0), Vector3(0, 0, 0.25), Vector3(0, 0, height * 0.5), Vector3(0, 0, height * 0.97)],
        radii: [r * 1.5, r, r * 0.6, 0.01], sides: 10),
      material: bark)
    var cards = MeshBuilder()
    let whorls = 22
    for w in 0..<whorls {
      let f = Double(w) / Double(whorls - 1)
      // Whorls stand closer towards the top.
      let z = height * (0.13 + 0.83 * (1 - (1 - f) * (1 - f * 0.3)))
      let reach = height * 0.215 * DeterministicMath.pow(1 - f, 0.8) + 0.02 * height
      let count = max(5, Int((13 * (1 - f * 0.6)).rounded()))
      for k in 0..<count {
        let i = w * 20 + k
        let angle =
          2 * Double.pi * (Double(k) + chance.unit("around", i) * 0.7) / Double(count) + Double(w) * 1.1
        let (s, c) = DeterministicMath.sincos(angle)
        let out = Vector3(c, s, 0)
        let l = reach * chance.number("reach", i, in: 0.82...1.12)
        let droop = (0.42 - 0.75 * f) * chance.number("droop", i, in: 0.8...1.2)
        let axis = normalized(out - Vector3(0, 0, droop))
        let side = cross(Vector3(0, 0, 1), out)
        let root =
          Vector3(0, 0, z + chance.number("rise", i, in: -0.2...0.2) * height / Double(whorls)) + out * 0.03
        if w % 2 == 0 && k % 2 == 0 {
          asset.add(
            .tube([root, root + axis * (l * 0.75)], radii: [r * 0.22 * (1.2 - f), 0.006], sides: 5),
            material: bark)
        }
        let light = Float(0.78 + 0.22 * f + chance.number("tone", i, in: -0.09...0.09))
        cards.color = SIMD4(light, light, light, 1)
        let normal = normalized(out + Vector3(0, 0, 0.55))
        // Two sheets along the bough, tilted like a roof, and one hanging below.
        for tilt in [0.45, -0.45] {
          let across = normalized(side - Vector3(0, 0, tilt))
          cards.card(
            at: root + across * (0.08 * l * (tilt > 0 ? 1 : -1)), up: axis * l, side: across * (0.42 * l),
            normal: normal)
        }
        cards.card(
          at: root, up: normalized(axis - Vector3(0, 0, 0.25)) * (l * 0.95),
          side: normalized(side * 0.35 + Vector3(0, 0, 1)) * (0.2 * l), normal: normal)
      }
    }
    // The leading shoot.
    for k in 0..<4 {
      let (s, c) = DeterministicMath.sincos(Double.pi * Double(k) / 4)
      cards.card(
        at: Vector3(0, 0, height * 0.87), up: Vector3(0, 0, height * 0.13),
        side: Vector3(c, s, 0) * (height * 0.035), normal: Vector3(-s, c, 0.3))
    }
    cards.displace { Vector3($0.x, $0.y, max(0.12, $0.z)) }
    asset.add(cards, material: needle, part: "leaves")
    return asset.asset()
  }
}
