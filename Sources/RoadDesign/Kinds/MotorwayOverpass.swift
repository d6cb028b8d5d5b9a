import Geometry
import RoadNetwork
import VectorMath

/// The road over a motorway, with a junction on each side where ramps end and begin.
struct MotorwayOverpass {
  /// The ramps of one side of the motorway.
  struct Ramps {
    /// Middle of their junction.
    var place: Vector2
    var exit: Int
    var entry: Int
  }

  let bridge: MotorwayDesign.Bridge
  /// Half the width of what lies below, metres.
  let half: Double
  /// Metres.
  let height: Double

  /// From the middle of a junction to where its arms end, metres.
  static let setback = 22.0
  /// From a junction to the edge of the map.
  private static let beyond = 200.0

  func build(_ ramps: [Ramps], into draft: inout NetworkDraft) {
    guard ramps.count == 2 else { return }
    let axis = PlanPose(.zero, heading: bridge.angle)
    let (reach, setback) = (bridge.reach, Self.setback)
    let south = road(
      Alignment(from: axis.moved(ahead: -reach - setback - Self.beyond), [.line(Self.beyond)]), atStart: nil,
      atEnd: 25, &draft)
    let middle = road(
      Alignment(from: axis.moved(ahead: -reach + setback), [.line(2 * (reach - setback))]), atStart: 20,
      atEnd: 20, &draft)
    let north = road(
      Alignment(from: axis.moved(ahead: reach + setback), [.line(Self.beyond)]), atStart: 25, atEnd: nil,
      &draft)
    for (index, isHighAtStart, isHighAtEnd) in [
      (south, false, true), (middle, true, true), (north, true, false),
    ] {
      let length = draft.roads[index].length
      // Away from the junctions the land is soon reached.
      let (from, to) = (isHighAtStart ? 12 : length / 2, isHighAtEnd ? length - 12 : length / 2)
      let t = bridge.profile.kerb + bridge.profile.shoulder + GuardRail.distance
      for side in [1.0, -1] { GuardRail.add(to: index, from: from, to: to, t: side * t, &draft) }
    }
    let id = draft.furnitureID()
    draft.edit(middle) { road in
      road.structures = [
        RoadStructure(
          kind: .bridge, id: id, name: "overpass", type: "concrete", s: road.length / 2 - half,
          length: 2 * half)
      ]
    }
    junction(ramps[0], [arm(middle, .start, draft), arm(south, .end, draft)], &draft)
    junction(ramps[1], [arm(north, .start, draft), arm(middle, .end, draft)], &draft)
  }

  private func arm(_ index: Int, _ contact: ContactPoint, _ draft: NetworkDraft) -> Arm {
    Arm(draft.roads[index], index: index, contact: contact, isMajor: true)
  }

  private func junction(_ ramps: Ramps, _ road: [Arm], _ draft: inout NetworkDraft) {
    let arms =
      (road
      + [ramps.exit, ramps.entry].map {
        Arm(draft.roads[$0], index: $0, contact: .end, isMajor: false)
      }).sorted { wrappedAngle($0.pose.heading + Double.pi) < wrappedAngle($1.pose.heading + Double.pi) }
    let built = JunctionDesign(kerbRadius: 10, kind: "rural").build(arms, into: &draft)
    JunctionControl(rule: .priority(stops: false), crosswalks: []).furnish(arms, junction: built.id, &draft)
  }

  /// Level where it meets junctions, down to the land at the edge of the map.
  private func road(
    _ alignment: Alignment, atStart: Double?, atEnd: Double?, _ draft: inout NetworkDraft
  ) -> Int {
    func end(_ approach: Double?) -> StreetEnd? {
      approach.map { approach in
        var end = StreetEnd()
        end.approach = approach
        return end
      }
    }
    let layout = StreetSections(
      bridge.profile, length: alignment.length, start: end(atStart), end: end(atEnd))
    let index = draft.add(alignment, sections: layout.sections)
    let (a, b) = (atStart == nil ? 0.4 : height, atEnd == nil ? 0.4 : height)
    draft.edit(index) { road in
      road.sections[road.sections.count - 1].end = road.length
      road.kinds = [RoadKind(start: 0, name: "rural", speedLimit: bridge.profile.speed)]
      road.elevation = VerticalProfile.step(from: a, to: b, length: road.length, flat: 20)
      road.lateralShape = Banking.crown(
        left: bridge.profile.kerb, right: bridge.profile.kerb, length: road.length,
        startRunIn: atStart.map { _ in 15 }, endRunIn: atEnd.map { _ in 15 })
    }
    return index
  }
}
