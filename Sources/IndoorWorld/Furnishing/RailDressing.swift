import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Hangs clothes on the rails of furniture: shoulder behind shoulder, closer together or with gaps, none touching another.
struct RailDressing {
  let library: ThingLibrary
  let palette: Palette
  /// 0 = only what is needed, 1 = all that fits.
  let fullness: Double
  var stream: RandomStream

  /// Different garments of one home.
  private static let looks = 10

  /// Clothes on every rail in `things`, appended to it.
  mutating func dress(_ things: inout [PlacedThing]) {
    for index in things.indices {
      for rail in things[index].thing.asset.fittings.rails {
        things += hung(on: rail, of: things[index], at: index)
      }
    }
  }

  /// From the right end of a rail to its left.
  private mutating func hung(
    on rail: Asset.Rail, of parent: PlacedThing, at index: Int
  ) -> [PlacedThing] {
    let asset = parent.thing.asset
    let nodes = asset.objectFromNodes(asset.restPoses)
    let bar = nodes[rail.node] * rail.center
    var out: [PlacedThing] = []
    var along = -rail.length / 2
    // Some rails are packed, others nearly sold out.
    let air = stream.uniform(0.005, 0.03) + 0.12 * (1 - fullness)
    var isOneKind = stream.bool(probability: 0.3)
    let usual = stream.integer(in: 0..<Self.looks)
    for _ in 0..<40 {
      let look = isOneKind ? usual : stream.integer(in: 0..<Self.looks)
      guard let garment = library.thing("clothes_hanger", look: look, palette: palette) else { return out }
      let box = garment.bounds
      // The garment's x runs along the bar, give or take: fronts mostly one way.
      let yaw = Double.pi / 2 + (stream.bool(probability: 0.9) ? 0 : Double.pi) + stream.normal(sd: 0.03)
      let turn = Quaternion(yaw: yaw)
      let reach = box.corners.map { (turn * $0).y }
      let (low, high) = (reach.min() ?? 0, reach.max() ?? 0)
      let gap = stream.bool(probability: 0.12) ? stream.uniform(0.05, 0.2) : stream.uniform(0.3, 1) * air
      let at = along + gap - low
      guard at + high <= rail.length / 2 else { break }
      // Hems keep off what stands below.
      guard bar.z + box.min.z > shelf(under: bar, of: asset) else {
        isOneKind = false
        continue
      }
      out.append(
        PlacedThing(
          thing: garment, position: parent.position + parent.rotation * (bar + Vector3(0, at, 0)),
          rotation: parent.rotation * turn, room: parent.room, hold: .thing(index), group: parent.group))
      along = at + high
    }
    return out
  }

  /// Up to where things may stand on the shelves below a bar, metres above the asset's origin.
  private func shelf(under bar: Vector3, of asset: Asset) -> Double {
    let nodes = asset.objectFromNodes(asset.restPoses)
    return asset.fittings.supports.map { support -> Double in
      let z = (nodes[support.node] * support.center).z
      return z < bar.z ? z + min(support.headroom, bar.z - z) : 0
    }.max() ?? 0
  }
}
