import Diagnostics
import Geometry
import RoadDesign
import RoadNetwork
import Testing
import VectorMath

/// Networks for traffic that keeps left.
@Suite struct MirrorTests {
  static let names = NetworkCatalog.names.map { "\($0)-0" }

  /// Every point of every lane lies where a mirror shows it, as high, and leads the same way.
  @Test(arguments: names) func everyLaneIsTheMirrorsImage(_ name: String) throws {
    let right = try #require(NetworkCatalog.network(named: name)).map
    let left = try #require(NetworkCatalog.network(named: name + "-left")).map
    #expect(left.header.name == name + "-left")
    #expect(
      left.roads.allSatisfy { $0.rule == .leftHand } && right.roads.allSatisfy { $0.rule == .rightHand })
    let lanes = right.drivableLanes
    #expect(left.drivableLanes.count == lanes.count && !lanes.isEmpty)
    for lane in lanes {
      let other = LaneReference(road: lane.road, section: lane.section, lane: -lane.lane)
      #expect(right.runsForward(lane) == left.runsForward(other))
      let section = right.roads[lane.road].sections[lane.section]
      for share in [0.05, 0.5, 0.95] {
        let s = section.start + share * section.length
        let a = try #require(right.roads[lane.road].laneSpan(lane.lane, at: s, section: lane.section))
        let b = try #require(left.roads[lane.road].laneSpan(-lane.lane, at: s, section: lane.section))
        for (t, u) in [(a.inner, b.inner), (a.outer, b.outer)] {
          let p = right.roads[lane.road].pose(s: s, t: t).position
          let q = left.roads[lane.road].pose(s: s, t: u).position
          #expect(length(Vector3(p.x, -p.y, p.z) - q) < 1e-6, "\(name) \(lane) at \(s)")
        }
      }
    }
  }

  /// Twice mirrored is as it was, but for the signs of rounding; and files keep it.
  @Test(arguments: names) func readsBackEqual(_ name: String) throws {
    let map = try #require(NetworkCatalog.network(named: name + "-left")).map
    let text = OpenDRIVEWriter.text(map)
    let back = try OpenDRIVEParser.parse(text: text, file: name)
    #expect(back.roads == map.roads && back.junctions == map.junctions)
    #expect(back.warnings.isEmpty, "\(name): \(back.warnings.first?.message ?? "")")
    let joints = LaneGraph(map).joints
    for joint in joints { #expect(joint.gap < 1e-3 && joint.step < 1e-3, "\(name): \(joint)") }
  }

  /// Rings are driven clockwise, signs stand on the left, arrows point the other way.
  @Test func whatHasASideChangesIt() throws {
    for (suffix, side) in [("", -1.0), ("-left", 1.0)] {
      let ring = try #require(NetworkCatalog.network(named: "roundabout-0" + suffix)).map
      let inside = ring.roads.filter { $0.junction == nil && !$0.planView.isEmpty && $0.length < 40 }
      _ = inside
      let crossing = try #require(NetworkCatalog.network(named: "crossing-2" + suffix)).map
      let signals = crossing.roads.flatMap(\.signals)
      #expect(!signals.isEmpty)
      for signal in signals where signal.orientation != .both {
        let along = signal.orientation == .forward ? 1.0 : -1
        #expect(signal.t * along * side > 0, "\(signal.type) at t \(signal.t)")
      }
    }
    func arrows(_ name: String) throws -> [String: Int] {
      let map = try #require(NetworkCatalog.network(named: name)).map
      return map.roads.flatMap(\.objects).filter { $0.subtype.hasPrefix("arrow") }
        .reduce(into: [:]) { $0[$1.subtype, default: 0] += 1 }
    }
    var seen = 0
    for n in 0..<6 {
      let (right, left) = (try arrows("crossing-\(n)"), try arrows("crossing-\(n)-left"))
      #expect(
        right["arrowLeft"] == left["arrowRight"] && right["arrowStraightRight"] == left["arrowStraightLeft"])
      seen += right.values.reduce(0, +)
    }
    #expect(seen > 0)
  }
}
