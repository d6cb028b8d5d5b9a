import Assets
import RandomStreams
import RoadNetwork
import Streetscape
import VectorMath
import WorldModel

/// Poles along one side of a road and the wires between them, hanging as parabolas.
struct OverheadWires {
  let scenery: SceneryPlacement
  private static let spacing = 32.0
  /// Sag at mid-span over the span's length.
  private static let sag = 0.018

  func place(free: inout FootprintIndex, _ draws: inout Draws) -> [SceneryPlacement.Item] {
    let poles = [UtilityPole().makeAsset(), UtilityPole(hasTransformer: true).makeAsset()]
    var out: [SceneryPlacement.Item] = []
    for side in scenery.sides.sides where !scenery.sides.isMotorway(side) {
      var chance = draws.stream("\(side.path)/wires")
      // One side of a road at most; the other one's wires would meet these.
      guard side.isLeft, chance.bool(probability: 0.8) else { continue }
      var last: SceneryPlacement.Item?
      var at = chance.uniform(4, 14)
      while at < side.length {
        let pole = pole(side, at, poles[chance.bool(probability: 0.2) ? 1 : 0], &free)
        if let pole {
          if let last, length(pole.pose.translation - last.pose.translation) < 1.5 * Self.spacing {
            out.append(wires(from: last, to: pole))
          }
          out.append(pole)
        }
        last = pole
        at += Self.spacing
      }
    }
    return out
  }

  private func pole(
    _ side: RoadSides.Side, _ at: Double, _ asset: Asset, _ free: inout FootprintIndex
  ) -> SceneryPlacement.Item? {
    // A little nearer or further where something is in the way.
    for shift in [0, 1.2, -1.2, 2.4, -2.4] {
      let kerb = scenery.sides.kerb(side, at + shift)
      guard let place = kerb?.place ?? scenery.sides.place(side, at + shift) else { continue }
      let p = Vector2(place.point.x, place.point.y) + place.outward * 0.5
      let yaw = DeterministicMath.atan2(place.along.y, place.along.x)
      if let item = scenery.standing(
        asset, at: p, yaw: yaw, scale: 1, radius: 0.2, gap: 0.1, clearance: 0.2, near: place.point.z,
        on: [.terrain, .sidewalk], &free)
      {
        return item
      }
    }
    return nil
  }

  private func wires(from a: SceneryPlacement.Item, to b: SceneryPlacement.Item) -> SceneryPlacement.Item {
    var asset = AssetBuilder(name: "wires", nativeClass: "object", mainPart: "wire")
    let black = asset.material(
      Material(name: "wire", baseColor: Colour(0x1d1e20).linear, roughness: 0.6))
    let origin = a.pose.translation
    for tie in UtilityPole.ties {
      let start = a.pose * Vector3(0.12, tie.x, tie.y) - origin
      let end = b.pose * Vector3(0.12, tie.x, tie.y) - origin
      let path = (0...8).map { k -> Vector3 in
        let f = Double(k) / 8
        let drop = 4 * f * (1 - f) * Self.sag * length(end - start)
        return start + (end - start) * f - Vector3(0, 0, drop)
      }
      asset.add(.tube(path, radius: 0.013, sides: 3), material: black)
    }
    return SceneryPlacement.Item(asset: asset.asset(), pose: RigidTransform(translation: origin), scale: 1)
  }
}
