import RandomStreams
import WorldModel

/// Homes along a corridor: a band of rooms on either side of it, and at its ends the outdoors, a room of a band that
/// closes it off, or a block of rooms as deep as the house. An arm of the corridor may lead out through a band.
///
/// x runs along the corridor, with the living side at small x. Grid steps of 0.1 m.
struct SpineScheme {
  var programme: HomeProgramme
  /// All rooms are made larger by this than wished for.
  var scale: Double

  private enum End { case open, block, capTop, capBottom }

  /// A room to be placed.
  private struct Item {
    var kind: RoomKind
    var target: Double
    var isSuite = false
    /// Square steps up to the middle of walls.
    var area: Double {
      let side = target.squareRoot() + 0.1
      return side * side * 100
    }
  }

  /// A piece of a band: one room, perhaps with a small one in a corner at the corridor.
  private struct Cell {
    var host: Item
    var niche: Item?
    var isNicheFirst = false
    var isArm = false
    /// The niche takes the whole width at the corridor, the host what lies behind it.
    var isStack = false
    var area: Double { host.area + (niche?.area ?? 0) }

    /// The fewest steps along the corridor; 0 where any will do.
    var leastWidth: Double {
      let rules = RoomRules.of(host.kind)
      guard isStack || (niche == nil && rules.leastFacade == 0) else { return 0 }
      let ofNiche = niche.map { RoomRules.of($0.kind).leastWidth } ?? 0
      return max(rules.leastWidth, ofNiche) * 10 + 1
    }

    /// Steps along the corridor in a band of that depth.
    func width(_ depth: Double) -> Double { max(area / depth, leastWidth) }
  }

  /// What a cell takes of its band's length, by depth.
  private struct Stretch {
    var area: Double
    var least: Double
    /// How much deeper it is than its band.
    var deeper: Double

    static func length(_ stretches: [Stretch], depth: Double) -> Double {
      var sum = 0.0
      for one in stretches { sum += max(one.area / (depth + one.deeper), one.least) }
      return sum
    }
  }

  /// A layout as chance has it, or `nil` when it does not fit together.
  func layout(_ chance: inout RandomStream) -> PlanLayout? {
    var living = Item(kind: .livingRoom, target: 0)
    var items = rooms(&chance, living: &living)
    let corridor = chance.integer(in: 12...15)
    let hasBlock = chance.bool(probability: programme.outline == .rectangular ? 0.5 : 0.65)
    let bedrooms = programme.bedrooms
    var left: End = hasBlock ? .block : chance.bool(probability: 0.55) ? .capTop : .open
    var right: End
    switch chance.uniform() {
    case ..<0.3: right = left == .open ? .capBottom : .open
    case ..<0.6: right = .capBottom
    case ..<0.8: right = .capTop
    default: right = bedrooms >= 3 && programme.bathrooms > 1 ? .block : left == .open ? .capTop : .open
    }
    if left == .open && right == .open { right = .capBottom }
    let needsArm = left != .open && right != .open

    // Blocks at the ends.
    var leftBlock: [Item] = []
    var rightBlock: [Item] = []
    var top: [Cell] = []
    var bottom: [Cell] = []
    func take(_ kind: RoomKind) -> Item? {
      guard let i = items.firstIndex(where: { $0.kind == kind }) else { return nil }
      return items.remove(at: i)
    }
    let isKitchenFirst = chance.bool()
    let dayKinds: [RoomKind] = isKitchenFirst ? [.kitchen, .diningRoom] : [.diningRoom, .kitchen]
    if left == .block {
      leftBlock = [living]
      if chance.bool(probability: 0.55) {
        for kind in dayKinds where leftBlock.count == 1 {
          if let other = take(kind) { leftBlock.append(other) }
        }
      }
    } else {
      top.append(Cell(host: living))
    }
    for kind in dayKinds {
      guard let item = take(kind) else { continue }
      if left == .block && chance.bool(probability: 0.4) || left == .capTop && chance.bool(probability: 0.4) {
        bottom.append(Cell(host: item))
      } else {
        top.append(Cell(host: item))
      }
    }
    let dayCells = (top.count, bottom.count)
    if right == .block, let master = take(.bedroom) {
      rightBlock = [master]
      guard let i = items.firstIndex(where: \.isSuite) else { return nil }
      rightBlock.append(items.remove(at: i))
    }

    // Bedrooms and the like, each to the band that is shorter so far, small rooms into corners of theirs.
    var small = items.filter { RoomRules.of($0.kind).leastFacade == 0 }
    var large = items.filter { RoomRules.of($0.kind).leastFacade > 0 }
    chance.shuffle(&small)
    chance.shuffle(&large)
    func extent(_ band: [Cell]) -> Double { band.reduce(0) { $0 + $1.area } * chance.uniform(0.75, 1.25) }
    for item in large {
      var cell = Cell(host: item)
      let wanted = small.firstIndex { $0.isSuite && item.kind == .bedroom } ?? small.indices.last
      if let k = wanted, item.target > 9.5, chance.bool(probability: small.count > 2 ? 0.55 : 0.4) {
        cell.niche = small.remove(at: k)
        cell.isNicheFirst = chance.bool()
      }
      if extent(top) < extent(bottom) { top.append(cell) } else { bottom.append(cell) }
    }
    // Others share a piece of a band, or have one of their own.
    var shared: [Cell] = []
    while let item = small.popLast() {
      var cell = Cell(host: item)
      if chance.bool(probability: 0.55),
        let k = small.firstIndex(where: { item.isSuite || item.kind != .bathroom ? !$0.isSuite : true })
      {
        let other = small.remove(at: k)
        // A second bathroom lies behind, at the bedroom beside it.
        let isBehind = item.isSuite || other.kind == .bathroom && !other.isSuite
        cell = Cell(host: isBehind ? item : other, niche: isBehind ? other : item, isStack: true)
      }
      shared.append(cell)
    }
    for cell in shared {
      if extent(top) < extent(bottom) {
        top.insert(cell, at: chance.integer(in: min(dayCells.0, top.count)...top.count))
      } else {
        bottom.insert(cell, at: chance.integer(in: min(dayCells.1, bottom.count)...bottom.count))
      }
    }
    if needsArm {
      let arm = Cell(host: Item(kind: .hallway, target: 0), isArm: true)
      if chance.bool() {
        top.insert(arm, at: min(top.count, max(left == .block ? 0 : 1, dayCells.0)))
      } else {
        bottom.insert(arm, at: min(bottom.count, dayCells.1))
      }
    }
    guard !top.isEmpty, !bottom.isEmpty else { return nil }
    // Rooms that close the corridor off are whole ones.
    if right == .capTop { Self.close(&top) }
    if right == .capBottom { Self.close(&bottom) }
    guard !(right == .capTop && (top.last?.isArm ?? true)),
      !(right == .capBottom && (bottom.last?.isArm ?? true)),
      !(left == .capTop && right == .capTop && top.count < 2)
    else { return nil }
    let armWidth = chance.integer(in: 14...18)

    let reach = reaches(&chance)
    /// How far a cell reaches out beyond its band: at the ends alone, where no block does it instead.
    func reachOut(isTop: Bool, _ i: Int, of count: Int) -> Int {
      if i == 0 && left != .block { return isTop ? reach.0 : reach.1 }
      if i == count - 1 && right != .block { return isTop ? reach.2 : reach.3 }
      return 0
    }

    // Depths: the first band's is drawn, the other's follows from its length.
    let isTopFirst = extent(top) > extent(bottom)
    func stretches(_ band: [Cell], isTop: Bool) -> [Stretch] {
      band.indices.map { i in
        let isCap =
          isTop && (i == 0 && left == .capTop || i == band.count - 1 && right == .capTop)
          || !isTop && i == band.count - 1 && right == .capBottom
        let cell = band[i]
        return Stretch(
          area: cell.isArm ? 0 : cell.area, least: cell.isArm ? Double(armWidth) : cell.leastWidth,
          deeper: Double((isCap ? corridor : 0) + reachOut(isTop: isTop, i, of: band.count)))
      }
    }
    let drawn = chance.uniform(29, 46)
    let run = Stretch.length(stretches(isTopFirst ? top : bottom, isTop: isTopFirst), depth: drawn).rounded()
    let other = stretches(isTopFirst ? bottom : top, isTop: !isTopFirst)
    var (low, high) = (12.0, 80.0)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if Stretch.length(other, depth: middle) > run {
        low = middle
      } else {
        high = middle
      }
    }
    let depths = (
      top: (isTopFirst ? drawn : low).rounded(), bottom: (isTopFirst ? low : drawn).rounded()
    )
    guard depths.top >= 21, depths.top <= 60, depths.bottom >= 21, depths.bottom <= 60 else { return nil }
    let (dB, dT, m) = (Int(depths.bottom), Int(depths.top), Int(run))
    let whole = dB + corridor + dT

    // Bands.
    var layout = PlanLayout()
    var hall: [PlanRect] = []
    var span = (from: 0, to: m)
    func place(_ band: [Cell], isTop: Bool) -> Bool {
      var x = 0
      let depth = isTop ? dT : dB
      for i in band.indices {
        let cell = band[i]
        let isLeftCap = isTop && i == 0 && left == .capTop
        let isRightCap = i == band.count - 1 && right == (isTop ? .capTop : .capBottom)
        let isCap = isLeftCap || isRightCap
        let out = cell.isArm ? 0 : reachOut(isTop: isTop, i, of: band.count)
        let full = Double((isCap ? depth + corridor : depth) + out)
        var w = cell.isArm ? armWidth : Int(cell.width(full).rounded())
        if i == band.count - 1 { w = m - x }
        guard w >= 11 else { return false }
        let near = isTop ? dB + corridor : dB
        let (y0, y1) =
          isTop
          ? (isCap ? dB : dB + corridor, whole + out) : (-out, isCap ? dB + corridor : dB)
        let rect = PlanRect(x, y0, x + w, y1)
        x += w
        if isLeftCap { span.from = x }
        if isRightCap { span.to = x - w }
        if cell.isArm {
          hall.append(rect)
          layout.entrance =
            isTop ? PlanRect(rect.x0, rect.y1, rect.x1, rect.y1) : PlanRect(rect.x0, 0, rect.x1, 0)
          continue
        }
        guard let niche = cell.niche else {
          layout.zones.append(PlanZone(kind: cell.host.kind, rects: [rect], target: cell.host.target))
          if cell.host.isSuite { layout.zones[layout.zones.count - 1].isSuite = true }
          continue
        }
        guard !isCap else { return false }
        if cell.isStack {
          let nd = Int((niche.area / Double(w)).rounded())
          let cut = isTop ? near + nd : near - nd
          let (front, back) =
            isTop
            ? (PlanRect(rect.x0, near, rect.x1, cut), PlanRect(rect.x0, cut, rect.x1, rect.y1))
            : (PlanRect(rect.x0, cut, rect.x1, near), PlanRect(rect.x0, rect.y0, rect.x1, cut))
          for (item, r) in [(cell.host, back), (niche, front)] {
            layout.zones.append(PlanZone(kind: item.kind, rects: [r], target: item.target))
            layout.zones[layout.zones.count - 1].isSuite = item.isSuite
          }
          continue
        }
        // The small room stands in a corner of the cell at the corridor.
        let least = Int(RoomRules.of(niche.kind).leastWidth * 10) + 1
        let nw = max(least, Int((niche.area / Double(max(10, depth + out - 14))).rounded(.up)))
        let nd = Int((niche.area / Double(nw)).rounded())
        let nx = cell.isNicheFirst ? rect.x0 : rect.x1 - nw
        var small = PlanRect(nx, near, nx + nw, near + nd)
        var arm = PlanRect(nx, near + nd, nx + nw, rect.y1)
        if !isTop {
          small = PlanRect(nx, dB - nd, nx + nw, dB)
          arm = PlanRect(nx, rect.y0, nx + nw, dB - nd)
        }
        let main = PlanRect(
          cell.isNicheFirst ? nx + nw : rect.x0, rect.y0, cell.isNicheFirst ? rect.x1 : nx, rect.y1)
        // What is left beside it must be of use.
        if depth + out - nd < 13 {
          guard depth + out - nd < 5 else { return false }
          small.y0 = rect.y0
          small.y1 = rect.y1
          layout.zones.append(PlanZone(kind: cell.host.kind, rects: [main], target: cell.host.target))
        } else {
          layout.zones.append(PlanZone(kind: cell.host.kind, rects: [main, arm], target: cell.host.target))
        }
        layout.zones.append(
          PlanZone(
            kind: niche.kind, rects: [small], target: niche.target,
            suiteOf: niche.isSuite ? layout.zones.count - 1 : nil))
      }
      return true
    }
    guard place(top, isTop: true), place(bottom, isTop: false) else { return nil }
    guard span.to - span.from >= 11, hall.allSatisfy({ $0.x0 >= span.from && $0.x1 <= span.to }) else {
      return nil
    }
    hall.insert(PlanRect(span.from, dB, span.to, dB + corridor), at: 0)
    if left == .open { layout.entrance = PlanRect(0, dB, 0, dB + corridor) }
    if right == .open { layout.entrance = PlanRect(m, dB, m, dB + corridor) }
    layout.zones.insert(PlanZone(kind: .hallway, rects: hall, target: 0), at: 0)
    for i in layout.zones.indices { layout.zones[i].suiteOf = layout.zones[i].suiteOf.map { $0 + 1 } }

    // Blocks, perhaps deeper than the bands.
    func block(_ items: [Item], isLeft: Bool, up: Int, down: Int) -> Bool {
      guard let first = items.first else { return true }
      let tall = whole + up + down
      let w = Int((items.reduce(0) { $0 + $1.area } / Double(tall)).rounded())
      guard w >= 20 else { return false }
      let (x0, x1) = isLeft ? (-w, 0) : (m, m + w)
      guard items.count > 1 else {
        layout.zones.append(
          PlanZone(kind: first.kind, rects: [PlanRect(x0, -down, x1, whole + up)], target: first.target))
        return true
      }
      let share = Int((items[1].area / Double(w)).rounded())
      let isAbove = chance.bool()
      let cut = isAbove ? whole + up - share : share - down
      // The corridor leads into the first room.
      guard isAbove ? cut >= dB + corridor : cut <= dB else { return false }
      let (low, high) = (PlanRect(x0, -down, x1, cut), PlanRect(x0, cut, x1, whole + up))
      layout.zones.append(
        PlanZone(kind: first.kind, rects: [isAbove ? low : high], target: first.target))
      layout.zones.append(
        PlanZone(
          kind: items[1].kind, rects: [isAbove ? high : low], target: items[1].target,
          suiteOf: items[1].isSuite ? layout.zones.count - 1 : nil))
      return true
    }
    guard block(leftBlock, isLeft: true, up: reach.0, down: reach.1),
      block(rightBlock, isLeft: false, up: reach.2, down: reach.3)
    else { return nil }
    return layout
  }

  /// Moves a large room without others in its corners to the end of a band, if there is one.
  private static func close(_ band: inout [Cell]) {
    func isWhole(_ cell: Cell) -> Bool {
      !cell.isArm && cell.niche == nil && RoomRules.of(cell.host.kind).leastFacade > 0
    }
    guard let last = band.last, !isWhole(last),
      let i = band.lastIndex(where: { isWhole($0) && $0.host.kind != .livingRoom })
    else { return }
    band.append(band.remove(at: i))
  }

  /// The rooms wished for, their areas scaled to the programme's; the living room apart.
  private func rooms(_ chance: inout RandomStream, living: inout Item) -> [Item] {
    var items: [Item] = []
    for kind in [RoomKind.kitchen, .diningRoom, .bedroom, .bathroom, .study, .laundry, .storage] {
      for i in 0..<programme.count(kind) {
        var target = RoomRules.of(kind).area * chance.uniform(0.9, 1.12)
        if kind == .bedroom && i == 0 { target *= 1.25 }
        if kind == .bathroom && i > 0 { target *= 0.82 }
        items.append(Item(kind: kind, target: target, isSuite: kind == .bathroom && i == 1))
      }
    }
    var target = RoomRules.of(.livingRoom).area * chance.uniform(0.9, 1.15)
    if !programme.hasKitchen { target *= 1.25 }
    // The corridor takes a tenth; small rooms grow less than large ones.
    let wish = programme.area * scale * 0.9
    let fixed = items.filter { RoomRules.of($0.kind).leastFacade == 0 }.reduce(0) { $0 + $1.target }
    let loose = target + items.reduce(0) { $0 + $1.target } - fixed
    let growth = max(0.62, min(1.6, (wish - fixed) / loose))
    let smallGrowth = max(0.8, min(1.25, (growth + 1) / 2))
    living = Item(kind: .livingRoom, target: target * growth)
    return items.map {
      var item = $0
      item.target *= RoomRules.of($0.kind).leastFacade == 0 ? smallGrowth : growth
      return item
    }
  }

  /// How far the ends of the home reach beyond the bands: left up and down, right up and down.
  private func reaches(_ chance: inout RandomStream) -> (Int, Int, Int, Int) {
    let a = chance.integer(in: 9...26)
    let b = chance.integer(in: 9...26)
    let (isLeft, isUp) = (chance.bool(probability: 0.65), chance.bool())
    switch programme.outline {
    case .rectangular: return (0, 0, 0, 0)
    case .l: return isLeft ? (isUp ? (a, 0, 0, 0) : (0, a, 0, 0)) : isUp ? (0, 0, a, 0) : (0, 0, 0, a)
    case .u: return isUp ? (a, 0, a, 0) : (0, a, 0, a)
    case .t: return isLeft ? (a, a, 0, 0) : (0, 0, a, a)
    case .irregular: return isUp ? (a, 0, 0, b) : (0, a, b, 0)
    }
  }
}
