import VectorMath
import WorldModel

/// How an architect would like a layout. Higher is better.
struct PlanScore {
  /// 1 = rooms must keep `RoomRules`; less lets them be narrower, longer and of other sizes.
  var strictness: Double

  /// `nil` for a layout that cannot be lived in.
  func score(_ layout: PlanLayout, programme: HomeProgramme) -> Double? {
    guard let hall = layout.zones.firstIndex(where: { $0.kind == .hallway }) else { return nil }
    // The quick tests come first: most layouts fail one.
    guard layout.zones.allSatisfy({ $0.kind == .hallway || room($0, facade: .max) != nil }),
      let paths = access(layout, hall: hall)
    else { return nil }
    let facade = facades(layout)
    var score = paths
    for (i, zone) in layout.zones.enumerated() where zone.kind != .hallway {
      guard let value = room(zone, facade: facade[i]) else { return nil }
      score += value
    }
    // Corridors are to lead, not to be lived in.
    let total = layout.zones.reduce(0) { $0 + $1.area }
    let share = layout.zones[hall].area / total
    score -= 14 * max(0, share - 0.085)
    if share > 0.24 { return nil }
    score -= 3 * DeterministicMath.log(total * 0.93 / programme.area).magnitude
    // A home neither strip nor tower.
    let all = layout.zones.flatMap(\.rects)
    let w = Double((all.map(\.x1).max() ?? 0) - (all.map(\.x0).min() ?? 0))
    let d = Double((all.map(\.y1).max() ?? 0) - (all.map(\.y0).min() ?? 0))
    let aspect = max(w, d) / max(1, min(w, d))
    if aspect > 2.3 { return nil }
    score -= 2.2 * max(0, aspect - 1.4)
    return score + privacy(layout)
  }

  private func room(_ zone: PlanZone, facade: Int) -> Double? {
    let rules = RoomRules.of(zone.kind)
    guard let main = zone.rects.max(by: { $0.area < $1.area }) else { return nil }
    let (w, d) = (Double(main.width) / 10 - 0.1, Double(main.depth) / 10 - 0.1)
    let (short, long) = (min(w, d), max(w, d))
    guard short >= rules.leastWidth * strictness, long <= short * rules.greatestAspect / strictness else {
      return nil
    }
    guard Double(facade) / 10 - 0.1 >= rules.leastFacade * strictness else { return nil }
    let clear = zone.rects.count == 1 ? w * d : zone.area * 0.95
    let off = DeterministicMath.log(clear / max(zone.target, 0.5)).magnitude
    guard off <= (rules.leastFacade > 0 ? 0.4 : 0.6) / strictness else { return nil }
    var score = -2.2 * off * off * (rules.leastFacade > 0 ? 6 : 2)
    let aspect = long / short
    score -= 1.1 * max(0, aspect - 1.35) * (rules.leastFacade > 0 ? 1.4 : 0.6)
    if zone.rects.count > 1 {
      // The arm of an L must be of use too.
      let arm = zone.rects.map { min($0.width, $0.depth) }.min() ?? 0
      if Double(arm) < 12 * strictness { return nil }
      score -= 0.35
    }
    if zone.kind == .bathroom && facade >= 10 { score += 0.35 }
    return score
  }

  /// Whether every room can be entered as it should, and how well.
  private func access(_ layout: PlanLayout, hall: Int) -> Double? {
    /// Steps of common edge that a door with its frame needs.
    let door = 12
    var score = 0.0
    func first(_ kind: RoomKind) -> Int? { layout.zones.firstIndex { $0.kind == kind } }
    // Storeys above the first have no day rooms, and perhaps no bath.
    let living = first(.livingRoom)
    if let living, layout.contact(hall, living) < door { return nil }
    if let stairs = first(.stairwell), layout.contact(hall, stairs) < 16 { return nil }
    let dining = first(.diningRoom)
    if let dining, let living {
      let nearLiving = layout.contact(dining, living)
      let nearKitchen = first(.kitchen).map { layout.contact(dining, $0) } ?? 0
      guard nearLiving >= door || nearKitchen >= door else { return nil }
      score += nearLiving >= 18 && nearKitchen >= 14 ? 1.2 : nearLiving >= 18 ? 0.5 : 0
    }
    if let kitchen = first(.kitchen), let living {
      let nearDining = dining.map { layout.contact(kitchen, $0) } ?? 0
      let nearLiving = layout.contact(kitchen, living)
      guard max(nearDining, nearLiving) >= door else { return nil }
      score += nearLiving >= 16 || nearDining >= 16 ? 0.8 : 0
      if layout.contact(kitchen, hall) >= door { score += 0.3 }
    }
    var hasBathAtHall = false
    for (i, zone) in layout.zones.enumerated() {
      switch zone.kind {
      case .bedroom, .study: guard layout.contact(i, hall) >= door else { return nil }
      case .bathroom:
        let nearHall = layout.contact(i, hall) >= door
        if let room = zone.suiteOf {
          guard layout.contact(i, room) >= door else { return nil }
          score += 0.6
        } else {
          guard nearHall else { return nil }
          hasBathAtHall = true
        }
      case .storage, .laundry:
        let nearKitchen = first(.kitchen).map { layout.contact(i, $0) >= door } ?? false
        guard layout.contact(i, hall) >= door || nearKitchen else { return nil }
      default: break
      }
    }
    let needsBath = first(.stairwell) == nil || first(.bathroom) != nil
    return hasBathAtHall || !needsBath ? score : nil
  }

  /// Guests should reach the living room without passing all bedrooms.
  private func privacy(_ layout: PlanLayout) -> Double {
    guard let entrance = layout.entrance else { return 0 }
    func distance(_ zone: PlanZone) -> Double {
      let x = Double(entrance.x0 + entrance.x1) / 2
      let y = Double(entrance.y0 + entrance.y1) / 2
      return zone.rects.map { r in
        max(Double(r.x0) - x, x - Double(r.x1), 0) + max(Double(r.y0) - y, y - Double(r.y1), 0)
      }.min() ?? 0
    }
    let bedrooms = layout.zones.filter { $0.kind == .bedroom }.map(distance)
    guard let living = layout.zones.first(where: { $0.kind == .livingRoom }), !bedrooms.isEmpty else {
      return 0
    }
    let mean = bedrooms.reduce(0, +) / Double(bedrooms.count)
    return max(-1.5, min(0.6, (mean - distance(living)) / 40))
  }

  /// Steps of the longest straight outer edge of each zone.
  private func facades(_ layout: PlanLayout) -> [Int] {
    var out = [Int](repeating: 0, count: layout.zones.count)
    for run in PlanMesh(layout).runs where run.below < 0 || run.above < 0 {
      let zone = max(run.below, run.above)
      out[zone] = max(out[zone], run.to - run.from)
    }
    return out
  }
}
