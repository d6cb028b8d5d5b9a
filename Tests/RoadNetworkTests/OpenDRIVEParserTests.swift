import Diagnostics
import RoadNetwork
import Testing

struct OpenDRIVEParserTests {
  @Test(arguments: RealFiles.names) func everyRealFileParses(name: String) throws {
    let map = try RealFiles.map(name)
    #expect(!map.roads.isEmpty)
  }
}
