import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A remote control that lies on its back; the end that points at the screen lies toward −x.
package struct RemoteControl: FurnitureAsset {
  package static let assetName = "remote_control"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "remote_control")
    let v = look.variation
    let isSlim = v.choice("slim", of: 3) == 0
    let (l, w, t) = (
      isSlim ? 0.14 : v.number("length", in: 0.17...0.21), isSlim ? 0.036 : 0.047, isSlim ? 0.011 : 0.02
    )
    let body = asset.material(
      IndoorMaterial.plastic(
        v.choice("light", of: 4) == 0 ? Colour(0xe4e4e0) : Colour(0x1d1e20), roughness: 0.45))
    let grey = asset.material(IndoorMaterial.darkRubber(Colour(0x6e7276)))
    let red = asset.material(IndoorMaterial.darkRubber(Colour(0xb23a34)))
    asset.add(
      FixtureShape.block(
        from: Vector3(-l / 2, -w / 2, 0), to: Vector3(l / 2, w / 2, t), radius: isSlim ? w * 0.45 : 0.01,
        edge: 0.003, low: t * 0.35, corner: 5),
      material: body)
    func button(_ x: Double, _ y: Double, _ r: Double, _ m: Int) {
      asset.add(
        .cylinder(
          from: Vector3(x, y, t - 0.001), to: Vector3(x, y, t + 0.0014), radius: r, endRadius: r * 0.85,
          sides: 12), material: m,
        part: "button")
    }
    button(-l / 2 + 0.013, -w * 0.3, 0.0038, red)
    // A ring for directions.
    let ring = isSlim ? -l * 0.2 : -l * 0.02
    asset.add(
      MeshBuilder.torus(radius: w * 0.3, tube: 0.0025, sides: 24, rings: 6).translated(ring, 0, t),
      material: grey, part: "button")
    button(ring, 0, w * 0.13, grey)
    let rows = isSlim ? 3 : 7
    for row in 0..<rows {
      let x =
        isSlim
        ? l * 0.05 + 0.014 * Double(row)
        : row < 3 ? -l * 0.38 + 0.012 * Double(row) : l * 0.18 + 0.0135 * Double(row - 3)
      for column in -1...1 where !(isSlim && column == 0) {
        button(x, Double(column) * w * (isSlim ? 0.2 : 0.27), 0.0036, grey)
      }
    }
    return asset.asset()
  }
}
