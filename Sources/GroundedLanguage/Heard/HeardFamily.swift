/// What a question about a recording is about; the type that answers are balanced within.
package enum HeardFamily: String, Sendable, Hashable, CaseIterable {
  case first = "heard_first"
  case side = "heard_side"
  case louder = "heard_louder"
  case whoSays = "who_says"
  case whatIsSaid = "what_is_said"
  case precedes = "heard_before"
  case countPeople = "count_people"
  case countPlaces = "count_places"
  case sight = "heard_seen"
  case source = "heard_source"
}

/// A way to speak of one sound: its kind, and of voices whose they are and where.
struct HeardName: Sendable, Hashable {
  var filters: [HeardFilter]

  init(_ filters: HeardFilter...) { self.filters = filters }

  var set: HeardSet { HeardSet(filters) }
  var isVoice: Bool { value(.kind) == HeardName.speech }

  func value(_ attribute: HeardAttribute) -> String? { filters.first { $0.attribute == attribute }?.value }

  static let speech = "speech"
}

/// A question about a recording before it is put into words.
struct HeardDraft: Sendable {
  var family: HeardFamily
  var program: HeardProgram
  /// The sounds it speaks of, in order.
  var names: [HeardName]
  /// Values to choose from, in the order in which they are named: what is said.
  var lines: [String] = []
  var numbers: [Int] = []
  /// Things of the picture that it speaks of, in order.
  var things: [(description: Description, instance: UInt32)] = []
  var block = 0

  init(_ family: HeardFamily, _ program: HeardProgram, _ names: [HeardName]) {
    self.family = family
    self.program = program
    self.names = names
  }
}
