import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A dishwasher that fits below a worktop: behind a front of the kitchen, or in steel or white of its own.
package struct Dishwasher: FurnitureAsset {
  package static let assetName = "dishwasher"
  /// Metres.
  package var width: Double
  /// A front like those of the cabinets.
  package var isIntegrated: Bool
  private let look: Look

  package init(_ look: Look) {
    width = 0.598
    isIntegrated = look.variation.choice("dishwasher", of: 2) == 0
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "dishwasher", mainPart: "body")
    let style = KitchenStyle(look)
    let isSteel = look.variation.choice("dishwasher colour", of: 2) == 0
    let shell = asset.material(isSteel ? IndoorMaterial.brushedSteel : IndoorMaterial.whiteGoods())
    let tub = asset.material(IndoorMaterial.metal(.steel))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x2a2b2d)))
    let rack = asset.material(IndoorMaterial.plastic(Colour(0xb9bec2)))
    let (w, d, h) = (width, KitchenStyle.depth, KitchenStyle.baseHeight - 0.004)
    let x = d / 2 - KitchenStyle.frontThickness - 0.012
    let (y, t) = (w / 2 - 0.002, 0.03)
    let low = 0.12
    asset.add(
      .box(from: Vector3(-d / 2 + 0.04, -y, 0), to: Vector3(x - 0.04, y, low - 0.003)), material: dark,
      part: "plinth")
    for (a, b, m) in [
      (Vector3(-d / 2, -y, low), Vector3(x, y, low + t), tub),
      (Vector3(-d / 2, -y, h - t), Vector3(x, y, h), tub),
      (Vector3(-d / 2, -y, low + t), Vector3(x, t - y, h - t), shell),
      (Vector3(-d / 2, y - t, low + t), Vector3(x, y, h - t), shell),
      (Vector3(-d / 2, t - y, low + t), Vector3(t - d / 2, y - t, h - t), tub),
    ] { asset.add(.box(from: a, to: b), material: m) }
    for (i, z) in [low + 0.1, low + 0.4].enumerated() {
      let tray = asset.joint(
        "rack_\(i + 1)", rest: NodePose(translation: Vector3(0, 0, z)), .slide(Vector3(0.42, 0, 0)))
      let (x0, x1, q) = (-d / 2 + t + 0.02, x - 0.03, y - t - 0.02)
      for k in 0...8 {
        let yy = q * (Double(k) / 4 - 1)
        asset.add(
          .box(from: Vector3(x0, yy - 0.002, 0), to: Vector3(x1, yy + 0.002, 0.004)), material: rack,
          part: "rack", node: tray)
      }
      for zz in [0.0, 0.1] {
        for (a, b) in [
          (Vector3(x0, -q, zz - 0.002), Vector3(x0 + 0.004, q, zz + 0.002)),
          (Vector3(x1 - 0.004, -q, zz - 0.002), Vector3(x1, q, zz + 0.002)),
          (Vector3(x0, -q - 0.004, zz - 0.002), Vector3(x1, -q, zz + 0.002)),
          (Vector3(x0, q, zz - 0.002), Vector3(x1, q + 0.004, zz + 0.002)),
        ] { asset.add(.box(from: a, to: b), material: rack, part: "rack", node: tray) }
      }
      for k in 0...6 {
        for xx in [x0, x1 - 0.004] {
          let yy = q * (Double(k) / 3 - 1)
          asset.add(
            .box(from: Vector3(xx, yy - 0.002, 0), to: Vector3(xx + 0.004, yy + 0.002, 0.1)), material: rack,
            part: "rack", node: tray)
        }
      }
    }
    let door = asset.joint(
      "door", rest: NodePose(translation: Vector3(x + 0.002, 0, low)),
      .hinge(axis: Vector3(0, 1, 0), angle: 1.5))
    asset.add(
      .box(from: Vector3(0, -y, 0.002), to: Vector3(0.01, y, h - low)), material: tub, part: "door",
      node: door)
    if isIntegrated {
      KitchenFront(
        style: style, material: style.lower(&asset), x: 0.01, y: -w / 2...w / 2, z: 0...(h - low),
        part: "door"
      ).add(to: &asset, node: door, grip: .top)
    } else {
      let bar = 0.12
      asset.add(
        FixtureShape.plate(
          from: Vector3(0.01, -w / 2 + 0.002, 0), to: Vector3(0.033, w / 2 - 0.002, h - low - bar - 0.003),
          radius: 0.004,
          edge: 0.003), material: shell, part: "door", node: door)
      asset.add(
        FixtureShape.plate(
          from: Vector3(0.01, -w / 2 + 0.002, h - low - bar), to: Vector3(0.033, w / 2 - 0.002, h - low),
          radius: 0.004,
          edge: 0.003), material: shell, part: "panel", node: door)
      // A pocket to pull, a display, some buttons.
      let z = h - low - bar / 2
      asset.add(
        FixtureShape.plate(
          from: Vector3(0.02, -0.09, z - 0.022), to: Vector3(0.0338, 0.09, z + 0.022), radius: 0.02,
          edge: 0.0005),
        material: dark, part: "handle", node: door)
      for k in 0..<5 {
        let yy = 0.15 + 0.026 * Double(k)
        asset.add(
          .cylinder(from: Vector3(0.03, yy, z), to: Vector3(0.0355, yy, z), radius: 0.007, sides: 12),
          material: dark,
          part: "button", node: door)
      }
    }
    return asset.asset()
  }
}
