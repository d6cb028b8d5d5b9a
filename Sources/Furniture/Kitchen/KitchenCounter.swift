import Assets
package import VectorMath
package import WorldModel

/// A worktop 0.62 m deep with the panel on the wall behind it; its lower face at z = 0.
package struct KitchenCounter: FurnitureAsset {
  package static let assetName = "kitchen_counter"

  /// A hole for a sink or a hob, in the frame of the asset, metres.
  package struct CutOut: Sendable, Hashable {
    package var low: Vector2
    package var high: Vector2

    package init(low: Vector2, high: Vector2) {
      self.low = low
      self.high = high
    }
  }

  /// A panel on the wall: along y, and how far it reaches above the worktop; metres.
  package struct Splash: Sendable, Hashable {
    package var y: ClosedRange<Double>
    package var height: Double

    package init(y: ClosedRange<Double>, height: Double) {
      self.y = y
      self.height = height
    }
  }

  /// Metres along y.
  package var length: Double
  package var cutOuts: [CutOut] = []
  package var splashes: [Splash]
  /// Heights above the worktop of panels on the walls at the ends of least and greatest y; 0 where there is no wall.
  package var returns = SIMD2<Double>.zero
  private let look: Look

  /// Metres along x.
  static let depth = KitchenStyle.depth + KitchenStyle.overhang

  package init(_ look: Look) {
    length = look.variation.number("length", in: 1.2...2.4)
    splashes = [Splash(y: -length / 2...length / 2, height: 0.5)]
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kitchen_counter", mainPart: "worktop")
    let style = KitchenStyle(look)
    let (d, t) = (Self.depth, KitchenStyle.topThickness)
    asset.add(
      FixtureShape.worktop(
        from: Vector3(-d / 2, -length / 2, 0), to: Vector3(d / 2, length / 2, t),
        holes: cutOuts.map { ($0.low, $0.high) }), material: style.worktop(&asset))
    for splash in splashes where splash.height > 0.01 {
      asset.add(
        .box(
          from: Vector3(-d / 2, splash.y.lowerBound, t),
          to: Vector3(-d / 2 + 0.012, splash.y.upperBound, t + splash.height), bevel: 0.001),
        material: style.splashback(&asset), part: "splashback")
    }
    for (i, y) in [-length / 2 + 0.012, length / 2].enumerated() where returns[i] > 0.01 {
      asset.add(
        .box(
          from: Vector3(-d / 2 + 0.012, y - 0.012, t), to: Vector3(d / 2 - 0.004, y, t + returns[i]),
          bevel: 0.001),
        material: style.splashback(&asset), part: "splashback")
    }
    // Free places left and right of what is let in.
    var edges = [-length / 2]
    for cut in cutOuts.sorted(by: { $0.low.y < $1.low.y }) { edges += [cut.low.y, cut.high.y] }
    edges.append(length / 2)
    for i in stride(from: 0, to: edges.count - 1, by: 2) {
      let (a, b) = (edges[i] + 0.03, edges[i + 1] - 0.03)
      guard b - a > 0.1 else { continue }
      asset.support(
        "worktop_\(i / 2 + 1)", at: Vector3(-0.01, (a + b) / 2, t), size: Vector2(d - 0.1, b - a),
        headroom: KitchenStyle.wallLow - KitchenStyle.topHeight)
    }
    return asset.asset()
  }
}
