import Geometry
import VectorMath

/// Junctions in which roads only part or join at small angles, as on motorways: their paint stays.
///
/// In all other junctions marks are left out, since connecting roads cross each other there.
struct MergeJunctions {
  let ids: Set<String>
  /// Widest angle of any direction to the first in such a junction, radians.
  private static let widest = 0.7

  init(_ map: RoadMap) {
    var ids: Set<String> = []
    for junction in map.junctions {
      let roads = map.roads.filter { $0.junction == junction.id }
      let axes = roads.flatMap { road in
        [0, 0.5, 1].map { road.planSample(at: $0 * road.length).heading }
      }
      guard let first = axes.first else { continue }
      // Roads may be drawn against the traffic: directions count by their axis.
      let fits = axes.allSatisfy {
        DeterministicMath.sin($0 - first).magnitude < DeterministicMath.sin(Self.widest)
      }
      if fits { ids.insert(junction.id) }
    }
    self.ids = ids
  }
}
