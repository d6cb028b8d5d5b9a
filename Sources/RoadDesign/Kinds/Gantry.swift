import Geometry
import RoadNetwork

/// A beam on two posts over a carriageway, with signs for its lanes.
struct Gantry {
  /// Along the road, metres.
  let s: Double
  /// Distances of its posts from the reference line, metres.
  let from: Double
  let to: Double
  let isRight: Bool
  /// Clear height below the beam (RAA: 4.7 m and more), metres.
  private static let clear = 5.6
  private static let beam = 0.8

  func add(to road: Int, lanes: Int, isExit: Bool, limit: Double, _ draft: inout NetworkDraft) {
    let side: Double = isRight ? -1 : 1
    let orientation: RoadSignal.Orientation = isRight ? .forward : .backward
    var objects: [RoadObject] = []
    var beam = RoadObject(id: draft.furnitureID(), type: "gantry", s: s, t: side * (from + to) / 2)
    beam.name = "gantry"
    beam.orientation = orientation
    (beam.zOffset, beam.length, beam.width, beam.height) = (Self.clear, 0.5, to - from, Self.beam)
    objects.append(beam)
    for t in [from, to] {
      var post = RoadObject(id: draft.furnitureID(), type: "pole", s: s, t: side * t)
      post.name = "gantry post"
      (post.radius, post.height) = (0.2, Self.clear + Self.beam)
      objects.append(post)
    }
    var signals: [RoadSignal] = []
    for k in 0...lanes {
      let share = (Double(k) + 0.7) / (Double(lanes) + 1.4)
      let isLast = k == lanes
      var signal = RoadSignal(
        id: draft.furnitureID(), s: s, t: side * (from + share * (to - from)), zOffset: Self.clear - 0.2,
        orientation: orientation, country: "DE", type: isLast && isExit ? "333" : "274", subtype: "-1")
      (signal.width, signal.height) = (1.2, 1.2)
      if !(isLast && isExit) {
        signal.value = (limit * 3.6).rounded()
        signal.unit = "km/h"
      }
      if isLast && !isExit { continue }
      signals.append(signal)
    }
    draft.edit(road) { road in
      road.objects += objects
      road.signals += signals
    }
  }
}
