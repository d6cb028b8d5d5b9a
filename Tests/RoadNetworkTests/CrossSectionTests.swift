import Diagnostics
import RoadNetwork
import Testing
import VectorMath

struct CrossSectionTests {
  static func road(_ lateral: String, lanes: String, length: Double = 100) -> String {
    """
    <OpenDRIVE><header/><road id="1" length="\(length)" junction="-1"><planView>
    <geometry s="0" x="0" y="0" hdg="0" length="\(length)"><line/></geometry></planView>
    <lateralProfile>\(lateral)</lateralProfile><lanes><laneSection s="0">\(lanes)</laneSection></lanes></road></OpenDRIVE>
    """
  }

  static func lane(_ id: Int, _ width: Double, level: Bool = false) -> String {
    "<lane id=\"\(id)\" type=\"driving\" level=\"\(level)\"><width sOffset=\"0\" a=\"\(width)\" b=\"0\" c=\"0\" d=\"0\"/></lane>"
  }

  static let center = "<center><lane id=\"0\" type=\"none\"/></center>"

  static let surface = """
    <crossSectionSurface><tOffset><coefficients s="0" a="1"/></tOffset><surfaceStrips>
    <strip id="1"><width><coefficients s="0" a="3" b="0.01"/></width>
    <linear><coefficients s="0" a="-0.02"/><coefficients s="50" a="-0.04"/></linear>
    <quadratic><coefficients s="0" a="0.001"/></quadratic></strip>
    <strip id="2" mode="relative"><constant><coefficients s="0" a="0.1"/></constant><linear><coefficients s="0" a="0.05"/></linear></strip>
    <strip id="-1"><width><coefficients s="0" a="2"/></width><linear><coefficients s="0" a="0.03"/></linear></strip>
    <strip id="-2" mode="independent"><constant><coefficients s="0" a="-0.2"/></constant><cubic><coefficients s="0" a="0.01"/></cubic></strip>
    </surfaceStrips></crossSectionSurface>
    """

  /// Heights by the standard's words, written out for each strip.
  @Test func stripsAddUp() throws {
    let lanes = "<left>\(Self.lane(1, 8))</left>\(Self.center)<right>\(Self.lane(-1, 8))</right>"
    let map = try OpenDRIVEParser.parse(text: Self.road(Self.surface, lanes: lanes))
    #expect(map.warnings.isEmpty)
    func z(_ s: Double, _ t: Double) -> Double { map.roads[0].pose(s: s, t: t).position.z }
    // Left, inner: dt = t − 1.
    #expect((z(10, 3) - (-0.02 * 2 + 0.001 * 4)).magnitude < 1e-12)
    #expect((z(60, 3) - (-0.04 * 2 + 0.001 * 4)).magnitude < 1e-12)
    // Left, outer, from where the inner one ends at dt = 3.1.
    let edge = -0.02 * 3.1 + 0.001 * 3.1 * 3.1
    #expect((z(10, 5) - (edge + 0.1 + 0.05 * 0.9)).magnitude < 1e-12)
    // Right: t is signed; the independent outer strip counts from the reference line's height.
    #expect((z(10, 0) - 0.03 * -1).magnitude < 1e-12)
    #expect((z(10, -3) - (-0.2 + 0.01 * -8)).magnitude < 1e-12)
  }

  @Test func surfaceRulesOverSuperelevation() throws {
    let text = Self.road(
      "<superelevation s=\"0\" a=\"0.1\" b=\"0\" c=\"0\" d=\"0\"/>" + Self.surface, lanes: Self.center)
    let map = try OpenDRIVEParser.parse(text: text)
    #expect(map.warnings.contains { $0.message.contains("rules alone") })
    #expect(map.roads[0].pose(s: 10, t: 3).position.y == 3)
  }

  /// A level lane begins where the banked one ends, at its height, and stays there; so do those outside of it.
  @Test func levelLanesKeepOutOfTheBank() throws {
    let lanes =
      "\(Self.center)<right>\(Self.lane(-1, 4))\(Self.lane(-2, 2, level: true))\(Self.lane(-3, 2))</right>"
    let map = try OpenDRIVEParser.parse(
      text: Self.road("<superelevation s=\"0\" a=\"0.1\" b=\"0\" c=\"0\" d=\"0\"/>", lanes: lanes))
    let road = map.roads[0]
    let rim = road.pose(s: 50, t: -4).position
    #expect(rim.z < -0.39)
    for t in [-5.0, -7, -8] {
      let p = road.pose(s: 50, t: t)
      #expect((p.position.z - rim.z).magnitude < 1e-12 && p.normal == Vector3(0, 0, 1))
      #expect((p.position.y - (rim.y + t + 4)).magnitude < 1e-12)
    }
    #expect((road.pose(s: 50, t: -2).position.z - rim.z / 2).magnitude < 1e-12)
    let found = try #require(RoadLocator(map).locate([50, rim.y - 3]))
    #expect(found.lane.lane == -3 && (found.t + 7).magnitude < 1e-6)
  }

  /// Lanes on a curved cross profile are drawn in as many strips as it takes: the mesh stays within the chord error.
  @Test func curvedProfilesAreFollowed() throws {
    let lanes = "<left>\(Self.lane(1, 8))</left>\(Self.center)<right>\(Self.lane(-1, 8))</right>"
    let map = try OpenDRIVEParser.parse(text: Self.road(Self.surface, lanes: lanes, length: 40))
    var options = RoadSurfaces.Options()
    options.terrainMargin = 0
    let set = RoadSurfaces(map, options: options).surfaces()
    let probe = HeightProbe(set, kinds: [.road])
    var count = 0
    for i in 0..<40 {
      for j in -15...15 {
        let (s, t) = (Double(i) + 0.5, Double(j) / 2 + 0.1)
        guard let top = probe.heights(at: [s - set.origin.x, t - set.origin.y]).first else { continue }
        count += 1
        // The profile jumps where the outer strips begin; there a quad bridges the jump.
        let edges = [1 + 3 + 0.01 * s, -1.0]
        if edges.contains(where: { (t - $0).magnitude < 0.6 }) { continue }
        #expect((top - map.roads[0].pose(s: s, t: t).position.z).magnitude < 0.021)
      }
    }
    #expect(count > 1000)
  }
}
