import Assets
package import WorldModel

/// A sofa for three, in one of several suites.
package struct Sofa: FurnitureAsset {
  package static let assetName = "sofa"
  /// From the outside of one arm to that of the other, metres.
  package var width: Double
  private let design: SofaDesign

  package init(_ look: Look) {
    width = look.variation.number("width", in: 1.95...2.3)
    design = SofaDesign(look)
  }

  package func makeAsset() -> Asset {
    let seats = width < 2.05 && design.look.variation.unit("seats") < 0.5 ? 2 : 3
    return design.row(Self.assetName, nativeClass: "sofa", seats: seats, width: width).asset()
  }
}
