import Geometry
import VectorMath
package import WorldModel

extension Asset {
  /// An asset with its coarser makings, by the same code.
  ///
  /// - Parameters:
  ///   - empty: name, class and main part.
  ///   - looseness: multiplies the errors: leaves tell less of where they are than a body.
  ///   - build: adds the geometry; the same materials, parts and nodes in the same order for each fineness.
  package static func levelled(
    _ empty: AssetBuilder, skeleton: String = "", looseness: Double = 1,
    _ build: (inout AssetBuilder, Fineness) -> Void
  ) -> Asset {
    var builder = empty
    build(&builder, .fine)
    let fine = builder.asset(skeleton: skeleton)
    var levels: [Level] = []
    for fineness in [Fineness.middle, .coarse] {
      builder.clearGeometry()
      build(&builder, fineness)
      levels.append(Level(builder.asset(skeleton: skeleton), error: looseness * fineness.error))
    }
    return fine.with(levels: levels)
  }

  /// This asset with levels more, made of its coarsest: vertices that lie in one cell of a grid become one.
  ///
  /// A closed surface stays closed, for every edge goes with its ends. Nothing moves farther than the error that a level
  /// states, whatever its nodes do, and the box around each node's geometry stays as it is. What is thinner than a cell may
  /// vanish: it is thinner than the error too, but an asset of thin tubes should not be made so.
  /// - Parameter cells: widths of the grids' cells, metres, ascending.
  package func withClusters(_ cells: [Double]) -> Asset {
    guard skins.isEmpty, pieces.allSatisfy({ $0.mesh.deformation == nil }) else { return self }
    let coarsest = levels.last
    return with(
      levels: levels
        + cells.map { cell in
          let (asset, moved) = (coarsest?.asset ?? self).clustered(cell)
          return Level(asset, error: moved + (coarsest?.error ?? 0))
        })
  }

  /// - Returns: the asset and how far its farthest moved vertex went, metres.
  private func clustered(_ cell: Double) -> (Asset, moved: Double) {
    var moved = 0.0
    var made: [Piece?] = pieces.map { _ in nil }
    for node in nodes.indices {
      let own = pieces.indices.filter { pieces[$0].node == node }
      guard !own.isEmpty else { continue }
      let clusters = VertexClusters(own.map { pieces[$0].mesh }, cell: cell)
      moved = max(moved, clusters.moved)
      for (k, i) in own.enumerated() {
        guard let mesh = clusters.mesh(k) else { continue }
        var piece = pieces[i]
        piece.mesh = mesh
        made[i] = piece
      }
    }
    let asset = Asset(
      name: name, nativeClass: nativeClass, pieces: made.compactMap { $0 }, materials: materials,
      parts: parts, nodes: nodes, keypoints: keypoints, skeleton: skeleton, fittings: fittings)
    return (asset, moved)
  }
}

/// The vertices of some meshes of one frame, those in one cell of a grid made one.
private struct VertexClusters {
  private let meshes: [Mesh]
  /// The cluster of each mesh's vertices.
  private var clusters: [[Int]] = []
  private var places: [Vector3f] = []
  private(set) var moved = 0.0

  init(_ meshes: [Mesh], cell: Double) {
    self.meshes = meshes
    var box = Box3()
    for mesh in meshes {
      box.insert(mesh.bounds.min)
      box.insert(mesh.bounds.max)
    }
    let middle = (box.min + box.max) / 2
    var known: [SIMD3<Int32>: Int] = [:]
    for mesh in meshes {
      clusters.append(
        mesh.positions.map { p in
          let q = ((Vector3(p) - middle) / cell).rounded(.toNearestOrAwayFromZero)
          let key = SIMD3<Int32>(q)
          if let found = known[key] {
            // The farthest out stands for all, so outlines stay where they are.
            if length(Vector3(p) - middle) > length(Vector3(places[found]) - middle) { places[found] = p }
            return found
          }
          known[key] = places.count
          places.append(p)
          return places.count - 1
        })
    }
    // The box's sides lie where a vertex does: there its cluster goes.
    for (mesh, ids) in zip(meshes, clusters) {
      for (p, id) in zip(mesh.positions, ids) {
        for axis in 0..<3 where Double(p[axis]) == box.min[axis] || Double(p[axis]) == box.max[axis] {
          places[id][axis] = p[axis]
        }
      }
    }
    for (mesh, ids) in zip(meshes, clusters) {
      for (p, id) in zip(mesh.positions, ids) { moved = max(moved, length(Vector3(p) - Vector3(places[id]))) }
    }
  }

  /// What a mesh becomes; `nil` when all of it fell into too few cells.
  func mesh(_ k: Int) -> Mesh? {
    let mesh = meshes[k]
    var corners: [SIMD2<Int>: UInt32] = [:]
    var positions: [Vector3f] = []
    var uvs: [Vector2f] = []
    var colors: [SIMD4<Float>] = []
    var triangles: [SIMD3<UInt32>] = []
    for t in mesh.triangles {
      let from = [Int(t.x), Int(t.y), Int(t.z)]
      let ids = from.map { clusters[k][$0] }
      guard ids[0] != ids[1], ids[1] != ids[2], ids[2] != ids[0] else { continue }
      let p = ids.map { Vector3(places[$0]) }
      // Corners are shared by faces that look one way, so normals are those of the new faces and edges stay edges.
      let side = Self.side(cross(p[1] - p[0], p[2] - p[0]))
      let corner = zip(from, ids).map { vertex, id -> UInt32 in
        if let known = corners[SIMD2(id, side)] { return known }
        let new = UInt32(positions.count)
        corners[SIMD2(id, side)] = new
        positions.append(places[id])
        if !mesh.uvs.isEmpty { uvs.append(mesh.uvs[vertex]) }
        if !mesh.colors.isEmpty { colors.append(mesh.colors[vertex]) }
        return new
      }
      triangles.append(SIMD3(corner[0], corner[1], corner[2]))
    }
    guard !triangles.isEmpty else { return nil }
    return Mesh(positions: positions, uvs: uvs, colors: colors, triangles: triangles)
  }

  /// Which of the six sides of a box a face belongs to.
  private static func side(_ n: Vector3) -> Int {
    let m = Vector3(n.x.magnitude, n.y.magnitude, n.z.magnitude)
    let axis = m.x >= m.y && m.x >= m.z ? 0 : m.y >= m.z ? 1 : 2
    return 2 * axis + (n[axis] < 0 ? 1 : 0)
  }
}
