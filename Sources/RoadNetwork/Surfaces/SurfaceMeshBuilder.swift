import VectorMath

/// Sorts triangles into square chunks by kind and shares equal vertices.
struct SurfaceMeshBuilder {
  private struct Key: Hashable {
    var x: Int
    var y: Int
    var kind: SurfaceKind
  }
  private struct Chunk {
    var mesh: SurfaceMesh
    var indices: [SurfaceVertex: UInt32] = [:]

    mutating func index(_ v: SurfaceVertex) -> UInt32 {
      if let known = indices[v] { return known }
      let new = UInt32(mesh.positions.count)
      mesh.positions.append(v.position)
      mesh.normals.append(v.normal)
      mesh.uvs.append(v.uv)
      indices[v] = new
      return new
    }
  }

  private let chunkSize: Double
  private var chunks: [Chunk] = []
  private var keys: [Key] = []
  private var slots: [Key: Int] = [:]

  init(chunkSize: Double) { self.chunkSize = max(1, chunkSize) }

  /// Adds a triangle; one without area (below 1e-9 m²) or with a coordinate that is not finite is left out.
  mutating func add(_ a: SurfaceVertex, _ b: SurfaceVertex, _ c: SurfaceVertex, _ kind: SurfaceKind) {
    let area = length(cross(b.position - a.position, c.position - a.position)) / 2
    guard area > 1e-9, area.isFinite else { return }
    let middle = (a.position + b.position + c.position) / 3
    let key = Key(
      x: Int((middle.x / chunkSize).rounded(.down)), y: Int((middle.y / chunkSize).rounded(.down)), kind: kind
    )
    let slot: Int
    if let known = slots[key] {
      slot = known
    } else {
      slot = chunks.count
      slots[key] = slot
      keys.append(key)
      chunks.append(
        Chunk(mesh: SurfaceMesh(kind: kind, positions: [], normals: [], uvs: [], triangles: [])))
    }
    let triangle = SIMD3(chunks[slot].index(a), chunks[slot].index(b), chunks[slot].index(c))
    // Equal vertices of a sliver may have become one.
    guard triangle.x != triangle.y, triangle.y != triangle.z, triangle.z != triangle.x else { return }
    chunks[slot].mesh.triangles.append(triangle)
  }

  /// A convex polygon as a fan.
  mutating func add(_ polygon: [SurfaceVertex], _ kind: SurfaceKind) {
    guard polygon.count >= 3 else { return }
    for i in 1..<(polygon.count - 1) { add(polygon[0], polygon[i], polygon[i + 1], kind) }
  }

  func finish() -> [SurfaceMesh] {
    keys.indices.sorted { i, j in
      let (a, b) = (keys[i], keys[j])
      if a.y != b.y { return a.y < b.y }
      if a.x != b.x { return a.x < b.x }
      return a.kind.rank < b.kind.rank
    }.map { chunks[$0].mesh }.filter { !$0.triangles.isEmpty }
  }
}
