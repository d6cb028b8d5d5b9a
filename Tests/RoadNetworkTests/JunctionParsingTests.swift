import Diagnostics
import RoadNetwork
import Testing
import VectorMath

struct JunctionParsingTests {
  static func road(
    _ id: String, x: Double = 0, junction: String = "-1", link: String = "", lanes: String? = nil,
    attributes: String = ""
  ) -> String {
    let own = lanes ?? lane(-1)
    return """
      <road id="\(id)" length="50" junction="\(junction)" \(attributes)><link>\(link)</link><planView>
      <geometry s="0" x="\(x)" y="0" hdg="0" length="50"><line/></geometry></planView><lanes><laneSection s="0">
      <center><lane id="0" type="none"/></center><right>\(own)</right></laneSection></lanes></road>
      """
  }

  static func lane(_ id: Int, _ more: String = "", attributes: String = "") -> String {
    "<lane id=\"\(id)\" type=\"driving\" \(attributes)>\(more)<width sOffset=\"0\" a=\"3\" b=\"0\" c=\"0\" d=\"0\"/></lane>"
  }

  static func parse(_ body: String) throws -> RoadMap {
    try OpenDRIVEParser.parse(text: "<OpenDRIVE><header/>\n\(body)</OpenDRIVE>", file: "t.xodr")
  }

  @Test func everythingOfAJunctionIsRead() throws {
    let map = try Self.parse(
      Self.road("a", link: "<successor elementType=\"junction\" elementId=\"j\"/>")
        + Self.road(
          "c", x: 50, junction: "j",
          link: "<predecessor elementType=\"road\" elementId=\"a\" contactPoint=\"end\"/>")
          + """
          <controller id="k"/><junction id="j" type="default"><connection id="0" incomingRoad="a" connectingRoad="c" contactPoint="start">
          <laneLink from="-1" to="-1" overlapZone="2.5"/></connection><priority high="c" low="a"/><controller id="k" type="x" sequence="1"/>
          <boundary><segment type="lane" roadId="c" boundaryLane="-1" sStart="begin" sEnd="12.5"/>
          <segment type="joint" roadId="c" contactPoint="end" transitionLength="2"/></boundary></junction>
          <junctionGroup id="g" type="roundabout"><junctionReference junction="j"/></junctionGroup>
          """)
    #expect(map.warnings.isEmpty, "\(map.warnings)")
    let junction = try #require(map.junction("j"))
    let link = try #require(junction.connections.first?.laneLinks.first)
    #expect(link.from == -1 && link.to == -1 && link.overlap == 2.5)
    #expect(junction.priorities.first?.high == "c" && junction.priorities.first?.low == "a")
    #expect(junction.controllers.first?.sequence == 1)
    #expect(
      junction.boundary == [
        .lane(road: "c", lane: -1, start: .begin, end: .s(12.5)),
        .joint(road: "c", contact: .end, startLane: nil, endLane: nil, transition: 2),
      ])
    #expect(map.junctionGroups.first?.type == "roundabout" && map.junctionGroups.first?.junctions == ["j"])
  }

  /// A driveway leaves a road in its midst: no successor, but a branch from station to station.
  @Test func virtualJunctionsBranch() throws {
    let link = "<link><predecessor id=\"-1\"/></link>"
    let map = try Self.parse(
      Self.road("main")
        + Self.road(
          "drive", x: 20, junction: "v",
          link: "<predecessor elementType=\"road\" elementId=\"main\" elementS=\"20\" elementDir=\"+\"/>",
          lanes: Self.lane(-1, link))
          + """
          <junction id="v" type="virtual" mainRoad="main" sStart="18" sEnd="26" orientation="+">
          <connection id="0" type="virtual" incomingRoad="main" connectingRoad="drive" contactPoint="start">
          <laneLink from="-1" to="-1"/></connection></junction>
          """)
    #expect(map.warnings.isEmpty, "\(map.warnings)")
    let (main, drive) = (
      LaneReference(road: 0, section: 0, lane: -1), LaneReference(road: 1, section: 0, lane: -1)
    )
    let branch = try #require(map.branches.first)
    #expect(map.branches.count == 1 && branch.junction == "v" && branch.from == main && branch.to == drive)
    #expect(branch.fromStation == 20 && branch.toStation == 0)
    #expect(LaneGraph(map).successors(of: main).isEmpty && LaneGraph(map).predecessors(of: drive).isEmpty)
    let stretch = try #require(map.junctions[0].mainRoad)
    #expect(stretch.road == "main" && stretch.start == 18 && stretch.end == 26)
    #expect(stretch.orientation == .forward)
  }

  @Test func lanesInFull() throws {
    let map = try Self.parse(
      Self.road(
        "a",
        lanes: Self.lane(
          -1,
          """
          <roadMark sOffset="0" type="solid" weight="bold" material="thermoplastic" height="0.01"><type name="x" width="0.2">
          <line length="2" space="1" tOffset="0.1" sOffset="0" rule="caution" color="orange"/></type></roadMark>
          <material sOffset="1" surface="asphalt" friction="0.8"/><access sOffset="2" rule="deny"><restriction type="truck"/></access>
          <access sOffset="3" rule="allow" restriction="bus"/><rule sOffset="4" value="no stopping"/>
          """, attributes: "roadWorks=\"true\" direction=\"reversed\" dynamicLaneDirection=\"true\"")))
    #expect(map.warnings.isEmpty, "\(map.warnings)")
    let lane = try #require(map.roads[0].sections[0].lane(-1))
    #expect(lane.isRoadWorks && lane.isDynamic && lane.direction == .reversed)
    #expect(!map.runsForward(LaneReference(road: 0, section: 0, lane: -1)))
    #expect(lane.access.map(\.isAllowed) == [false, true] && lane.access.map(\.start) == [2, 3])
    #expect(lane.access.map(\.traffic) == [["truck"], ["bus"]])
    #expect(lane.materials.first?.friction == 0.8 && lane.rules.first?.value == "no stopping")
    let mark = lane.marks[0]
    #expect(
      mark.isBold && mark.material == "thermoplastic" && mark.height == 0.01 && mark.laneChange == .none)
    #expect(mark.lines[0].rule == "caution" && mark.lines[0].color == .orange && mark.lines[0].width == 0.2)
  }
}
