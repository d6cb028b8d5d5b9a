/// What attributes and relations are called in English.
enum EnglishWords {
  /// A modifier of a noun, before it or behind it.
  static func modifier(_ filter: Filter, of concept: String) -> (text: String, isBefore: Bool) {
    switch (filter.attribute, filter.value) {
    case (.power, let value): ("switched-\(value)", true)
    case (.signal, let value): ("showing \(value)", false)
    case (.posture, let value) where ["person", "rider"].contains(concept): ("who is \(value)", false)
    case (.motion, "still"): ("stationary", true)
    case (.visibility, "partly_hidden"): ("partly hidden", true)
    case (.visibility, _): ("in full view", false)
    case (.room, let value): ("in the \(room(value))", false)
    case (.side, let value): (half(value) + " of the picture", false)
    case (.material, "wood"): ("wooden", true)
    case (.heading, "oncoming"): ("oncoming", true)
    case (.heading, "same_way"): ("going our way", false)
    case (.heading, _): ("crossing our way", false)
    case (.lane, "own_lane"): ("in our lane", false)
    case (.lane, _): ("in another lane", false)
    case (.pace, let value): ("that is \(value) than us", false)
    case (.station, let value): (station(value), false)
    case (.sign, let value): ("(\(sign(value)))", false)
    case (.parking, "in_traffic"): ("in traffic", false)
    case (.turning, let value): (turning(value), false)
    case (.distance, let value): ("about \(metres(value)) away", false)
    case (.range, let value): ("less than \(metres(value)) away", false)
    case (.arrival, let value): ("about \(seconds(value)) away", false)
    case (.text, let value): ("that says “\(value)”", false)
    case (_, let value): (value, true)
    }
  }

  /// A half of the picture, without what it is a half of.
  static func half(_ value: String) -> String {
    value == "left_half" ? "in the left half" : "in the right half"
  }

  private static func metres(_ value: String) -> String { value + (value == "1" ? " metre" : " metres") }
  private static func seconds(_ value: String) -> String { value + (value == "1" ? " second" : " seconds") }

  private static func turning(_ value: String) -> String {
    switch value {
    case "left": "turning left"
    case "right": "turning right"
    default: "going straight on"
    }
  }

  private static func station(_ value: String) -> String {
    switch value {
    case "ahead": "ahead of us"
    case "behind": "behind us"
    default: "beside us"
    }
  }

  private static func sign(_ value: String) -> String {
    switch SignMeaning(rawValue: value) {
    case .stop: "a stop sign"
    case .yield: "a give-way sign"
    case .danger: "a warning of danger"
    case .parking: "a parking sign"
    case .limit30: "a speed limit of 30"
    case .limit50: "a speed limit of 50"
    case .endOfLimits: "an end-of-limits sign"
    case .noEntry: "a no-entry sign"
    case .priorityRoad: "a priority-road sign"
    case .crossing: "a pedestrian-crossing sign"
    case .roadWorks: "a roadworks sign"
    case .keepRight: "a keep-right sign"
    case nil: value
    }
  }

  /// A value as it stands in a choice: `Is it … or …?`
  static func value(_ filter: Filter) -> String {
    switch (filter.attribute, filter.value) {
    case (.motion, "still"): "standing still"
    case (.visibility, "partly_hidden"): "partly hidden"
    case (.visibility, _): "in full view"
    case (.room, let value): "in the \(room(value))"
    case (.side, let value): half(value)
    case (.heading, "oncoming"): "coming towards us"
    case (.heading, "same_way"): "going the same way as us"
    case (.heading, _): "crossing our way"
    case (.lane, "own_lane"): "in our lane"
    case (.lane, _): "in another lane"
    case (.pace, let value): "\(value) than us"
    case (.station, let value): station(value)
    case (.sign, let value): sign(value)
    case (.parking, "in_traffic"): "in traffic"
    case (.turning, let value): turning(value)
    case (.distance, let value): metres(value)
    case (.range, let value): "less than \(metres(value)) away"
    case (.arrival, let value): seconds(value)
    case (.text, let value): "“\(value)”"
    case (_, let value): value
    }
  }

  /// What stands before a noun, and what stands behind it.
  static func extreme(_ extreme: Extreme) -> (before: String, behind: String) {
    switch extreme {
    case .leftmost: ("leftmost", "")
    case .rightmost: ("rightmost", "")
    case .closest: ("closest", "")
    case .farthest: ("farthest", "")
    case .secondLeftmost: ("second", "from the left")
    case .secondRightmost: ("second", "from the right")
    case .secondClosest: ("second closest", "")
    }
  }

  static func relation(_ relation: Relation) -> String {
    switch relation {
    case .leftOf: "to the left of"
    case .rightOf: "to the right of"
    case .closer: "closer to the camera than"
    case .farther: "farther from the camera than"
    case .on: "on"
    case .inside: "inside"
    case .above: "above"
    case .below: "below"
    case .nextTo: "next to"
    case .hiddenBy: "partly hidden by"
    case .faster: "moving faster than"
    case .slower: "moving more slowly than"
    case .sooner: "reached sooner than"
    case .later: "reached later than"
    case .aheadOf: "ahead of"
    case .behind: "behind"
    case .sameLane: "in the same lane as"
    case .taller: "taller than"
    case .shorter: "shorter than"
    }
  }

  /// `living_room` → `living room`.
  static func room(_ kind: String) -> String { kind.split(separator: "_").joined(separator: " ") }
}
