/// What attributes and relations are called in English.
enum EnglishWords {
  /// A modifier of a noun, before it or behind it.
  static func modifier(_ filter: Filter, of concept: String) -> (text: String, isBefore: Bool) {
    switch (filter.attribute, filter.value) {
    case (.power, "on"): ("that is switched on", false)
    case (.power, _): ("that is switched off", false)
    case (.signal, let value): ("showing \(value)", false)
    case (.posture, let value) where ["person", "rider"].contains(concept): ("who is \(value)", false)
    case (.motion, "still"): ("stationary", true)
    case (.visibility, "partly_hidden"): ("partly hidden", true)
    case (.visibility, _): ("in full view", false)
    case (.room, let value): ("in the \(room(value))", false)
    case (_, let value): (value, true)
    }
  }

  /// A value as it stands in a choice: `Is it … or …?`
  static func value(_ filter: Filter) -> String {
    switch (filter.attribute, filter.value) {
    case (.motion, "still"): "standing still"
    case (.visibility, "partly_hidden"): "partly hidden"
    case (.visibility, _): "in full view"
    case (.room, let value): "in the \(room(value))"
    case (_, let value): value
    }
  }

  static func extreme(_ extreme: Extreme) -> String {
    switch extreme {
    case .leftmost: "leftmost"
    case .rightmost: "rightmost"
    case .closest: "closest"
    case .farthest: "farthest"
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
    }
  }

  /// `living_room` → `living room`.
  static func room(_ kind: String) -> String { kind.split(separator: "_").joined(separator: " ") }
}
