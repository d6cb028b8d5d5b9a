/// What a thing can be asked for and told apart by.
package enum Attribute: String, Sendable, Hashable, CaseIterable {
  /// A `Concept`.
  case kind = "class"
  case colour
  /// A `RoomKind`.
  case room
  /// `open`, `closed`: doors and drawers.
  case openness
  /// `on`, `off`: lamps and screens.
  case power
  /// `standing`, `sitting`, `lying`, `walking`: people and animals.
  case posture
  /// `moving`, `still`: what could move.
  case motion
  /// `red`, `green`: what a traffic light shows.
  case signal
  /// `partly_hidden`, `in_full_view`.
  case visibility

  /// The values that exclude each other; empty where the vocabulary has them (classes and rooms).
  package var values: [String] {
    switch self {
    case .kind, .room: []
    case .colour: ColourName.allCases.map(\.rawValue)
    case .openness: ["open", "closed"]
    case .power: ["on", "off"]
    case .posture: ["standing", "sitting", "lying", "walking"]
    case .motion: ["moving", "still"]
    case .signal: ["red", "green"]
    case .visibility: ["partly_hidden", "in_full_view"]
    }
  }
}

/// A value that a thing has or has not.
package struct Filter: Sendable, Hashable {
  package var attribute: Attribute
  package var value: String

  package init(_ attribute: Attribute, _ value: String) {
    self.attribute = attribute
    self.value = value
  }
}
