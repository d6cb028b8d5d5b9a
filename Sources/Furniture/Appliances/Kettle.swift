import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// An electric kettle on its base: a tall can of steel or a round pot.
package struct Kettle: FurnitureAsset {
  package static let assetName = "kettle"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kettle", mainPart: "pot")
    let v = look.variation
    let isRound = v.choice("shape", of: 2) == 0
    let finish = v.choice("finish", of: 4)
    let body = asset.material(
      [
        IndoorMaterial.brushedSteel, IndoorMaterial.whiteGoods(look.palette.accent(0)),
        IndoorMaterial.whiteGoods(), IndoorMaterial.metal(look.palette.metal),
      ][
        finish])
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x1f2022)))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let h = v.number("height", in: 0.19...0.22)
    let r = isRound ? 0.09 : 0.078
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r + 0.006, 0), Vector2(r + 0.008, 0.006), Vector2(r + 0.002, 0.018),
          Vector2(0, 0.02),
        ], sides: 32), material: dark,
      part: "base")
    let curve = ProfileCurve(
      isRound
        ? [
          Vector2(0, r * 0.93), Vector2(0.15, r), Vector2(0.45, r * 0.98), Vector2(0.75, r * 0.76),
          Vector2(1, r * 0.55),
        ]
        : [Vector2(0, r), Vector2(0.3, r * 0.98), Vector2(0.7, r * 0.86), Vector2(1, r * 0.72)])
    let steps = 14
    let profile = (0...steps).map { i -> Vector2 in
      let t = Double(i) / Double(steps)
      return Vector2(curve(t), 0.02 + (h - 0.02) * t)
    }
    let mouth = curve(1)
    asset.add(
      .lathe(
        [Vector2(0, 0.019)] + profile + [Vector2(mouth - 0.006, h + 0.002), Vector2(0, h + 0.002)], sides: 32),
      material: body)
    asset.add(
      .lathe(
        [
          Vector2(0, h), Vector2(mouth - 0.004, h), Vector2(mouth - 0.006, h + 0.006),
          Vector2(mouth * 0.5, h + 0.013), Vector2(0, h + 0.015),
        ], sides: 32),
      material: isRound ? body : dark, part: "lid")
    asset.add(
      .lathe(
        [
          Vector2(0, h + 0.012), Vector2(0.008, h + 0.012), Vector2(0.007, h + 0.022),
          Vector2(0.014, h + 0.03), Vector2(0.01, h + 0.038), Vector2(0, h + 0.039),
        ], sides: 16),
      material: dark, part: "lid")
    // The spout toward +x: a beak or a tube.
    if isRound {
      asset.add(
        .tube(
          [
            Vector3(r * 0.8, 0, h * 0.42), Vector3(r + 0.03, 0, h * 0.55), Vector3(r + 0.05, 0, h * 0.78),
            Vector3(r + 0.075, 0, h * 0.93),
          ],
          radii: [0.028, 0.02, 0.014, 0.011], sides: 14), material: body, part: "spout")
    } else {
      let top = h - 0.002
      asset.add(
        .loft([
          [
            Vector3(mouth * 0.7, -0.035, top), Vector3(mouth * 0.7, 0.035, top),
            Vector3(curve(0.6) * 0.9, 0.012, h * 0.66), Vector3(curve(0.6) * 0.9, -0.012, h * 0.66),
          ],
          [
            Vector3(mouth + 0.034, -0.01, top + 0.002), Vector3(mouth + 0.034, 0.01, top + 0.002),
            Vector3(mouth + 0.012, 0.006, h * 0.85), Vector3(mouth + 0.012, -0.006, h * 0.85),
          ],
        ]), material: body, part: "spout")
    }
    // The handle behind.
    let path =
      isRound
      ? [
        Vector3(-r * 0.62, 0, h * 0.88), Vector3(-r * 0.7, 0, h + 0.08), Vector3(r * 0.5, 0, h + 0.09),
        Vector3(r * 0.62, 0, h * 0.85),
      ]
      : [
        Vector3(-mouth * 0.9, 0, h - 0.01), Vector3(-r - 0.055, 0, h - 0.006),
        Vector3(-r - 0.05, 0, h * 0.32), Vector3(-r * 0.95, 0, h * 0.3),
      ]
    asset.add(
      .bar(
        FixtureShape.rounded(path, bend: 0.05, steps: 6),
        section: roundedRectangle(0.024, 0.015, radius: 0.006, corner: 2),
        up: Vector3(0.3, 0, 1)), material: dark, part: "handle")
    asset.add(
      .lathe(
        [
          Vector2(curve(0) + 0.0008, 0.021), Vector2(curve(0.04) + 0.0012, 0.027),
          Vector2(curve(0.04) - 0.004, 0.027), Vector2(curve(0) - 0.004, 0.021),
        ], sides: 32, isClosed: true),
      material: metal, part: "band")
    return asset.asset()
  }
}
