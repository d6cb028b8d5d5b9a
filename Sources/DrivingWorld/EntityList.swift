import VectorMath
import WorldModel

/// Entities of a world under construction: numbers from 1 in the order of adding, map coordinates moved to
/// the world's.
struct EntityList {
  private(set) var entities: [Entity] = []
  /// Subtracted from map coordinates, metres.
  let shift: Vector3

  init(shift: Vector3) { self.shift = shift }

  mutating func add(
    _ name: String, _ asset: Asset, _ track: Track, scale: Double = 1, materials: [Int: Material] = [:],
    attributes: [(name: String, value: String)] = [], states: [StateTrack] = [],
    motion: (Track) -> (any Articulating)? = { _ in nil }
  ) {
    let id = UInt32(entities.count + 1)
    let moved = self.moved(track)
    entities.append(
      Entity(
        id: id, name: "\(name)_\(id)", asset: asset, track: moved, scale: scale, articulation: motion(moved),
        materials: materials, attributes: attributes, states: states))
  }

  mutating func add(_ item: SceneryPlacement.Item) {
    add(
      item.asset.name, item.asset, Track(still: item.pose), scale: item.scale, materials: item.materials,
      attributes: item.attributes, states: item.states)
  }

  /// The track in world coordinates.
  func moved(_ track: Track) -> Track {
    guard shift != .zero else { return track }
    return Track(
      keys: track.keys.map { key in
        var pose = key.worldFromObject
        pose.translation -= shift
        return Track.Key(time: key.time, worldFromObject: pose)
      })
  }
}
