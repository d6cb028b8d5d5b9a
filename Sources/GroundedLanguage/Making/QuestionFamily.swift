/// What a question is about; the type that answers are balanced within.
package enum QuestionFamily: String, Sendable, Hashable, CaseIterable {
  case exist
  case existAttribute = "exist_attribute"
  case existRelation = "exist_relation"
  case chooseCount = "choose_count"
  case countRelation = "count_relation"
  case more
  case chooseColour = "choose_colour"
  case chooseOpenness = "choose_openness"
  case choosePower = "choose_power"
  case choosePosture = "choose_posture"
  case chooseMotion = "choose_motion"
  case chooseSignal = "choose_signal"
  case chooseVisibility = "choose_visibility"
  case chooseRoom = "choose_room"
  case chooseClass = "choose_class"
  case chooseMaterial = "choose_material"
  case chooseSign = "choose_sign"
  case chooseHeading = "choose_heading"
  case chooseLane = "choose_lane"
  case choosePace = "choose_pace"
  case chooseStation = "choose_station"
  case chooseParking = "choose_parking"
  case chooseTurning = "choose_turning"
  case chooseSide = "choose_side"
  case chooseDistance = "choose_distance"
  case chooseArrival = "choose_arrival"
  case chooseText = "choose_text"
  case sameColour = "same_colour"
  case relates
  case supported
  case hidden
  case inLane = "same_lane"
  case aheadOf = "ahead_of"
  case outpaces
  case whichDistance = "which_distance"
  case whichHeight = "which_height"
  case whichSpeed = "which_speed"
  case whichSooner = "which_sooner"
  case approaches
  case reachedWithin = "reached_within"

  /// The attribute that a choice is about.
  package var attribute: Attribute? {
    switch self {
    case .chooseColour: .colour
    case .chooseOpenness: .openness
    case .choosePower: .power
    case .choosePosture: .posture
    case .chooseMotion: .motion
    case .chooseSignal: .signal
    case .chooseVisibility: .visibility
    case .chooseRoom: .room
    case .chooseClass: .kind
    case .chooseMaterial: .material
    case .chooseSign: .sign
    case .chooseHeading: .heading
    case .chooseLane: .lane
    case .choosePace: .pace
    case .chooseStation: .station
    case .chooseParking: .parking
    case .chooseTurning: .turning
    case .chooseSide: .side
    case .chooseDistance: .distance
    case .chooseArrival: .arrival
    case .chooseText: .text
    default: nil
    }
  }
}
