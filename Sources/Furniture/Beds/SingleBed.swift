import Assets
package import VectorMath
package import WorldModel

/// A bed for one, made, its head at the wall.
package struct SingleBed: FurnitureAsset {
  package static let assetName = "single_bed"
  /// Of the mattress, metres: along x and y.
  package var mattress: Vector2
  private let look: Look

  package init(_ look: Look) {
    mattress = Vector2(2.0, look.pick("width", [0.9, 0.9, 1.0, 1.2], 0.9))
    self.look = look
  }

  package func makeAsset() -> Asset {
    BedFrame.made(Self.assetName, nativeClass: "single_bed", look, mattress: mattress, pillows: 1)
  }
}
