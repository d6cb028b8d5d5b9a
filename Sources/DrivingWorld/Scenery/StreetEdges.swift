import Assets
import RandomStreams
import RoadNetwork
import Streetscape
import Traffic
import VectorMath
import WorldModel

/// What lies between pavements and houses: hedges, walls and fences with gates, drives, walls across gaps in rows.
struct StreetEdges {
  let scenery: SceneryPlacement
  let character: StreetCharacter
  private let palette = BoundaryPalette.shared

  init(scenery: SceneryPlacement, character: StreetCharacter) {
    self.scenery = scenery
    self.character = character
  }

  func place(
    _ fronts: [BuildingRows.Front], isFurnished: Bool, free: inout FootprintIndex, _ draws: inout Draws
  ) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    var drives = PavedStrips()
    for front in fronts where !character.isRow {
      var chance = draws.stream("\(front.side.path)/\(Int(front.start * 10))")
      let isLeft = chance.bool()
      let width = character == .industrial ? 7.0 : chance.uniform(2.7, 3.4)
      let kind = chance.integer(in: 0..<palette.kinds(character).count)
      let isOpen = character == .suburban && chance.bool(probability: 0.2)
      let margin = character == .industrial ? 4.0 : 2.4
      let (from, to) = (max(0, front.start - margin), min(front.side.length, front.end + margin))
      let gate =
        isLeft ? (front.start + 0.3, front.start + 0.3 + width) : (front.end - 0.3 - width, front.end - 0.3)
      drive(front, gate, &drives)
      let path = (front.start + front.end) / 2
      let door = (path - 0.6, path + 0.6)
      if character == .suburban { drive(front, door, &drives) }
      guard isFurnished, !isOpen else { continue }
      let model = palette.kinds(character)[kind]
      var cuts = [from, gate.0, gate.1, to]
      if character == .suburban, door.0 > gate.1 + 0.5 || door.1 < gate.0 - 0.5 { cuts += [door.0, door.1] }
      cuts.sort()
      for k in stride(from: 0, to: cuts.count - 1, by: 2) {
        run(front.side, cuts[k], cuts[k + 1], offset: 0.35, model, &free, &out)
      }
    }
    for front in fronts where front.setback > front.line + 3 && character.isRow {
      let middle = (front.start + front.end) / 2
      drive(front, (middle - 2.4, middle + 2.4), &drives)
    }
    if character.isRow, isFurnished { out += gaps(fronts, &free) }
    let (material, tile) = GroundMaterials.material(.sidewalk)
    let item = drives.item("drive", native: "sidewalk", material, tile: tile, around: scenery.region.center)
    return out + (item.map { [$0] } ?? [])
  }

  /// Pieces of a boundary end to end, as many as fit between two places.
  private func run(
    _ side: RoadSides.Side, _ a: Double, _ b: Double, offset: Double, _ model: Asset,
    _ free: inout FootprintIndex,
    _ out: inout [SceneryPlacement.Item]
  ) {
    let piece = GardenBoundary.length
    var at = a
    // Metres along the road are not metres along its edge, in bends.
    while at < b, let here = scenery.sides.place(side, at) {
      let next = scenery.sides.place(side, min(b, at + 1))
      let way = next.map { length(($0.point + $0.outward3 * offset) - (here.point + here.outward3 * offset)) }
      let step = piece / max(0.3, (way ?? 1) / max(0.05, min(b, at + 1) - at))
      let middle = at + step / 2
      at += step
      guard at <= b + 0.02, let place = scenery.sides.place(side, middle) else { break }
      let p = Vector2(place.point.x, place.point.y) + place.outward * offset
      let facing = -place.outward
      var print = Footprint(
        center: p, forward: facing, half: Vector2(0.2, piece / 2 - 0.06), low: -.infinity, high: .infinity)
      guard scenery.region.contains(p), free.isFree(print),
        let heights = scenery.ground.heights(under: print, step: 0.5, on: [.terrain]),
        heights.upperBound - heights.lowerBound < 0.35, (heights.lowerBound - place.point.z).magnitude < 2
      else { continue }
      print.low = heights.lowerBound - 0.5
      print.high = heights.lowerBound + 2
      free.insert(print)
      out.append(
        SceneryPlacement.Item(
          asset: model,
          pose: RigidTransform(
            rotation: Quaternion(yaw: DeterministicMath.atan2(facing.y, facing.x)),
            translation: Vector3(p.x, p.y, heights.lowerBound)), scale: 1))
    }
  }

  /// A way from the pavement to the house, over the ground as it lies.
  private func drive(_ front: BuildingRows.Front, _ span: (Double, Double), _ strips: inout PavedStrips) {
    guard let a = scenery.sides.place(front.side, span.0), let b = scenery.sides.place(front.side, span.1),
      let za = scenery.pavementHeight(a), let zb = scenery.pavementHeight(b)
    else { return }
    let count = max(2, Int(front.setback + 0.8))
    let reach = front.setback + 0.25
    var last: (Vector3, Vector3)?
    for k in 0...count {
      let d = reach * Double(k) / Double(count)
      var edge: [Vector3] = []
      for (place, z) in [(a, za), (b, zb)] {
        let p = Vector2(place.point.x, place.point.y) + place.outward * (k == 0 ? -0.005 : d)
        guard let spot = scenery.ground.spot(p) else { return }
        guard k == 0 || spot.kind == .terrain else { return }
        edge.append(Vector3(p.x, p.y, k == 0 ? z + 0.002 : max(spot.height + 0.03, z - 0.12 * d)))
      }
      let next = (edge[0], edge[1])
      if let last { strips.add(last.0, next.0, next.1, last.1) }
      last = next
    }
  }

  /// Walls across gaps between the houses of a row.
  private func gaps(_ fronts: [BuildingRows.Front], _ free: inout FootprintIndex) -> [SceneryPlacement.Item] {
    var out: [SceneryPlacement.Item] = []
    for (a, b) in zip(fronts, fronts.dropFirst()) where a.side.path == b.side.path {
      let width = b.start - a.end
      guard width > 2.1, width < 26 else { continue }
      run(a.side, a.end, b.start, offset: a.line + 0.2, palette.rowWall, &free, &out)
    }
    for front in fronts where front.setback > front.line + 3 {
      let middle = (front.start + front.end) / 2
      run(front.side, front.start, middle - 2.5, offset: front.line + 0.2, palette.compoundWall, &free, &out)
      run(front.side, middle + 2.5, front.end, offset: front.line + 0.2, palette.compoundWall, &free, &out)
    }
    return out
  }
}

/// Pieces of garden boundaries, made once.
struct BoundaryPalette: Sendable {
  let rowWall: Asset
  let compoundWall: Asset
  private let suburban: [Asset]
  private let industrial: [Asset]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = BoundaryPalette()

  private init() {
    rowWall = GardenBoundary(kind: .plasterWall).makeAsset()
    compoundWall = GardenBoundary(kind: .railing).makeAsset()
    suburban = [
      GardenBoundary(kind: .hedge, variant: 1), GardenBoundary(kind: .hedge, variant: 2),
      GardenBoundary(kind: .brickWall, variant: 1), GardenBoundary(kind: .picketFence),
      GardenBoundary(kind: .railing),
      GardenBoundary(kind: .brickWall, variant: 2), GardenBoundary(kind: .panelFence),
    ].map { $0.makeAsset() }
    industrial = [GardenBoundary(kind: .meshFence), GardenBoundary(kind: .railing)].map { $0.makeAsset() }
  }

  func kinds(_ character: StreetCharacter) -> [Asset] { character == .industrial ? industrial : suburban }
}
