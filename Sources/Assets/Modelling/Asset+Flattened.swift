import Geometry
import VectorMath
package import WorldModel

extension Asset {
  /// This asset as it stands at rest, in one node and one piece a material: what never moves is drawn faster so.
  /// Keypoints, skins and fittings are left out; levels stay.
  package var flattened: Asset { flat(levels: levels.map { Level($0.asset.flat(), error: $0.error) }) }

  private func flat(levels: [Level] = []) -> Asset {
    let transforms = objectFromNodes(restPoses)
    let pieces = materials.indices.compactMap { material -> Piece? in
      let own = self.pieces.filter { $0.material == material && $0.skin == nil }
      guard !own.isEmpty else { return nil }
      let hasUVs = own.contains { !$0.mesh.uvs.isEmpty }
      var positions: [Vector3f] = []
      var normals: [Vector3f] = []
      var uvs: [Vector2f] = []
      var triangles: [SIMD3<UInt32>] = []
      for piece in own {
        let t = transforms[piece.node]
        let first = UInt32(positions.count)
        positions += piece.mesh.positions.map { Vector3f(t * Vector3($0)) }
        normals += piece.mesh.normals.map { Vector3f(normalized(t.linear * Vector3($0))) }
        if hasUVs {
          uvs +=
            piece.mesh.uvs.isEmpty
            ? [Vector2f](repeating: .zero, count: piece.mesh.positions.count) : piece.mesh.uvs
        }
        triangles += piece.mesh.triangles.map { $0 &+ SIMD3(repeating: first) }
      }
      return Piece(
        mesh: Mesh(positions: positions, normals: normals, uvs: uvs, triangles: triangles),
        material: material)
    }
    return Asset(
      name: name, nativeClass: nativeClass, pieces: pieces, materials: materials, levels: levels)
  }
}
