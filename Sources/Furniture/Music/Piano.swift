import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// An upright piano: a tall case with a keyboard of 88 keys, a music desk and three pedals.
package struct Piano: FurnitureAsset {
  package static let assetName = "piano"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.56...0.62), v.number("width", in: 1.47...1.53),
      v.number("height", in: 1.1...1.28))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "piano", mainPart: "case")
    let v = look.variation
    let lacquers = [Colour(0x111112), Colour(0x111112), Colour(0xf2f1ee)]
    let body: Finish =
      v.unit("wood") < 0.4
      ? look.darkWood : Finish(IndoorMaterial.lacquer(lacquers[v.choice("lacquer", of: 3)], roughness: 0.12))
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    func put(_ a: Vector3, _ b: Vector3, _ part: String? = nil, bevel: Double = 0.004) {
      asset.add(.board(a, b, bevel: bevel), body, part: part)
    }
    let face = -x + 0.34  // where the case's front stands above the keys
    let (bed, keys) = (0.62, 0.7)
    // The case behind: sides, back, panels above and below the keyboard, lid and plinth.
    for s in [-1.0, 1] { put(Vector3(-x, s * y, 0.02), Vector3(face + 0.012, s * (y - 0.03), h - 0.025)) }
    put(Vector3(-x, 0.03 - y, 0.05), Vector3(0.03 - x, y - 0.03, h - 0.025), bevel: 0)
    put(Vector3(face - 0.025, 0.03 - y, keys + 0.1), Vector3(face, y - 0.03, h - 0.025), "panel")
    put(Vector3(face - 0.03, 0.03 - y, 0.1), Vector3(face - 0.01, y - 0.03, bed + 0.01), "panel")
    put(Vector3(-x, 0.03 - y, 0.02), Vector3(face, y - 0.03, 0.1), "plinth")
    put(Vector3(-x - 0.0, -y - 0.012, h - 0.025), Vector3(face + 0.03, y + 0.012, h), "lid", bevel: 0.006)
    // The key bed between two cheeks, on consoles and legs.
    put(Vector3(face - 0.02, 0.03 - y, bed), Vector3(x - 0.005, y - 0.03, bed + 0.035), "key bed")
    put(Vector3(x - 0.03, 0.03 - y, bed + 0.03), Vector3(x - 0.012, y - 0.03, keys - 0.012), "key bed")
    for s in [-1.0, 1] {
      put(Vector3(face, s * y, bed - 0.005), Vector3(x, s * (y - 0.045), keys + 0.035), "cheek", bevel: 0.008)
      put(
        Vector3(face, s * (y - 0.045), bed + 0.03), Vector3(x - 0.03, s * (y - 0.13), keys + 0.012), "cheek")
      asset.add(
        LegShape.spade.mesh(
          from: Vector3(x - 0.05, s * (y - 0.04), bed), to: Vector3(x - 0.05, s * (y - 0.04), 0.02),
          width: 0.06), body, part: "leg")
      // A runner from the wall to the leg: the weight is behind.
      put(Vector3(-x, s * (y - 0.005), 0), Vector3(x - 0.005, s * (y - 0.075), 0.03), "leg")
    }
    // The keys: 52 white, and black ones between, but not between E and F or B and C.
    let ivory = Finish.plastic(Colour(0xf4f1e8))
    let ebony = Finish.plastic(Colour(0x151515))
    let span = 2 * (y - 0.135)
    let step = span / 52
    let back = face + 0.02
    for i in 0..<52 {
      let y0 = y - 0.135 - step * Double(i + 1)
      asset.add(
        .box(from: Vector3(back, y0 + 0.0004, keys - 0.02), to: Vector3(x - 0.022, y0 + step - 0.0004, keys)),
        ivory, part: "white key")
      // The first key is an A; the notes with a black one to their right: C D F G A.
      if [0, 2, 3, 5, 6].contains(i % 7), i < 51 {
        asset.add(
          .box(
            from: Vector3(back, y0 - 0.0055, keys - 0.005),
            to: Vector3(back + 0.095, y0 + 0.0055, keys + 0.011), bevel: 0.002), ebony,
          part: "black key")
      }
    }
    asset.add(
      .box(
        from: Vector3(back - 0.002, 0.135 - y, keys - 0.004),
        to: Vector3(back + 0.006, y - 0.135, keys + 0.003)), .fabric(Colour(0x7a1f24)), part: "felt")
    // The fall board, open and leaning back, and a ledge for music on the panel.
    put(
      Vector3(face + 0.001, 0.046 - y, keys + 0.012), Vector3(face + 0.014, y - 0.046, keys + 0.17),
      "fall board")
    put(Vector3(face + 0.0, -0.36, keys + 0.19), Vector3(face + 0.05, 0.36, keys + 0.202), "music desk")
    asset.support("music desk", at: Vector3(face + 0.032, 0, keys + 0.202), size: Vector2(0.034, 0.7))
    // Pedals.
    for i in -1...1 {
      asset.add(
        .box(
          from: Vector3(face - 0.015, Double(i) * 0.075 - 0.016, 0.045),
          to: Vector3(face + 0.09, Double(i) * 0.075 + 0.016, 0.053), bevel: 0.002), .metal(.brass),
        part: "pedal")
    }
    let depth = face + 0.03 + x
    asset.support("top", at: Vector3(-x + depth / 2, 0, h), size: Vector2(depth - 0.02, size.y - 0.02))
    return asset.asset()
  }
}
