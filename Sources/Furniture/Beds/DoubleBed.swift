import Assets
package import VectorMath
package import WorldModel

/// A bed for two, made, its head at the wall.
package struct DoubleBed: FurnitureAsset {
  package static let assetName = "double_bed"
  /// Of the mattress, metres: along x and y.
  package var mattress: Vector2
  private let look: Look

  package init(_ look: Look) {
    let widths = [1.4, 1.5, 1.6, 1.6, 1.8]
    mattress = Vector2(
      look.variation.unit("long") < 0.2 ? 2.1 : 2.0, look.pick("width", widths, 1.6))
    self.look = look
  }

  package func makeAsset() -> Asset {
    BedFrame.made(Self.assetName, nativeClass: "bed", look, mattress: mattress, pillows: 2)
  }
}

extension BedFrame {
  /// A frame with its mattress and linen.
  static func made(_ name: String, nativeClass: String, _ look: Look, mattress: Vector2, pillows: Int)
    -> Asset
  {
    var asset = AssetBuilder(name: name, nativeClass: nativeClass, mainPart: "frame")
    let frame = BedFrame(look, mattress: mattress)
    frame.add(to: &asset)
    let rear = -frame.length / 2 + frame.head + 0.004
    let thickness = look.variation.number("mattress", in: 0.19...0.25)
    let low = frame.rail - 0.03
    BedLinen(
      x: rear...rear + mattress.x, y: -mattress.y / 2...mattress.y / 2, low: low, top: low + thickness,
      hang: look.variation.number("hang", in: 0.2...0.32), footHang: frame.hasFootboard ? -0.04 : 0.22,
      look: look
    ).add(to: &asset, pillows: pillows)
    return asset.asset()
  }
}
