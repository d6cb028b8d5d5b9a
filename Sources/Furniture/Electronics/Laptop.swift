import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A laptop, open as one uses it; the joint folds its screen shut.
package struct Laptop: FurnitureAsset {
  package static let assetName = "laptop"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "laptop", mainPart: "body")
    let v = look.variation
    let (d, w, t) = [(0.222, 0.312, 0.0145), (0.246, 0.356, 0.0165), (0.215, 0.304, 0.0115)][
      v.choice("size", of: 3)]
    let tone = [Colour(0xc3c6c9), Colour(0x55585c), Colour(0x26282a)][v.choice("colour", of: 3)]
    let body = asset.material(IndoorMaterial.plastic(tone, roughness: 0.35))
    let key = asset.material(IndoorMaterial.plastic(Colour(0x1b1c1e), roughness: 0.6))
    let pad = asset.material(IndoorMaterial.plastic(tone.tinged(by: Colour(0x101010), 0.12), roughness: 0.25))
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, t), radius: 0.012, edge: 0.002, low: 0.004
      ), material: body)
    let keys = KeyboardKeys(pitch: Vector2(0.0182, 0.0172), height: 0.0016, taper: 0.0003, gap: 0.0026)
    let x = -d / 2 + 0.024 + keys.size.x / 2
    let meshes = keys.meshes(center: Vector2(x, 0)) { _ in t - 0.0004 }
    asset.add(meshes.usual, material: key, part: "key")
    asset.add(meshes.accent, material: key, part: "key")
    asset.add(
      FixtureShape.block(
        from: Vector3(x + keys.size.x / 2 + 0.01, -0.055, t - 0.001),
        to: Vector3(d / 2 - 0.008, 0.055, t + 0.0004), radius: 0.006,
        edge: 0.0003), material: pad, part: "touchpad")
    // The screen leans back; its node lies at the hinge, z along the screen.
    let lean = v.number("lean", in: 0.2...0.45)
    let turn = Quaternion(axis: Vector3(0, 1, 0), angle: -lean)
    let lid = asset.joint(
      "screen", rest: NodePose(translation: Vector3(-d / 2 + 0.004, 0, t - 0.001), rotation: turn),
      .hinge(axis: Vector3(0, 1, 0), angle: .pi / 2 + lean - 0.03))
    let high = d - 0.006
    asset.add(
      FixtureShape.plate(
        from: Vector3(-0.006, -w / 2, 0.004), to: Vector3(0, w / 2, high), radius: 0.01, edge: 0.001,
        low: 0.002), material: body,
      part: "lid", node: lid)
    asset.add(
      .cylinder(
        from: Vector3(-0.003, -w * 0.36, 0.003), to: Vector3(-0.003, w * 0.36, 0.003), radius: 0.0045,
        sides: 10),
      material: key, part: "hinge", node: lid)
    asset.add(
      FixtureShape.plate(
        from: Vector3(-0.001, -w / 2 + 0.004, 0.012), to: Vector3(0.0006, w / 2 - 0.004, high - 0.004),
        radius: 0.007, edge: 0.0003),
      material: key, part: "frame", node: lid)
    let screen = asset.material(IndoorMaterial.litScreen(ScreenPicture.desktop(v.choice("desktop", of: 2))))
    let (sw, low, top) = (w / 2 - 0.01, 0.022, high - 0.011)
    asset.add(
      FixtureShape.picture(x: 0.0009, y: -sw...sw, z: low...top, depth: 0.0009), material: screen,
      part: "screen", node: lid)
    asset.fittings.emitters = [
      Asset.Emitter(
        node: lid, center: Vector3(0.002, 0, (low + top) / 2),
        shape: .panel(halfU: Vector3(0, sw, 0), halfV: Vector3(0, 0, (top - low) / 2)),
        flux: 160 * .pi * 2 * sw * (top - low) * 0.4,
        temperature: 6500, materials: [screen])
    ]
    return asset.asset()
  }
}
