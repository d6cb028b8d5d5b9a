import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A baby's bed between railings of spindles, its long side at the front.
package struct Cot: FurnitureAsset {
  package static let assetName = "cot"
  /// Of the mattress along x and y, metres.
  package static let mattress = Vector2(0.6, 1.2)
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "cot", mainPart: "frame")
    let v = look.variation
    let wood = look.either(look.wood, look.lacquer, "white", share: 0.5)
    let (x, y) = (Self.mattress.x / 2 + 0.035, Self.mattress.y / 2 + 0.035)
    let (high, low) = (v.number("height", in: 0.82...0.92), 0.17)
    let bottom = v.number("base", in: 0.3...0.42)
    func put(_ a: Vector3, _ b: Vector3, _ part: String = "frame", bevel: Double = 0.004) {
      asset.add(.board(a, b, bevel: bevel), wood, part: part)
    }
    let isSolid = v.unit("solid ends") < 0.4
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let at = Vector3(sx * x, sy * y, 0)
        asset.add(
          LegShape.post.mesh(from: at + Vector3(0, 0, high + 0.02), to: at, width: 0.045), wood, part: "leg")
      }
      // The long sides.
      put(
        Vector3(sx * x - 0.012, 0.02 - y, high - 0.04), Vector3(sx * x + 0.012, y - 0.02, high), "rail",
        bevel: 0.008)
      put(Vector3(sx * x - 0.01, 0.02 - y, low), Vector3(sx * x + 0.01, y - 0.02, low + 0.05), "rail")
      spindles(14, from: Vector3(sx * x, 0.02 - y, 0), to: Vector3(sx * x, y - 0.02, 0)) {
        put($0, $1, "spindle", bevel: 0)
      }
      // The ends.
      put(
        Vector3(0.02 - x, sx * y - 0.012, high - 0.04), Vector3(x - 0.02, sx * y + 0.012, high), "rail",
        bevel: 0.008)
      put(Vector3(0.02 - x, sx * y - 0.01, low), Vector3(x - 0.02, sx * y + 0.01, low + 0.05), "rail")
      if isSolid {
        put(
          Vector3(0.02 - x, sx * y - 0.008, low + 0.04), Vector3(x - 0.02, sx * y + 0.008, high - 0.03),
          "headboard")
      } else {
        spindles(6, from: Vector3(0.02 - x, sx * y, 0), to: Vector3(x - 0.02, sx * y, 0)) {
          put($0, $1, "spindle", bevel: 0)
        }
      }
    }
    func spindles(_ count: Int, from a: Vector3, to b: Vector3, _ add: (Vector3, Vector3) -> Void) {
      for i in 0..<count {
        let at = a + (b - a) * ((Double(i) + 0.5) / Double(count))
        add(
          Vector3(at.x - 0.007, at.y - 0.007, low + 0.045), Vector3(at.x + 0.007, at.y + 0.007, high - 0.035))
      }
    }
    put(Vector3(0.012 - x, 0.012 - y, bottom - 0.02), Vector3(x - 0.012, y - 0.012, bottom), bevel: 0)
    let sheet = Finish.fabric(look.palette.linen)
    let mattress = SoftBlock(
      Vector3(0.036 - x, 0.036 - y, bottom), Vector3(x - 0.036, y - 0.036, bottom + 0.1), radius: 0.03,
      crown: Vector3(0, 0, 0.006),
      pitch: 0.3)
    asset.add(mattress.mesh, sheet, part: "mattress", crease: 1.1)
    let cover = Finish.fabric(look.palette.accent(v.choice("c", of: 3)))
    let blanket = SoftBlock(
      Vector3(0.045 - x, -0.18, bottom + 0.09), Vector3(x - 0.045, y - 0.06, bottom + 0.128), radius: 0.016,
      crown: Vector3(0, 0, 0.012),
      lumps: 0.008, phase: v.unit("phase"), pitch: 0.07)
    asset.add(blanket.mesh, cover, part: "blanket", crease: 1.2)
    asset.add(
      MeshBuilder.bedPillow(Vector3(0.38, 0.28, 0.09)).translated(0, -y + 0.2, bottom + 0.135), sheet,
      part: "pillow", crease: 1.2)
    return asset.asset()
  }
}
