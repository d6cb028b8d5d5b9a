import Geometry
import VectorMath
import WorldModel

/// Entities of `HomeScene`: plain faces with the names and attributes that generators of homes give.
struct HomeSceneBuilder {
  var entities: [Entity] = []

  private static let paint = Material(name: "paint")

  /// A flat four-cornered face, counter-clockwise from where it is seen.
  private struct Face {
    var corners: [Vector3]

    init(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) { corners = [a, b, c, d] }
  }

  private static func mesh(_ faces: [Face]) -> Mesh {
    var positions: [Vector3f] = []
    var normals: [Vector3f] = []
    var triangles: [SIMD3<UInt32>] = []
    for face in faces {
      let first = UInt32(positions.count)
      let c = face.corners
      let normal = Vector3f(normalized(cross(c[1] - c[0], c[2] - c[0])))
      positions += c.map { Vector3f($0) }
      normals += c.map { _ in normal }
      triangles += [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)]
    }
    return Mesh(
      positions: positions, normals: normals, uvs: positions.map { _ in Vector2f(0, 0) }, triangles: triangles
    )
  }

  private static func box(_ low: Vector3, _ high: Vector3) -> Mesh {
    func p(_ x: Int, _ y: Int, _ z: Int) -> Vector3 {
      Vector3(x == 0 ? low.x : high.x, y == 0 ? low.y : high.y, z == 0 ? low.z : high.z)
    }
    return mesh([
      Face(p(0, 0, 0), p(0, 1, 0), p(1, 1, 0), p(1, 0, 0)),
      Face(p(0, 0, 1), p(1, 0, 1), p(1, 1, 1), p(0, 1, 1)),
      Face(p(0, 0, 0), p(1, 0, 0), p(1, 0, 1), p(0, 0, 1)),
      Face(p(0, 1, 0), p(0, 1, 1), p(1, 1, 1), p(1, 1, 0)),
      Face(p(0, 0, 0), p(0, 0, 1), p(0, 1, 1), p(0, 1, 0)),
      Face(p(1, 0, 0), p(1, 1, 0), p(1, 1, 1), p(1, 0, 1)),
    ])
  }

  @discardableResult
  private mutating func add(
    _ name: String, _ category: String, _ meshes: [Mesh], at place: Vector3 = .zero,
    parts: [String] = ["body"],
    nodes: [Asset.Node] = [Asset.Node(name: "root")], fittings: Asset.Fittings = Asset.Fittings(),
    articulation: (any Articulating)? = nil, attributes: [(String, String)]
  ) -> UInt32 {
    let id = UInt32(entities.count + 1)
    let asset = Asset(
      name: category, nativeClass: Ontology.named(category) ?? Ontology.classes[0],
      pieces: meshes.enumerated().map {
        Asset.Piece(
          mesh: $1, node: min($0, nodes.count - 1), material: 0, part: min($0, parts.count - 1))
      }, materials: [Self.paint], parts: parts, nodes: nodes, fittings: fittings)
    entities.append(
      Entity(
        id: id, name: name, asset: asset,
        track: Track(still: RigidTransform(rotation: .identity, translation: place)),
        articulation: articulation, attributes: attributes.map { (name: $0.0, value: $0.1) }))
    return id
  }

  mutating func shell() {
    let h = HomeScene.height
    for (r, name, outline, boxes) in [
      (0, "living_room_0", HomeScene.livingRoom, [(Vector2(0, 0), Vector2(4, 3))]),
      (
        1, "bedroom_1", HomeScene.bedroom,
        [(Vector2(4.1, 0), Vector2(6.1, 3)), (Vector2(6.1, 0), Vector2(8.1, 1.8))]
      ),
    ] {
      let about = [("room", name)]
      func level(_ z: Double, up: Bool) -> [Face] {
        boxes.map { a, b in
          let c = [Vector3(a.x, a.y, z), Vector3(b.x, a.y, z), Vector3(b.x, b.y, z), Vector3(a.x, b.y, z)]
          return up ? Face(c[0], c[1], c[2], c[3]) : Face(c[0], c[3], c[2], c[1])
        }
      }
      add("\(name)_floor", "floor", [Self.mesh(level(0, up: true))], attributes: about)
      add("\(name)_ceiling", "ceiling", [Self.mesh(level(h, up: false))], attributes: about)
      for k in outline.indices {
        let (a, b) = (outline[k], outline[(k + 1) % outline.count])
        add(
          "\(name)_wall_\(k)", "interior_wall", [Self.mesh(Self.wall(a, b, hole: Self.hole(r, k)))],
          attributes: about)
      }
    }
  }

  /// Opening of a side, in metres along it and heights.
  private static func hole(_ room: Int, _ side: Int) -> (u0: Double, u1: Double, low: Double, high: Double)? {
    switch (room, side) {
    case (0, 1): (0.95, 1.85, 0, HomeScene.doorHeight)
    case (1, 5): (1.15, 2.05, 0, HomeScene.doorHeight)
    case (0, 2): (1, 2.2, 0.9, 2.1)
    default: nil
    }
  }

  /// The face of a side around its opening, and the sides of the opening as deep as half the wall.
  private static func wall(
    _ a: Vector2, _ b: Vector2, hole: (u0: Double, u1: Double, low: Double, high: Double)?
  ) -> [Face] {
    let l = length(b - a)
    let d = (b - a) / l
    let n = Vector2(-d.y, d.x)
    func p(_ u: Double, _ z: Double, _ depth: Double = 0) -> Vector3 {
      let q = a + d * u - n * depth
      return Vector3(q.x, q.y, z)
    }
    /// Seen from the room, u runs to the left.
    func face(_ u0: Double, _ u1: Double, _ z0: Double, _ z1: Double) -> [Face] {
      u1 > u0 && z1 > z0 ? [Face(p(u1, z0), p(u0, z0), p(u0, z1), p(u1, z1))] : []
    }
    let h = HomeScene.height
    guard let hole else { return face(0, l, 0, h) }
    let t = 0.05
    return face(0, hole.u0, 0, h) + face(hole.u1, l, 0, h) + face(hole.u0, hole.u1, 0, hole.low)
      + face(hole.u0, hole.u1, hole.high, h) + [
        Face(p(hole.u0, hole.low, t), p(hole.u0, hole.low), p(hole.u0, hole.high), p(hole.u0, hole.high, t)),
        Face(p(hole.u1, hole.low), p(hole.u1, hole.low, t), p(hole.u1, hole.high, t), p(hole.u1, hole.high)),
        Face(
          p(hole.u0, hole.high, t), p(hole.u0, hole.high), p(hole.u1, hole.high), p(hole.u1, hole.high, t)),
        Face(p(hole.u0, hole.low), p(hole.u0, hole.low, t), p(hole.u1, hole.low, t), p(hole.u1, hole.low)),
      ]
  }

  /// A lining 1 cm thick all through the wall, a threshold, and a leaf wide open.
  mutating func door() {
    let (t, w, h) = (0.05, 0.45, HomeScene.doorHeight)
    let lining = [
      Self.box(Vector3(-t, -w, 0), Vector3(t, -w + 0.01, h)),
      Self.box(Vector3(-t, w - 0.01, 0), Vector3(t, w, h)),
      Self.box(Vector3(-t, -w, h - 0.01), Vector3(t, w, h)),
      Self.box(Vector3(-t, -w, -0.01), Vector3(t, w, 0.001)),
    ]
    var fittings = Asset.Fittings()
    fittings.joints = [
      Asset.Joint(name: "leaf", node: 1, motion: .hinge(axis: Vector3(0, 0, 1), angle: 1.6))
    ]
    let id = UInt32(entities.count + 1)
    let pin = NodePose(translation: Vector3(t - 0.003, w - 0.01, 0))
    let asset = Asset(
      name: "door", nativeClass: Ontology.named("door") ?? Ontology.classes[0],
      pieces: lining.map { Asset.Piece(mesh: $0, material: 0) } + [
        Asset.Piece(
          mesh: Self.box(Vector3(-0.04, -0.875, 0.005), Vector3(0, -0.003, h - 0.015)), node: 1, material: 0,
          part: 1)
      ], materials: [Self.paint], parts: ["frame", "leaf"],
      nodes: [Asset.Node(name: "root"), Asset.Node(name: "leaf", parent: 0, rest: pin)], fittings: fittings)
    entities.append(
      Entity(
        id: id, name: "door_8_0", asset: asset,
        track: Track(
          still: RigidTransform(rotation: .identity, translation: Vector3(4.05, 1.4, 0))),
        articulation: OpenJoints(all: asset, open: 1), attributes: [(name: "opening", value: "hinged_door")]))
  }

  mutating func window() {
    add(
      "living_room_0_window_2_0", "window", [Self.box(Vector3(-0.6, -0.01, 0), Vector3(0.6, 0.01, 1.2))],
      at: Vector3(2.4, 3.05, 0.9), attributes: [("room", "living_room_0")])
  }

  /// A block whose origin is below its middle.
  @discardableResult
  mutating func thing(
    _ category: String, _ size: Vector3, at place: Vector3, room: Int, by support: String,
    supports: [Asset.Support] = []
  ) -> UInt32 {
    var fittings = Asset.Fittings()
    fittings.supports = supports
    let half = Vector3(size.x / 2, size.y / 2, 0)
    return add(
      "\(category)_\(entities.count + 1)", category, [Self.box(-half, half + Vector3(0, 0, size.z))],
      at: place,
      fittings: fittings, attributes: [("room", String(room)), ("supported_by", support)])
  }
}
