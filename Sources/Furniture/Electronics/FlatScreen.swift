import Assets
import Imaging
import InteriorSurfaces
import VectorMath
import WorldModel

/// A flat display that faces +x: a thin frame, the picture, a thicker part behind.
struct FlatScreen {
  /// The middle of the picture's face, in the node's frame, metres.
  var center: Vector3
  /// Of the picture: along y and z, metres.
  var size: Vector2
  /// Of the frame at sides and top, and below; metres.
  var bezel = 0.008
  var chin = 0.012
  /// The thickness at the edge and in the middle of the back, metres.
  var edge = 0.012
  var back = 0.045
  var picture: Texture
  /// Candela per square metre when on.
  var luminance = 180.0

  func add(to asset: inout AssetBuilder, body: Int, node: Int = 0) {
    let (c, w, h) = (center, size.x / 2, size.y / 2)
    asset.add(
      FixtureShape.plate(
        from: Vector3(c.x - edge, c.y - w - bezel, c.z - h - chin),
        to: Vector3(c.x + 0.0015, c.y + w + bezel, c.z + h + bezel),
        radius: 0.006, edge: 0.0012, low: 0.002, steps: 2), material: body, part: "frame", node: node)
    let screen = asset.material(IndoorMaterial.litScreen(picture))
    asset.add(
      FixtureShape.picture(x: c.x + 0.002, y: (c.y - w)...(c.y + w), z: (c.z - h)...(c.z + h), depth: 0.002),
      material: screen,
      part: "screen", node: node)
    if back > edge {
      // Where the electronics are: lower, smaller, its edges sloping.
      let low = MeshBuilder.loft(
        [(edge - 0.001, 0.9, 0.75), (back * 0.8, 0.8, 0.62), (back, 0.76, 0.58)].map { t, a, b in
          roundedRectangle(2 * w * a, 2 * h * b, radius: 0.02, corner: 3).map {
            Vector3(c.x - t, c.y + $0.x, c.z - h * 0.2 + $0.y)
          }
        })
      asset.add(low, material: body, part: "back", node: node)
    }
    asset.fittings.emitters.append(
      Asset.Emitter(
        node: node, center: c + Vector3(0.003, 0, 0),
        shape: .panel(halfU: Vector3(0, w, 0), halfV: Vector3(0, 0, h)),
        flux: luminance * .pi * size.x * size.y * 0.4, temperature: 6500, materials: [screen]))
  }
}
