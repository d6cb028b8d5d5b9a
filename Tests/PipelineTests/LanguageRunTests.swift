import Annotations
import DatasetStore
import Diagnostics
import Foundation
import GroundedLanguage
import Pipeline
import Testing
import WorldModel

/// What is said and asked of a dataset does not depend on how it was made: in one go, in pieces, or in two shards.
@Suite(.serialized) struct LanguageRunTests {
  /// Two sequences of a plain road; narrations come with the last frames, which may be made before the first ones.
  private static let plan: Result<SamplePlan, any Error> = Result {
    try SamplePlan(
      RecipeTests.recipe(
        """
        generator: town
        name: told
        seed: 4
        count: 6
        sequence: {frames: 3, rate: 1}
        cameras: [{name: a, width: 200, height: 112, fov: 70, at: [1.6, 0, 1.45]}]
        labels: [caption, questions, narration]
        world: {road: {network: straight}, buildings: 0, vehicles: 10, pedestrians: 2}
        """)
    ) { _ in }
  }

  /// The bytes of the words of each sample.
  private static func words(_ indices: [Int]) throws -> [Int: [[UInt8]]] {
    let maker = SampleMaker(try plan.get())
    var out: [Int: [[UInt8]]] = [:]
    for index in indices {
      let files = try SampleEncoder().encode(try maker.sample(index))
      let names = ["caption", "questions", "narration"].map { "a/\($0).json" }
      out[index] = files.filter { names.contains($0.path) }.map(\.bytes)
    }
    return out
  }

  @Test func orderAndPiecesChangeNoWord() throws {
    let whole = try Self.words([0, 1, 2, 3, 4, 5])
    #expect(whole.values.allSatisfy { $0.count == 3 })
    // As shards have them, the last first, and as a run that goes on behind what is there.
    #expect(try Self.words([5, 1]) == whole.filter { [1, 5].contains($0.key) })
    #expect(try Self.words([4, 2]) == whole.filter { [2, 4].contains($0.key) })
    let maker = SampleMaker(try Self.plan.get())
    let (first, last) = (try maker.sample(0), try maker.sample(2))
    #expect(first.views[0].labels[NarrationLabel.self]?.entries.isEmpty == true)
    #expect(last.views[0].labels[NarrationLabel.self]?.entries.isEmpty == false)
    #expect(last.views[0].labels[QuestionsLabel.self]?.entries.isEmpty == false)
  }
}
