import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A flat cabinet with mirrors for doors and a light above; the origin on the wall at the middle of its lower edge.
package struct MirrorCabinet: FurnitureAsset {
  package static let assetName = "mirror_cabinet"
  /// Metres.
  package var width: Double
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    width = [0.5, 0.6, 0.8, 1.0][look.variation.choice("width", of: 4)]
    height = look.variation.number("height", in: 0.6...0.72)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bathroom_cabinet", mainPart: "carcass")
    asset.fittings.mount = .wall
    let isWood = look.variation.choice("wood", of: 3) == 0
    let body =
      isWood
      ? asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
      : asset.material(IndoorMaterial.lacquer(Colour(0xf0efec)))
    let mirror = asset.material(IndoorMaterial.mirror)
    let inner = asset.material(IndoorMaterial.lacquer(Colour(0xe6e3dc), roughness: 0.5))
    let glass = asset.material(IndoorMaterial.glass())
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfffaf0)))
    let depth = 0.13
    let carcass = CabinetCarcass(x: 0...depth, y: -width / 2...width / 2, z: 0...height, board: 0.014)
    carcass.add(to: &asset, side: body, inner: inner)
    let r = carcass.inside
    let shelves = 2
    let pitch = height / Double(shelves + 1)
    for i in 1...shelves {
      let z = pitch * Double(i)
      asset.add(
        .box(
          from: Vector3(r.x.lowerBound, r.y.lowerBound, z - 0.005),
          to: Vector3(depth - 0.015, r.y.upperBound, z)),
        material: glass, part: "shelf")
      asset.support(
        "shelf_\(i)", at: Vector3(depth / 2, 0, z), size: Vector2(depth - 0.04, width - 0.06),
        headroom: pitch - 0.02)
    }
    carcass.supportBottom(of: &asset, headroom: pitch - 0.03)
    let count = width > 0.75 ? 3 : width > 0.55 ? 2 : 1
    let w = width / Double(count)
    for i in 0..<count {
      let atHigh = i == count - 1 && count > 1
      let y = -width / 2 + w * Double(atHigh ? i + 1 : i)
      let node = asset.joint(
        "door_\(i + 1)", rest: NodePose(translation: Vector3(depth + 0.001, y, 0)),
        .hinge(axis: Vector3(0, 0, atHigh ? 1 : -1), angle: 1.7))
      let (a, b) = atHigh ? (-w + 0.0015, -0.0015) : (0.0015, w - 0.0015)
      asset.add(
        .box(from: Vector3(0, a + 0.002, 0.002), to: Vector3(0.014, b - 0.002, height - 0.002)),
        material: body, part: "door",
        node: node)
      asset.add(
        .box(from: Vector3(0.0145, a, 0), to: Vector3(0.019, b, height), bevel: 0.0015), material: mirror,
        part: "mirror", node: node)
    }
    // A bar of light over the front edge.
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let l = width * 0.7
    asset.add(
      .box(
        from: Vector3(depth - 0.05, -0.03, height - 0.002), to: Vector3(depth + 0.06, 0.03, height + 0.012),
        bevel: 0.002),
      material: metal, part: "lamp")
    asset.add(
      .box(
        from: Vector3(depth + 0.035, -l / 2, height + 0.012),
        to: Vector3(depth + 0.085, l / 2, height + 0.034), bevel: 0.003),
      material: metal, part: "lamp")
    asset.add(
      .box(
        from: Vector3(depth + 0.039, -l / 2 + 0.01, height + 0.004),
        to: Vector3(depth + 0.081, l / 2 - 0.01, height + 0.013), bevel: 0.002),
      material: glow, part: "lamp")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(depth + 0.06, 0, height + 0.003),
        shape: .panel(halfU: Vector3(0, l / 2 - 0.01, 0), halfV: Vector3(0.021, 0, 0)), flux: 700,
        temperature: 4000,
        materials: [glow])
    ]
    return asset.asset()
  }
}
