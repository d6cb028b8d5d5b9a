import Annotations
import GroundedLanguage
import WorldModel

extension Mutation {
  /// Of the first question about a recording that a change can be made to.
  private static func heard(
    _ name: String, _ caught: String..., body: @escaping @Sendable (inout HeardQuestionsLabel.Entry) -> Bool
  ) -> Mutation {
    var mutation = Mutation(name) { fixture in
      for s in fixture.samples.indices {
        for r in fixture.samples[s].recordings.indices {
          guard var label = fixture.samples[s].recordings[r].labels[HeardQuestionsLabel.self] else {
            continue
          }
          for i in label.entries.indices where body(&label.entries[i]) {
            fixture.samples[s].recordings[r].labels.set(label)
            return
          }
        }
      }
    }
    mutation.caught = caught.map { "grounded-\($0)" }
    mutation.place = .spoken
    return mutation
  }

  private static func isAbout(_ entry: HeardQuestionsLabel.Entry, _ families: HeardFamily...) -> Bool {
    families.contains { $0.rawValue == entry.family }
  }

  static let heardQuestions: [Mutation] = [
    heard("what is heard second as the first", "08") { entry in
      guard isAbout(entry, .first), let last = entry.program.last else { return false }
      entry.program[entry.program.count - 1].values = [last.values.first == "before" ? "after" : "before"]
      return true
    },
    heard("the other voice on the left", "08") { entry in
      guard isAbout(entry, .side, .whoSays),
        let k = entry.program.lastIndex(where: { $0.function == "unique" }),
        let j = entry.program.firstIndex(where: { $0.function == "unique" })
      else { return false }
      let names = [j, k].map { entry.program[entry.program[$0].inputs[0]].values[0] }
      entry.answer = names[0] == entry.answer ? names[1] : names[0]
      return true
    },
    heard("a thing that makes no sound", "08") { entry in
      guard isAbout(entry, .source), let values = entry.program.last?.values else { return false }
      entry.answer = values[0] == entry.answer ? values[1] : values[0]
      return true
    },
    heard("events of another sound", "08") { entry in
      guard !entry.events.isEmpty else { return false }
      entry.events[0] += 1
      return true
    },
    heard("a thing heard, its box a pixel off", "08") { entry in
      guard !entry.things.isEmpty else { return false }
      entry.things[0].box.y += 1
      return true
    },
    heard("a phrase about a sound a letter short", "08") { entry in
      for t in entry.texts.indices where entry.texts[t].language == "en" && !entry.texts[t].phrases.isEmpty {
        entry.texts[t].phrases[0].end -= 1
        return true
      }
      return false
    },
    heard("a block about recordings with one answer twice", "09") { entry in
      guard isAbout(entry, .precedes) else { return false }
      entry.answer = entry.answer == "yes" ? "no" : "yes"
      return true
    },
    heard("a question about another kind in a block", "09") { entry in
      guard let k = entry.program.firstIndex(where: { $0.function == "filter_kind" }) else { return false }
      entry.program[k].values = ["thunder"]
      return true
    },
  ]
}
