import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A sink let into a worktop, with its tap: one or two bowls, a drainer on the wide ones. The origin is below the
/// middle of the bowl; the worktop's upper face is at `rim`.
package struct KitchenSink: FurnitureAsset {
  package static let assetName = "kitchen_sink"
  /// Metres from the bowl's bottom to the worktop's face.
  package static let rim = 0.19

  /// Metres along x and y.
  package var size: Vector2
  private let look: Look

  package init(_ look: Look) {
    size = Vector2(0.48, [0.5, 0.76, 0.94][look.variation.choice("sink", of: 3)])
    self.look = look
  }

  /// The hole that it needs around its middle, metres along x and y.
  var cutOut: Vector2 { size - Vector2(repeating: 0.03) }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kitchen_sink", mainPart: "sink")
    let isSteel = look.variation.choice("sink material", of: 3) != 2
    let body = asset.material(
      isSteel
        ? IndoorMaterial.brushedSteel
        : look.style == .modern || look.style == .industrial
          ? IndoorMaterial.plastic(Colour(0x2b2c2e), roughness: 0.5) : IndoorMaterial.ceramic())
    let metal = asset.material(
      IndoorMaterial.metal(isSteel ? .chrome : look.palette.metal == .white ? .chrome : look.palette.metal))
    let dark = asset.material(IndoorMaterial.darkRubber())
    let z = Self.rim
    // The deck keeps a strip at the wall for the tap.
    let (x0, x1) = (-size.x / 2 + 0.085, size.x / 2 - 0.03)
    let y0 = -size.y / 2 + 0.03
    var bowls: [(ClosedRange<Double>, Double)] = []
    if size.y < 0.6 {
      bowls = [(y0...(size.y / 2 - 0.03), 0)]
    } else if size.y > 0.85 || look.variation.choice("bowls", of: 2) == 0 {
      bowls = [(y0...(y0 + 0.36), 0)]
    } else {
      bowls = [
        (y0...(y0 + (size.y - 0.09) * 0.58), 0),
        ((y0 + (size.y - 0.09) * 0.58 + 0.03)...(size.y / 2 - 0.03), 0.05),
      ]
    }
    let holes = bowls.map { (Vector2(x0, $0.0.lowerBound), Vector2(x1, $0.0.upperBound)) }
    asset.add(
      FixtureShape.board(
        from: Vector3(-size.x / 2, -size.y / 2, z), to: Vector3(size.x / 2, size.y / 2, z + 0.004),
        holes: holes,
        bevel: 0.003), material: body)
    for (y, lift) in bowls {
      let c = Vector2((x0 + x1) / 2, (y.lowerBound + y.upperBound) / 2)
      let full = Vector2(x1 - x0, y.upperBound - y.lowerBound)
      func s(_ inset: Double, _ r: Double, _ z: Double) -> FixtureShape.Section {
        .init(c, full - Vector2(repeating: 2 * inset), radius: r, z: z)
      }
      let low = lift
      asset.add(
        FixtureShape.skin(
          [
            s(0.06, 0.04, low), s(0.03, 0.06, low), s(0.005, 0.06, low + 0.03), s(0.002, 0.06, z),
            s(-0.012, 0.012, z + 0.002), s(-0.012, 0.012, z + 0.0055), s(0.002, 0.055, z + 0.0055),
            s(0.007, 0.055, z), s(0.012, 0.055, low + 0.04), s(0.02, 0.06, low + 0.016),
            s(0.04, 0.06, low + 0.006),
            s(0.075, 0.05, low + 0.004),
          ], corner: 5), material: body)
      let hollow = [
        s(0.075, 0.05, low + 0.004), s(0.04, 0.06, low + 0.006), s(0.02, 0.06, low + 0.016),
        s(0.012, 0.055, low + 0.04), s(0.007, 0.055, z),
      ]
      asset.vessel("bowl", sections: hollow.map(\.hollow))
      asset.add(
        .lathe(
          [
            Vector2(0, low + 0.003), Vector2(0.042, low + 0.003), Vector2(0.042, low + 0.007),
            Vector2(0.036, low + 0.0075), Vector2(0, low + 0.006),
          ], sides: 20
        ).translated(c.x, c.y, 0), material: metal, part: "drain")
      asset.add(
        .cylinder(
          from: Vector3(c.x, c.y, low + 0.004), to: Vector3(c.x, c.y, low + 0.0085), radius: 0.018, sides: 16),
        material: dark, part: "drain")
    }
    if let last = bowls.last, size.y / 2 - last.0.upperBound > 0.15 {
      // Ribs of the drainer.
      let (a, b) = (last.0.upperBound + 0.04, size.y / 2 - 0.04)
      for i in 0..<8 {
        let x = x0 + 0.03 + (x1 - x0 - 0.06) * Double(i) / 7
        asset.add(
          .capsule(
            from: Vector3(x, a, z + 0.003), to: Vector3(x, b, z + 0.003), radius: 0.0045, sides: 8,
            capRings: 2),
          material: body, part: "drainer")
      }
    }
    let first = bowls.first?.0 ?? 0...0.1
    let at = Vector3(-size.x / 2 + 0.045, (first.lowerBound + first.upperBound) / 2, z + 0.003)
    for (mesh, isDark) in TapShape(kind: TapShape.Kind.kitchen(look.variation.choice("tap", of: 3))).meshes()
    {
      asset.add(mesh.translated(at.x, at.y, at.z), material: isDark ? dark : metal, part: "tap")
    }
    return asset.asset()
  }
}
