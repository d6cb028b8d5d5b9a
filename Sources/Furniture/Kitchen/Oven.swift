import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A built-in oven, 0.595 m square in front: a panel with knobs, and a glass door that folds down.
package struct Oven: FurnitureAsset {
  package static let assetName = "oven"
  /// Metres: its front's width and height, and how deep it is with its handle.
  package static let side = 0.595
  package static let depth = 0.56
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "oven", mainPart: "body")
    let v = look.variation
    let isSteel = v.choice("oven", of: 2) == 0
    let isWhite = look.style == .rustic && v.choice("white oven", of: 2) == 0
    let panel = asset.material(
      isWhite
        ? IndoorMaterial.whiteGoods(Colour(0xece6d6))
        : isSteel ? IndoorMaterial.brushedSteel : IndoorMaterial.darkGlass)
    let glass = asset.material(IndoorMaterial.glass(Colour(0x16181a), alpha: 0.82))
    let cavity = asset.material(IndoorMaterial.lacquer(Colour(0x35373a), roughness: 0.35))
    let metal = asset.material(
      isWhite ? IndoorMaterial.metal(look.palette.metal) : IndoorMaterial.brushedSteel)
    let (w, h, d) = (Self.side, Self.side, Self.depth)
    let x = d / 2 - 0.06  // the plane of the carcass; the front stands 22 mm before it
    let bar = 0.1
    // The body: five walls around the cavity.
    let (y, t) = (w / 2 - 0.02, 0.03)
    let top = h - bar - 0.01
    for (a, b) in [
      (Vector3(-d / 2, -y, 0.01), Vector3(x, y, 0.01 + t)),
      (Vector3(-d / 2, -y, top), Vector3(x, y, h - 0.005)),
      (Vector3(-d / 2, -y, 0.01 + t), Vector3(x, t - y, top)),
      (Vector3(-d / 2, y - t, 0.01 + t), Vector3(x, y, top)),
      (Vector3(-d / 2, t - y, 0.01 + t), Vector3(t - d / 2, y - t, top)),
    ] { asset.add(.box(from: a, to: b), material: cavity) }
    asset.add(.box(from: Vector3(x - 0.06, -y, 0), to: Vector3(x - 0.01, y, 0.012)), material: cavity)
    // Two grids.
    for (i, z) in [0.16, 0.3].enumerated() {
      for k in 0..<9 {
        let yy = (y - t) * (Double(k) / 4 - 1) * 0.95
        asset.add(
          .box(from: Vector3(-d / 2 + 0.05, yy - 0.002, z - 0.003), to: Vector3(x - 0.03, yy + 0.002, z)),
          material: metal, part: "grid")
      }
      for xx in [-d / 2 + 0.05, x - 0.034] {
        asset.add(
          .box(from: Vector3(xx, t - y, z - 0.005), to: Vector3(xx + 0.004, y - t, z - 0.001)),
          material: metal, part: "grid")
      }
      asset.support(
        "grid_\(i + 1)", at: Vector3((x - d / 2) / 2, 0, z), size: Vector2(d - 0.2, 2 * (y - t) - 0.06),
        headroom: 0.12)
    }
    // The panel.
    asset.add(
      .box(from: Vector3(x, -w / 2, h - bar), to: Vector3(x + 0.022, w / 2, h), bevel: 0.002),
      material: panel, part: "panel")
    let face = x + 0.022
    let display = asset.material(IndoorMaterial.litScreen(ScreenPicture.digits("12:30", Colour(0xf3f1e6))))
    asset.add(
      FixtureShape.picture(
        x: face + 0.0012, y: -0.06...0.06, z: (h - bar / 2 - 0.018)...(h - bar / 2 + 0.018), depth: 0.002),
      material: display, part: "display")
    for s in [-1.0, 1] {
      let knob = MeshBuilder.lathe(
        [
          Vector2(0, -0.002), Vector2(0.024, -0.002), Vector2(0.024, 0.004), Vector2(0.019, 0.006),
          Vector2(0.018, 0.024),
          Vector2(0.0165, 0.026), Vector2(0, 0.026),
        ], sides: 20)
      asset.add(
        FixtureShape.forward(knob).translated(face, s * w * 0.3, h - bar / 2), material: metal, part: "knob")
      asset.add(
        .box(
          from: Vector3(face + 0.025, s * w * 0.3 - 0.0015, h - bar / 2),
          to: Vector3(face + 0.027, s * w * 0.3 + 0.0015, h - bar / 2 + 0.016)), material: cavity,
        part: "knob")
    }
    // The door: a frame about a pane.
    let door = asset.joint(
      "door", rest: NodePose(translation: Vector3(x + 0.001, 0, 0.03)),
      .hinge(axis: Vector3(0, 1, 0), angle: 1.42))
    // Its hinge lies a little above its lower edge.
    let (low, high) = (-0.024, h - bar - 0.034)
    let frame = 0.055
    func box(_ a: Vector3, _ b: Vector3, _ m: Int, _ part: String) {
      asset.add(.box(from: a, to: b, bevel: 0.0015), material: m, part: part, node: door)
    }
    let q = w / 2
    box(Vector3(0, -q, low), Vector3(0.022, -q + frame, high), panel, "door")
    box(Vector3(0, q - frame, low), Vector3(0.022, q, high), panel, "door")
    box(Vector3(0, -q + frame, low), Vector3(0.022, q - frame, low + frame), panel, "door")
    box(Vector3(0, -q + frame, high - frame * 1.5), Vector3(0.022, q - frame, high), panel, "door")
    box(
      Vector3(0.012, -q + frame - 0.004, low + frame - 0.004),
      Vector3(0.02, q - frame + 0.004, high - frame * 1.5 + 0.004), glass,
      "glass")
    let z = high - 0.04
    asset.add(
      .cylinder(
        from: Vector3(0.055, -q * 0.82, z), to: Vector3(0.055, q * 0.82, z), radius: 0.009, sides: 14),
      material: metal, part: "handle", node: door)
    for s in [-0.72, 0.72] {
      asset.add(
        .cylinder(from: Vector3(0.02, s * q, z), to: Vector3(0.055, s * q, z), radius: 0.0065, sides: 10),
        material: metal,
        part: "handle", node: door)
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(face + 0.002, 0, h - bar / 2),
        shape: .panel(halfU: Vector3(0, 0.06, 0), halfV: Vector3(0, 0, 0.018)), flux: 1.5, temperature: 6500,
        materials: [display])
    ]
    return asset.asset()
  }
}
