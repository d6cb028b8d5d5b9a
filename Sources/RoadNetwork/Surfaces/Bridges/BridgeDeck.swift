import VectorMath

/// What makes a road that passes high above the ground a body: its underside, and along its edges parapets on walls that reach
/// down to the underside, or into the ground where that is nearer.
enum BridgeDeck {
  /// From the road to the underside, metres.
  static let thickness = 0.9
  /// Where the ground lies less deep than this below the road, verges close what is between, metres.
  private static let open = 1.2
  /// Of parapets above the road's edge, and their thickness, metres (RE-ING: 1.0 m and more beside traffic).
  private static let parapet = (height: 1.0, width: 0.3)
  /// Walls go into the ground by this, metres.
  private static let footing = 0.4

  /// Whether all of a face lies so high that its underside is free.
  static func isOpen(_ corners: [SurfaceVertex], over field: TerrainField) -> Bool {
    corners.allSatisfy { $0.position.z - field.height(at: $0.plan) > open }
  }

  static func add(_ weave: SurfaceWeave, over field: TerrainField, to builder: inout SurfaceMeshBuilder) {
    for face in weave.faces {
      let corners = face.corners.indices.map { weave.vertex(face, corner: $0) }
      // The underside ends where it lies in the earth.
      guard corners.contains(where: { $0.position.z - field.height(at: $0.plan) > open }) else {
        continue
      }
      let below = corners.map {
        SurfaceVertex(position: $0.position - Vector3(0, 0, thickness), normal: -$0.normal, uv: $0.uv)
      }
      for t in face.triangles { builder.add(below[t.z], below[t.y], below[t.x], .bridge) }
    }
  }

  static func add(_ side: RimSide, over field: TerrainField, to builder: inout SurfaceMeshBuilder) {
    guard side.isWall else { return }
    let a = Profile(side.edge.from, side.outward.from, field)
    let b = Profile(side.edge.to, side.outward.to, field)
    let (a4, b4) = (a.corners, b.corners)
    // Inside, top, outside, lip below.
    for k in 0..<4 {
      let j = (k + 1) % 4
      builder.add(flat: [a4[k], a4[j], b4[j], b4[k]])
    }
    if !side.isJoined.before { builder.add(flat: [a4[1], a4[0], a4[3], a4[2]]) }
    if !side.isJoined.behind { builder.add(flat: b4) }
  }

  /// The wall's section at a place of the edge: foot and top inside, top and foot outside.
  private struct Profile {
    let corners: [Vector3]

    init(_ edge: SurfaceVertex, _ outward: Vector2, _ field: TerrainField) {
      let out = Vector3(outward.x, outward.y, 0) * parapet.width
      let top = edge.position + Vector3(0, 0, parapet.height)
      let ground = field.height(at: edge.plan + outward * parapet.width) - footing
      let foot = max(edge.position.z - thickness, min(ground, edge.position.z - 0.2))
      let inner = Vector3(edge.position.x, edge.position.y, foot)
      corners = [inner, top, top + out, inner + out]
    }
  }
}

extension SurfaceMeshBuilder {
  /// A plane face of concrete, counter-clockwise as seen from the side that it shows, textured in metres.
  mutating func add(flat ring: [Vector3]) {
    guard ring.count >= 3 else { return }
    let normal = normalized(cross(ring[1] - ring[0], ring[2] - ring[0]))
    // Along the level line of the face, and down its steepest.
    let level = Vector3(-normal.y, normal.x, 0)
    let u = length(level) > 1e-3 ? normalized(level) : Vector3(1, 0, 0)
    let v = cross(normal, u)
    add(
      ring.map { SurfaceVertex(position: $0, normal: normal, uv: Vector2(dot($0, u), dot($0, v))) }, .bridge)
  }

  /// A body of concrete between two equal rings, the first counter-clockwise as seen from the second.
  mutating func add(body a: [Vector3], _ b: [Vector3]) {
    for k in a.indices where a.count == b.count {
      let j = (k + 1) % a.count
      add(flat: [a[k], a[j], b[j], b[k]])
    }
    add(flat: a.reversed())
    add(flat: b)
  }
}
