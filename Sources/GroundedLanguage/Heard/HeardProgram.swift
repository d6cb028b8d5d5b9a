/// What a sound has, by which it is told from others or which is asked for.
package enum HeardAttribute: String, Sendable, Hashable, CaseIterable {
  /// An id of the catalog of sounds, or `speech`.
  case kind
  /// `female`, `male`: of a voice.
  case sex
  /// `left`, `right`: where all of it comes from.
  case side
  /// Something that a voice says.
  case line
  /// `seen`, `unseen`: whether what makes it can be seen in the picture.
  case sight
}

/// A value that a sound has or has not.
package struct HeardFilter: Sendable, Hashable {
  package var attribute: HeardAttribute
  package var value: String

  package init(_ attribute: HeardAttribute, _ value: String) {
    self.attribute = attribute
    self.value = value
  }
}

/// How a sound stands to another.
package enum HeardRelation: String, Sendable, Hashable, CaseIterable {
  /// Begins earlier (later); both beginnings are heard.
  case before, after
  /// At the first microphone.
  case louder, quieter

  package var inverse: HeardRelation {
    switch self {
    case .before: .after
    case .after: .before
    case .louder: .quieter
    case .quieter: .louder
    }
  }
}

/// The sounds a phrase speaks of. A sound is all that one thing, person or place makes of one kind.
package indirect enum HeardSet: Sendable, Hashable {
  /// Everything that is heard before the background.
  case sounds
  case filter(HeardFilter, of: HeardSet)

  package init(_ filters: [HeardFilter]) {
    self = filters.reduce(.sounds) { .filter($1, of: $0) }
  }

  /// The filters, innermost first.
  package var filters: [HeardFilter] {
    switch self {
    case .sounds: []
    case .filter(let filter, let rest): rest.filters + [filter]
    }
  }
}

/// A question to a recording. Sets that must be one sound are called `one` and `other`.
package enum HeardProgram: Sendable, Hashable {
  /// Which of two sounds stands so to the other: what tells it from the other, which is its last filter's value.
  case which(HeardRelation, one: HeardSet, other: HeardSet)
  /// Which of two sounds is so, while the other is not.
  case whichIs(HeardFilter, one: HeardSet, other: HeardSet)
  case relates(HeardRelation, one: HeardSet, other: HeardSet)
  /// Which of the numbers named there are.
  case chooseCount([Int], HeardSet)
  /// Which of the values named the sound has.
  case choose(HeardAttribute, [String], HeardSet)
  /// Which of two things in the picture makes a sound of the set, and which does not.
  case makes(Bool, one: UInt32, other: UInt32, HeardSet)
}

extension HeardProgram {
  /// The program as a list, each function after what it takes; the last step is the answer.
  package var steps: [ProgramStep] {
    var list: [ProgramStep] = []
    func add(_ set: HeardSet) -> Int {
      switch set {
      case .sounds: list.append(ProgramStep("sounds"))
      case .filter(let filter, let rest):
        let input = add(rest)
        list.append(
          ProgramStep("filter_\(filter.attribute.rawValue)", inputs: [input], values: [filter.value]))
      }
      return list.count - 1
    }
    func one(_ set: HeardSet) -> Int {
      let input = add(set)
      list.append(ProgramStep("unique", inputs: [input]))
      return list.count - 1
    }
    switch self {
    case .which(let relation, let a, let b):
      let inputs = [one(a), one(b)]
      list.append(ProgramStep("which", inputs: inputs, values: [relation.rawValue]))
    case .whichIs(let filter, let a, let b):
      let inputs = [one(a), one(b)]
      list.append(
        ProgramStep("which_\(filter.attribute.rawValue)", inputs: inputs, values: [filter.value]))
    case .relates(let relation, let a, let b):
      let inputs = [one(a), one(b)]
      list.append(ProgramStep("relates", inputs: inputs, values: [relation.rawValue]))
    case .chooseCount(let numbers, let set):
      let input = add(set)
      list.append(ProgramStep("count", inputs: [input]))
      list.append(
        ProgramStep("choose_count", inputs: [list.count - 1], values: numbers.map { String($0) }))
    case .choose(let attribute, let values, let set):
      let input = one(set)
      list.append(ProgramStep("choose_\(attribute.rawValue)", inputs: [input], values: values))
    case .makes(let holds, let a, let b, let set):
      let input = add(set)
      list.append(
        ProgramStep(holds ? "makes" : "makes_not", inputs: [input], values: [String(a), String(b)]))
    }
    return list
  }
}
