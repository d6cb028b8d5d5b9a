import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A stand for coats: a turned pole with bent arms, a tripod of rods, or a steel pole with a ring for umbrellas.
package struct CoatRack: FurnitureAsset {
  package static let assetName = "coat_rack"
  /// Metres.
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    height = look.variation.number("height", in: 1.68...1.85)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "coat_rack", mainPart: "pole")
    let v = look.variation
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.35)
    let form =
      switch look.style {
      case .classic, .rustic: 0
      case .industrial: 2
      default: v.choice("form", of: 3)
      }
    switch form {
    case 0: addBent(to: &asset, wood)
    case 1: addTripod(to: &asset, wood)
    default: addSteel(to: &asset)
    }
    return asset.asset()
  }

  private func ring(_ count: Int, _ turn: Double, _ body: (Vector3) -> Void) {
    for i in 0..<count {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(i) / Double(count) + turn)
      body(Vector3(c, s, 0))
    }
  }

  private func addBent(to asset: inout AssetBuilder, _ wood: Finish) {
    let profile: [(Double, Double)] = [
      (0, 0.28), (0.016, 0.285), (0.024, 0.32), (0.02, 0.36), (0.026, 0.4), (0.021, 0.9), (0.025, 1.3),
      (0.02, height - 0.16), (0.026, height - 0.12),
      (0.016, height - 0.06), (0.024, height - 0.03), (0, height),
    ]
    asset.add(MeshBuilder.lathe(profile.map { Vector2($0.0, $0.1) }, sides: 18).grainAlong, wood, crease: 1)
    let up = Vector3(0, 0, 1)
    ring(4, 0.785) { out in
      let leg = (0...10).map { i -> Vector3 in
        let t = Double(i) / 10
        return out * (0.012 + 0.25 * t * t) + up * (0.42 - 0.41 * (t * 1.15 - 0.15 * t * t) + 0.0)
      }
      asset.add(
        MeshBuilder.tube(leg.map { Vector3($0.x, $0.y, max($0.z, 0.014)) }, radius: 0.014, sides: 10)
          .grainAlong, wood, part: "leg", crease: 1.2)
      asset.add(
        .ellipsoid(
          center: out * 0.262 + up * 0.016, radii: Vector3(0.018, 0.018, 0.016), sides: 10, rings: 6), wood,
        part: "leg", crease: 1.2)
    }
    ring(6, 0.2) { out in
      let z = height - 0.16
      let arm = (0...10).map { i -> Vector3 in
        let a = Double.pi * (-0.5 + 1.05 * Double(i) / 10)
        let (s, c) = DeterministicMath.sincos(a)
        return out * (0.02 + 0.1 * c + 0.075 * Double(i) / 10) + up * (z + 0.06 + 0.07 * s)
      }
      asset.add(MeshBuilder.tube(arm, radius: 0.009, sides: 8).grainAlong, wood, part: "hook", crease: 1.2)
      if let tip = arm.last {
        asset.add(.sphere(center: tip, radius: 0.015, sides: 10), wood, part: "hook", crease: 1.2)
      }
      let low = (0...6).map { i -> Vector3 in
        let t = Double(i) / 6
        return out * (0.015 + 0.085 * t) + up * (z - 0.16 + 0.07 * t * t)
      }
      asset.add(MeshBuilder.tube(low, radius: 0.008, sides: 8).grainAlong, wood, part: "hook", crease: 1.2)
    }
  }

  private func addTripod(to asset: inout AssetBuilder, _ wood: Finish) {
    let up = Vector3(0, 0, 1)
    // Three rods that cross a hand's breadth below their tops.
    let cross = height * 0.72
    ring(3, 0.5) { out in
      let side = Vector3(-out.y, out.x, 0) * 0.022
      let foot = out * 0.27 + side
      let top = out * (-0.27 * (height - cross) / cross) + side + up * height
      asset.add(LegShape.tube.mesh(from: top, to: foot, width: 0.032), wood)
      for z in [0.86, 0.95] {
        let at = foot + (top - foot) * z
        asset.add(
          .capsule(from: at, to: at - out * 0.07 + up * 0.03, radius: 0.008, sides: 8), look.metal,
          part: "hook")
      }
    }
  }

  private func addSteel(to asset: inout AssetBuilder) {
    let metal = look.frameMetal
    let up = Vector3(0, 0, 1)
    asset.add(
      .lathe(
        [(0, 0), (0.19, 0), (0.19, 0.008), (0.18, 0.014), (0.03, 0.018), (0, 0.018)].map {
          Vector2($0.0, $0.1)
        }, sides: 32), metal, part: "foot")
    asset.add(.cylinder(from: up * 0.016, to: up * (height - 0.02), radius: 0.014, sides: 14), metal)
    asset.add(.sphere(center: up * (height - 0.018), radius: 0.018, sides: 12), metal, part: "knob")
    for (z, turn) in [(height - 0.1, 0.0), (height - 0.26, 0.785)] {
      ring(4, turn) { out in
        let hook = [
          out * 0.01 + up * z, out * 0.08 + up * (z - 0.01), out * 0.125 + up * z,
          out * 0.135 + up * (z + 0.045),
        ]
        asset.add(.tube(hook, radius: 0.006, sides: 8), metal, part: "hook", crease: 1.3)
        asset.add(
          .sphere(center: out * 0.135 + up * (z + 0.05), radius: 0.012, sides: 8), metal, part: "hook",
          crease: 1.2)
      }
    }
    asset.add(
      MeshBuilder.torus(radius: 0.13, tube: 0.005, sides: 28, rings: 6).translated(0, 0, 0.5), metal,
      part: "ring", crease: 1.2)
    ring(2, 0) { out in
      asset.add(
        .cylinder(from: up * 0.5, to: out * 0.13 + up * 0.5, radius: 0.004, sides: 6), metal, part: "ring")
    }
  }
}
