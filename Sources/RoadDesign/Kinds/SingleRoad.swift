import Geometry
import RoadNetwork

/// One road from one edge of the map to the other.
struct SingleRoad {
  var alignment: Alignment
  var profile: StreetProfile
  var elevation = PiecewiseCubic(constant: 0)
  /// Tangent of the tilt in the tightest bend; nil = a crown along the whole road.
  var banking: Double?

  func map() -> RoadMap {
    var draft = NetworkDraft()
    let layout = StreetSections(profile, length: alignment.length, start: nil, end: nil)
    let index = draft.add(alignment, sections: layout.sections)
    draft.edit(index) { road in
      road.sections[road.sections.count - 1].end = road.length
      road.kinds = [RoadKind(start: 0, name: profile.kind, speedLimit: profile.speed)]
      road.elevation = elevation
      if let banking {
        road.superelevation = Banking.followingBends(alignment, full: banking)
        road.lateralShape = Banking.crownOnStraights(alignment, left: profile.kerb, right: profile.kerb)
      } else {
        road.lateralShape = Banking.crown(
          left: profile.kerb, right: profile.kerb, length: road.length, startRunIn: nil, endRunIn: nil)
      }
    }
    ParkingBays(profile, layout).mark(index, &draft)
    return draft.finish(name: "")
  }
}
