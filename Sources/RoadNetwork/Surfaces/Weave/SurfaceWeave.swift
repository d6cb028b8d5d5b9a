import Geometry
import VectorMath

/// One skin of triangles over the facets of all roads: neighbours share their vertices, so there is no crack.
///
/// The borders of all facets become a web in the plan (`PlanWeb`); each of its faces belongs to the facet that comes first
/// by priority, then order. Small enclosed faces that no facet covers are filled. At a node, faces of about one height
/// share it; where heights differ, as at kerbs, an upright wall stands between them. What is left open is the rim.
struct SurfaceWeave {
  struct Face {
    /// Index of the facet that the face shows; nil = filled.
    var facet: Int?
    /// Outer ring, then holes; counter-clockwise around the face.
    var rings: [[Int32]]
    /// Triangles as indices into the rings' corners, one ring after another.
    var triangles: [SIMD3<Int>]
    /// Heights of those corners.
    var heights: [Double]
    var corners: [Int32]

    func height(at node: Int32) -> Double? { corners.firstIndex(of: node).map { heights[$0] } }
  }

  /// An edge with the surface to its left and nothing to its right.
  struct RimEdge {
    var from: SurfaceVertex
    var to: SurfaceVertex
    var fromNode: Int32
    var toNode: Int32
    var road: Int
  }

  /// The rim's upright pieces, where its height changes at a node: the ends of kerbs and steps.
  private(set) var rimSteps: [RimSegment] = []

  /// Enclosed areas up to this many m² are filled.
  static let fillLimit = 90.0

  let facets: [Facet]
  private(set) var web = PlanWeb()
  private(set) var faces: [Face] = []
  private(set) var rim: [RimEdge] = []
  /// Face to the left of each half-edge; −1 = none.
  private(set) var left: [Int32] = []

  /// - Parameter facets: those that come first keep their place.
  init(_ facets: [Facet]) {
    self.facets = facets
    var wanted: [PlanWeb.Edge] = []
    // Nodes first, all of them: edges go through those that they meet.
    var rings: [[Int32]] = []
    for facet in facets {
      var ring: [Int32] = []
      for corner in facet.corners {
        guard let node = web.node(at: corner.position) else { continue }
        if ring.last != node { ring.append(node) }
      }
      if ring.count > 1, ring.first == ring.last { ring.removeLast() }
      rings.append(ring)
    }
    for ring in rings where ring.count > 1 {
      for i in ring.indices { wanted.append(.init(a: ring[i], b: ring[(i + 1) % ring.count])) }
    }
    web.add(wanted)
    let loops = web.loops()
    makeFaces(loops)
    WeaveHeights.settle(&faces, web, facets)
    WeaveHeights.untwist(&faces, web, left)
    makeRim(loops)
  }

  private mutating func makeFaces(_ loops: [PlanWeb.Loop]) {
    let cover = FacetIndex(facets)
    let holes = WeaveHoles.inner(loops, web)
    left = [Int32](repeating: -1, count: 2 * web.edges.count)
    for (i, loop) in loops.enumerated() where loop.area > 0 {
      let rings = [loop.nodes] + holes[i].map { loops[$0].nodes }
      let corners = rings.flatMap { $0 }
      func polygon(_ ring: [Int32]) -> Polygon { Polygon(ring.map { exact($0) }) }
      let triangles = Self.kept(polygon(rings[0]).triangulated(holes: rings.dropFirst().map { polygon($0) }))
      let square = PlanWeb.unit * PlanWeb.unit / 2
      let area = (loop.area + holes[i].reduce(0) { $0 + loops[$1].area }) * square
      var face = Face(
        facet: nil, rings: rings, triangles: triangles, heights: [Double](repeating: 0, count: corners.count),
        corners: corners)
      let probe = probe(face)
      face.facet = cover.first(at: probe.plan, near: probe.z)
      guard face.facet != nil || area <= Self.fillLimit else { continue }
      let index = Int32(faces.count)
      faces.append(face)
      for half in loop.halves + holes[i].flatMap({ loops[$0].halves }) { left[Int(half)] = index }
    }
    dropOpenFills()
  }

  /// The middle of the largest triangle, relative to the origin, and its height by the nodes.
  private func probe(_ face: Face) -> (plan: Vector2, z: Double) {
    var (best, largest) = (SIMD3(0, 0, 0), -1.0)
    for t in face.triangles {
      let (a, b, c) = (exact(face.corners[t.x]), exact(face.corners[t.y]), exact(face.corners[t.z]))
      let area = cross(b - a, c - a)
      if area > largest { (best, largest) = (t, area) }
    }
    guard !face.corners.isEmpty else { return (.zero, 0) }
    let nodes = [best.x, best.y, best.z].map { web.nodes[Int(face.corners[$0])] }
    return (
      nodes.reduce(.zero) { $0 + $1.plan } / 3, nodes.reduce(0) { $0 + $1.z } / 3
    )
  }

  /// In units, where differences and products of coordinates are exact.
  private func exact(_ node: Int32) -> Vector2 {
    Vector2(Double(web.nodes[Int(node)].x), Double(web.nodes[Int(node)].y))
  }

  private static func kept(_ triangles: [SIMD3<Int>]) -> [SIMD3<Int>] {
    triangles.filter { $0.x != $0.y && $0.y != $0.z && $0.z != $0.x }
  }

  /// A fill must be enclosed: of what remains open to the outside nothing is filled.
  private mutating func dropOpenFills() {
    var isFill = faces.map { $0.facet == nil }
    var changed = true
    while changed {
      changed = false
      for half in left.indices {
        let (face, other) = (left[half], left[half ^ 1])
        guard face >= 0, isFill[Int(face)], other < 0, web.isLive[half / 2] else { continue }
        isFill[Int(face)] = false
        changed = true
        for k in left.indices where left[k] == face { left[k] = -1 }
      }
    }
    // Faces keep their places, so that indices stay; the dropped ones show nothing.
    for i in faces.indices where faces[i].facet == nil && !isFill[i] {
      faces[i].triangles = []
    }
  }

  private mutating func makeRim(_ loops: [PlanWeb.Loop]) {
    let levels = WeaveLevels(self)
    for loop in loops {
      for (i, back) in loop.halves.enumerated() where left[Int(back)] < 0 {
        // Around the outside: the rim comes in along the next half-edge's other side and leaves along this one's.
        let next = loop.halves[(i + 1) % loop.halves.count]
        let (out, into) = (left[Int(back) ^ 1], left[Int(next) ^ 1])
        guard out >= 0, into >= 0 else { continue }
        let node = web.origin(Int(back) ^ 1)
        guard let from = faces[Int(into)].height(at: node), let to = faces[Int(out)].height(at: node),
          from != to
        else { continue }
        let plan = web.nodes[Int(node)].plan
        let heights = [min(from, to)] + levels.between(node, from, to) + [max(from, to)]
        let way = (from < to ? heights : heights.reversed()).map { Vector3(plan.x, plan.y, $0) }
        rimSteps += zip(way, way.dropFirst()).map { RimSegment(from: $0, to: $1) }
      }
    }
    for half in left.indices where left[half] >= 0 && left[half ^ 1] < 0 && web.isLive[half / 2] {
      let face = faces[Int(left[half])]
      let (a, b) = (web.origin(half), web.origin(half ^ 1))
      guard let from = vertex(face, a), let to = vertex(face, b) else { continue }
      let road = face.facet.map { facets[$0].road } ?? -1
      rim.append(RimEdge(from: from, to: to, fromNode: a, toNode: b, road: road))
    }
  }

  func vertex(_ face: Face, _ node: Int32) -> SurfaceVertex? {
    face.corners.firstIndex(of: node).map { vertex(face, corner: $0) }
  }

  func vertex(_ face: Face, corner: Int) -> SurfaceVertex {
    let plan = web.nodes[Int(face.corners[corner])].plan
    var v =
      face.facet.map { facets[$0].vertex(at: plan) }
      ?? SurfaceVertex(position: .zero, normal: Vector3(0, 0, 1), uv: plan)
    v.position = Vector3(plan.x, plan.y, face.heights[corner])
    return v
  }

  /// Adds all triangles and walls. Nothing grows where the ground lies deep below.
  func add(over field: TerrainField?, to builder: inout SurfaceMeshBuilder) {
    for face in faces {
      var kind = face.facet.map { facets[$0].kind } ?? .road
      let vertices = face.corners.indices.map { vertex(face, corner: $0) }
      if kind == .terrain, let field, BridgeDeck.isOpen(vertices, over: field) { kind = .bridge }
      for t in face.triangles { builder.add(vertices[t.x], vertices[t.y], vertices[t.z], kind) }
    }
    WeaveWalls.add(self, to: &builder)
  }
}

/// Finds the facets over a plan point.
struct FacetIndex {
  private let facets: [Facet]
  private var cells: [SIMD2<Int32>: [Int32]] = [:]
  private static let cellSize = 8.0

  init(_ facets: [Facet]) {
    self.facets = facets
    for (i, facet) in facets.enumerated() {
      let box = facet.box
      guard box.min.x.isFinite, box.max.y.isFinite, (box.max - box.min).x < 2000, (box.max - box.min).y < 2000
      else { continue }
      for y in Self.cell(box.min.y)...Self.cell(box.max.y) {
        for x in Self.cell(box.min.x)...Self.cell(box.max.x) {
          cells[SIMD2(x, y), default: []].append(Int32(i))
        }
      }
    }
  }

  /// The first facet in order that covers the point at about that height.
  func first(at p: Vector2, near z: Double) -> Int? {
    guard p.x.isFinite, p.y.isFinite else { return nil }
    for i in cells[SIMD2(Self.cell(p.x), Self.cell(p.y))] ?? [] {
      let facet = facets[Int(i)]
      if facet.covers(p), (facet.height(at: p) - z).magnitude < PlanWeb.storey { return Int(i) }
    }
    return nil
  }

  /// Whether anybody drives or walks at the point, lower than `ceiling`.
  func isTravelled(_ p: Vector2, below ceiling: Double) -> Bool {
    guard p.x.isFinite, p.y.isFinite else { return false }
    return (cells[SIMD2(Self.cell(p.x), Self.cell(p.y))] ?? []).contains {
      let facet = facets[Int($0)]
      return facet.kind != .terrain && facet.covers(p) && facet.height(at: p) < ceiling
    }
  }

  private static func cell(_ x: Double) -> Int32 { Int32(clamping: Int((x / cellSize).rounded(.down))) }
}

extension Facet {
  func covers(_ p: Vector2) -> Bool {
    corners.indices.allSatisfy {
      let a = corners[$0].plan
      return cross(corners[($0 + 1) % corners.count].plan - a, p - a) >= 0
    }
  }

  /// The facet's vertex at a plan point: of the triangle (of the two that a quad is drawn as) that holds it.
  func vertex(at p: Vector2) -> SurfaceVertex {
    guard corners.count >= 3 else {
      return corners.first ?? SurfaceVertex(position: .zero, normal: Vector3(0, 0, 1), uv: p)
    }
    var (a, b, c) = (corners[0], corners[1], corners[2])
    if corners.count == 4, cross(corners[2].plan - corners[0].plan, p - corners[0].plan) > 0 {
      (a, b, c) = (corners[0], corners[2], corners[3])
    }
    let area = cross(b.plan - a.plan, c.plan - a.plan)
    guard area.magnitude > 1e-12 else { return a }
    let v = cross(p - a.plan, c.plan - a.plan) / area
    let w = cross(b.plan - a.plan, p - a.plan) / area
    let normal = normalized(a.normal * (1 - v - w) + b.normal * v + c.normal * w)
    return SurfaceVertex(
      position: a.position * (1 - v - w) + b.position * v + c.position * w,
      normal: length(normal) > 0.5 ? normal : a.normal, uv: a.uv * (1 - v - w) + b.uv * v + c.uv * w)
  }
}
