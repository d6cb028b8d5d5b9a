import RoadNetwork

/// Steel rails on posts beside a carriageway (RPS 2009: 0.75 m high, half a metre beyond the paving).
enum GuardRail {
  static let height = 0.75
  /// Of the beam, metres.
  static let width = 0.1
  /// From the edge of the paving, metres.
  static let distance = 0.5

  /// Adds a rail along a road, from station to station; nothing where the stretch is short.
  static func add(to road: Int, from: Double, to end: Double, t: Double, _ draft: inout NetworkDraft) {
    guard end - from > 12 else { return }
    var rail = RoadObject(id: draft.furnitureID(), type: "barrier", s: from, t: t)
    (rail.name, rail.subtype) = ("guard rail", "guardRail")
    (rail.length, rail.width, rail.height) = (end - from, width, height)
    rail.repeats = [.along(from: from, to: end, t: t, width: width, height: height)]
    draft.edit(road) { $0.objects.append(rail) }
  }
}

extension RoadObject.Repeat {
  /// One continuous body along the road.
  static func along(from: Double, to: Double, t: Double, width: Double, height: Double) -> Self {
    .init(
      s: from, length: to - from, distance: 0, tStart: t, tEnd: t, widthStart: width, widthEnd: width,
      heightStart: height, heightEnd: height, zOffsetStart: 0, zOffsetEnd: 0, lengthStart: 0, lengthEnd: 0,
      radiusStart: 0, radiusEnd: 0)
  }
}
