import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Two beds, one over the other, with a rail against falling and a ladder at the front.
///
/// Its long side is at the wall: the heads lie at negative y, one climbs at positive x.
package struct BunkBed: FurnitureAsset {
  package static let assetName = "bunk_bed"
  /// Between the mattresses' tops, metres.
  package var rise: Double
  private let look: Look

  package init(_ look: Look) {
    rise = look.variation.number("rise", in: 0.88...0.98)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bunk_bed", mainPart: "frame")
    let v = look.variation
    let isMetal = look.style == .industrial && v.unit("metal") < 0.7
    let frame = isMetal ? look.frameMetal : look.either(look.wood, look.lacquer, "white", share: 0.35)
    let (x, y) = (0.48, 1.04)
    let levels = [0.34, 0.34 + rise]
    let top = levels[1] + 0.42
    let t = isMetal ? 0.02 : 0.03
    func put(_ a: Vector3, _ b: Vector3, _ part: String? = nil, bevel: Double = 0.004) {
      asset.add(.board(a, b, bevel: isMetal ? 0.003 : bevel), frame, part: part)
    }
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        put(Vector3(sx * x - t, sy * y - t, 0), Vector3(sx * x + t, sy * y + t, top), "post")
      }
    }
    for (i, z) in levels.enumerated() {
      for s in [-1.0, 1] {
        put(Vector3(s * x - 0.012, t - y, z - 0.14), Vector3(s * x + 0.012, y - t, z), "rail")
        put(Vector3(t - x, s * y - 0.012, z - 0.14), Vector3(x - t, s * y + 0.012, z), "rail")
        // The ends: two boards over the mattress.
        for dz in [0.2, 0.34] {
          put(
            Vector3(t - x, s * y - 0.01, z + dz - 0.045), Vector3(x - t, s * y + 0.01, z + dz + 0.045),
            "headboard")
        }
      }
      put(Vector3(t - x, t - y, z - 0.06), Vector3(x - t, y - t, z - 0.04), bevel: 0)
      if i == 1 {
        // Guards: all along the wall, and in front but for the ladder's place.
        for dz in [0.22, 0.36] {
          put(Vector3(-x - 0.01, t - y, z + dz - 0.035), Vector3(0.01 - x, y - t, z + dz + 0.035), "guard")
          put(Vector3(x - 0.01, t - y, z + dz - 0.035), Vector3(x + 0.01, y - 0.5, z + dz + 0.035), "guard")
        }
        put(Vector3(x - 0.012, y - 0.545, z - 0.01), Vector3(x + 0.012, y - 0.5, z + 0.395), "guard")
      }
      addLinen(to: &asset, z, index: i)
    }
    // The ladder.
    for s in [0.0, 0.36] {
      put(
        Vector3(x + 0.012, y - 0.08 - s - 0.02, 0), Vector3(x + 0.042, y - 0.08 - s + 0.02, levels[1] + 0.3),
        "ladder")
    }
    let rungs = 5
    for i in 1...rungs {
      let z = 0.02 + levels[1] * Double(i) / Double(rungs + 1) * 1.08
      put(Vector3(x + 0.012, y - 0.43, z - 0.014), Vector3(x + 0.046, y - 0.09, z + 0.014), "ladder")
    }
    return asset.asset()
  }

  /// A made bed, turned so that its head is at negative y.
  private func addLinen(to asset: inout AssetBuilder, _ z: Double, index: Int) {
    let variation = AssetVariation(seed: look.variation.seed &+ UInt64(index))
    var own = look
    own.variation = variation
    var linen = BedLinen(
      x: -1.0...1.0, y: -0.435...0.435, low: z - 0.04, top: z + 0.12, hang: 0.1, footHang: -0.05, look: own)
    linen.columns = 20
    linen.turn = Quaternion(axis: Vector3(0, 0, 1), angle: Double.pi / 2)
    linen.add(to: &asset, pillows: 1)
  }
}
