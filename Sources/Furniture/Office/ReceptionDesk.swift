import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A counter that receives visitors at its front and has a desk behind.
///
/// The visitors stand at positive x; the clerk sits at negative x.
package struct ReceptionDesk: FurnitureAsset {
  package static let assetName = "reception_desk"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.75...0.9), v.number("width", in: 1.8...2.8), v.number("height", in: 1.05...1.15)
    )
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "reception_desk", mainPart: "front")
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let (a, b) = v.unit("swap") < 0.5 ? (look.wood, look.lacquer) : (look.lacquer, look.darkWood)
    let stone = Finish(IndoorMaterial.lacquer(look.palette.stone, roughness: 0.2))
    let t = 0.04
    // The front: fluted, or panels with shadow gaps, over a sunk plinth.
    let face = x - 0.1
    if v.unit("fluted") < 0.5 {
      for piece in CabinetFront.fluted.pieces(t - y...y - t, 0.1...h - t, thickness: 0.03, isDrawer: false) {
        asset.add(piece.mesh.translated(face, 0, 0), a)
      }
    } else {
      let count = max(3, Int(size.y / 0.6))
      let step = (size.y - 2 * t) / Double(count)
      for i in 0..<count {
        let low = t - y + step * Double(i)
        asset.add(
          .board(
            Vector3(face - 0.03, low + 0.004, 0.1), Vector3(face, low + step - 0.004, h - t), bevel: 0.003,
            grain: 1), a)
      }
      asset.add(
        .board(Vector3(face - 0.045, t - y, 0.1), Vector3(face - 0.025, y - t, h - t), bevel: 0), b,
        part: "frame")
    }
    asset.add(
      .board(Vector3(face - 0.06, t - y, 0), Vector3(face - 0.03, y - t, 0.1)), .metal(.steel), part: "plinth"
    )
    for side in [-1.0, 1] {
      asset.add(
        .board(Vector3(-x, side * y, 0), Vector3(face + 0.02, side * (y - t), h - t), bevel: 0.003), b,
        part: "side")
    }
    // The ledge for visitors, and the clerk's top.
    asset.add(
      .plate(
        roundedRectangle(0.36, size.y + 0.04, radius: 0.01).map { $0 + Vector2(x - 0.18, 0) }, bottom: h - t,
        top: h, edge: 0.004), stone, part: "ledge")
    let low = 0.74
    asset.add(
      .board(Vector3(-x, t - y, low - 0.028), Vector3(face - 0.03, y - t, low), bevel: 0.003, grain: 1), b,
      part: "top")
    asset.support("ledge", at: Vector3(x - 0.18, 0, h), size: Vector2(0.34, size.y - 0.02))
    let inner = x - 0.36 + x
    asset.support(
      "top", at: Vector3(-x + inner / 2, 0, low), size: Vector2(inner - 0.02, size.y - 2 * t - 0.02))
    return asset.asset()
  }
}
