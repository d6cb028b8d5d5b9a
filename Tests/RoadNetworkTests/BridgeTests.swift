import Geometry
import RoadNetwork
import Testing
import VectorMath

/// A road that passes over another: its deck, its edges, and what carries it.
struct BridgeTests {
  /// The lower road runs along x, 11 m wide, level at 0; the upper one along y, 10 m wide, 7 m above it.
  static func map(upper: Double = 7) throws -> RoadMap {
    func road(_ id: String, _ x: Double, _ y: Double, _ heading: Double, _ z: Double, _ half: Double)
      -> String
    {
      func lane(_ n: Int) -> String {
        "<lane id=\"\(n)\" type=\"driving\"><width sOffset=\"0\" a=\"\(half)\" b=\"0\" c=\"0\" d=\"0\"/></lane>"
      }
      return """
        <road id="\(id)" length="200" junction="-1"><planView>
        <geometry s="0" x="\(x)" y="\(y)" hdg="\(heading)" length="200"><line/></geometry></planView>
        <elevationProfile><elevation s="0" a="\(z)" b="0" c="0" d="0"/></elevationProfile>
        <lanes><laneSection s="0"><left>\(lane(1))</left><center><lane id="0" type="none"/></center>
        <right>\(lane(-1))</right></laneSection></lanes></road>
        """
    }
    return try OpenDRIVEParser.parse(
      text: "<OpenDRIVE><header revMajor=\"1\" revMinor=\"6\"/>" + road("low", -100, 0, 0, 0, 5.5)
        + road("high", 0, -100, Double.pi / 2, upper, 5) + "</OpenDRIVE>")
  }

  private static let set: RoadSurfaceSet? = try? RoadSurfaces(map()).surfaces()

  /// Corners of all concrete, map coordinates.
  private func concrete() throws -> [Vector3] {
    let set = try #require(Self.set)
    let meshes = set.meshes.filter { $0.kind == .bridge }
    return meshes.flatMap { mesh in
      mesh.triangles.flatMap { [$0.x, $0.y, $0.z] }.map { mesh.positions[Int($0)] + set.origin }
    }
  }

  /// Nothing of the bridge comes down on the lanes below it, nor within 40 cm of them.
  @Test func theWayBelowIsClear() throws {
    let over = try concrete().filter { $0.y.magnitude < 5.9 }
    #expect(over.count > 10)
    // 7 m less the deck of 0.9 m.
    #expect(over.allSatisfy { $0.z > 6.1 - 1e-6 })
  }

  /// Columns and abutments begin in the ground and end in the deck.
  @Test func supportsStandInTheGround() throws {
    let set = try #require(Self.set)
    let ground = HeightProbe(set, kinds: [.terrain])
    let feet = try concrete().filter { $0.z < 4 && $0.x.magnitude < 4.5 }
    #expect(feet.contains { $0.y > 0 } && feet.contains { $0.y < 0 })
    for foot in feet {
      let plan = Vector2(foot.x - set.origin.x, foot.y - set.origin.y)
      let z = try #require(ground.heights(at: plan).max())
      #expect(foot.z < z + set.origin.z - 0.3, "a support floats at \(foot)")
    }
    // Piers beside the lower road, on both sides, as near as its room allows.
    let beside = feet.map(\.y.magnitude).min() ?? 0
    #expect(beside > 6 && beside < 9)
  }

  /// Along the free stretch parapets stand a metre above both edges; on the embankments there are none.
  @Test func parapetsStandWhereTheGroundIsDeep() throws {
    let tops = try concrete().filter { ($0.z - 8).magnitude < 1e-6 }
    for side in [-5.0, 5] {
      let ys = tops.filter { ($0.x - side).magnitude < 0.4 }.map(\.y)
      #expect((ys.min() ?? 0) < -9 && (ys.max() ?? 0) > 9)
      #expect(ys.allSatisfy { $0.magnitude < 30 })
    }
  }

  /// The ground rises from the lower road no steeper than 1 : 1.5, as the grid's rows and columns have it:
  /// √2 times that askew.
  @Test func banksAreNotTooSteep() throws {
    let set = try #require(Self.set)
    var steepest = 0.0
    for mesh in set.meshes where mesh.kind == .terrain {
      for t in mesh.triangles {
        let p = [t.x, t.y, t.z].map { mesh.positions[Int($0)] + set.origin }
        // Verges are beside the roads' edges; they may be steeper.
        let isVerge = p.contains { q in
          (q.x.magnitude < 7.5 && q.z > 0.5) || (q.y.magnitude < 8)
        }
        guard !isVerge else { continue }
        let n = normalized(cross(p[1] - p[0], p[2] - p[0]))
        steepest = max(steepest, (1 - n.z * n.z).squareRoot() / n.z)
      }
    }
    #expect(steepest > 0.2 && steepest < 0.95, "\(steepest)")
  }

  /// Roads that cross at little height stay as they are: no concrete.
  @Test func lowCrossingsHaveNoBridge() throws {
    let set = RoadSurfaces(try Self.map(upper: 0.8)).surfaces()
    #expect(set.meshes.allSatisfy { $0.kind != .bridge })
  }
}
