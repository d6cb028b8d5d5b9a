import Assets
import Geometry
import VectorMath
import WorldModel

/// The outside of a home: outer faces with the outer halves of the reveals, roof, underside. With the faces of the
/// rooms it closes the walls all round.
struct Facade {
  let plan: HomePlan
  let finish: IndoorFinish
  /// World z of the lowest and highest edge, metres.
  let bottom: Double
  let top: Double

  func asset() -> Asset {
    var b = AssetBuilder(name: "facade", nativeClass: "building", mainPart: "facade")
    let plaster = b.material(finish.material, tile: finish.tile)
    let roof = b.material(BuildingMaterials.flatRoof, tile: 2)
    for side in sides {
      var us = [0, side.length]
      var vs = [bottom, top]
      for hole in side.holes {
        us += [hole.u0, hole.u1]
        vs += [hole.opening.sill, hole.opening.head]
      }
      let grid = FaceGrid(us: us, vs: vs, step: 4)
      b.add(
        grid.mesh(
          keeps: { u, v in
            !side.holes.contains { u > $0.u0 && u < $0.u1 && v > $0.opening.sill && v < $0.opening.head }
          }, texture: { Vector2($0, -$1) }, place: { outer(side, $0, $1) }), material: plaster)
      for hole in side.holes { b.add(reveal(side, hole, grid), material: plaster, part: "reveal") }
    }
    b.add(FaceGrid.level(plan.footprint, z: top, up: true, step: 4), material: roof, part: "roof")
    b.add(FaceGrid.level(plan.footprint, z: bottom, up: false, step: 4), material: roof, part: "underside")
    return b.asset()
  }

  /// Outer sides, seen from outside; `depth` of a hole is that of its outer reveal.
  private var sides: [RoomSide] {
    let ring = plan.footprint
    return ring.indices.map { i in
      let (a, b) = (ring[i], ring[(i + 1) % ring.count])
      let d = normalized(b - a)
      let out = Vector2(d.y, -d.x)
      var side = RoomSide(start: a, end: b, holes: [], isInnerStart: false, isInnerEnd: false)
      for (index, wall) in plan.walls.enumerated() where wall.isExterior {
        let isOutsideLeft = wall.left == nil
        let face = wall.face(left: isOutsideLeft, at: wall.length / 2)
        guard dot(wall.normal * (isOutsideLeft ? 1 : -1), out) > 0.999, dot(face - a, out).magnitude < 1e-6
        else {
          continue
        }
        let along = dot(face - a, d)
        guard along > 0, along < side.length else { continue }
        for var opening in wall.openings {
          opening.sill += wall.floor
          let p = dot(wall.face(left: isOutsideLeft, at: opening.offset) - a, d)
          let q = dot(wall.face(left: isOutsideLeft, at: opening.end) - a, d)
          side.holes.append(
            RoomSide.Hole(
              u0: min(p, q), u1: max(p, q), opening: opening, wall: index,
              depth: wall.thickness - HomePlan.frameDepth(wall.thickness)))
        }
      }
      return side
    }
  }

  private func outer(_ side: RoomSide, _ u: Double, _ v: Double, depth: Double = 0) -> Vector3 {
    side.point(u, v, depth: -depth)
  }

  /// All four sides: unlike indoors there is no floor at a door.
  private func reveal(_ side: RoomSide, _ hole: RoomSide.Hole, _ grid: FaceGrid) -> MeshBuilder {
    var b = MeshBuilder()
    let vs = grid.vs.filter { $0 >= hole.opening.sill - 1e-9 && $0 <= hole.opening.head + 1e-9 }
    let us = grid.us.filter { $0 >= hole.u0 - 1e-9 && $0 <= hole.u1 + 1e-9 }
    let depths = [0, hole.depth]
    for (u, flipped) in [(hole.u0, false), (hole.u1, true)] {
      b.append(
        FaceGrid(us: depths, vs: vs).mesh(
          flipped: flipped, texture: { Vector2($0, -$1) }, place: { outer(side, u, $1, depth: $0) }))
    }
    for (v, flipped) in [(hole.opening.sill, false), (hole.opening.head, true)] {
      b.append(
        FaceGrid(us: us, vs: depths).mesh(
          flipped: flipped, texture: { Vector2($0, $1) }, place: { outer(side, $0, v, depth: $1) }))
    }
    return b
  }
}
