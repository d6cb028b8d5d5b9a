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
  /// Whole metres from the camera, and from 20 on fives: of what begins about where its middle is.
  case distance
  /// Nearer than so many metres: what is counted where all that is farther cannot be told any more.
  case range
  /// Whole seconds until the carrier reaches it if all goes on as it does.
  case arrival
  /// `parked`, `in_traffic`: of vehicles on lanes.
  case parking
  /// `left`, `right`, `straight`: the way in which a vehicle that moves turns.
  case turning
  /// What stands on a board that can be read.
  case text

  /// The values that exclude each other, but for those of `range`; empty where the vocabulary has them (classes and
  /// rooms) or the scene (measures and texts).
  package var values: [String] {
    switch self {
    case .kind, .room, .distance, .arrival, .text: []
    case .range: ["10", "20", "30", "50"]
    case .parking: ["parked", "in_traffic"]
    case .turning: ["left", "right", "straight"]
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
