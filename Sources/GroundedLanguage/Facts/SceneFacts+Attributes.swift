import Annotations
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
  package static let vehicles: Set<String> = [
    "car", "van", "truck", "bus", "tram", "motorcycle", "bicycle", "rider",
  ]
  /// What people say of it what it is made of: furniture, vessels, containers.
  package static let made: Set<String> = [
    "table", "coffee_table", "side_table", "dining_table", "console_table", "desk", "dressing_table",
    "nightstand",
    "school_desk", "chair", "armchair", "dining_chair", "office_chair", "bar_stool", "stool", "ottoman",
    "rocking_chair", "folding_chair", "high_chair", "indoor_bench", "bench", "sofa", "wardrobe", "cabinet",
    "dresser",
    "sideboard", "bookshelf", "wall_shelf", "tv_stand", "shoe_cabinet", "display_cabinet", "filing_cabinet",
    "bathroom_cabinet", "room_divider", "door", "vase", "mug", "cup", "bowl", "plate", "drinking_glass",
    "wine_glass",
    "teapot", "storage_jar", "cooking_pot", "frying_pan", "cutting_board", "basket", "laundry_basket",
    "storage_box",
    "box", "tray", "waste_bin", "bucket", "sculpture", "pen_holder", "toothbrush_cup", "photo_frame",
  ]
  package static let mobile: Set<String> = [
    "person", "rider", "car", "van", "truck", "bus", "tram", "motorcycle", "bicycle", "dog", "cat",
    "deer", "cow",
  ]

  /// Whether thing number `i` has a value of an attribute.
  package func verdict(_ filter: Filter, _ i: Int) -> Verdict {
    let o = objects[i]
    switch filter.attribute {
    case .kind: return ClassNames.verdict(o.category, is: filter.value)
    case .colour:
      guard let colour = ColourName(rawValue: filter.value) else { return .no }
      // A mirror has the colours of what it shows.
      guard o.mirrorShare < FactMargins.mirror else { return .undecided }
      guard let paint = o.paint else { return colours.verdict(colour, of: o.instance) }
      guard o.paintShare >= FactMargins.paint else { return .undecided }
      return colour.verdict(paint)
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
    case .signal:
      guard o.category == "traffic_light" else { return .no }
      // Nobody sees from behind what a light shows.
      return (o.facing ?? -1) >= FactMargins.signFacing ? exact(o.signal, filter) : .undecided
    case .motion:
      guard Self.mobile.contains(o.category) else { return .no }
      guard let v = o.velocity else { return .undecided }
      let moves = Verdict(yes: length(v) >= FactMargins.moving, no: length(v) <= FactMargins.still)
      return filter.value == "moving" ? moves : filter.value == "still" ? !moves : .no
    case .visibility:
      let isHidden = Verdict(
        yes: o.visibleFraction <= FactMargins.partlyHidden, no: o.visibleFraction >= FactMargins.inFullView)
      return filter.value == "partly_hidden" ? isHidden : filter.value == "in_full_view" ? !isHidden : .no
    case .side: return side(filter.value, i)
    case .material: return material(filter.value, i)
    case .sign:
      guard o.category == "traffic_sign" else { return .no }
      guard let sign = o.sign, isLegible(i) else { return .undecided }
      return Verdict(sign.rawValue == filter.value)
    case .heading: return heading(filter.value, i)
    case .lane: return lane(filter.value, i)
    case .pace: return pace(filter.value, i)
    case .station: return station(filter.value, i)
    case .parking: return parking(filter.value, i)
    case .turning: return turning(filter.value, i)
    case .distance: return measured(filter.value, distance(i))
    case .arrival: return arrival(filter.value, i)
    case .range: return range(filter.value, i)
    case .text: return text(filter.value, i)
    }
  }

  private func side(_ value: String, _ i: Int) -> Verdict {
    guard hasSides else { return .undecided }
    let box = objects[i].box
    let middle = Double(width) / 2
    let gap = FactMargins.half * Double(width)
    let isLeft = Verdict(
      yes: Double(box.x + box.width) <= middle - gap, no: Double(box.x) >= middle + gap)
    return value == "left_half" ? isLeft : value == "right_half" ? !isLeft : .no
  }

  private func material(_ value: String, _ i: Int) -> Verdict {
    guard let substance = Substance(rawValue: value) else { return .no }
    guard let pixels = objects[i].substances else { return .undecided }
    let share = Double(pixels[substance] ?? 0) / Double(max(1, objects[i].pixels))
    let isMade = Verdict(yes: share >= FactMargins.materialYes, no: share <= FactMargins.materialNo)
    // Nobody says of a plant or a loaf what it is made of, but it surely is not made of what is not there.
    return Self.made.contains(objects[i].category) ? isMade : min(isMade, .undecided)
  }

  private func isLegible(_ i: Int) -> Bool {
    let o = objects[i]
    return o.box.width >= FactMargins.signPixels && o.visibleFraction >= FactMargins.signFraction
      && o.truncation <= FactMargins.materialNo && (o.facing ?? -1) >= FactMargins.signFacing
  }

  /// What stands on a board that is near enough to be read.
  private func legibleText(_ i: Int) -> String? {
    let box = objects[i].box
    guard isLegible(i), box.height >= FactMargins.boardHeight, box.width >= FactMargins.boardWidth else {
      return nil
    }
    return objects[i].text
  }

  private func text(_ value: String, _ i: Int) -> Verdict {
    guard objects[i].category == ClassNames.board else { return .no }
    return legibleText(i).map { Verdict($0 == value) } ?? .undecided
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
    case .distance: return distance(i).map(Self.rounded)
    case .arrival: return isMobile(i) ? secondsToReach(i).map(Self.rounded) : nil
    case .text: return legibleText(i)
    default:
      let verdicts = attribute.values.map { ($0, verdict(Filter(attribute, $0), i)) }
      let held = verdicts.filter { $0.1 == .yes }
      // A colour needs no certainty about each of the others: most of what is seen has it.
      guard held.count == 1, let only = held.first else { return nil }
      return [.colour, .material].contains(attribute) || verdicts.allSatisfy({ $0.1 != .undecided })
        ? only.0 : nil
    }
  }

  /// Whether two things have one value of an attribute: surely where each has one and it is the same, surely not where
  /// each surely lacks the other's.
  package func isAlike(_ attribute: Attribute, _ i: Int, _ j: Int) -> Verdict {
    guard let a = value(of: attribute, i), let b = value(of: attribute, j) else { return .undecided }
    if a == b { return .yes }
    let isApart = verdict(Filter(attribute, b), i) == .no && verdict(Filter(attribute, a), j) == .no
    return isApart ? .no : .undecided
  }
}
