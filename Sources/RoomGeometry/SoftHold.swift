package import VectorMath
package import WorldModel

/// Whether a soft thing lies well on another: pressed in a little, held from below, and nowhere deep inside.
///
/// Bulging surfaces meet where neither has a corner; so what was settled by corners is tried, all over, and moved out of
/// what it is caught in.
package struct SoftHold {
  /// Of the thing below, in its own frame.
  private let host: [SolidPart]
  private var parts: SolidPartCache

  /// Metres that soft things may be inside of each other.
  static let give = 0.011

  package init(on host: Asset) {
    var cache = SolidPartCache()
    self.host = Self.placed(host, at: .zero, &cache)
    parts = cache
  }

  /// The first of the places, in the host's frame, where a thing is held.
  package mutating func place(_ thing: Thing, among places: [Vector3]) -> Vector3? {
    for place in places {
      let guest = Self.placed(thing.asset, at: place, &parts)
      if !isCaught(guest) && isHeld(guest) { return place }
    }
    return nil
  }

  private static func placed(_ asset: Asset, at place: Vector3, _ cache: inout SolidPartCache) -> [SolidPart]
  {
    let nodes = asset.objectFromNodes(asset.restPoses)
    return cache.parts(of: asset).map { part in
      SolidPart(points: part.points.map { nodes[part.node] * $0 + place }, triangles: part.triangles)
    }
  }

  private func isCaught(_ guest: [SolidPart]) -> Bool {
    guest.contains { p in
      host.contains { q in
        p.box.meets(q.box)
          && (p.deepest(in: q, beyond: Self.give) != nil || q.deepest(in: p, beyond: Self.give) != nil)
      }
    }
  }

  /// Whether an underside of the guest touches an upper side of the host.
  private func isHeld(_ guest: [SolidPart]) -> Bool {
    guest.contains { part in
      host.contains { under in
        var isHeld = false
        let tops = SurfaceLevels(under, over: part.box) { $0.z > 0.3 * length($0) }
        part.samples(in: under.box.grown(by: Self.give), where: { $0.z < -0.3 * length($0) }) { p in
          if isHeld { return }
          let level = tops.level(p.x, p.y, nearest: p.z)
          if let level, (p.z - level).magnitude <= Self.give { isHeld = true }
        }
        return isHeld
      }
    }
  }
}
