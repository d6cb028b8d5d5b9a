import Assets
import Geometry
import VectorMath
import WorldModel

/// A stand-in for the shell: floors, walls and ceilings without detail.
extension HomeAssembly {
  mutating func addDraftShell(withCeilings: Bool) {
    for room in plan.rooms {
      let low = room.outline.reduce(Vector2(repeating: .infinity)) { Vector2(min($0.x, $1.x), min($0.y, $1.y)) }
      let high = room.outline.reduce(Vector2(repeating: -.infinity)) { Vector2(max($0.x, $1.x), max($0.y, $1.y)) }
      add(
        box("floor", Vector3(low.x, low.y, -0.05), Vector3(high.x, high.y, 0), Colour(0xc0a080)), .identity)
      if withCeilings {
        add(
          box(
            "ceiling", Vector3(low.x, low.y, room.height), Vector3(high.x, high.y, room.height + 0.1),
            Colour(0xf4f4f0)), .identity)
      }
    }
    for wall in plan.walls {
      var from = -wall.thickness / 2
      let end = wall.length + wall.thickness / 2
      func piece(_ a: Double, _ b: Double, _ low: Double, _ high: Double) {
        guard b > a && high > low else { return }
        let p = wall.start + wall.direction * a - wall.normal * (wall.thickness / 2)
        let q = wall.start + wall.direction * b + wall.normal * (wall.thickness / 2)
        add(
          box(
            "interior_wall", Vector3(min(p.x, q.x), min(p.y, q.y), low), Vector3(max(p.x, q.x), max(p.y, q.y), high),
            Colour(0xe8e4dc)), .identity)
      }
      for opening in wall.openings {
        if opening.isGlazed, wall.left != nil || wall.right != nil {
          let inward = wall.normal * (wall.left != nil ? 1 : -1)
          let c = wall.start + wall.direction * (opening.offset + opening.width / 2)
          let along = Vector2(inward.y, -inward.x) * (opening.width / 2)
          portals.append(
            SkyPortal(
              center: Vector3(c.x, c.y, opening.sill + opening.height / 2),
              halfU: Vector3(0, 0, opening.height / 2), halfV: Vector3(along.x, along.y, 0)))
        }
        piece(from, opening.offset, 0, 2.6)
        piece(opening.offset, opening.end, 0, opening.sill)
        piece(opening.offset, opening.end, opening.head, 2.6)
        from = opening.end
      }
      piece(from, end, 0, 2.6)
    }
  }

  private func box(_ name: String, _ a: Vector3, _ b: Vector3, _ colour: Colour) -> Asset {
    Asset(
      name: name, nativeClass: Ontology.named(name) ?? Ontology.classes[0],
      pieces: [Asset.Piece(mesh: MeshBuilder.box(from: a, to: b).mesh(), material: 0)],
      materials: [Material(name: name, baseColor: colour.linear)])
  }
}
