import RoadNetwork
import Testing
import VectorMath

struct FurniturePlacesTests {
  static let text = """
    <OpenDRIVE><header><offset x="1000" y="2000" z="5" hdg="1.5707963267948966"/></header>
    <road id="1" length="100" junction="-1"><planView>
    <geometry s="0" x="0" y="0" hdg="0" length="100"><line/></geometry></planView><lanes><laneSection s="0">
    <center><lane id="0" type="none"/></center></laneSection></lanes>
    <objects><object id="tree" type="tree" s="0" t="8" hdg="0.5" height="4">
    <repeat s="10" length="40" distance="10" tStart="8" tEnd="12" heightStart="4" heightEnd="8"/></object>
    <object id="box" type="obstacle" s="3" t="-2" zOffset="0.5"/>
    <object id="wall" type="barrier" s="3" t="-9"><repeat s="0" length="90" distance="0"/></object></objects>
    <signals><signal id="a" s="20" t="-4" zOffset="2" orientation="+" dynamic="no"/>
    <signal id="b" s="20" t="4" orientation="-" dynamic="no"/></signals></road></OpenDRIVE>
    """

  @Test func repeatsAreSpacedAndInterpolated() throws {
    let map = try OpenDRIVEParser.parse(text: Self.text)
    let places = map.objectPlaces
    #expect(places.count == 6)
    #expect(places[2].position == Vector3(30, 10, 0) && places[2].height == 6)
    #expect(places[0].heading == 0.5)
    #expect(places[5].position == Vector3(3, -2, 0.5) && places[5].index == 1)
  }

  @Test func signalsLookAtTheirTraffic() throws {
    let places = try OpenDRIVEParser.parse(text: Self.text).signalPlaces
    #expect(places[0].position == Vector3(20, -4, 2))
    #expect((places[0].heading.magnitude - Double.pi).magnitude < 1e-12)
    #expect(places[1].heading == 0)
  }

  @Test func headerOffsetLeadsToTheProjection() throws {
    let map = try OpenDRIVEParser.parse(text: Self.text)
    #expect(length(map.projected([10, 0, 1]) - Vector3(1000, 2010, 6)) < 1e-9)
  }

  @Test(arguments: RealFiles.names) func everythingStandsNearItsRoad(name: String) throws {
    let map = try RealFiles.map(name)
    for place in map.objectPlaces + map.signalPlaces {
      #expect(place.position.x.isFinite && place.position.y.isFinite && place.position.z.isFinite)
    }
    #expect(map.signalPlaces.count == map.roads.reduce(0) { $0 + $1.signals.count })
  }
}
