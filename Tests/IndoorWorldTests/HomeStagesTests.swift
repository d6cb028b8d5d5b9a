import IndoorWorld
import LocatedYAML
import RandomStreams
import Testing
import VectorMath
import WorldModel

@Suite struct HomeStagesTests {
  private static func home(_ stages: HomeStages?) throws -> World {
    let document = try YAMLDocument(text: "bedrooms: 1", file: "home")
    let generator = HomeGenerator(try document.decode(HomeDescription.self).value)
    var draws = Draws(stream: RandomStream(seed: 5), index: 0)
    return try generator.world(&draws, stages: stages)
  }

  /// Who listens changes nothing, hears every stage, and things only while something else waits for them.
  @Test func listenersChangeNothing() throws {
    var heard: [HomeStage] = []
    let heardWorld = try Self.home(HomeStages { heard.append($0) })
    let world = try Self.home(nil)
    #expect(world.entities.map(\.name) == heardWorld.entities.map(\.name))
    #expect(
      world.entities.map { $0.track.pose(at: 0) } == heardWorld.entities.map { $0.track.pose(at: 0) })
    #expect(Set(heard) == Set(HomeStage.allCases).subtracting([.views]))
    #expect(heard.first == .plan && heard.last == .shell)
    for (i, stage) in heard.enumerated() where stage == .things {
      #expect(i > 0 && i + 1 < heard.count && heard[i - 1] == heard[i + 1])
    }
  }
}
