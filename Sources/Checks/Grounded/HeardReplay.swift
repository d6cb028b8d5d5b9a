import Annotations
import GroundedLanguage
import VectorMath
import WorldModel

/// Runs programs about sounds a second time, over the raw events of a recording and the raw labels of its picture.
///
/// No code in common with `HeardExecutor`: sets are kept from below and from above as lists of events, sides are read from
/// places in the world and the array's pose, and what makes a sound is looked for in the picture's own labels.
struct HeardReplay {
  private typealias Bounds = (sure: Bool, possible: Bool)
  private enum Register {
    case set(sure: Set<String>, possible: Set<String>)
    case one(String)
    case number(Int)
    case answer(String)
  }

  /// What somebody or something makes of one kind, by a name for it.
  private let sounds: [String: [SoundEvent]]
  private let label: RecordingLabel
  private let poses: [ArrayPose]
  private let scene: RawScene?

  init(_ label: RecordingLabel, _ scene: RawScene?) {
    self.label = label
    self.scene = scene
    poses = label.microphones.poses.compactMap(ArrayPose.init)
    let heard = label.events.filter { event in
      guard let onset = event.onsets.first, let offset = event.offsets.first else { return false }
      return offset > onset && !event.isBackground && event.level != nil && event.signalToNoise != nil
    }
    sounds = Dictionary(grouping: heard) { event in
      event.kind + (event.entity.map { " of \($0)" } ?? " from " + event.source)
    }
  }

  /// The events that a list of sets speaks of for sure, ascending.
  func events(_ steps: [ProgramStep]) -> [Int] {
    var registers: [Register] = []
    var ends: [Int] = []
    for step in steps {
      guard step.inputs.allSatisfy({ registers.indices.contains($0) }),
        let result = run(step, step.inputs.map { registers[$0] }, of: steps)
      else { return [] }
      for input in step.inputs where !isFilter(step) {
        if case .set = registers[input] { ends.append(input) }
      }
      registers.append(result)
    }
    var found = Set<Int>()
    for end in ends {
      if case .set(let sure, _) = registers[end] {
        found.formUnion(sure.flatMap { (sounds[$0] ?? []).map(\.id) })
      }
    }
    return found.sorted()
  }

  private func isFilter(_ step: ProgramStep) -> Bool { step.function.hasPrefix("filter_") }

  /// The answer in the form of labels; `nil` where the labels leave it open or the list is no program.
  func answer(_ steps: [ProgramStep]) -> String? {
    guard !steps.isEmpty, steps.count <= 32 else { return nil }
    var registers: [Register] = []
    for step in steps {
      guard step.inputs.allSatisfy({ registers.indices.contains($0) }),
        let result = run(step, step.inputs.map { registers[$0] }, of: steps)
      else { return nil }
      registers.append(result)
    }
    guard case .answer(let text)? = registers.last else { return nil }
    return text
  }

  private func run(_ step: ProgramStep, _ inputs: [Register], of steps: [ProgramStep]) -> Register? {
    let value = step.values.first ?? ""
    switch (step.function, inputs.count) {
    case ("sounds", 0):
      return .set(sure: Set(sounds.keys.filter(isClear)), possible: Set(sounds.keys))
    case ("unique", 1):
      guard case .set(let sure, let possible) = inputs[0], possible.count == 1, sure == possible else {
        return nil
      }
      return sure.first.map { .one($0) }
    case ("count", 1):
      guard case .set(let sure, let possible) = inputs[0], sure == possible else { return nil }
      return .number(sure.count)
    case ("choose_count", 1):
      guard case .number(let n) = inputs[0], step.values.contains(String(n)) else { return nil }
      return .answer(String(n))
    case ("which", 2):
      guard let (a, b) = pair(inputs) else { return nil }
      return told(step, steps, stands(a, value, b), stands(b, value, a))
    case ("relates", 2):
      guard let (a, b) = pair(inputs) else { return nil }
      let bounds = stands(a, value, b)
      return bounds.sure == bounds.possible ? .answer(bounds.sure ? "yes" : "no") : nil
    case ("makes", 1), ("makes_not", 1):
      guard step.values.count == 2, case .set(let sure, let possible) = inputs[0] else { return nil }
      let makers = step.values.map { maker($0, sure, possible) }
      let wanted = step.function == "makes"
      guard makers.allSatisfy({ $0.sure == $0.possible }), makers[0].sure != makers[1].sure else {
        return nil
      }
      return .answer(step.values[makers[0].sure == wanted ? 0 : 1])
    default: return attribute(step, inputs, of: steps)
    }
  }

  private func attribute(_ step: ProgramStep, _ inputs: [Register], of steps: [ProgramStep]) -> Register? {
    guard let cut = step.function.firstIndex(of: "_"), let value = step.values.first else { return nil }
    let name = String(step.function[step.function.index(after: cut)...])
    switch (step.function[..<cut], inputs.count) {
    case ("filter", 1):
      guard case .set(let sure, let possible) = inputs[0] else { return nil }
      return .set(
        sure: sure.filter { has($0, name, value).sure },
        possible: possible.filter { has($0, name, value).possible })
    case ("which", 2):
      guard let (a, b) = pair(inputs) else { return nil }
      return told(step, steps, has(a, name, value), has(b, name, value))
    case ("choose", 1):
      guard case .one(let sound) = inputs[0] else { return nil }
      let found = step.values.filter { has(sound, name, $0).possible }
      return found.count == 1 && has(sound, name, found[0]).sure ? .answer(found[0]) : nil
    default: return nil
    }
  }

  private func pair(_ inputs: [Register]) -> (String, String)? {
    guard inputs.count == 2, case .one(let a) = inputs[0], case .one(let b) = inputs[1], a != b else {
      return nil
    }
    return (a, b)
  }

  /// The last value that the one of two was picked out by.
  private func told(_ step: ProgramStep, _ steps: [ProgramStep], _ a: Bounds, _ b: Bounds) -> Register? {
    guard a.sure == a.possible, b.sure == b.possible, a.sure != b.sure else { return nil }
    let unique = step.inputs[a.sure ? 0 : 1]
    guard steps[unique].inputs.count == 1 else { return nil }
    return steps[steps[unique].inputs[0]].values.first.map { .answer($0) }
  }

  // MARK: Facts

  private func isClear(_ sound: String) -> Bool {
    (sounds[sound] ?? []).contains {
      ($0.signalToNoise ?? -.infinity) >= HeardMargins.clearRatio
        && ($0.level ?? -.infinity) >= HeardMargins.clearLevel
    }
  }

  private func has(_ sound: String, _ attribute: String, _ value: String) -> Bounds {
    let events = sounds[sound] ?? []
    func exactly(_ holds: Bool) -> Bounds { (holds, holds) }
    switch attribute {
    case "kind": return exactly(events.allSatisfy { $0.kind == value })
    case "sex": return exactly(events.contains { $0.speech?.sex == value })
    case "line":
      return exactly(events.contains { $0.speech?.text == value && $0.speech?.isBackChannel == false })
    case "side": return side(events, value == "left" ? 1 : -1)
    case "sight":
      let seen = sight(events)
      return value == "seen" ? seen : (!seen.possible, !seen.sure)
    default: return (false, false)
    }
  }

  /// From the places of sources and the pose of the array.
  private func side(_ events: [SoundEvent], _ sign: Double) -> Bounds {
    guard label.microphones.microphones.count > 1 else { return (false, true) }
    var shares: [Double] = []
    for direction in events.flatMap(\.directions) where direction.position.count == 3 {
      let pose =
        poses.count == 1 ? poses.first : poses.first { ($0.time - direction.time).magnitude < 1e-6 }
      guard let pose else { continue }
      let p = direction.position
      let local = pose.worldFromArray.inverse * Vector3(p[0], p[1], p[2])
      shares.append(sign * local.y / max(1e-9, length(local)))
    }
    guard !shares.isEmpty else { return (false, true) }
    return (
      shares.allSatisfy { $0 >= HeardMargins.aside }, shares.contains { $0 > HeardMargins.ahead }
    )
  }

  private func sight(_ events: [SoundEvent]) -> Bounds {
    guard let scene, let entity = events.first?.entity, let id = UInt32(exactly: entity) else {
      return (false, true)
    }
    let isPerceptible = scene.candidates.contains(id)
    return (isPerceptible && scene.isClear(id), isPerceptible)
  }

  private func maker(_ instance: String, _ sure: Set<String>, _ possible: Set<String>) -> Bounds {
    func makes(_ sound: String) -> Bounds {
      guard let entity = sounds[sound]?.first?.entity else { return (false, true) }
      let holds = String(entity) == instance
      return (holds, holds)
    }
    return (sure.contains { makes($0).sure }, possible.contains { makes($0).possible })
  }

  private func stands(_ a: String, _ relation: String, _ b: String) -> Bounds {
    switch relation {
    case "before": return earlier(a, b)
    case "after": return earlier(b, a)
    case "louder": return louder(a, b)
    case "quieter": return louder(b, a)
    default: return (false, false)
    }
  }

  /// Samples of the first microphone.
  private func earlier(_ a: String, _ b: String) -> Bounds {
    func start(_ sound: String) -> Int { (sounds[sound] ?? []).compactMap { $0.onsets.first }.min() ?? 0 }
    let (p, q, rate) = (start(a), start(b), Double(label.rate))
    guard Double(min(p, q)) >= HeardMargins.begins * rate else { return (false, true) }
    let lead = Double(q - p)
    return (lead >= HeardMargins.lead * rate, lead > -HeardMargins.lead * rate)
  }

  private func louder(_ a: String, _ b: String) -> Bounds {
    func level(_ sound: String) -> Double { (sounds[sound] ?? []).compactMap(\.level).max() ?? -.infinity }
    let more = level(a) - level(b)
    return (more >= HeardMargins.louder, more > -HeardMargins.louder)
  }
}
