import Assets
package import WorldModel

/// A sofa for two, of the same suites as the large one.
package struct SofaTwoSeater: FurnitureAsset {
  package static let assetName = "sofa_two_seater"
  /// From the outside of one arm to that of the other, metres.
  package var width: Double
  private let design: SofaDesign

  package init(_ look: Look) {
    width = look.variation.number("width", in: 1.4...1.72)
    design = SofaDesign(look)
  }

  package func makeAsset() -> Asset {
    design.row(Self.assetName, nativeClass: "sofa", seats: 2, width: width).asset()
  }
}
