import RoadNetwork
import Testing
import VectorMath

struct LaneBoundaryTests {
  /// A bend of 50 m with a centre line, one lane to each side and a limit that changes on the way.
  static let bend = """
    <OpenDRIVE><header/><road id="1" length="60" junction="-1"><type s="0" type="town"><speed max="50" unit="km/h"/></type>
    <type s="40" type="town"><speed max="30" unit="km/h"/></type><planView>
    <geometry s="0" x="0" y="0" hdg="0" length="60"><arc curvature="0.02"/></geometry></planView>
    <lanes><laneSection s="0"><left><lane id="1" type="driving"><width sOffset="0" a="3" b="0" c="0" d="0"/></lane></left>
    <center><lane id="0" type="none"><roadMark sOffset="0" type="solid"/><roadMark sOffset="20" type="broken"/></lane></center>
    <right><lane id="-1" type="driving"><width sOffset="0" a="3" b="0" c="0" d="0"/>
    <roadMark sOffset="0" type="broken solid"/></lane><lane id="-2" type="driving">
    <width sOffset="0" a="3" b="0" c="0" d="0"/><speed sOffset="30" max="10"/></lane></right></laneSection></lanes></road></OpenDRIVE>
    """

  /// Points of a bend's lines lie on circles about its centre, and so nearly do the middles of their chords.
  @Test func linesFollowTheBend() throws {
    let map = try OpenDRIVEParser.parse(text: Self.bend)
    let centre = Vector2(0, 50)
    func radii(_ points: [Vector3]) -> [Double] { points.map { length(Vector2($0.x, $0.y) - centre) } }
    let lane = LaneReference(road: 0, section: 0, lane: -1)
    let middle = map.centreline(lane, tolerance: 0.01)
    #expect(radii(middle).allSatisfy { ($0 - 51.5).magnitude < 1e-9 })
    let chords = zip(middle, middle.dropFirst()).map { ($0 + $1) / 2 }
    #expect(radii(chords).allSatisfy { $0 > 51.49 })
    #expect(middle.count < 64)
    let left = try #require(map.boundary(lane, left: true))
    let right = try #require(map.boundary(lane, left: false))
    #expect(radii(left.points).allSatisfy { ($0 - 50).magnitude < 1e-9 })
    #expect(radii(right.points).allSatisfy { ($0 - 53).magnitude < 1e-9 })
    // Against +s the same centre line lies to the left, and is seen from its other end.
    let against = LaneReference(road: 0, section: 0, lane: 1)
    #expect(map.boundary(against, left: true)?.points == left.points.reversed())
  }

  @Test func marksTellWhoMayChange() throws {
    let map = try OpenDRIVEParser.parse(text: Self.bend)
    let (inner, outer) = (
      LaneReference(road: 0, section: 0, lane: -1), LaneReference(road: 0, section: 0, lane: -2)
    )
    let centre = try #require(map.boundary(inner, left: true)).marks
    #expect(centre.map(\.start) == [0, 20] && centre.map(\.end) == [20, 60])
    #expect(centre.map(\.mark.pattern) == [.solid, .broken])
    // Broken on the left, solid on the right: out of the inner lane yes, back no.
    #expect(map.mayChange(inner, left: false, at: 5) && !map.mayChange(outer, left: true, at: 5))
    #expect(!map.mayChange(inner, left: true, at: 30))
    #expect(map.boundary(outer, left: false)?.marks.isEmpty == true)
  }

  @Test func limitsFollowLaneAndRoad() throws {
    let map = try OpenDRIVEParser.parse(text: Self.bend)
    let outer = map.speedLimits(LaneReference(road: 0, section: 0, lane: -2))
    #expect(outer.map(\.start) == [0, 30] && outer.map(\.end) == [30, 60])
    #expect(outer.map(\.limit) == [50 / 3.6, 10])
    let inner = map.speedLimits(LaneReference(road: 0, section: 0, lane: -1))
    #expect(inner.map(\.limit) == [50 / 3.6, 30 / 3.6] && inner.map(\.start) == [0, 40])
  }
}
