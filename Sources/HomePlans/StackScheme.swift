import RandomStreams
import WorldModel

/// Lays out one storey of a stack in its frame.
struct StackScheme {
  let frame: StackFrame
  /// Hallway and stairwell left out.
  let kinds: [RoomKind]
  let isEntered: Bool

  private struct Item {
    var kind: RoomKind
    var target: Double
    /// Square steps up to the middle of walls.
    var area: Double {
      let side = target.squareRoot() + 0.1
      return side * side * 100
    }
    var isSmall: Bool { RoomRules.of(kind).leastFacade == 0 }
  }

  /// A room, perhaps with a small one in a corner at the corridor.
  private struct Cell {
    var host: Item
    var niche: Item?
    var isNicheFirst = false
    var area: Double { host.area + (niche?.area ?? 0) }
  }

  /// A part of a band between the stairs, the ways in and the ends.
  private struct Part {
    var isTop: Bool
    var from: Int
    var to: Int
    /// Beyond the band.
    var reach = 0
    /// Holds one room on every storey.
    var isWing = false
    var cells: [Cell] = []
    var width: Int { to - from }
    func depth(_ frame: StackFrame) -> Int { (isTop ? frame.top : frame.bottom) + reach }
    func free(_ frame: StackFrame) -> Double {
      Double(width) - cells.reduce(0) { $0 + $1.area } / Double(depth(frame))
    }
  }

  /// A layout as chance has it, or `nil` when it does not fit together.
  func layout(_ chance: inout RandomStream) -> PlanLayout? {
    var hall: [PlanRect] = []
    var layout = PlanLayout()
    var span = (from: 0, to: frame.length)
    var parts: [Part] = []
    // The door of the home is at an end of the corridor, or at an arm of it across from the stairs.
    var arm: ClosedRange<Int>?
    var isOpen = (left: false, right: false)
    if isEntered {
      if chance.bool(probability: 0.55) {
        let width = chance.integer(in: 13...18)
        let room = frame.length - width
        let middle = (frame.stairs.lowerBound + frame.stairs.upperBound) / 2
        let from = max(0, min(room, middle - width / 2 + chance.integer(in: -25...25)))
        arm = from...from + width
        let rect = PlanRect(from, 0, from + width, frame.bottom)
        hall.append(rect)
        layout.entrance = PlanRect(rect.x0, 0, rect.x1, 0)
      } else {
        isOpen = chance.bool() ? (true, false) : (false, true)
        let x = isOpen.left ? 0 : frame.length
        layout.entrance = PlanRect(x, frame.bottom, x, frame.near)
      }
    }
    for isTop in [true, false] {
      var taken = [isTop ? frame.stairs : arm].compactMap { $0 }
      for wing in frame.wings where wing.isTop == isTop {
        let from = wing.isLeft ? 0 : frame.length - wing.width
        taken.append(from...from + wing.width)
        parts.append(
          Part(isTop: isTop, from: from, to: from + wing.width, reach: wing.reach, isWing: true))
      }
      taken.sort { $0.lowerBound < $1.lowerBound }
      guard zip(taken, taken.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else { return nil }
      var x = 0
      for range in taken + [frame.length...frame.length] {
        if range.lowerBound - x >= 11 {
          parts.append(Part(isTop: isTop, from: x, to: range.lowerBound))
        } else if range.lowerBound > x {
          return nil
        }
        x = range.upperBound
      }
    }
    guard fill(&parts, hall: hall, &chance) else { return nil }

    // Ends of the corridor that nobody comes in by are closed off by a whole room of either band.
    parts.sort { ($0.isTop ? 0 : 1, $0.from) < ($1.isTop ? 0 : 1, $1.from) }
    func cap(isLeft: Bool) -> Int? {
      guard !(isLeft ? isOpen.left : isOpen.right), chance.bool(probability: 0.8) else { return nil }
      let ends = parts.indices.filter { k in
        let cells = parts[k].cells
        guard let cell = isLeft ? cells.first : cells.last, cell.niche == nil, !cell.host.isSmall else {
          return false
        }
        return isLeft ? parts[k].from == 0 : parts[k].to == frame.length
      }
      return chance.choose(ends)
    }
    let caps = (left: cap(isLeft: true), right: cap(isLeft: false))
    var zones: [PlanZone] = []
    for k in parts.indices {
      guard
        let placed = place(
          parts[k], capsLeft: caps.left == k, capsRight: caps.right == k, first: zones.count + 2)
      else { return nil }
      zones += placed.zones
      span = (max(span.from, placed.span.from), min(span.to, placed.span.to))
    }
    guard span.to - span.from >= 14, hall.allSatisfy({ $0.x0 >= span.from && $0.x1 <= span.to }),
      frame.stairs.lowerBound >= span.from, frame.stairs.upperBound <= span.to
    else { return nil }
    hall.insert(PlanRect(span.from, frame.bottom, span.to, frame.near), at: 0)
    // One bath stays open to all.
    var left = kinds.count { $0 == .bathroom } - 1
    for k in zones.indices where zones[k].isSuite || zones[k].suiteOf != nil {
      if left <= 0 { (zones[k].isSuite, zones[k].suiteOf) = (false, nil) }
      left -= 1
    }
    let shaft = frame.shaft
    layout.zones =
      [
        PlanZone(kind: .hallway, rects: hall, target: 0),
        PlanZone(kind: .stairwell, rects: [shaft], target: Double(shaft.area) / 100 * 0.94),
      ] + zones
    return layout
  }

  /// Divides the rooms among the parts, each to where most is free; false where a part stays empty or does not fit.
  private func fill(_ parts: inout [Part], hall: [PlanRect], _ chance: inout RandomStream) -> Bool {
    let floor = parts.reduce(0) { $0 + $1.width * $1.depth(frame) }
    var items = kinds.map { Item(kind: $0, target: RoomRules.of($0).area * chance.uniform(0.88, 1.14)) }
    if let k = items.firstIndex(where: { $0.kind == .bedroom }) { items[k].target *= 1.2 }
    // Small rooms grow less than large ones.
    let (small, large) = (items.filter(\.isSmall), items.filter { !$0.isSmall })
    let growth =
      (Double(floor) - small.reduce(0) { $0 + $1.area }) / max(1, large.reduce(0) { $0 + $1.area })
    guard (0.62...1.8).contains(growth) else { return false }
    for i in items.indices { items[i].target *= items[i].isSmall ? max(0.8, min(1.2, growth)) : growth }
    var cells: [Cell] = []
    var niches = items.filter(\.isSmall)
    chance.shuffle(&niches)
    for item in items where !item.isSmall {
      var cell = Cell(host: item)
      if item.kind != .kitchen, item.target > 10, !niches.isEmpty, chance.bool(probability: 0.45) {
        cell.niche = niches.removeLast()
        cell.isNicheFirst = chance.bool()
      }
      cells.append(cell)
    }
    cells += niches.map { Cell(host: $0) }
    chance.shuffle(&cells)
    // Wings first, with rooms that suit them; then the largest to where most is free.
    for k in parts.indices where parts[k].isWing {
      let wanted = Double(parts[k].width * parts[k].depth(frame))
      let whole = cells.indices.filter { !cells[$0].host.isSmall && cells[$0].niche == nil }
      guard
        let i = whole.min(by: {
          (cells[$0].area / wanted - 1).magnitude < (cells[$1].area / wanted - 1).magnitude
        })
      else { return false }
      parts[k].cells = [cells.remove(at: i)]
    }
    let noise = cells.map { $0.area * chance.uniform(0.6, 1.4) }
    let order = cells.indices.sorted { noise[$0] > noise[$1] }
    for i in order {
      let open = parts.indices.filter { !parts[$0].isWing }
      let free = open.map {
        parts[$0].free(frame) * Double(parts[$0].depth(frame)) * chance.uniform(0.8, 1.25)
      }
      guard let best = free.indices.max(by: { free[$0] < free[$1] }) else { return false }
      if chance.bool() {
        parts[open[best]].cells.append(cells[i])
      } else {
        parts[open[best]].cells.insert(cells[i], at: 0)
      }
    }
    return parts.allSatisfy { part in
      guard !part.cells.isEmpty else { return false }
      let wanted = part.cells.reduce(0) { $0 + $1.area } / Double(part.depth(frame))
      return (0.66...1.5).contains(Double(part.width) / max(1, wanted))
    }
  }

  /// The zones of a part, and how far its rooms leave the corridor open.
  ///
  /// - Parameter first: the number of its first zone in the layout.
  private func place(_ part: Part, capsLeft: Bool, capsRight: Bool, first: Int) -> (
    zones: [PlanZone], span: (from: Int, to: Int)
  )? {
    var zones: [PlanZone] = []
    var span = (from: 0, to: frame.length)
    let depth = part.depth(frame)
    let total = part.cells.reduce(0) { $0 + $1.area }
    var x = part.from
    for (i, cell) in part.cells.enumerated() {
      let isLast = i == part.cells.count - 1
      let width = isLast ? part.to - x : Int((cell.area / total * Double(part.width)).rounded())
      guard width >= 11 else { return nil }
      let isCap = (i == 0 && capsLeft) || (isLast && capsRight)
      var rect =
        part.isTop
        ? PlanRect(x, frame.near, x + width, frame.depth + part.reach)
        : PlanRect(x, -part.reach, x + width, frame.bottom)
      x += width
      if isCap {
        if part.isTop { rect.y0 = frame.bottom } else { rect.y1 = frame.near }
        if i == 0 && capsLeft { span.from = rect.x1 }
        if isLast && capsRight { span.to = rect.x0 }
      }
      guard let niche = cell.niche else {
        zones.append(PlanZone(kind: cell.host.kind, rects: [rect], target: cell.host.target))
        zones[zones.count - 1].isSuite = cell.host.kind == .bathroom && isSuite
        continue
      }
      // The small room stands in the corner at the corridor; what is behind it must be of use.
      let least = Int(RoomRules.of(niche.kind).leastWidth * 10) + 1
      let nicheWidth = max(least, Int((niche.area / Double(max(10, depth - 14))).rounded(.up)))
      let nicheDepth = max(least, Int((niche.area / Double(nicheWidth)).rounded()))
      guard depth - nicheDepth >= 13, width - nicheWidth >= 22 else { return nil }
      let nx = cell.isNicheFirst ? rect.x0 : rect.x1 - nicheWidth
      let (low, high) =
        part.isTop
        ? (rect.y0, rect.y0 + nicheDepth) : (rect.y1 - nicheDepth, rect.y1)
      let small = PlanRect(nx, low, nx + nicheWidth, high)
      let arm = PlanRect(
        nx, part.isTop ? high : rect.y0, nx + nicheWidth, part.isTop ? rect.y1 : low)
      let main = PlanRect(
        cell.isNicheFirst ? nx + nicheWidth : rect.x0, rect.y0, cell.isNicheFirst ? rect.x1 : nx, rect.y1)
      zones.append(PlanZone(kind: cell.host.kind, rects: [main, arm], target: cell.host.target))
      zones.append(PlanZone(kind: niche.kind, rects: [small], target: niche.target))
      if niche.kind == .bathroom && cell.host.kind == .bedroom && isSuite {
        zones[zones.count - 1].suiteOf = first + zones.count - 2
      }
    }
    return (zones, span)
  }

  /// Whether bathrooms beyond the first of this storey may belong to a bedroom.
  private var isSuite: Bool { kinds.count { $0 == .bathroom } > 1 }
}
