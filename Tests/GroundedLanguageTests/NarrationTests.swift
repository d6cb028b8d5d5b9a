import GroundedLanguage
import RandomStreams
import TestSupport
import Testing
import VectorMath

/// What is told of a sequence in closed form.
@Suite struct NarrationTests {
  private static let label: NarrationLabel = {
    let moments = PaintedStory.frames.map { frame in
      SceneMoment(
        time: frame.time,
        facts: SceneFacts(frame.scene.view, egoVelocity: Vector3(PaintedStory.speed, 0, 0)))
    }
    return GroundedLanguageLabels.narration(moments, GroundedOptions(events: 20), RandomStream(seed: 2))
  }()

  @Test func everythingThatHappensIsTold() {
    let told = Self.label.entries.filter { $0.kind == "event" }.flatMap(\.events).map { event in
      let who = event.instance.map { String($0) } ?? "we"
      let whom = event.other.map { " \($0)" } ?? ""
      return "\(who) \(event.predicate)\(whom) \(Int(event.start))-\(Int(event.end))"
    }
    #expect(
      told.sorted() == [
        "1 overtakes 2 0-3", "2 moves 0-3", "3 stops 0-2", "4 appears 1-2", "4 moves 2-3",
        "we moves 0-3",
      ])
    #expect(Self.label.times == [0, 1, 2, 3] && Self.label.speeds == [5, 5, 5, 5])
  }

  /// The story tells every event, in order, and each thing's first mention is as of something new.
  @Test func theStoryHasAll() throws {
    let story = try #require(Self.label.entries.first { $0.kind == "story" })
    #expect(story.events.count == 6 && story.events.map(\.start) == story.events.map(\.start).sorted())
    for text in story.texts {
      let ends: Set<Character> = text.language == "zh" ? ["。"] : ["."]
      #expect(text.text.count { ends.contains($0) } == 6, "\(text.text)")
      #expect(
        !text.text.contains("  ") && !text.text.contains(". a") && !text.text.contains(". t"), "\(text.text)")
      let scalars = Array(text.text.unicodeScalars)
      var told = Set<UInt32>()
      for phrase in text.phrases {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[phrase.start..<phrase.end])
        let isNew = told.insert(phrase.objects.first ?? 0).inserted
        let starts = text.language == "zh" ? [isNew ? "一" : "那"] : [isNew ? "a " : "the "]
        #expect(
          starts.contains { String(words).lowercased().hasPrefix($0) }, "\(String(words)) in \(text.text)")
      }
    }
  }

  /// Nothing is told of a single moment, nor of a sequence whose carrier's speed is not known.
  @Test func nothingIsMadeUp() throws {
    let frame = try #require(PaintedStory.frames.first)
    let facts = SceneFacts(frame.scene.view, egoVelocity: nil)
    let one = GroundedLanguageLabels.narration(
      [SceneMoment(time: 0, facts: facts)], GroundedOptions(), RandomStream(seed: 2))
    #expect(one.entries.isEmpty)
  }
}
