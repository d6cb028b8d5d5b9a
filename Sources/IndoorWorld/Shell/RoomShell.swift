import Assets
import Furniture
import Geometry
import InteriorSurfaces
import RoomGeometry
import VectorMath
import WorldModel

/// Floor, ceiling, walls and mouldings of one room, in world coordinates.
struct RoomShell {
  let plan: HomePlan
  let room: Int
  let finishes: HomeFinishes
  let sides: [RoomSide]
  /// The floor under what is built in, up to the walls: no skirting runs behind it.
  let builtIns: [FloorRectangle]
  /// What hangs below the flat ceiling.
  let below: RoomCeiling

  init(
    plan: HomePlan, room: Int, finishes: HomeFinishes, builtIns: [FloorRectangle] = [],
    below: RoomCeiling = .plain
  ) {
    self.builtIns = builtIns
    self.below = below
    self.plan = plan
    self.room = room
    self.finishes = finishes
    sides = plan.sides(of: room)
  }

  /// How far an architrave reaches onto the wall beside its opening, metres.
  static let architrave = 0.06

  private var finish: HomeFinishes.Room { finishes.rooms[room] }
  private var height: Double { plan.rooms[room].height }

  /// The floor, its boards along the longer side, and strips under the doors that `thresholds` names by wall.
  func floor(thresholds: [(wall: Int, opening: HomePlan.Opening)]) -> Asset {
    var b = AssetBuilder(name: "floor", nativeClass: "floor", mainPart: "floor")
    let outline = plan.rooms[room].outline
    let box = Box3(outline.map { Vector3($0.x, $0.y, 0) })
    let top = b.material(finish.floor.material, tile: finish.floor.tile)
    b.add(FaceGrid.level(outline, z: 0, up: true, turned: box.size.y > box.size.x), material: top)
    for (wall, opening) in thresholds {
      let w = plan.walls[wall]
      let middle = w.start + w.direction * ((opening.offset + opening.end) / 2)
      var bar = MeshBuilder.box(
        from: Vector3(-opening.width / 2 - 0.004, -w.thickness / 2 - 0.012, -0.02),
        to: Vector3(opening.width / 2 + 0.004, w.thickness / 2 + 0.012, 0.005), bevel: 0.003)
      bar.setUVs { Vector2($0.x, $0.y) }
      let d = w.direction
      let strip = threshold(
        between: finish.floor, (w.left == room ? w.right : w.left).map { finishes.rooms[$0].floor })
      b.add(
        bar.transformed(
          AffineTransform(
            linear: Matrix3(columns: Vector3(d.x, d.y, 0), Vector3(-d.y, d.x, 0), Vector3(0, 0, 1)),
            translation: Vector3(middle.x, middle.y, 0))),
        material: b.material(strip, tile: IndoorMaterial.woodTile),
        part: "threshold")
    }
    return b.asset()
  }

  /// Wood like the boards that meet it, a little darker where two floors meet; metal between floors of stone.
  private func threshold(between a: IndoorFinish, _ b: IndoorFinish?) -> Material {
    for floor in [a, b] {
      guard let wood = floor?.woodColour else { continue }
      return IndoorMaterial.wood(wood.mixed(finishes.palette.darkWood, a == b ? 0.1 : 0.35))
    }
    return IndoorMaterial.metal(.steel)
  }

  func ceiling() -> Asset {
    var b = AssetBuilder(name: "ceiling", nativeClass: "ceiling", mainPart: "ceiling")
    let finish = IndoorFinish.paint(finishes.ceiling)
    let paint = b.material(finish.material, tile: finish.tile)
    b.add(FaceGrid.level(plan.rooms[room].outline, z: height, up: false), material: paint)
    // The ducts of hoods go up to kitchens' ceilings; beams end in the walls.
    if finishes.hasCornice && self.finish.wainscotHeight < height && plan.rooms[room].kind != .kitchen
      && below.form != .beams
    {
      let path = plan.rooms[room].outline.map { Vector3($0.x, $0.y, height - below.drop) }
      b.add(
        .moulding(path, normal: Vector3(0, 0, 1), section: Cornice.section(1), isClosed: true),
        material: paint,
        part: "cornice")
    }
    return b.asset()
  }

  /// The border of a tray, or beams; `nil` below plain ceilings.
  func hanging() -> Asset? {
    CeilingUnit(
      ceiling: below, outline: plan.rooms[room].outline, height: height, finishes: finishes
    ).asset()
  }

  /// One asset a side; the longest blind side may have its own finish.
  func walls() -> [Asset] {
    let accent =
      finish.accent == nil
      ? nil
      : sides.indices.filter { sides[$0].holes.isEmpty && sides[$0].length > 2 }.max {
        sides[$0].length < sides[$1].length
      }
    return sides.indices.map { i in
      let side = sides[i]
      var b = AssetBuilder(name: "wall", nativeClass: "interior_wall", mainPart: "wall")
      let upper = i == accent ? finish.accent ?? finish.wall : finish.wall
      let paint = b.material(upper.material, tile: upper.tile)
      let limit =
        finish.wainscot == nil
        ? 0 : finish.wainscotHeight >= height - 0.2 ? height + 1 : finish.wainscotHeight
      if let tiles = finish.wainscot, limit > 0 {
        let material = b.material(tiles.material, tile: tiles.tile)
        b.add(
          WallFaces.face(side, height: height, extraLines: [limit]) { $1 < limit }, material: material,
          part: "tiles")
      }
      b.add(WallFaces.face(side, height: height, extraLines: [limit]) { $1 > limit }, material: paint)
      let reveal = limit > height ? finish.wainscot ?? upper : upper
      b.add(
        WallFaces.reveals(side, height: height, extraLines: [limit]),
        material: b.material(reveal.material, tile: reveal.tile), part: "reveal")
      return b.asset()
    }
  }

  /// The skirting, broken at doors; `nil` in rooms without.
  func skirting() -> Asset? {
    guard finish.hasSkirting else { return nil }
    var b = AssetBuilder(name: "skirting", nativeClass: "skirting", mainPart: "skirting")
    let paint = b.material(IndoorMaterial.lacquer(finishes.trim, roughness: 0.45))
    let h = finishes.skirtingHeight
    let section = [
      Vector2(-0.004, -0.004), Vector2(0.014, -0.004), Vector2(0.014, h - 0.012), Vector2(0.012, h - 0.005),
      Vector2(0.007, h), Vector2(-0.004, h),
    ]
    let runs = skirtingRuns()
    for run in runs.paths {
      b.add(
        .moulding(
          run.map { Vector3($0.x, $0.y, 0) }, normal: Vector3(0, 0, 1), section: section,
          isClosed: runs.isClosed),
        material: paint, crease: 0.5)
    }
    return runs.paths.isEmpty ? nil : b.asset()
  }

  /// How far skirtings stand out from the wall, metres.
  private static let skirtingDepth = 0.014

  /// What of a piece of the foot of a wall is not behind something built in.
  private func bare(
    _ piece: (from: Vector2, to: Vector2, breaksAfter: Bool)
  ) -> [(from: Vector2, to: Vector2, breaksAfter: Bool)] {
    let length = VectorMath.length(piece.to - piece.from)
    guard length > 1e-6 else { return [piece] }
    let d = (piece.to - piece.from) / length
    let strip = FloorRectangle(
      center: (piece.from + piece.to) / 2 + Vector2(-d.y, d.x) * (Self.skirtingDepth / 2), forward: d,
      half: Vector2(length / 2, Self.skirtingDepth / 2))
    let cuts = builtIns.filter { $0.overlaps(strip, slack: 1e-4) }.map { area -> ClosedRange<Double> in
      let along = dot(area.center - piece.from, d)
      return along - area.reach(d)...along + area.reach(d)
    }
    .sorted { $0.lowerBound < $1.lowerBound }
    var out: [(from: Vector2, to: Vector2, breaksAfter: Bool)] = []
    var u = 0.0
    for cut in cuts {
      if cut.lowerBound > u + 0.005 {
        out.append((piece.from + d * u, piece.from + d * cut.lowerBound, true))
      }
      u = max(u, cut.upperBound)
    }
    if u < length - 0.005 { out.append((piece.from + d * u, piece.to, piece.breaksAfter)) }
    return out
  }

  /// Paths along the foot of the walls, from door to door.
  private func skirtingRuns() -> (paths: [[Vector2]], isClosed: Bool) {
    var paths: [[Vector2]] = []
    var current: [Vector2] = []
    // Start behind a door, so that a run through the outline's first corner stays in one piece.
    var pieces: [(from: Vector2, to: Vector2, breaksAfter: Bool)] = []
    for side in sides {
      var u = 0.0
      for hole in side.holes where hole.opening.sill < finishes.skirtingHeight {
        if hole.opening.kind == .passage || hole.opening.kind == .balconyDoor {
          // It turns into the reveal.
          let depth = hole.opening.kind == .passage ? hole.depth : hole.depth - WindowUnit.frameDepth / 2
          pieces.append((at(side, u), at(side, hole.u0), false))
          pieces.append((at(side, hole.u0), at(side, hole.u0, depth), true))
          pieces.append((at(side, hole.u1, depth), at(side, hole.u1), false))
          u = hole.u1
        } else {
          pieces.append((at(side, u), at(side, max(u, hole.u0 - Self.architrave)), true))
          u = hole.u1 + Self.architrave
        }
      }
      pieces.append((at(side, min(u, side.length)), side.end, false))
    }
    if !builtIns.isEmpty {
      pieces = pieces.flatMap(bare)
      for i in pieces.indices
      where VectorMath.length(pieces[(i + 1) % pieces.count].from - pieces[i].to) > 1e-6 {
        pieces[i].breaksAfter = true
      }
      if pieces.isEmpty { return ([], false) }
    }
    guard let first = pieces.firstIndex(where: \.breaksAfter) else {
      return ([plan.rooms[room].outline], true)
    }
    for k in 1...pieces.count {
      let piece = pieces[(first + k) % pieces.count]
      if current.isEmpty { current.append(piece.from) }
      if VectorMath.length(piece.to - (current.last ?? piece.to)) > 1e-6 { current.append(piece.to) }
      if piece.breaksAfter {
        if current.count > 1 { paths.append(current) }
        current = []
      }
    }
    return (paths, false)
  }

  private func at(_ side: RoomSide, _ u: Double, _ depth: Double = 0) -> Vector2 {
    side.start + side.direction * u - side.normal * depth
  }
}
