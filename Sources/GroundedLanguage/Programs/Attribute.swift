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
  /// `left_half`, `right_half`: the half of the picture in which all that is seen of it lies.
  case side
  /// A `Substance`: what nearly all that is seen of it is made of.
  case material
  /// A `SignMeaning`: what a traffic sign that can be read says.
  case sign
  /// `same_way`, `oncoming`, `crossing`: of vehicles that move, against the way in which the carrier faces.
  case heading
  /// `own_lane`, `other_lane`: of vehicles on lanes, whether it is one that the carrier's way leads along.
  case lane
  /// `faster`, `slower`: of what can move, against the carrier.
  case pace
  /// `ahead`, `beside`, `behind`: of road users, seen from the carrier.
  case station

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
    case .side: ["left_half", "right_half"]
    case .material: Substance.allCases.map(\.rawValue)
    case .sign: SignMeaning.allCases.map(\.rawValue)
    case .heading: ["same_way", "oncoming", "crossing"]
    case .lane: ["own_lane", "other_lane"]
    case .pace: ["faster", "slower"]
    case .station: ["ahead", "beside", "behind"]
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
