import Annotations
import GroundedLanguage
import RandomStreams
import TestSupport
import VectorMath
import WorldModel

extension Fixture {
  /// Views of things with everything said of them that can be, then a sequence of which is told what happens.
  static let spokenSamples: [Sample] =
    (0..<6).map { number in
      let isStreet = number % 2 == 1
      return spoken(number, PaintedScene.random(number, isStreet: isStreet), speed: isStreet ? 7 : 0)
    } + story

  private static func spoken(_ number: Int, _ scene: PaintedScene, speed: Double) -> Sample {
    var view = scene.view
    GroundedLanguageLabels.add(
      Set(GroundedLanguageLabels.names), to: &view, number: 4 * number,
      egoVelocity: Vector3(speed, 0, 0), GroundedOptions(expressions: 8, questions: 40),
      RandomStream(seed: 9).child(number))
    var sample = Sample(
      index: number, sequence: number, frame: 0, time: 0, worldFromRig: .identity, views: [view], drawn: [],
      attributes: [])
    sample.recordings = [heard(number, view)]
    return sample
  }

  private static func heard(_ number: Int, _ view: Sample.View) -> Sample.Recording {
    let seen = (view.labels[ObjectsLabel.self]?.entries ?? []).filter(\.isThing).map(\.instance)
    let painted = PaintedRecording.random(number, entities: seen)
    var labels = LabelSet()
    labels.set(painted.label)
    labels.set(
      GroundedLanguageLabels.heardQuestions(
        painted.label, view, GroundedOptions(questions: 60), RandomStream(seed: 9).child(number)))
    return painted.recording(labels)
  }

  private static let story: [Sample] = {
    let frames = PaintedStory.frames
    var samples = frames.enumerated().map { k, frame in
      var sample = spoken(6 + k, frame.scene, speed: PaintedStory.speed)
      (sample.sequence, sample.frame, sample.time) = (6, k, frame.time)
      sample.views[0].labels.set(NarrationLabel())
      return sample
    }
    let moments = samples.map {
      SceneMoment(
        time: $0.time, facts: SceneFacts($0.views[0], egoVelocity: Vector3(PaintedStory.speed, 0, 0)))
    }
    samples[samples.count - 1].views[0].labels.set(
      GroundedLanguageLabels.narration(moments, GroundedOptions(), RandomStream(seed: 9)))
    return samples
  }()
}

extension Mutation {
  /// Of the first entry of any sample that a change can be made to.
  private static func grounded<L: StructuredLabel>(
    _ name: String, _ caught: String..., type: L.Type,
    _ body: @escaping @Sendable (inout L) -> Bool
  ) -> Mutation {
    var mutation = Mutation(name) { fixture in
      for s in fixture.samples.indices {
        var isDone = false
        fixture.label(s, L.self) { isDone = body(&$0) }
        if isDone { return }
      }
    }
    mutation.caught = caught.map { "grounded-\($0)" }
    mutation.place = .spoken
    return mutation
  }

  private static func caption(
    _ name: String, _ body: @escaping @Sendable (inout CaptionLabel.Entry) -> Bool
  ) -> Mutation {
    grounded(name, "01", type: CaptionLabel.self) { label in
      for i in label.entries.indices where body(&label.entries[i]) { return true }
      return false
    }
  }

  /// Of every object that is seen and that the change can be made to.
  private static func lamps(
    _ name: String, _ body: @escaping @Sendable (inout ObjectsLabel.Entry) -> Bool
  ) -> Mutation {
    var mutation = Mutation(name, "57") { fixture in
      for s in fixture.samples.indices {
        fixture.label(s, ObjectsLabel.self) { label in
          for i in label.entries.indices { _ = body(&label.entries[i]) }
        }
      }
    }
    mutation.place = .spoken
    return mutation
  }

  private static func expression(
    _ name: String, _ body: @escaping @Sendable (inout ReferringLabel.Entry) -> Bool
  ) -> Mutation {
    grounded(name, "02", type: ReferringLabel.self) { label in
      for i in label.entries.indices where body(&label.entries[i]) { return true }
      return false
    }
  }

  private static func narration(
    _ name: String, _ body: @escaping @Sendable (inout NarrationLabel) -> Bool
  ) -> Mutation {
    grounded(name, "05", type: NarrationLabel.self) { label in label.entries.isEmpty ? false : body(&label) }
  }

  private static func question(
    _ name: String, _ caught: String = "03", _ body: @escaping @Sendable (inout QuestionsLabel.Entry) -> Bool
  ) -> Mutation {
    grounded(name, caught, type: QuestionsLabel.self) { label in
      for i in label.entries.indices where body(&label.entries[i]) { return true }
      return false
    }
  }

  static let grounded: [Mutation] = [
    caption("a caption that counts one more") { entry in
      guard let i = entry.claims.firstIndex(where: { $0.predicate == "count" }) else { return false }
      entry.claims[i].number = (entry.claims[i].number ?? 0) + 1
      return true
    },
    caption("a phrase one character further on") { entry in
      guard let text = entry.texts.firstIndex(where: { $0.language == "zh" && !$0.phrases.isEmpty }) else {
        return false
      }
      entry.texts[text].phrases[0].start += 1
      entry.texts[text].phrases[0].end += 1
      return true
    },
    caption("a box a pixel further on") { entry in
      guard !entry.things.isEmpty else { return false }
      entry.things[0].box.x += 1
      return true
    },
    caption("a relation the other way round") { entry in
      guard
        let i = entry.claims.firstIndex(where: {
          ["left_of", "on", "above", "hidden_by"].contains($0.predicate)
        })
      else { return false }
      (entry.claims[i].instance, entry.claims[i].other) = (entry.claims[i].other, entry.claims[i].instance)
      return true
    },
    caption("a colour that it has not") { entry in
      guard let i = entry.claims.firstIndex(where: { $0.predicate == "colour" }) else { return false }
      entry.claims[i].value = "purple"
      return true
    },
    caption("a phrase about something else") { entry in
      guard entry.kind == "relational", entry.things.count == 2 else { return false }
      for t in entry.texts.indices {
        for p in entry.texts[t].phrases.indices {
          entry.texts[t].phrases[p].objects = entry.texts[t].phrases[p].objects.map { id in
            entry.things.first { $0.instance != id }?.instance ?? id
          }
        }
      }
      return true
    },
    caption("Chinese that speaks of less") { entry in
      guard let text = entry.texts.firstIndex(where: { $0.language == "zh" && !$0.phrases.isEmpty }) else {
        return false
      }
      entry.texts[text].phrases.removeLast()
      return true
    },
    expression("an expression for something else") { entry in
      guard let anchor = entry.anchors.first else { return false }
      entry.thing = anchor
      return true
    },
    expression("an expression without what tells it apart") { entry in
      guard entry.modifiers == 1, entry.program.count >= 4, let last = entry.program.indices.last else {
        return false
      }
      let step = entry.program[last].inputs[0]
      entry.program[last].inputs = [entry.program[step].inputs.last ?? 0]
      entry.modifiers = 0
      return true
    },
    expression("a modifier that says nothing") { entry in
      guard entry.modifiers == 1, let last = entry.program.indices.last else { return false }
      let step = entry.program[last].inputs[0]
      guard entry.program[step].function.hasPrefix("filter_") else { return false }
      let again = ProgramStep(
        entry.program[step].function, inputs: [step], values: entry.program[step].values)
      entry.program.insert(again, at: last)
      entry.program[last + 1].inputs = [last]
      entry.modifiers = 2
      return true
    },
    question("no for yes") { entry in
      guard entry.answer == "yes" else { return false }
      entry.answer = "no"
      return true
    },
    question("the other one of two numbers") { entry in
      guard let last = entry.program.last, last.function == "choose_count",
        let other = last.values.first(where: { $0 != entry.answer })
      else { return false }
      entry.answer = other
      return true
    },
    question("a class for another") { entry in
      guard entry.program.last?.function == "which" else { return false }
      entry.answer = "bed"
      return true
    },
    question("a relation turned in the program") { entry in
      guard let i = entry.program.indices.last, entry.program[i].values == ["left_of"] else { return false }
      entry.program[i].values = ["right_of"]
      return true
    },
    question("a question about nobody in particular") { entry in
      guard entry.program.last?.function.hasPrefix("choose_") == true,
        let i = entry.program.firstIndex(where: { $0.function == "filter_class" })
      else { return false }
      entry.program[i].values = ["unicorn"]
      return true
    },
    question("a question that gives its answer away") { entry in
      guard entry.program.last?.function == "choose_colour", let last = entry.program.indices.last,
        let unique = entry.program[last].inputs.first
      else { return false }
      let filter = ProgramStep(
        "filter_colour", inputs: entry.program[unique].inputs, values: [entry.answer])
      entry.program.insert(filter, at: unique)
      entry.program[unique + 1].inputs = [unique]
      entry.program[last + 1].inputs = [unique + 1]
      return true
    },
    question("a family that is always yes", "04") { entry in
      guard entry.answer == "no" else { return false }
      entry.answer = "yes"
      return true
    },
    grounded("a block without one of its answers", "04", type: QuestionsLabel.self) { label in
      guard !label.entries.isEmpty else { return false }
      label.entries.removeFirst()
      return true
    },
    narration("an event that ends elsewhere") { label in
      guard let i = label.entries[0].events.indices.first, label.times.count > 2 else { return false }
      label.entries[0].events[i].end = label.times[1]
      return label.entries[0].events[i].end != label.times[2]
    },
    narration("one who stops where he moves on") { label in
      for i in label.entries.indices where label.entries[i].events.first?.predicate == "stops" {
        label.entries[i].events[0].predicate = "moves"
        return true
      }
      return false
    },
    narration("overtaken for overtaking") { label in
      for i in label.entries.indices where label.entries[i].events.first?.predicate == "overtakes" {
        let event = label.entries[i].events[0]
        label.entries[i].events[0].instance = event.other
        label.entries[i].events[0].other = event.instance
        return true
      }
      return false
    },
    narration("a carrier twice as fast") { label in
      label.speeds = label.speeds.map { 2 * $0 }
      return true
    },
    narration("a sighting at another time") { label in
      for i in label.entries.indices {
        guard let thing = label.entries[i].things.first,
          let other = label.times.first(where: { $0 != thing.time })
        else { continue }
        label.entries[i].things[0].time = other
        return true
      }
      return false
    },
    grounded("a lane of another vehicle", "06", type: LanesLabel.self) { label in
      guard let i = label.entries.firstIndex(where: { $0.place != .parking }) else { return false }
      label.entries[i].lane = "9/0/-1"
      return true
    },
    grounded("oncoming traffic beside us", "06", type: LanesLabel.self) { label in
      guard let i = label.entries.firstIndex(where: { $0.place == .oncoming }) else { return false }
      label.entries[i].place = .beside
      return true
    },
    lamps("a brake lamp that is on in the picture only") { entry in
      guard entry.attributes["lamps"] == "day+brake" else { return false }
      entry.attributes["lamps"] = "day"
      return true
    },
    lamps("a brake lamp that is on in words only") { entry in
      guard entry.attributes["lamps"] == "day" else { return false }
      entry.attributes["lamps"] = "day+brake"
      return true
    },
    lamps("the light of another moment") { entry in
      guard entry.category == "traffic_light", let state = entry.attributes["state"] else { return false }
      entry.attributes["state"] = state == "red" ? "green" : "red"
      return true
    },
    grounded("a pixel of wood too many", "07", type: MaterialSharesLabel.self) { label in
      guard !label.entries.isEmpty, !label.entries[0].shares.isEmpty else { return false }
      label.entries[0].shares[0].pixels += 1
      return true
    },
    grounded("a block about two kinds", "04", type: QuestionsLabel.self) { label in
      for i in label.entries.indices where label.entries[i].family == "exist" {
        guard let step = label.entries[i].program.firstIndex(where: { $0.function == "filter_class" }) else {
          continue
        }
        label.entries[i].program[step].values = ["unicorn"]
        return true
      }
      return false
    },
    grounded("a block in two forms", "04", type: QuestionsLabel.self) { label in
      guard let last = label.entries.first?.program.indices.last else { return false }
      label.entries[0].program[last].function += "_again"
      return true
    },
    grounded("other halves", "03", type: QuestionsLabel.self) { label in
      var isDone = false
      for i in label.entries.indices where label.entries[i].family == "exist" {
        for s in label.entries[i].program.indices where label.entries[i].program[s].function == "filter_side"
        {
          label.entries[i].program[s].values = [
            label.entries[i].program[s].values == ["left_half"] ? "right_half" : "left_half"
          ]
          isDone = true
        }
      }
      return isDone
    },
    grounded("a standing camera", "03", type: QuestionsLabel.self) { label in
      guard label.entries.contains(where: { $0.family == "approaches" || $0.family == "reached_within" })
      else {
        return false
      }
      label.egoVelocity = [-30, 0, 0]
      return true
    },
  ]
}
