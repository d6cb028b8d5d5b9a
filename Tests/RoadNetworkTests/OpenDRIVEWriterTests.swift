import Geometry
import RoadNetwork
import Testing
import VectorMath

/// What is written reads back as the same map, and writes again as the same text.
struct OpenDRIVEWriterTests {
  static let sources = BuiltInRoads.allCases.map(\.rawValue) + RealFiles.names

  @Test(arguments: sources) func readsBackEqual(name: String) throws {
    var map = try RoadSurfacesTests.map(name)
    if map.header.revision.isEmpty { map.header.revision = "1.7" }
    let text = OpenDRIVEWriter.text(map)
    let back = try OpenDRIVEParser.parse(text: text, file: name)
    #expect(back.roads.count == map.roads.count)
    for (a, b) in zip(map.roads, back.roads) where a != b {
      Issue.record("\(name): road \(a.id) differs")
      break
    }
    #expect(back.junctions == map.junctions)
    #expect(back.controllers == map.controllers)
    #expect(back.junctionGroups == map.junctionGroups)
    #expect(OpenDRIVEWriter.text(back) == text)
  }

  /// Characters that mean something in XML, and phases of lights, which stand in `userData`.
  @Test func keepsNamesAndPhases() throws {
    let curve = PlanCurve(start: Vector2(1, 2), heading: 0.1, length: 10, shape: .line)
    var road = Road(
      id: "1", length: 10, planView: [PlanSegment(start: 0, curve: curve)],
      sections: [LaneSection(start: 0, end: 10, lanes: [Lane(id: 0, type: .none)])])
    road.name = "\"Rue\" <d'Été> & Sons\t"
    let controller = SignalController(
      id: "7", name: "phase 1", signals: [], sequence: 0,
      phase: SignalPhase(green: 21.5, amber: 3, clearance: 2))
    var map = RoadMap(roads: [road], controllers: [controller])
    map.header.revision = "1.7"
    map.header.geoReference = "+proj=utm +zone=32 <a> & ]]> b"
    let back = try OpenDRIVEParser.parse(text: OpenDRIVEWriter.text(map))
    #expect(back.roads == map.roads)
    #expect(back.controllers.first?.phase == controller.phase)
    #expect(back.header.geoReference == map.header.geoReference)
    #expect(back.warnings.isEmpty)
  }
}
