import Assets
import VectorMath

/// What stands out of walls: plinths, courses, cornices, rain pipes.
extension BuildingWork {
  mutating func addTrim() {
    let wall = front
    let width = wall.width
    addPlinth()
    // In a row nothing reaches into the neighbour's air.
    let left = plot.hasLeftNeighbour ? 0.0 : -1.0
    let right = plot.hasRightNeighbour ? 0.0 : 1.0
    for course in design.courses where rows.indices.contains(course.storey + 1) && course.height > 0 {
      let z = rows[course.storey + 1]
      asset.add(
        Self.box(
          wall, u: (left * course.out + 0.001, width + right * course.out - 0.001),
          z: (z - 0.04, z - 0.04 + course.height),
          out: (-0.02, course.out), bevel: 0.012), material: trim)
    }
    let cornice = design.cornice
    if cornice.height > 0.01 {
      for (k, part) in [(1.0, 0.5), (0.55, 1.0)].enumerated() {
        let h = cornice.height / 2
        let z = top - (k == 0 ? h : 2 * h)
        let out = cornice.out * part.0
        asset.add(
          Self.box(
            wall, u: (left * out + 0.001, width + right * out - 0.001), z: (z, z + h - 0.001),
            out: (-0.02, out)),
          material: trim)
      }
    }
    guard design.drainPipes else { return }
    let metal = Surfacing.metal(Colour(chance.pick("pipe", [0x7d8285, 0x8a6a4a, 0x565b5e] as [UInt32])))
      .index(in: &asset)
    let u = chance.unit("pipe side") < 0.5 ? 0.18 : width - 0.18
    let out = max(0.1, (design.courses.map(\.out).max() ?? 0) + 0.07)
    let p = wall.point(u, level, depth: -out)
    asset.add(
      .tube([p, Vector3(p.x, p.y, top - cornice.height - 0.05)], radius: 0.05, sides: 8), material: metal,
      part: "pipe")
  }

  /// Bands of stone at the feet of the walls, left out where doors are.
  private mutating func addPlinth() {
    guard design.plinth > 0.05 else { return }
    let wall = front
    var from = 0.0
    var gaps: [(Double, Double)] = []
    for opening in shell.walls[0].openings[0].compactMap(\.self) where opening.bottom < level + design.plinth
    {
      gaps.append((opening.left - 0.02, opening.right + 0.02))
    }
    for gap in gaps + [(wall.width, wall.width)] {
      if gap.0 - from > 0.06 {
        asset.add(
          Self.box(wall, u: (from + 0.001, gap.0 - 0.001), z: (0, level + design.plinth), out: (-0.02, 0.03)),
          material: trim)
      }
      from = gap.1
    }
  }
}
