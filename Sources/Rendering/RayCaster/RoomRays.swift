import Synchronization
package import WorldModel

/// The ray casters of whole snapshots with rooms, remembered while nothing stands otherwise: rooms are lit by rays, and
/// asked from several places and at neighbouring instants what hides what, and a tree of everything takes longer to
/// build than most of them to ask.
///
/// Three are kept: an instant, the one before and the one after.
package final class RoomRays: Sendable {
  private let known = Mutex<[(snapshot: Snapshot, caster: RayCaster)]>([])

  package init() {}

  /// The caster of a snapshot; whoever asks while it is being built waits.
  ///
  /// Rays may pass through the bodies of lamps that are on (`RayCaster.init(snapshot:include:yields:)`).
  package func caster(of snapshot: Snapshot) -> RayCaster {
    known.withLock { known in
      if let i = known.firstIndex(where: { $0.snapshot.standsAlike(snapshot) }) {
        let found = known.remove(at: i)
        known.insert(found, at: 0)
        return found.caster
      }
      let caster = Self.built(snapshot)
      known = [(snapshot, caster)] + known.prefix(2)
      return caster
    }
  }

  /// A caster of everything, made anew.
  static func built(_ snapshot: Snapshot) -> RayCaster {
    let owners = snapshot.lampOwners
    return RayCaster(snapshot: snapshot, yields: { owners.contains(snapshot.pieces[$0].entity) })
  }
}

extension Snapshot {
  /// The subjects, by index, that carry a light.
  var lampOwners: Set<Int> {
    let ids = Set(lights.map(\.entity))
    return Set(subjects.indices.filter { subjects[$0].id != 0 && ids.contains(subjects[$0].id) })
  }

  /// Whether rays meet the same surfaces as in another snapshot.
  func standsAlike(_ other: Snapshot) -> Bool {
    guard pieces.count == other.pieces.count, materials.count == other.materials.count,
      lampOwners == other.lampOwners
    else { return false }
    for (a, b) in zip(pieces, other.pieces) {
      guard a.mesh === b.mesh, a.worldFromMesh == b.worldFromMesh, a.material == b.material,
        a.deformedPositions == b.deformedPositions
      else { return false }
    }
    // Where surfaces have holes, and which side they show.
    for (a, b) in zip(materials, other.materials) {
      guard a.alpha == b.alpha, a.isDoubleSided == b.isDoubleSided else { return false }
      guard
        a.alpha == .opaque || (a.baseColor.w == b.baseColor.w && a.baseColorTexture === b.baseColorTexture)
      else { return false }
    }
    return true
  }
}
