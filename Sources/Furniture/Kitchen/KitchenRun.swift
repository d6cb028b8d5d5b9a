import Assets
package import VectorMath
package import WorldModel

/// Kitchen units in a row along a wall, under one worktop, with cabinets on the wall above.
///
/// Frame of the run: x out of the wall, y along the wall (to the right of somebody who stands before it and looks at
/// the wall), z up, metres; the origin on the floor at the wall, in the middle of the run's length.
///
/// Two runs make an L: the one has a `.corner` at the end in the corner, whose last module is a corner cabinet; the
/// other `.meets` it there. Both lengths are measured from the corner of the room.
package struct KitchenRun: Sendable {
  /// A thing and where its origin is in the run's frame; not turned.
  package struct Piece: Sendable {
    /// The thing, in its own frame.
    package var asset: Asset
    /// Its origin, metres.
    package var at: Vector3
  }

  /// What is at an end of a run.
  package enum End: Sendable, Hashable {
    /// Nothing, or a wall.
    case open
    /// The corner of the room: this run fills it.
    case corner
    /// The corner of the room, filled by another run at a right angle: the last `kept` metres stay free for it.
    case meets
  }

  /// Metres along y.
  package var length: Double
  /// In order of increasing y. They begin at the end of least y, after what is kept free there.
  package var modules: [KitchenModule]
  /// One look for all: the pieces match because they share it.
  package var look: Look
  /// The ends of least and greatest y.
  package var low = End.open
  package var high = End.open
  /// Where windows are, along y: no cabinets hang there, and the panel ends at `sill` metres above the floor.
  package var windows: [ClosedRange<Double>] = []
  package var sill = 1.0
  /// The lower edge of a window, metres above the floor, in the wall that meets this run's in its corner: the panel on
  /// that wall ends below it.
  package var cornerSill = Double.infinity
  /// The room's height, metres: ducts of hoods end there.
  package var ceiling = 2.6
  /// Without them only the hood hangs on the wall.
  package var hasWallCabinets = true

  /// Metres that a run which meets another one leaves free at the corner.
  package static let kept = 0.65
  /// Metres from the wall to the front edge of the worktop: floor that a run takes (handles reach 4 cm farther).
  package static let depth = KitchenStyle.depth + KitchenStyle.overhang

  package init(
    length: Double, modules: [KitchenModule], look: Look, low: End = .open, high: End = .open
  ) {
    self.length = length
    self.modules = modules
    self.look = look
    self.low = low
    self.high = high
  }

  /// Where each module lies along y.
  package var places: [ClosedRange<Double>] {
    var y = -length / 2 + (low == .meets ? Self.kept : 0)
    return modules.map { module in
      defer { y += module.width }
      return y...(y + module.width)
    }
  }

  /// All things of the run.
  package var pieces: [Piece] {
    var out: [Piece] = []
    let places = places
    for (module, y) in zip(modules, places) { out += standing(module, y) }
    // The gap between the corner and the first door of a run that meets another.
    for (end, isLow) in [(low, true), (high, false)] where end == .meets {
      let edge = isLow ? -length / 2 + Self.kept : length / 2 - Self.kept
      let gap = Self.kept - Self.depth
      out.append(base(.filler, width: gap, at: edge + (isLow ? -gap / 2 : gap / 2)))
    }
    out += worktops(places)
    if hasWallCabinets {
      out += hanging(places)
    } else {
      for (module, y) in zip(modules, places) {
        if case .hob = module.kind, let hood = hood(y) { out.append(hood) }
      }
    }
    return out
  }

  // MARK: Below

  private func base(_ interior: KitchenBaseCabinet.Interior, width: Double, at y: Double) -> Piece {
    var cabinet = KitchenBaseCabinet(look)
    cabinet.width = width
    cabinet.interior = interior
    cabinet.hasTop = false
    return Piece(asset: cabinet.makeAsset(), at: Vector3(KitchenStyle.depth / 2, y, 0))
  }

  private func oven(at y: Double, z: Double) -> Piece {
    // Its front lies in the plane of the cabinets' fronts.
    let x = KitchenStyle.depth - KitchenStyle.frontThickness - 0.001 - (Oven.depth / 2 - 0.06)
    return Piece(asset: Oven(look).makeAsset(), at: Vector3(x, y, z))
  }

  private func standing(_ module: KitchenModule, _ range: ClosedRange<Double>) -> [Piece] {
    let y = (range.lowerBound + range.upperBound) / 2
    let w = module.width
    switch module.kind {
    case .drawers(let count): return [base(.drawers(count), width: w, at: y)]
    case .doors(let hasDrawer): return [base(.doors(hasDrawer: hasDrawer), width: w, at: y)]
    case .openShelf: return [base(.openShelf, width: w, at: y)]
    case .filler: return [base(.filler, width: w, at: y)]
    case .corner: return [base(.blindCorner(isAtHighEnd: y > 0), width: w, at: y)]
    case .sink:
      let z = KitchenStyle.topHeight - KitchenSink.rim
      return [
        base(.sink, width: w, at: y), Piece(asset: sink(w).makeAsset(), at: Vector3(Self.sinkX, y, z)),
      ]
    case .hob(let hasOven):
      var out = [base(hasOven ? .oven : .drawers(3), width: w, at: y)]
      if hasOven { out.append(oven(at: y, z: KitchenBaseCabinet.ovenHeight)) }
      out.append(
        Piece(asset: hob(w).makeAsset(), at: Vector3(Self.hobX, y, KitchenStyle.topHeight)))
      return out
    case .dishwasher:
      var machine = Dishwasher(look)
      machine.width = w - 0.002
      return [Piece(asset: machine.makeAsset(), at: Vector3(KitchenStyle.depth / 2, y, 0))]
    case .refrigerator:
      let fridge = Refrigerator(look, isNarrow: w < 0.9)
      // Before a window it stands off the sill.
      let gap = windows.contains { $0.overlaps(range) } ? 0.055 : 0.02
      return [Piece(asset: fridge.makeAsset(), at: Vector3(fridge.size.x / 2 + gap, y, 0))]
    case .ovenTower, .larder:
      var cabinet = KitchenTallCabinet(look)
      cabinet.width = w
      cabinet.hasOven = module.kind == .ovenTower
      let piece = Piece(asset: cabinet.makeAsset(), at: Vector3(KitchenStyle.depth / 2, y, 0))
      return cabinet.hasOven ? [piece, oven(at: y, z: KitchenTallCabinet.ovenHeight)] : [piece]
    }
  }

  private static let sinkX = 0.285
  private static let hobX = 0.305

  private func sink(_ width: Double) -> KitchenSink {
    var sink = KitchenSink(look)
    sink.size.y = min(sink.size.y, width - 0.06)
    return sink
  }

  private func hob(_ width: Double) -> Hob {
    var hob = Hob(look)
    hob.width = min(hob.width, width - 0.02)
    return hob
  }

  // MARK: On top

  private func worktops(_ places: [ClosedRange<Double>]) -> [Piece] {
    var out: [Piece] = []
    var i = 0
    while i < modules.count {
      guard !modules[i].isTall else {
        i += 1
        continue
      }
      var j = i
      while j + 1 < modules.count && !modules[j + 1].isTall { j += 1 }
      var (a, b) = (places[i].lowerBound, places[j].upperBound)
      if i == 0 && low == .meets { a -= Self.kept - Self.depth }
      if j == modules.count - 1 && high == .meets { b += Self.kept - Self.depth }
      out.append(worktop(a...b, i...j, places))
      i = j + 1
    }
    return out
  }

  private func worktop(
    _ span: ClosedRange<Double>, _ range: ClosedRange<Int>, _ places: [ClosedRange<Double>]
  )
    -> Piece
  {
    var counter = KitchenCounter(look)
    let middle = (span.lowerBound + span.upperBound) / 2
    counter.length = span.upperBound - span.lowerBound
    for i in range {
      let y = (places[i].lowerBound + places[i].upperBound) / 2 - middle
      let (x, size): (Double, Vector2)
      switch modules[i].kind {
      case .sink: (x, size) = (Self.sinkX, sink(modules[i].width).cutOut)
      case .hob: (x, size) = (Self.hobX, Vector2(Hob.depth - 0.04, hob(modules[i].width).width - 0.04))
      default: continue
      }
      let center = Vector2(x - Self.depth / 2, y)
      counter.cutOuts.append(.init(low: center - size / 2, high: center + size / 2))
    }
    // The panel reaches up to the wall cabinets, below windows to their sill.
    let full = KitchenStyle.wallLow - KitchenStyle.topHeight - 0.002
    let low = max(0.05, min(full, sill - KitchenStyle.topHeight - 0.03))
    var splashes: [KitchenCounter.Splash] = []
    var cuts = [span.lowerBound, span.upperBound]
    for window in windows { cuts += [window.lowerBound, window.upperBound] }
    cuts = cuts.filter { span.contains($0) }.sorted()
    for (a, b) in zip(cuts, cuts.dropFirst()) where b - a > 0.005 {
      let isWindow = windows.contains { $0.contains((a + b) / 2) }
      splashes.append(.init(y: (a - middle)...(b - middle), height: isWindow ? low : full))
    }
    counter.splashes = splashes
    let side = max(0, min(full, cornerSill - KitchenStyle.topHeight - 0.03))
    if range.lowerBound == 0 && self.low == .corner { counter.returns.x = side }
    if range.upperBound == modules.count - 1 && high == .corner { counter.returns.y = side }
    return Piece(
      asset: counter.makeAsset(), at: Vector3(Self.depth / 2, middle, KitchenStyle.baseHeight))
  }

  // MARK: On the wall

  private func hood(_ range: ClosedRange<Double>) -> Piece? {
    guard !windows.contains(where: { $0.overlaps(range) }) else { return nil }
    var hood = RangeHood(look)
    hood.width = min(max(0.5, range.upperBound - range.lowerBound - 0.004), 0.9)
    hood.height = ceiling - Self.hoodHeight
    return Piece(
      asset: hood.makeAsset(),
      at: Vector3(0, (range.lowerBound + range.upperBound) / 2, Self.hoodHeight))
  }

  /// Metres from the floor to a hood's lower edge.
  private static let hoodHeight = 1.55

  private func hanging(_ places: [ClosedRange<Double>]) -> [Piece] {
    var out: [Piece] = []
    func hang(_ y: ClosedRange<Double>, from z: Double, _ front: KitchenWallCabinet.Front) {
      guard y.upperBound - y.lowerBound > 0.14, !windows.contains(where: { $0.overlaps(y) }) else { return }
      var cabinet = KitchenWallCabinet(look)
      cabinet.width = y.upperBound - y.lowerBound
      cabinet.height = KitchenStyle.wallHigh - z
      cabinet.front = front
      out.append(
        Piece(asset: cabinet.makeAsset(), at: Vector3(0, (y.lowerBound + y.upperBound) / 2, z)))
    }
    let special = look.variation.choice("special wall cabinet", of: max(3, modules.count))
    for (i, module) in modules.enumerated() {
      var y = places[i]
      let blind = KitchenStyle.wallDepth + 0.02
      let reach = Self.kept - blind
      if i == 0 && low == .meets { y = (y.lowerBound - reach)...y.upperBound }
      if i == modules.count - 1 && high == .meets { y = y.lowerBound...(y.upperBound + reach) }
      switch module.kind {
      case .hob: if let hood = hood(places[i]) { out.append(hood) }
      case .ovenTower, .larder: break
      case .refrigerator:
        let top = Refrigerator(look, isNarrow: module.width < 0.9).size.z + 0.06
        if KitchenStyle.wallHigh - top > 0.27 { hang(y, from: top, .doors) }
      case .corner:
        guard y.upperBound - y.lowerBound > blind else { break }
        let isHigh = y.lowerBound + y.upperBound > 0
        let edge = isHigh ? y.upperBound - blind : y.lowerBound + blind
        hang(isHigh ? edge...y.upperBound : y.lowerBound...edge, from: KitchenStyle.wallLow, .blind)
        hang(isHigh ? y.lowerBound...edge : edge...y.upperBound, from: KitchenStyle.wallLow, .doors)
      default:
        let isSpecial = i == special && look.variation.choice("special kind", of: 3) > 0
        hang(
          y, from: KitchenStyle.wallLow,
          isSpecial ? (look.variation.choice("special kind", of: 3) == 1 ? .glass : .open) : .doors)
      }
    }
    return out
  }
}
