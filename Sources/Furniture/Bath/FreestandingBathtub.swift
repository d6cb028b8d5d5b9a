import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A bathtub that stands free: an egg of one skin, or an old one on feet.
package struct FreestandingBathtub: FurnitureAsset {
  package static let assetName = "bathtub_freestanding"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("width", in: 0.74...0.82), v.number("length", in: 1.6...1.78),
      v.number("height", in: 0.58...0.64))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bathtub", mainPart: "tub")
    let inner = asset.material(IndoorMaterial.ceramic(Colour(0xf6f5f2)))
    let isOld = look.style == .classic || look.style == .rustic
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let (d, l, h) = (size.x, size.y, size.z)
    let low = isOld ? 0.13 : 0
    func ring(_ inset: Double, _ z: Double, _ more: Double = 0) -> [Vector3] {
      superellipse(d / 2 - inset, l / 2 - inset - more, exponent: 2.5, count: 40).map {
        Vector3($0.x, $0.y, z)
      }
    }
    // Ends rise a little over the middle.
    func lifted(_ r: [Vector3]) -> [Vector3] {
      r.map { $0 + Vector3(0, 0, 0.06 * ($0.y / (l / 2)) * ($0.y / (l / 2))) }
    }
    let top = h - 0.06
    asset.add(
      .loft([
        ring(isOld ? 0.2 : 0.1, low, 0.1), ring(isOld ? 0.13 : 0.085, low + (isOld ? 0.03 : 0.01), 0.09),
        ring(0.06, low + (h - low) * 0.4, 0.04), lifted(ring(0.025, top - 0.06, 0.01)),
        lifted(ring(0.006, top - 0.02)),
        lifted(ring(0, top - 0.006)), lifted(ring(0.006, top)), lifted(ring(0.03, top)),
        lifted(ring(0.036, top - 0.006)),
        lifted(ring(0.045, top - 0.05, 0.02)), ring(0.09, low + (h - low) * 0.4, 0.08),
        ring(0.13, low + 0.12, 0.13),
        ring(0.19, low + 0.08, 0.2),
      ]), material: inner)
    asset.add(
      .cylinder(from: Vector3(0, 0, low + 0.076), to: Vector3(0, 0, low + 0.086), radius: 0.032, sides: 20),
      material: metal,
      part: "drain")
    if isOld {
      for sx in [-1.0, 1] {
        for sy in [-1.0, 1] {
          let foot = Vector3(sx * d * 0.33, sy * l * 0.3, 0)
          asset.add(
            .tube(
              [
                foot + Vector3(0, 0, 0.004), foot + Vector3(0, 0, 0.03), foot + Vector3(sx * 0.03, 0, 0.08),
                foot + Vector3(-sx * 0.02, 0, 0.16), foot + Vector3(-sx * 0.05, 0, 0.19),
              ],
              radii: [0.02, 0.028, 0.02, 0.026, 0.02], sides: 12), material: metal, part: "foot")
          asset.add(
            .cylinder(from: foot, to: foot + Vector3(0, 0, 0.012), radius: 0.026, endRadius: 0.02, sides: 14),
            material: metal,
            part: "foot")
        }
      }
    }
    // A tap on a pipe that stands on the floor beside the foot end.
    let x = -d / 2 + 0.02
    let y = -l * 0.3
    let start = Vector3(x - 0.06, y, 0)
    asset.add(
      FixtureShape.pipe(
        [start, start + Vector3(0, 0, 0.86), start + Vector3(0.22, 0, 0.86), start + Vector3(0.22, 0, 0.8)],
        radius: 0.014,
        bend: 0.05, sides: 12), material: metal, part: "tap")
    asset.add(
      .cylinder(from: start, to: start + Vector3(0, 0, 0.012), radius: 0.035, endRadius: 0.03, sides: 20),
      material: metal, part: "tap")
    asset.add(
      .capsule(
        from: start + Vector3(0, -0.05, 0.7), to: start + Vector3(0, 0.05, 0.7), radius: 0.02, sides: 12),
      material: metal,
      part: "tap")
    return asset.asset()
  }
}
