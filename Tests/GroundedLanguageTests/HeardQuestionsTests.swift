import Annotations
import Checks
import GroundedLanguage
import RandomStreams
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Questions about recordings, over many that are written without sound.
@Suite struct HeardQuestionsTests {
  /// A recording beside a picture of the same things, with what is asked of both.
  static func asked(_ number: Int, isStreet: Bool = false) -> Sample {
    let view = PaintedScene.random(number, isStreet: isStreet).view
    let seen = (view[ObjectsLabel.self]?.entries ?? []).filter(\.isThing).map(\.instance)
    let painted = PaintedRecording.random(number, entities: seen + [900, 901])
    return sample(number, painted, view)
  }

  private static func sample(_ number: Int, _ painted: PaintedRecording, _ view: Sample.View?) -> Sample {
    var labels = LabelSet()
    labels.set(painted.label)
    labels.set(
      GroundedLanguageLabels.heardQuestions(
        painted.label, view, GroundedOptions(questions: 60), RandomStream(seed: 2).child(number)))
    var sample = Sample(
      index: number, sequence: number, frame: 0, time: 0, worldFromRig: .identity,
      views: view.map { [$0] } ?? [], drawn: [], attributes: [])
    sample.recordings = [painted.recording(labels)]
    return sample
  }

  private static func entries(_ sample: Sample) -> [HeardQuestionsLabel.Entry] {
    sample.recordings.first?.labels[HeardQuestionsLabel.self]?.entries ?? []
  }

  /// What is asked of many recordings beside homes and streets, and what the checks find: made once for all tests.
  private static let survey: (entries: [[HeardQuestionsLabel.Entry]], report: CheckReport) = {
    var run = CheckRun([HeardAnswersHold(), HeardAnswersAreBalanced()])
    var asked: [[HeardQuestionsLabel.Entry]] = []
    for number in 0..<240 {
      let sample = Self.asked(number, isStreet: number % 2 == 0)
      asked.append(entries(sample))
      run.examine(sample)
    }
    return (asked, run.completeReport)
  }()

  /// The second reading agrees with all answers, and blocks are whole.
  @Test func checksPass() {
    let families = Set(Self.survey.entries.joined().map(\.family))
    for entry in Self.survey.report.entries {
      #expect(
        entry.status == .passed && entry.finding.examined > 100,
        "\(entry.line)\n\(entry.finding.first.map(\.description).joined(separator: "\n"))")
    }
    #expect(families == Set(HeardFamily.allCases.map(\.rawValue)), "\(families.sorted())")
  }

  /// Whoever learns the most frequent answer by family, by the kinds that are named, by what is offered and by which of two
  /// is named first is right by chance alone.
  @Test func guessingWithoutTheSoundIsChance() {
    var cells: [[String: [String: Int]]] = Array(repeating: [:], count: 3)
    var (count, chance) = (0, 0.0)
    for entries in Self.survey.entries {
      let sizes = Dictionary(grouping: entries) { $0.block }.mapValues(\.count)
      for entry in entries {
        count += 1
        chance += 1 / Double(sizes[entry.block] ?? 1)
        let kinds = entry.program.filter { $0.function == "filter_kind" }.flatMap(\.values)
        let offered = entry.program.last.map { $0.function.hasPrefix("choose") ? $0.values : [] } ?? []
        let heard = [
          [entry.family], [entry.family] + kinds, [entry.family] + kinds + offered.sorted(),
        ]
        for (way, key) in heard.enumerated() {
          cells[way][key.joined(separator: " "), default: [:]][entry.answer, default: 0] += 1
        }
      }
    }
    #expect(count > 400, "\(count)")
    for cell in cells {
      let best = cell.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
      #expect(Double(best) <= chance + 1e-6, "\(best) of \(count), chance \(chance)")
    }
  }

  /// A woman on the left and a man on the right, a bell before a horn: in closed form.
  @Test func answersOfAKnownRecording() {
    var her = PaintedRecording.Event("speech", at: Vector3(1, 2, 0), from: 1, to: 2)
    (her.voice, her.entity, her.level) = (("female", "Good morning."), 7, 66)
    var him = PaintedRecording.Event("speech", at: Vector3(1, -2, 0), from: 2.5, to: 4)
    (him.voice, him.entity) = (("male", "Tea, please."), 8)
    let bell = PaintedRecording.Event("doorbell", at: Vector3(0, 3, 0), from: 0.2, to: 0.9)
    let horn = PaintedRecording.Event("car_horn", at: Vector3(4, 0.1, 0), from: 0.4, to: 1)
    var far = PaintedRecording.Event("siren", at: Vector3(0, -90, 0), from: 0, to: 9)
    far.ratio = -20
    let label = PaintedRecording([her, him, bell, horn, far]).label
    let executor = HeardExecutor(HeardFacts(label, picture: nil))
    func kind(_ name: String) -> HeardSet { HeardSet([HeardFilter(.kind, name)]) }
    func voice(_ sex: String) -> HeardSet {
      HeardSet([HeardFilter(.kind, "speech"), HeardFilter(.sex, sex)])
    }
    func side(_ name: String) -> HeardFilter { HeardFilter(.side, name) }
    let (woman, man) = (voice("female"), voice("male"))
    #expect(executor.answer(.which(.before, one: man, other: woman)) == "female")
    #expect(executor.answer(.which(.after, one: man, other: woman)) == "male")
    #expect(executor.answer(.which(.louder, one: man, other: woman)) == "female")
    #expect(executor.answer(.whichIs(side("right"), one: man, other: woman)) == "male")
    #expect(executor.answer(.whichIs(side("left"), one: kind("doorbell"), other: man)) == "doorbell")
    // A fifth of a second is no order, and the horn is neither left nor right.
    #expect(executor.answer(.which(.before, one: kind("doorbell"), other: kind("car_horn"))) == nil)
    #expect(executor.answer(.whichIs(side("left"), one: kind("car_horn"), other: man)) == nil)
    // Perhaps nobody hears the siren, and its beginning nobody does.
    #expect(executor.unique(kind("siren")) == nil)
    #expect(executor.answer(.relates(.before, one: kind("doorbell"), other: man)) == "yes")
    #expect(executor.answer(.relates(.after, one: kind("doorbell"), other: man)) == "no")
    #expect(executor.answer(.whichIs(HeardFilter(.line, "Tea, please."), one: woman, other: man)) == "male")
    #expect(executor.answer(.choose(.line, ["Good morning.", "Tea, please."], woman)) == "Good morning.")
    let leftVoices = HeardSet([HeardFilter(.kind, "speech"), side("left")])
    #expect(executor.answer(.chooseCount([1, 2], leftVoices)) == "1")
    #expect(executor.answer(.makes(true, one: 8, other: 7, woman)) == "7")
    #expect(executor.answer(.makes(false, one: 8, other: 7, woman)) == "8")
    // Through one microphone nothing has a side.
    let mono = HeardExecutor(HeardFacts(PaintedRecording([her, him], microphones: 1).label, picture: nil))
    #expect(mono.answer(.whichIs(side("right"), one: man, other: woman)) == nil)
    #expect(mono.answer(.which(.before, one: man, other: woman)) == "female")
  }

  /// Who is seen: the picture's labels decide, and what is hardly seen leaves it open.
  @Test func sourcesAreLookedForInThePicture() {
    func person(_ y: Double, _ far: Double) -> PaintedScene.Thing {
      PaintedScene.Thing("person", SIMD3(200, 20, 20), at: Vector3(far, y, 0.9), size: Vector3(0.5, 0.6, 1.8))
    }
    let view = PaintedScene([person(0.5, 4), person(40, 4), person(-2, 90)]).view
    func voice(_ entity: Int, _ sex: String) -> PaintedRecording.Event {
      var event = PaintedRecording.Event("speech", at: Vector3(1, 1, 0), from: 1, to: 2)
      (event.voice, event.entity) = ((sex, "Yes."), entity)
      return event
    }
    func answer(_ entities: [Int], _ value: String) -> String? {
      let label = PaintedRecording([voice(entities[0], "female"), voice(entities[1], "male")]).label
      let executor = HeardExecutor(HeardFacts(label, picture: SceneFacts(view, egoVelocity: nil)))
      let sets = ["female", "male"].map {
        HeardSet([HeardFilter(.kind, "speech"), HeardFilter(.sex, $0)])
      }
      return executor.answer(.whichIs(HeardFilter(.sight, value), one: sets[0], other: sets[1]))
    }
    #expect(answer([1, 2], "seen") == "female" && answer([1, 2], "unseen") == "male")
    #expect(answer([2, 1], "seen") == "male")
    #expect(answer([1, 3], "seen") == nil)
  }

  @Test func sentencesAreWhole() {
    var count = 0
    for text in Self.survey.entries.joined().flatMap(\.texts) {
      count += 1
      #expect(
        !text.text.contains("{") && !text.text.contains("}") && !text.text.contains("  "), "\(text.text)")
      #expect(text.text.hasSuffix(text.language == "zh" ? "？" : "?"), "\(text.text)")
      #expect(!text.text.contains("的的") && text.answer?.isEmpty == false)
    }
    #expect(count > 200)
  }

  @Test func saysTheSameTwice() {
    #expect(Self.entries(Self.asked(5)) == Self.entries(Self.asked(5)))
  }
}
