import Geometry
import RoadNetwork
import VectorMath
import WorldModel

/// Surfaces of a road map as assets, one a class.
enum SurfaceAssets {
  /// Classes in a fixed order; only those that are there.
  private static let classes = [
    "road", "parking", "sidewalk", "kerb", "terrain", "rail_track", "bridge", "road_mark",
  ]

  static func make(_ surfaces: RoadSurfaceSet) -> [Asset] {
    classes.compactMap { name -> Asset? in
      let meshes = surfaces.meshes.filter { $0.className == name && !$0.triangles.isEmpty }
      guard !meshes.isEmpty, let native = Ontology.named(name) else { return nil }
      var kinds: [SurfaceKind] = []
      for mesh in meshes where !kinds.contains(mesh.kind) { kinds.append(mesh.kind) }
      let materials = kinds.map { GroundMaterials.material($0) }
      let pieces = meshes.map { mesh -> Asset.Piece in
        let material = kinds.firstIndex(of: mesh.kind) ?? 0
        let tile = materials[material].tile
        return Asset.Piece(
          mesh: Mesh(
            positions: mesh.positions.map { Vector3f($0) }, normals: mesh.normals.map { Vector3f($0) },
            uvs: mesh.uvs.map { Vector2f($0 / tile) }, triangles: mesh.triangles),
          material: material)
      }
      return Asset(
        name: name, nativeClass: native, pieces: pieces, materials: materials.map(\.material),
        parts: ["surface"])
    }
  }
}
