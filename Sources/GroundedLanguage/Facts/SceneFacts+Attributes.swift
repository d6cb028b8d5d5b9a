import VectorMath

extension SceneFacts {
  /// Classes of which it is said whether they are open, on, moving.
  package static let opening: Set<String> = [
    "door", "window", "wardrobe", "cabinet", "dresser", "nightstand", "sideboard", "tv_stand", "shoe_cabinet",
    "display_cabinet", "filing_cabinet", "bathroom_cabinet", "refrigerator", "oven", "dishwasher",
    "microwave",
    "washing_machine", "laptop",
  ]
  package static let switched: Set<String> = [
    "lamp", "table_lamp", "floor_lamp", "ceiling_lamp", "pendant_lamp", "wall_lamp", "desk_lamp",
    "television",
    "monitor", "laptop",
  ]
  package static let mobile: Set<String> = [
    "person", "rider", "car", "van", "truck", "bus", "tram", "motorcycle", "bicycle", "dog", "cat",
  ]

  /// Whether thing number `i` has a value of an attribute.
  package func verdict(_ filter: Filter, _ i: Int) -> Verdict {
    let o = objects[i]
    switch filter.attribute {
    case .kind: return ClassNames.verdict(o.category, is: filter.value)
    case .colour:
      guard let colour = ColourName(rawValue: filter.value) else { return .no }
      return colours.verdict(colour, of: o.instance)
    case .room: return o.roomKind.map { Verdict($0 == filter.value) } ?? .undecided
    case .openness:
      guard Self.opening.contains(o.category), let openness = o.openness else {
        return Self.opening.contains(o.category) ? .undecided : .no
      }
      guard o.visibleFraction >= FactMargins.stateFraction, o.truncation <= FactMargins.truncation else {
        return .undecided
      }
      let isOpen = Verdict(yes: openness >= FactMargins.open, no: openness <= FactMargins.closed)
      return filter.value == "open" ? isOpen : filter.value == "closed" ? !isOpen : .no
    case .power: return Self.switched.contains(o.category) ? exact(o.power, filter) : .no
    case .posture:
      return Self.mobile.contains(o.category) ? exact(o.posture, filter) : .no
    case .signal: return o.category == "traffic_light" ? exact(o.signal, filter) : .no
    case .motion:
      guard Self.mobile.contains(o.category) else { return .no }
      guard let v = o.velocity else { return .undecided }
      let moves = Verdict(yes: length(v) >= FactMargins.moving, no: length(v) <= FactMargins.still)
      return filter.value == "moving" ? moves : filter.value == "still" ? !moves : .no
    case .visibility:
      let isHidden = Verdict(
        yes: o.visibleFraction <= FactMargins.partlyHidden, no: o.visibleFraction >= FactMargins.inFullView)
      return filter.value == "partly_hidden" ? isHidden : filter.value == "in_full_view" ? !isHidden : .no
    }
  }

  /// A state that the world itself names.
  private func exact(_ state: String?, _ filter: Filter) -> Verdict {
    guard let state, filter.attribute.values.contains(state) else { return .undecided }
    return Verdict(state == filter.value)
  }

  /// The only value of an attribute that thing number `i` has; `nil` where any is undecided or several hold.
  package func value(of attribute: Attribute, _ i: Int) -> String? {
    switch attribute {
    case .kind: return objects[i].category
    case .room: return objects[i].roomKind
    default:
      let verdicts = attribute.values.map { ($0, verdict(Filter(attribute, $0), i)) }
      let held = verdicts.filter { $0.1 == .yes }
      // A colour needs no certainty about each of the others: most of what is seen has it.
      guard held.count == 1, let only = held.first else { return nil }
      return attribute == .colour || verdicts.allSatisfy({ $0.1 != .undecided }) ? only.0 : nil
    }
  }
}
