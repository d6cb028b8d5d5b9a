import RoadNetwork
import Testing
import VectorMath

struct ObjectSolidsTests {
  /// Each edge of a closed body is run along once each way.
  private static func isClosed(_ solid: ObjectSolid) -> Bool {
    var ways: [SIMD2<UInt32>: Int] = [:]
    for t in solid.triangles {
      for (a, b) in [(t.x, t.y), (t.y, t.z), (t.z, t.x)] { ways[SIMD2(a, b), default: 0] += 1 }
    }
    return ways.allSatisfy { $0.value == 1 && ways[SIMD2($0.key.y, $0.key.x)] == 1 }
  }

  @Test func bodiesHaveTheirVolumes() throws {
    let map = try FurnitureParsingTests.map(
      """
      <object id="rail" type="barrier" s="0" t="3" height="1"><repeat s="10" length="40" distance="0" tStart="3" tEnd="3"
      widthStart="0.2" widthEnd="0.4" heightStart="1" heightEnd="1"/></object>
      <object id="box" type="obstacle" s="20" t="-6" hdg="0.3" length="2" width="3" height="4"/>
      <object id="pole" type="pole" s="30" t="-6" radius="0.5" height="5"/>
      <object id="ell" type="building" s="60" t="8"><outline closed="true"><cornerLocal u="0" v="0" z="0" height="3"/>
      <cornerLocal u="0" v="4" z="0" height="3"/><cornerLocal u="2" v="4" z="0" height="3"/><cornerLocal u="2" v="2" z="0" height="3"/>
      <cornerLocal u="4" v="2" z="0" height="3"/><cornerLocal u="4" v="0" z="0" height="3"/></outline>
      <repeat s="60" length="20" distance="10" tStart="8" tEnd="8"/></object>
      <object id="walk" type="crosswalk" s="5" t="0"><outline><cornerRoad s="4" t="0"/><cornerRoad s="6" t="0"/><cornerRoad s="6" t="-4"/></outline></object>
      """)
    let solids = map.objectSolids
    #expect(solids.map(\.object) == [0, 1, 2, 3, 3, 3])
    #expect(solids.allSatisfy(Self.isClosed))
    // Sixteen sides in place of a circle.
    let pole: Double = 10 * DeterministicMath.sin(Double.pi / 8)
    let wanted: [Double] = [12, 24, pole, 36, 36, 36]
    for (solid, volume) in zip(solids, wanted) { #expect((solid.volume - volume).magnitude < 1e-9 * volume) }
    // The repeated building stands on the bank, ten metres farther each time.
    let shift = solids[4].positions[0] - solids[3].positions[0]
    #expect(length(shift - Vector3(10, 0, 0)) < 1e-9)
  }

  @Test(arguments: RealFiles.names) func realBodiesAreClosed(name: String) throws {
    for solid in try RealFiles.map(name).objectSolids { #expect(Self.isClosed(solid) && solid.volume > 0) }
  }
}
