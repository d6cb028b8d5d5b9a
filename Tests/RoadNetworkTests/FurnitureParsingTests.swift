import Diagnostics
import RoadNetwork
import Testing
import VectorMath

/// Objects, signals and structures are read with all that the standard lets a file say of them.
struct FurnitureParsingTests {
  static func map(_ objects: String = "", signals: String = "", more: String = "") throws -> RoadMap {
    try OpenDRIVEParser.parse(
      text: """
        <OpenDRIVE><header/><road id="1" length="100" junction="-1"><planView>
        <geometry s="0" x="0" y="0" hdg="0" length="100"><line/></geometry></planView>
        <lateralProfile><superelevation s="0" a="0.1" b="0" c="0" d="0"/></lateralProfile>
        <lanes><laneSection s="0"><center><lane id="0" type="none"/></center><right>
        <lane id="-1" type="driving"><width sOffset="0" a="4" b="0" c="0" d="0"/></lane></right></laneSection></lanes>
        <objects>\(objects)</objects><signals>\(signals)</signals></road>\(more)</OpenDRIVE>
        """, file: "t.xodr")
  }

  @Test func objectsInFull() throws {
    let map = try Self.map(
      """
      <object id="p" type="parkingSpace" s="10" t="-6" hdg="0.5" orientation="+" validLength="3" dynamic="no" length="5" width="2.5">
      <validity fromLane="-1" toLane="-1"/><parkingSpace access="disabled" restrictions="2 h"/>
      <material surface="asphalt" friction="0.9" roughness="0.01"/>
      <markings><marking side="left" width="0.1" color="yellow" lineLength="1" spaceLength="0.5" startOffset="0.2" stopOffset="0.3"/>
      <marking color="white" weight="bold"><cornerReference id="0"/><cornerReference id="2"/></marking></markings>
      <outlines><outline id="4" fillType="grass" outer="false" closed="true" laneType="parking">
      <cornerLocal id="0" u="-1" v="0" z="0" height="1"/><cornerLocal id="1" u="1" v="0" z="0"/><cornerLocal id="2" u="0" v="2" z="0.5"/>
      </outline></outlines><borders><border width="0.2" type="curb" outlineId="4" useCompleteOutline="true"/></borders>
      <repeat s="0" length="20" distance="5" tStart="-6" tEnd="-8" radiusStart="1" radiusEnd="2"/>
      <skeleton><polyline><vertexLocal u="0" v="0" z="1" radius="0.1"/><vertexLocal u="1" v="0" z="1"/></polyline></skeleton></object>
      <objectReference id="p" s="50" t="2" orientation="-"/>
      <bridge s="20" length="30" id="b" name="B" type="steel"/><tunnel s="60" length="10" id="t" type="underpass" lighting="0.4" daylight="2"/>
      """)
    #expect(map.warnings.isEmpty, "\(map.warnings)")
    let object = map.roads[0].objects[0]
    #expect(object.orientation == .forward && object.validLength == 3 && object.lanes == [-1 ... -1])
    #expect(object.parkingSpace?.access == "disabled" && object.materials.first?.friction == 0.9)
    #expect(object.markings.map(\.side) == [.left, nil] && object.markings[0].color == .yellow)
    #expect(object.markings[1].corners == [0, 2] && object.markings[1].width == RoadMark.boldWidth)
    let outline = object.outlines[0]
    #expect(outline.fill == "grass" && !outline.isOuter && outline.laneType == .parking && outline.id == 4)
    #expect(object.borders.first?.type == "curb" && object.borders.first?.outline == 4)
    #expect(object.repeats[0].radiusEnd == 2 && object.skeletons[0].radius == 0.1)
    #expect(map.roads[0].objects[1].isReference)
    let structures = map.roads[0].structures
    #expect(structures.map(\.kind) == [.bridge, .tunnel] && structures.map(\.end) == [50, 70])
    #expect(structures[1].lighting == 0.4 && structures[1].daylight == 1)
  }

  /// An upright object's corners keep their heights; one that is perpendicular to the road leans with it.
  @Test func cornersStandInTheObjectsFrame() throws {
    let box =
      "<outline><cornerLocal u=\"2\" v=\"0\" z=\"0\"/><cornerLocal u=\"0\" v=\"2\" z=\"1\"/></outline>"
    let quarter = Double.pi / 2
    let map = try Self.map(
      "<object id=\"a\" type=\"none\" s=\"10\" t=\"0\" hdg=\"\(quarter)\">\(box)</object>"
        + "<object id=\"b\" type=\"none\" s=\"10\" t=\"0\" perpToRoad=\"true\">\(box)</object>")
    let upright = map.outlines(road: 0, object: 0)[0]
    #expect(length(upright[0] - Vector3(10, 2, 0)) < 1e-12 && length(upright[1] - Vector3(8, 0, 1)) < 1e-12)
    let leaning = map.outlines(road: 0, object: 1)[0]
    let (sin, cos) = DeterministicMath.sincos(0.1)
    #expect(length(leaning[1] - Vector3(10, 2 * cos - sin, 2 * sin + cos)) < 1e-12)
    #expect(map.outlines(road: 0, object: 9).isEmpty && map.outlines(road: 7, object: 0).isEmpty)
  }

  @Test func signalsInFull() throws {
    let map = try Self.map(
      signals: """
        <signal id="1" s="9" t="-5" dynamic="no" orientation="+" country="DE" countryRevision="2017" type="274" subtype="55" value="60" unit="km/h" length="0.1" pitch="0.1" roll="0.2">
        <dependency id="2" type="limitline"/><reference elementId="p" elementType="object"/>
        <positionRoad roadId="1" s="3" t="1" zOffset="2" hOffset="0.3"/></signal>
        <signal id="2" s="9" t="-5" dynamic="no" orientation="-" country="US" type="R2-1" subtype="-1">
        <positionInertial x="1" y="2" z="3" hdg="0.4"/><semantics><speed type="maximum" value="30" unit="mph"/></semantics></signal>
        <signal id="3" s="1" t="0" dynamic="no" orientation="none" country="DE" type="274" subtype="274-30"/>
        """, more: "<controller id=\"c\" sequence=\"2\"><control signalId=\"1\" type=\"x\"/></controller>")
    #expect(map.warnings.isEmpty, "\(map.warnings)")
    let signals = map.roads[0].signals
    #expect(signals[0].country == "DE" && signals[0].countryRevision == "2017" && signals[0].subtype == "55")
    #expect(signals[0].dependencies.map(\.signal) == ["2"] && signals[0].dependencies[0].type == "limitline")
    #expect(signals[0].references.first?.type == "object" && signals[0].roll == 0.2)
    #expect(signals[0].placement == .road(id: "1", s: 3, t: 1, zOffset: 2, headingOffset: 0.3))
    #expect(signals[1].placement == .inertial(x: 1, y: 2, z: 3, heading: 0.4, pitch: 0, roll: 0))
    let (german, american, plate): (Double, Double, Double) = (60 / 3.6, 30 * 0.44704, 30 / 3.6)
    #expect(signals[0].speedLimit == german && signals[1].speedLimit == american)
    #expect(signals[2].speedLimit == plate)
    let controller = try #require(map.controllers.first)
    #expect(controller.id == "c" && controller.signals == ["1"] && controller.sequence == 2)
  }

  /// Half a metre of paint and half a metre of road, by the file's own numbers: areas add up.
  @Test func markingsArePainted() throws {
    let map = try Self.map(
      """
      <object id="w" type="crosswalk" s="20" t="-2"><outlines><outline><cornerRoad id="0" s="20" t="0"/>
      <cornerRoad id="1" s="20" t="-4"/></outline></outlines><markings><marking color="yellow" width="3" lineLength="0.5" spaceLength="0.5">
      <cornerReference id="0"/><cornerReference id="1"/></marking></markings></object>
      <object id="p" type="parkingSpace" s="50" t="-2" length="5" width="2.5"><markings>
      <marking side="left" color="blue" width="0.1"/><marking side="front" color="blue" width="0.1" startOffset="0.5" stopOffset="0.5"/></markings></object>
      """)
    let set = RoadSurfaces(map).surfaces()
    #expect((RoadSurfacesTests.planArea(set, [.mark(.yellow)]) - 4 * 0.5 * 3).magnitude < 1e-6)
    #expect((RoadSurfacesTests.planArea(set, [.mark(.blue)]) - (5 + 1.5) * 0.1).magnitude < 1e-6)
    #expect(RoadSurfacesTests.planArea(set, [.mark(.white)]) == 0)
    // On the banked road, not on the level.
    for mesh in set.meshes where mesh.kind == .mark(.blue) {
      for p in mesh.positions {
        let surface = (p.y + set.origin.y) * DeterministicMath.tan(0.1)
        #expect((p.z - surface - 0.004).magnitude < 1e-3)
      }
    }
  }
}
