import Diagnostics
import Foundation
import Geometry
import RoadNetwork
import Testing

struct OpenDRIVEParserTests {
  /// Roads, lanes and length against a second, cruder reading of the file: regular expressions over its text.
  @Test(arguments: RealFiles.names) func countsMatchTheText(name: String) throws {
    let map = try RealFiles.map(name)
    let text = String(decoding: try RealFiles.bytes(name), as: UTF8.self)
    let stripped = text.replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
    var lengths = 0.0
    var roads = 0
    for match in stripped.matches(of: /<road\s[^>]*?\blength\s*=\s*"([^"]*)"/) {
      roads += 1
      lengths += Double(match.1) ?? 0
    }
    let lanes = stripped.matches(of: /<lane\s[^>]*?\bid\s*=\s*"(-?\d+)"/).filter { $0.1 != "0" }.count
    let summary = RoadNetworkSummary(map)
    let dropped = map.warnings.filter { $0.message.contains("left out") }.count
    #expect(summary.roads <= roads && summary.roads >= roads - dropped)
    #expect((summary.totalLength - lengths).magnitude < 0.02 * Double(roads) + 1e-6 * lengths)
    let counted = summary.lanesByType.reduce(0) { $0 + $1.lanes }
    #expect(counted <= lanes && counted >= lanes - 12 * dropped)
    #expect(summary.junctions == stripped.matches(of: /<junction\s/).count)
    #expect(summary.signals == stripped.matches(of: /<signal\s/).count)
    #expect(summary.objects == stripped.matches(of: /<object\s/).count)
    #expect(summary.text.contains("junctions  \(summary.junctions)"))
  }

  static func road(
    plan: String = "<geometry s='0' x='0' y='0' hdg='0' length='100'><line/></geometry>",
    lane: String = "<width sOffset='0' a='3.5' b='0' c='0' d='0'/>", attributes: String = "length='100'",
    more: String = ""
  ) -> String {
    """
    <?xml version="1.0"?>
    <OpenDRIVE><header revMajor="1" revMinor="7"/>
    <road id="1" junction="-1" \(attributes)>
    <planView>\(plan)</planView>
    <lanes><laneSection s="0"><center><lane id="0" type="none"/></center>
    <right><lane id="-1" type="driving">\(lane)</lane></right></laneSection></lanes>\(more)
    </road></OpenDRIVE>
    """
  }

  /// Each broken file gives one error that names the line and says what to do.
  @Test(arguments: [
    (road(lane: "<width sOffset='0' a='nan' b='0' c='0' d='0'/>"), 6, "not finite"),
    (road(lane: "<width sOffset='0' a='3,5' b='0' c='0' d='0'/>"), 6, "no number"),
    (road(lane: "<width sOffset='0' a='1e8' b='0' c='0' d='0'/>"), 3, "bounds"),
    (road(plan: "<geometry s='0' x='0' y='0' length='100'><line/></geometry>"), 4, "no attribute hdg"),
    (road(plan: "<geometry s='0' x='0' y='0' hdg='0' length='1e12'><line/></geometry>"), 4, "beyond"),
    (
      road(plan: "<geometry s='0' x='0' y='0' hdg='0' length='100'><arc curvature='50'/></geometry>"), 4,
      "beyond"
    ),
    (road(plan: "<geometry s='0' x='0' y='0' hdg='0' length='100'><loop/></geometry>"), 4, "no known shape"),
    (road(attributes: ""), 3, "no attribute length"),
    (road(plan: ""), 2, "no usable road"),
    (String(road().dropLast(20)), 6, "ends"),
    ("", 1, "empty"),
    ("<OpenDRIVE>", 1, "ends inside"),
    ("<kml/>", 1, "not <OpenDRIVE>"),
    ("<OpenDRIVE/>", 1, "no usable road"),
    ("<a><b></a></b>", 1, "ends <b>"),
    ("plain words", 1, "outside"),
    ("<a b='&lol;'/>", 1, "entity"),
  ]) func brokenFilesAreExplained(text: String, line: Int, message: String) {
    #expect {
      try OpenDRIVEParser.parse(text: text, file: "broken.xodr")
    } throws: { error in
      guard let e = error as? DioramaError else { return false }
      #expect(e.message.contains(message), "\(e)")
      return e.reason == .badInput && e.location?.file == "broken.xodr" && e.location?.line == line
        && e.remedy != nil
    }
  }

  /// Each odd file gives a usable map and a named warning.
  @Test(arguments: [
    (road(lane: "<width sOffset='0' a='1' b='-0.05' c='0' d='0'/>"), "negative widths"),
    (road(lane: ""), "neither width nor border"),
    (road(attributes: "length='90'"), "length is 90"),
    (
      road(lane: "<width sOffset='0' a='3' b='0' c='0' d='0'/><roadMark sOffset='0' type='zigzag'/>"),
      "zigzag"
    ),
    (
      road(more: "<link><successor elementType='road' elementId='77' contactPoint='start'/></link>"),
      "not in the file"
    ),
    (
      road(
        plan: """
          <geometry s='0' x='0' y='0' hdg='0' length='50'><line/></geometry>
          <geometry s='50' x='50.2' y='0' hdg='0' length='50'><line/></geometry>
          """), "gap"
    ),
  ]) func oddFilesAreRepairedWithAWarning(text: String, message: String) throws {
    let map = try OpenDRIVEParser.parse(text: text)
    #expect(map.roads.count == 1)
    #expect(map.warnings.contains { $0.message.contains(message) && $0.location != nil }, "\(map.warnings)")
  }

  @Test func everythingNamedIsRead() throws {
    let text = Self.road(
      lane: """
        <link><predecessor id='-2'/><successor id='-3'/></link>
        <width sOffset='0' a='3' b='0' c='0' d='0'/><width sOffset='40' a='3' b='0.01' c='0' d='0'/>
        <roadMark sOffset='10' type='solid broken' weight='bold' color='yellow' laneChange='increase'>
        <sway ds='0' a='0.1' b='0' c='0' d='0'/>
        <explicit><line length='2' sOffset='5' tOffset='0.2' width='0.3' color='red'/></explicit></roadMark>
        <speed sOffset='0' max='50' unit='km/h'/><height sOffset='0' inner='0.1' outer='0.2'/>
        """,
      more: """
        <objects><object id='o' type='barrier' s='3' t='4'><repeat s='3' length='50' distance='0'/>
        <outlines><outline><cornerRoad s='1' t='2' dz='0' height='1'/></outline></outlines></object></objects>
        <signals><signal id='g' s='9' t='-5' dynamic='yes' orientation='-' type='1000001'>
        <validity fromLane='-1' toLane='-2'/></signal><signalReference id='g' s='1' t='1' orientation='+'/></signals>
        """)
    let map = try OpenDRIVEParser.parse(text: text)
    let road = map.roads[0]
    let lane = try #require(road.sections[0].lane(-1))
    #expect(lane.predecessors == [-2] && lane.successors == [-3])
    #expect(lane.widths.value(at: 60) == 3.2)
    let mark = try #require(lane.marks.first)
    #expect(mark.pattern == .solidBroken && mark.color == .yellow && mark.width == RoadMark.boldWidth)
    #expect(mark.laneChange == .increase && mark.sway.value(at: 3) == 0.1)
    #expect(mark.lines.first?.color == .red && mark.lines.first?.repeats == false)
    #expect(lane.speeds.first?.limit == 50 / 3.6)
    #expect(lane.height(at: 5)?.outer == 0.2)
    #expect(road.objects.first?.repeats.first?.tStart == 4)
    #expect(road.objects.first?.outlines.first?.isRoadCoordinates == true)
    #expect(road.signals.map(\.isReference) == [false, true])
    #expect(road.signals.first?.lanes == [-2 ... -1] && road.signals.first?.orientation == .backward)
    #expect(map.warnings.isEmpty)
  }

  /// Bytes of real and built-in files changed at random places (a fixed sequence): an error or a map, never a trap,
  /// and no absurd amount of work afterwards.
  @Test func mutatedFilesNeverTrap() throws {
    var sources = BuiltInRoads.allCases.map { Array($0.openDRIVE.utf8) }
    sources.append(Array(RoadEvaluationTests.banked.utf8))
    for name in RealFiles.names {
      let bytes = try RealFiles.bytes(name)
      if bytes.count < 30_000 { sources.append(bytes) }
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(n))
    }
    let spices = [
      "nan", "1e308", "-1", "", "0", "<", ">", "\"", "&", "1e9", "-1e6", "0.0001", "junction", "\u{0}", "/>",
    ]
    var outcomes = (maps: 0, errors: 0)
    for source in sources {
      for _ in 0..<40 {
        var bytes = source
        for _ in 0...next(4) {
          let at = next(bytes.count)
          switch next(4) {
          case 0: bytes[at] = UInt8(next(256))
          case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + next(60)))
          case 2: bytes.insert(contentsOf: Array(spices[next(spices.count)].utf8), at: at)
          default:
            // A number's digits replaced: the file stays well formed.
            if let digit = bytes[at...].firstIndex(where: { (48...57).contains($0) }) {
              bytes.replaceSubrange(digit...digit, with: Array(spices[next(spices.count)].utf8))
            }
          }
          if bytes.isEmpty { break }
        }
        switch outcome(bytes) {
        case .success(let map):
          outcomes.maps += 1
          exercise(map)
        case .failure(let error):
          outcomes.errors += 1
          #expect(error.location != nil && error.remedy != nil)
        }
      }
    }
    #expect(outcomes.maps > 20 && outcomes.errors > 20)
  }

  private func outcome(_ bytes: [UInt8]) -> Result<RoadMap, DioramaError> {
    Result { () throws(DioramaError) in try OpenDRIVEParser.parse(bytes, file: "mutated") }
  }

  private func exercise(_ map: RoadMap) {
    _ = RoadNetworkSummary(map).text
    let graph = LaneGraph(map)
    if let lane = map.drivableLanes.first {
      let path = LanePath.walk(graph, from: lane, length: 200) { _ in 0 }
      _ = path.pose(at: path.length / 2)
    }
    let start = map.roads[0].planSample(at: 0).point
    let set = RoadSurfaces(map).surfaces(around: start, radius: 30)
    for mesh in set.meshes {
      #expect(mesh.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
    }
  }
}
