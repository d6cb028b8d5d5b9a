import Assets
import VectorMath

extension KitchenRun {
  /// Modules that fill a length (metres) sensibly: the refrigerator at an end, the dishwasher beside the sink, drawers
  /// between sink and hob. What does not fit is left out, the sink last.
  /// - Parameters:
  ///   - windows: along y in the run's frame; the hob keeps clear of them where it can.
  package static func modules(
    for length: Double, needs: KitchenNeeds = .usual, look: Look, low: End = .open, high: End = .open,
    windows: [ClosedRange<Double>] = []
  ) -> [KitchenModule] {
    let usable = length - (low == .meets ? kept : 0) - (high == .meets ? kept : 0)
    guard usable >= 0.3 else { return [] }
    let plan = Plan(
      usable: usable, needs: needs, look: look, corners: [low, high].filter { $0 == .corner }.count)
    let start = -length / 2 + (low == .meets ? kept : 0)
    // The tall things stand at the end away from the corner; without one, where hob and windows agree.
    let choices: [Bool] =
      if low != .open && high == .open {
        [true]
      } else if high != .open && low == .open {
        [false]
      } else {
        look.variation.choice("kitchen side", of: 2) == 0 ? [false, true] : [true, false]
      }
    var best: [KitchenModule] = []
    var least = Double.infinity
    for isMirrored in choices {
      let modules = plan.row(isMirrored: isMirrored, low: low, high: high)
      let penalty = conflict(modules, from: start, windows)
      if penalty < least { (best, least) = (modules, penalty) }
    }
    return best
  }

  /// How badly a row suits windows: hobs and tall things before one, a sink away from all.
  private static func conflict(
    _ modules: [KitchenModule], from start: Double, _ windows: [ClosedRange<Double>]
  )
    -> Double
  {
    var y = start
    var sum = 0.0
    for module in modules {
      let isBefore = windows.contains { $0.overlaps(y...(y + module.width)) }
      switch module.kind {
      case .hob: if isBefore { sum += 10 }
      case .refrigerator, .ovenTower, .larder: if isBefore { sum += 20 }
      case .sink: if !isBefore && !windows.isEmpty { sum += 1 }
      default: break
      }
      y += module.width
    }
    return sum
  }

  /// The elements chosen for a length, before they are put in order.
  private struct Plan {
    var tall: [KitchenModule] = []
    var sink: KitchenModule?
    var hob: KitchenModule?
    var dishwasher: KitchenModule?
    var corners = 0
    /// Cabinets between and beside them.
    var fillers: [KitchenModule] = []
    var rest = 0.0

    static let cornerWidth = KitchenBaseCabinet.blindWidth + 0.45

    init(usable: Double, needs: KitchenNeeds, look: Look, corners: Int) {
      var free = usable
      func take(_ module: KitchenModule, leaving: Double = 0) -> KitchenModule? {
        guard free - module.width >= leaving - 1e-9 else { return nil }
        free -= module.width
        return module
      }
      for _ in 0..<corners where free >= Self.cornerWidth {
        free -= Self.cornerWidth
        self.corners += 1
      }
      let hasTower = needs.contains(.tower) && free > 3
      if needs.contains(.sink) {
        sink =
          take(KitchenModule(.sink, width: free > 3 ? 0.8 : 0.6)) ?? take(KitchenModule(.sink, width: free))
      }
      if needs.contains(.hob) {
        hob = take(KitchenModule(.hob(hasOven: !hasTower), width: 0.6))
      }
      if needs.contains(.refrigerator) {
        let isNarrow = free < 2.6 || Refrigerator(look).size.y < 0.7
        if let fridge = take(KitchenModule(.refrigerator, width: isNarrow ? 0.6 : 0.93)) {
          tall.append(fridge)
        }
      }
      if hasTower,
        let tower = take(KitchenModule(needs.contains(.hob) ? .ovenTower : .larder, width: 0.6), leaving: 0.6)
      {
        tall.append(tower)
      }
      if needs.contains(.dishwasher), sink != nil {
        dishwasher = take(KitchenModule(.dishwasher, width: 0.6), leaving: 0.3)
      }
      let widths = Self.widths(for: free)
      fillers = widths.enumerated().map { i, w in Self.cabinet(w, i, look) }
      rest = free - widths.reduce(0, +)
      if rest < 0.002 { rest = 0 }
    }

    /// A cabinet for drawers or doors by its width.
    private static func cabinet(_ width: Double, _ i: Int, _ look: Look) -> KitchenModule {
      if width < 0.35 {
        return KitchenModule(
          look.variation.choice("narrow", i, of: 3) == 0 ? .openShelf : .doors(hasDrawer: false), width: width
        )
      }
      let kinds: [KitchenModule.Kind] = [
        .drawers(3), .doors(hasDrawer: true), .drawers(look.variation.choice("drawers", i, of: 2) + 2),
        .doors(hasDrawer: look.variation.choice("upper drawer", i, of: 2) == 0),
      ]
      return KitchenModule(kinds[i % kinds.count], width: width)
    }

    /// Widths of usual cabinets that fill a length as far as they can, the widest first.
    static func widths(for length: Double) -> [Double] {
      let units = Int((length / 0.05 + 1e-6).rounded(.down))
      guard units >= 6 else { return [] }
      let usual = [18, 16, 12, 10, 9, 8, 6]
      let count = max(units >= 12 ? 2 : 1, Int((Double(units) / 12.5).rounded()))
      var best: [Int] = []
      var bestSum = -1
      func search(_ chosen: [Int], _ from: Int, _ sum: Int) {
        if sum > bestSum { (best, bestSum) = (chosen, sum) }
        guard chosen.count < count + 1, bestSum < units else { return }
        for i in from..<usual.count where sum + usual[i] <= units {
          search(chosen + [usual[i]], i, sum + usual[i])
        }
      }
      // Begin with the width nearest to the mean, so that cabinets are alike.
      let mean = units / count
      let start = usual.firstIndex { $0 <= mean } ?? usual.count - 1
      search([], start, 0)
      if bestSum < units - 1 { search([], 0, 0) }
      return best.map { Double($0) * 0.05 }
    }

    func row(isMirrored: Bool, low: End, high: End) -> [KitchenModule] {
      // Seen with the tall things at the low end: before the sink, between sink and hob, beyond the hob.
      var slots: [[KitchenModule]] = [[], [], []]
      for (i, filler) in fillers.enumerated() { slots[[1, 2, 0, 1, 2][i % 5]].append(filler) }
      var out = tall + slots[0]
      if let sink { out.append(sink) }
      if let dishwasher { out.append(dishwasher) }
      out += slots[1]
      if let hob { out.append(hob) }
      out += slots[2]
      if isMirrored { out.reverse() }
      var left = corners
      if low == .corner && left > 0 {
        out.insert(KitchenModule(.corner, width: Self.cornerWidth), at: 0)
        left -= 1
      }
      if high == .corner && left > 0 { out.append(KitchenModule(.corner, width: Self.cornerWidth)) }
      if rest > 0 {
        // What remains goes to the end without tall things, before the corner.
        let filler = KitchenModule(.filler, width: rest)
        if isMirrored {
          out.insert(filler, at: low == .corner && out.first?.kind == .corner ? 1 : 0)
        } else {
          out.insert(filler, at: out.last?.kind == .corner ? out.count - 1 : out.count)
        }
      }
      return out
    }
  }
}
