import Annotations
import GroundedLanguage
import Imaging
import VectorMath
import WorldModel

/// What raw labels say about things, read a second time: no code in common with the facts that texts are made from, but
/// for the limits (`FactMargins`) and the words (`ClassNames`, `ColourName`).
///
/// Every question is answered with what holds for sure and what cannot be ruled out: `(sure, possible)`.
struct RawScene {
  typealias Bounds = (sure: Bool, possible: Bool)

  private(set) var view: ViewLabels
  private let objects: [UInt32: ObjectsLabel.Entry]
  private let boxes: [UInt32: PixelBox]
  private let seen: [UInt32: VisibilityLabel.Entry]
  let solids: [UInt32: Boxes3DLabel.Entry]
  private let states: [UInt32: StatesLabel.Entry]
  let speeds: [UInt32: [Double]]
  let turns: [UInt32: Double]
  let holders: [UInt32: [(relation: String, object: UInt32)]]
  let hasGraph: Bool
  let isStreet: Bool
  private let palettes: [UInt32: [UInt32: Int]]
  let lanes: [UInt32: LanesLabel.Entry]
  private let shares: [UInt32: [MaterialSharesLabel.Share]]
  /// Of the carrier, as the label that is checked says.
  let egoVelocity: [Double]?

  init(_ view: ViewLabels, egoVelocity: [Double]? = nil) {
    self.egoVelocity = egoVelocity
    func table<V>(_ list: [V]?, _ key: (V) -> UInt32) -> [UInt32: V] {
      Dictionary((list ?? []).map { (key($0), $0) }) { a, _ in a }
    }
    self.view = view
    objects = table(view[ObjectsLabel.self]?.entries) { $0.instance }.mapValues { entry in
      var entry = entry
      entry.category = ClassNames.own(category: entry.category, asset: entry.asset)
      return entry
    }
    seen = table(view[VisibilityLabel.self]?.entries) { $0.instance }
    solids = table(view[Boxes3DLabel.self]?.entries) { $0.instance }
      .filter { Self.isSound($0.value) }
    states = table(view[StatesLabel.self]?.entries) { $0.instance }
    speeds = table(view[MotionLabel.self]?.entries) { $0.instance }.mapValues(\.velocity)
      .filter { $0.value.count == 3 }
    turns = table(view[MotionLabel.self]?.entries) { $0.instance }.mapValues(\.yawRate)
    boxes = table(view[Boxes2DLabel.self]?.entries) { $0.instance }.compactMapValues(\.visible)
    let graph = view[SceneGraphLabel.self]
    hasGraph = graph != nil
    let things = Set((graph?.things ?? []).map(\.instance))
    var holders: [UInt32: [(relation: String, object: UInt32)]] = [:]
    for r in graph?.relations ?? [] where things.contains(r.object) {
      holders[r.subject, default: []].append((r.relation, r.object))
    }
    self.holders = holders
    isStreet = objects.values.contains { $0.category == "road" }
    palettes = Self.palettes(view)
    lanes = table(view[LanesLabel.self]?.entries) { $0.instance }
    shares = table(view[MaterialSharesLabel.self]?.entries) { $0.instance }.mapValues(\.shares)
  }

  /// The same without its rasters, which what has been read of them is kept without.
  var slim: RawScene {
    var labels = LabelSet()
    for label in view.view.labels.structured { labels.set(label) }
    var out = self
    var bare = view.view
    bare.labels = labels
    out.view = ViewLabels(bare, sample: view.sample)
    return out
  }

  private static func isSound(_ box: Boxes3DLabel.Entry) -> Bool {
    box.size.count == 3 && box.center.count == 3 && box.rotation.count == 4 && box.cameraCenter.count == 3
      && box.cameraRotation.count == 4
      && (box.size + box.center + box.rotation + box.cameraCenter + box.cameraRotation).allSatisfy(\.isFinite)
  }

  /// How many pixels of each instance have which albedo.
  private static func palettes(_ view: ViewLabels) -> [UInt32: [UInt32: Int]] {
    guard let ids = view.words(LabelNames.instance), let albedo = view.bytes(LabelNames.albedo) else {
      return [:]
    }
    var out: [UInt32: [UInt32: Int]] = [:]
    for (p, id) in ids.values.enumerated() where id != 0 {
      let colour = albedo.values[(3 * p)..<(3 * p + 3)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      out[id, default: [:]][colour, default: 0] += 1
    }
    return out
  }

  private var area: Int { view.width * view.height }

  func box(_ id: UInt32) -> PixelBox? { boxes[id] }
  func roomKind(_ id: UInt32) -> String? { objects[id]?.attributes["room_kind"] }
  func visiblePixels(_ id: UInt32) -> Int { seen[id]?.visiblePixels ?? 0 }
  func category(_ id: UInt32) -> String? { objects[id]?.category }

  /// What could be meant by anything at all, ascending.
  var candidates: [UInt32] {
    objects.keys.sorted().filter { id in
      objects[id]?.isThing == true && boxes[id] != nil
        && (seen[id]?.visiblePixels ?? 0) > FactMargins.imperceptible(area: area)
    }
  }

  /// Whether enough is seen of it to speak of it.
  func isClear(_ id: UInt32) -> Bool {
    guard let o = objects[id], let s = seen[id], !ClassNames.isHeap(category: o.category, asset: o.asset)
    else {
      return false
    }
    return s.visiblePixels >= FactMargins.clear(area: area)
      && Double(s.visiblePixels) >= FactMargins.clearFraction * Double(s.amodalPixels)
  }

  func truncation(_ id: UInt32) -> Double {
    guard let s = seen[id], s.canvasPixels > 0 else { return 0 }
    return (Double(s.canvasPixels) - Double(s.amodalPixels)) / Double(s.canvasPixels)
  }

  private func fraction(_ id: UInt32) -> Double {
    guard let s = seen[id], s.amodalPixels > 0 else { return 0 }
    return Double(s.visiblePixels) / Double(s.amodalPixels)
  }

  func wholePixels(_ id: UInt32) -> Int { seen[id]?.amodalPixels ?? 0 }

  /// Where the measured value lies between a limit below which it is not so and one above which it is.
  private static func bounds(_ x: Double, no: Double, yes: Double) -> Bounds {
    yes > no ? (x >= yes, x > no) : (x <= yes, x < no)
  }

  /// A property that a thing's class must have at all.
  private func among(_ classes: Set<String>, _ id: UInt32, _ value: Bounds?) -> Bounds {
    guard let category = category(id), classes.contains(category) else { return (false, false) }
    return value ?? (false, true)
  }

  private static func named(_ state: String?, _ filter: Filter) -> Bounds? {
    guard let state, filter.attribute.values.contains(state) else { return nil }
    return (state == filter.value, state == filter.value)
  }

  /// Opposite values share one measurement.
  private static func either(_ isFirst: Bool, _ bounds: Bounds) -> Bounds {
    isFirst ? bounds : (!bounds.possible, !bounds.sure)
  }

  func has(_ id: UInt32, _ filter: Filter) -> Bounds {
    let known = filter.attribute.values.isEmpty || filter.attribute.values.contains(filter.value)
    guard known, let o = objects[id] else { return (false, false) }
    switch filter.attribute {
    case .kind:
      let verdict = ClassNames.verdict(o.category, is: filter.value)
      return (verdict == .yes, verdict != .no)
    case .colour: return colour(id, filter.value)
    case .room:
      guard let kind = o.attributes["room_kind"] else { return (false, true) }
      return (kind == filter.value, kind == filter.value)
    case .openness:
      var value: Bounds?
      if let openness = states[id]?.openness, fraction(id) >= FactMargins.stateFraction,
        truncation(id) <= FactMargins.truncation
      {
        value = Self.either(
          filter.value == "open", Self.bounds(openness, no: FactMargins.closed, yes: FactMargins.open))
      }
      return among(SceneFacts.opening, id, value)
    case .power: return among(SceneFacts.switched, id, Self.named(states[id]?.power, filter))
    case .posture:
      let walker = o.category == "person" ? o.attributes["state"] : nil
      let posture = states[id]?.posture ?? walker.flatMap { ["standing", "walking"].contains($0) ? $0 : nil }
      return among(SceneFacts.mobile, id, Self.named(posture, filter))
    case .signal:
      return among(["traffic_light"], id, isTurnedHere(id) ? Self.named(o.attributes["state"], filter) : nil)
    case .motion:
      let value = speeds[id].map { v in
        Self.either(
          filter.value == "moving",
          Self.bounds(Self.norm(v), no: FactMargins.still, yes: FactMargins.moving))
      }
      return among(SceneFacts.mobile, id, value)
    case .visibility:
      return Self.either(
        filter.value == "partly_hidden",
        Self.bounds(fraction(id), no: FactMargins.inFullView, yes: FactMargins.partlyHidden))
    case .side: return half(id, filter.value)
    case .material: return material(id, filter.value)
    case .sign: return among(["traffic_sign"], id, sign(id, filter.value))
    case .heading: return among(SceneFacts.vehicles, id, course(id, filter.value))
    case .lane: return among(SceneFacts.vehicles, id, lanes[id].map { Self.lane($0.place, filter.value) })
    case .pace: return among(SceneFacts.mobile, id, pace(id, filter.value))
    case .station: return among(SceneFacts.mobile, id, station(id, filter.value))
    case .parking: return among(SceneFacts.vehicles, id, parking(id, filter.value))
    case .turning: return among(SceneFacts.vehicles, id, turn(id, filter.value))
    case .distance: return Self.called(filter.value, metres(id))
    case .arrival: return among(SceneFacts.mobile, id, arrival(id, filter.value))
    case .range: return nearer(id, than: filter.value)
    case .text:
      return among([ClassNames.board], id, words(on: id).map { ($0 == filter.value, $0 == filter.value) })
    }
  }

  /// Twice the distances from the middle column of the picture to both edges of what is seen.
  private func half(_ id: UInt32, _ value: String) -> Bounds {
    guard view.camera.period == nil, let box = boxes[id] else { return (false, true) }
    let gap = 2 * FactMargins.half * Double(view.width)
    let first = 2 * Double(box.x) - Double(view.width)
    let last = first + 2 * Double(box.width)
    return Self.either(value == "left_half", (last <= -gap, first < gap))
  }

  private func material(_ id: UInt32, _ value: String) -> Bounds {
    guard let list = shares[id] else { return (false, true) }
    var (own, all) = (0.0, 0.0)
    for share in list {
      all += Double(share.pixels)
      if Substance.of(material: share.name)?.rawValue == value { own += Double(share.pixels) }
    }
    let isMade = category(id).map(SceneFacts.made.contains) ?? false
    return (isMade && own >= FactMargins.materialYes * all, own > FactMargins.materialNo * all)
  }

  private func sign(_ id: UInt32, _ value: String) -> Bounds? {
    guard let o = objects[id], let meaning = SignMeaning.of(asset: o.asset), isPlain(id) else { return nil }
    return (meaning.rawValue == value, meaning.rawValue == value)
  }

  /// Whether its front can be looked at, in the camera's frame.
  private func isTurnedHere(_ id: UInt32) -> Bool {
    guard let solid = solids[id] else { return false }
    let q = solid.cameraRotation
    let front = Quaternion(w: q[0], x: q[1], y: q[2], z: q[3]) * Vector3(1, 0, 0)
    let c = Vector3(solid.cameraCenter[0], solid.cameraCenter[1], solid.cameraCenter[2])
    return dot(front, c) <= -FactMargins.signFacing * length(c)
  }

  /// Whether what stands on it can be read.
  private func isPlain(_ id: UInt32) -> Bool {
    guard let box = boxes[id], let seen = seen[id] else { return false }
    return box.width >= FactMargins.signPixels && isTurnedHere(id)
      && Double(seen.visiblePixels) >= FactMargins.signFraction * Double(seen.amodalPixels)
      && truncation(id) <= FactMargins.materialNo
  }

  /// What a board that can be read says.
  func words(on id: UInt32) -> String? {
    guard let o = objects[id], o.category == ClassNames.board, let box = boxes[id], isPlain(id),
      box.width >= FactMargins.boardWidth, box.height >= FactMargins.boardHeight
    else { return nil }
    return o.attributes["text"]
  }

  private static func lane(_ place: LanesLabel.Place, _ value: String) -> Bounds {
    let isSo =
      switch place {
      case .own: value == "own_lane"
      case .parking: false
      case .beside, .oncoming, .elsewhere: value == "other_lane"
      }
    return (isSo, isSo)
  }

  static func norm(_ v: [Double]) -> Double { v.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  private func colour(_ id: UInt32, _ name: String) -> Bounds {
    guard let colour = ColourName(rawValue: name), let palette = palettes[id] else {
      return (false, ColourName(rawValue: name) != nil)
    }
    if let word = painted(id, colour, palette) { return word }
    var (all, sure, possible) = (0, 0, 0)
    for (rgb, count) in palette {
      let (h, s, v) = ColourName.coordinates(
        UInt8(rgb >> 16 & 255), UInt8(rgb >> 8 & 255), UInt8(rgb & 255))
      let names = ColourName.allCases.filter { name in
        name.outer.contains { $0.contains(hue: h, saturation: s, value: v) }
      }
      all += count
      if names.contains(colour) { possible += count }
      if names == [colour], colour.inner.contains(hue: h, saturation: s, value: v) { sure += count }
    }
    return (
      Double(sure) >= FactMargins.colourYes * Double(all),
      Double(possible) > FactMargins.colourNo * Double(all)
        || Double(sure) >= FactMargins.colourYes * Double(all)
    )
  }

  /// Of vehicles with a paint that is named: whether its colour is called so. The picture must show it as often as is said.
  private func painted(_ id: UInt32, _ colour: ColourName, _ palette: [UInt32: Int]) -> Bounds? {
    guard let category = category(id), SceneFacts.vehicles.contains(category),
      let share = shares[id]?.last(where: { $0.name.hasPrefix("paint_") && $0.name.utf8.count == 12 }),
      let value = UInt32(share.name.suffix(6), radix: 16)
    else { return nil }
    let bytes = [16, 8, 0].map { Int(value >> UInt32($0) & 255) }
    let all = palette.values.reduce(0, +)
    let shown = palette.reduce(0) { sum, entry in
      let near = zip([16, 8, 0], bytes).allSatisfy { abs(Int(entry.key >> UInt32($0) & 255) - $1) <= 2 }
      return near ? sum + entry.value : sum
    }
    guard 10 * shown >= 9 * share.pixels, Double(share.pixels) >= FactMargins.paint * Double(all) else {
      return (false, true)
    }
    let (h, s, v) = ColourName.coordinates(UInt8(bytes[0]), UInt8(bytes[1]), UInt8(bytes[2]))
    let names = ColourName.allCases.filter { name in
      name.outer.contains { $0.contains(hue: h, saturation: s, value: v) }
    }
    let isSure = names == [colour] && colour.inner.contains(hue: h, saturation: s, value: v)
    return (isSure, names.contains(colour))
  }
}
