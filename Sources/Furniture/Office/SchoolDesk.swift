import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pupil's desk: a top over an open tray, on a frame of tube, for one or two.
package struct SchoolDesk: FurnitureAsset {
  package static let assetName = "school_desk"
  /// Along y, metres.
  package var width: Double
  private let look: Look

  package init(_ look: Look) {
    width = look.variation.unit("two") < 0.4 ? 1.2 : look.variation.number("width", in: 0.6...0.7)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "school_desk", mainPart: "top")
    let v = look.variation
    let (x, y, h) = (0.25, width / 2, 0.74)
    let top = look.either(.wood(Colour(0xd9b88c)), .lacquer(Colour(0xdfe3e2)), "top", share: 0.3)
    let frames = [Finish.metal(.steel), .metal(.blackened), .lacquer(look.palette.accent(0))]
    let frame = frames[v.choice("frame", of: frames.count)]
    asset.add(.plate(roundedRectangle(0.5, width, radius: 0.03), bottom: h - 0.022, top: h, edge: 0.004), top)
    // A tray of sheet below, open towards the pupil.
    let (tz, th) = (h - 0.14, 0.012)
    asset.add(
      .box(from: Vector3(0.05 - x, 0.06 - y, tz), to: Vector3(x - 0.06, y - 0.06, tz + th), bevel: 0.002),
      frame, part: "tray")
    asset.add(
      .box(
        from: Vector3(0.05 - x, 0.06 - y, tz + th), to: Vector3(0.06 - x, y - 0.06, h - 0.022), bevel: 0.002),
      frame, part: "tray")
    for side in [-1.0, 1] {
      let cy = side * (y - 0.06)
      asset.add(
        .box(
          from: Vector3(0.05 - x, cy - 0.005, tz), to: Vector3(x - 0.06, cy + 0.005, h - 0.022), bevel: 0.001),
        frame, part: "tray")
      // A tube from the front foot up, along under the top, and down to the rear foot.
      let path = [
        Vector3(-0.2, cy, 0.014), Vector3(0.2, cy, 0.014),
      ]
      asset.add(.capsule(from: path[0], to: path[1], radius: 0.014), frame, part: "leg", crease: 1.2)
      asset.add(
        .cylinder(from: Vector3(-0.04, cy, 0.014), to: Vector3(-0.04, cy, h - 0.02), radius: 0.016), frame,
        part: "leg")
      for ex in [-0.2, 0.2] {
        asset.add(
          .ellipsoid(
            center: Vector3(ex, cy, 0.014), radii: Vector3(0.022, 0.017, 0.014), sides: 10, rings: 6),
          .plastic(Colour(0x202224)), part: "foot")
      }
    }
    asset.add(
      .cylinder(from: Vector3(-0.04, 0.06 - y, 0.2), to: Vector3(-0.04, y - 0.06, 0.2), radius: 0.012), frame,
      part: "leg")
    asset.support("top", at: Vector3(0, 0, h), size: Vector2(0.48, width - 0.03))
    asset.support(
      "tray", at: Vector3(0, 0, tz + th), size: Vector2(0.36, width - 0.15), headroom: h - 0.026 - tz - th)
    return asset.asset()
  }
}
