import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// An open rail for clothes on a frame, with a shelf for shoes below.
package struct ClothesRack: FurnitureAsset {
  package static let assetName = "clothes_rack"
  /// Along y, and to the rail, metres.
  package var width: Double
  package var height: Double
  private let look: Look

  /// Metres above the shelf that long clothes on the rail leave free.
  private static let shelfRoom = 0.24

  package init(_ look: Look) {
    width = look.variation.number("width", in: 0.9...1.4)
    height = look.variation.number("height", in: 1.5...1.7)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "clothes_rack", mainPart: "frame")
    let isWooden = look.style != .industrial && look.style != .modern
    let frame = isWooden ? look.wood : look.frameMetal
    let (x, y, r) = (0.22, width / 2, isWooden ? 0.014 : 0.0125)
    for side in [-1.0, 1] {
      if isWooden {
        // Two legs that cross under the rail.
        for way in [-1.0, 1] {
          asset.add(
            MeshBuilder.cylinder(
              from: Vector3(way * x, side * y, 0), to: Vector3(-way * 0.03, side * (y - 0.03), height + 0.09),
              radius: r, sides: 12
            ).grainAlong,
            frame, part: "leg")
        }
      } else {
        let path = [
          Vector3(-x, side * y, r), Vector3(-0.02, side * y, r), Vector3(0, side * y, 0.02),
          Vector3(0, side * y, height - 0.03),
        ]
        asset.add(.tube(path, radius: r, sides: 12), frame, part: "leg", crease: 1.3)
        asset.add(
          .capsule(from: Vector3(-x, side * y, r), to: Vector3(x, side * y, r), radius: r), frame,
          part: "leg", crease: 1.2)
      }
      asset.add(
        .cylinder(
          from: Vector3(-0.15, side * (y - 0.012), 0.235), to: Vector3(0.15, side * (y - 0.012), 0.235),
          radius: 0.009, sides: 10), frame)
    }
    asset.add(
      .capsule(
        from: Vector3(0, -y - (isWooden ? 0.03 : 0), height - 0.01),
        to: Vector3(0, y + (isWooden ? 0.03 : 0), height - 0.01), radius: r), frame,
      part: "rail", crease: 1.2)
    asset.rail("rail", at: Vector3(0, 0, height - 0.01 + r), length: 2 * y - 0.14)
    let z = 0.255
    asset.add(
      .board(Vector3(-0.15, 0.02 - y, z - 0.018), Vector3(0.15, y - 0.02, z), bevel: 0.003, grain: 1),
      isWooden ? look.lacquer : look.wood, part: "shelf")
    asset.support("shelf", at: Vector3(0, 0, z), size: Vector2(0.28, width - 0.08), headroom: Self.shelfRoom)
    return asset.asset()
  }
}
