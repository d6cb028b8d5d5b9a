import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A low stool without a back.
package struct Stool: FurnitureAsset {
  package static let assetName = "stool"
  /// Metres.
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    height = look.variation.number("height", in: 0.43...0.48)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "stool", mainPart: "seat")
    let v = look.variation
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.3)
    let r = v.number("radius", in: 0.16...0.19)
    let isPadded = v.unit("pad") < 0.35
    let form = look.style == .chineseModern ? 2 : v.choice("form", of: 3)
    let parts = ChairParts(
      half: Vector2(form == 2 ? 0.15 : r, form == 2 ? 0.2 : r), seat: height, back: height)
    let cover = Finish.fabric(look.palette.accent(v.choice("c", of: 3)))
    if form == 1 {
      asset.add(
        isPadded
          ? parts.paddedSeat(thickness: 0.06, radius: 0.04) : parts.woodenSeat(thickness: 0.03, radius: 0.03),
        isPadded ? cover : wood, crease: 1)
    } else if form == 2 {
      asset.add(
        .plate(roundedRectangle(0.3, 0.4, radius: 0.012), bottom: height - 0.032, top: height, edge: 0.006),
        wood)
    } else {
      asset.add(
        isPadded
          ? parts.paddedSeat(thickness: 0.06, radius: r) : parts.woodenSeat(thickness: 0.028, radius: r),
        isPadded ? cover : wood, crease: 1)
    }
    let (inX, inY) = (parts.half.x - (form == 2 ? 0.02 : 0.06), parts.half.y - (form == 2 ? 0.025 : 0.06))
    let (outX, outY) = form == 2 ? (inX, inY) : (parts.half.x - 0.012, parts.half.y - 0.012)
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        asset.add(
          (form == 0 ? LegShape.tapered : form == 1 ? .spade : .post).mesh(
            from: Vector3(sx * inX, sy * inY, height - 0.025), to: Vector3(sx * outX, sy * outY, 0),
            width: form == 2 ? 0.034 : 0.036),
          wood, part: "leg")
      }
      let z = height * 0.36
      let (x, y) = (inX + (outX - inX) * 0.64, inY + (outY - inY) * 0.64)
      asset.add(
        .board(Vector3(-x, sx * y - 0.008, z - 0.011), Vector3(x, sx * y + 0.008, z + 0.011)), wood,
        part: "stretcher")
      asset.add(
        .board(Vector3(sx * x - 0.008, -y, z + 0.04), Vector3(sx * x + 0.008, y, z + 0.062)), wood,
        part: "stretcher")
      if form == 2 {
        asset.add(
          .board(
            Vector3(-inX, sx * inY - 0.007, height - 0.075), Vector3(inX, sx * inY + 0.007, height - 0.03)),
          wood, part: "apron")
        asset.add(
          .board(
            Vector3(sx * inX - 0.007, -inY, height - 0.075), Vector3(sx * inX + 0.007, inY, height - 0.03)),
          wood, part: "apron")
      }
    }
    return asset.asset()
  }
}
