import Geometry
import RoadNetwork
import VectorMath
import WorldModel

/// Ground laid over the green: strips of quadrilaterals in map coordinates, one thing of the world.
struct PavedStrips {
  private var positions: [Vector3] = []
  private var uvs: [Vector2] = []
  private var triangles: [SIMD3<UInt32>] = []

  /// Adds a quadrilateral, its corners in order around it, the upper side up.
  mutating func add(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) {
    let base = UInt32(positions.count)
    for p in [a, b, c, d] {
      positions.append(p)
      uvs.append(Vector2(p.x, -p.y))
    }
    let isUpward = cross(Vector2(b.x - a.x, b.y - a.y), Vector2(d.x - a.x, d.y - a.y)) > 0
    for t in [SIMD3<UInt32>(0, 1, 2), SIMD3<UInt32>(0, 2, 3)] {
      let turned = isUpward ? t : SIMD3(t.x, t.z, t.y)
      triangles.append(turned &+ SIMD3(repeating: base))
    }
  }

  /// - Parameters:
  ///   - native: a name of the ontology.
  ///   - tile: metres that one repeat of the material's textures spans.
  func item(
    _ name: String, native: String, _ material: Material, tile: Double, around center: Vector2
  ) -> SceneryPlacement.Item? {
    guard let first = positions.first, let native = Ontology.named(native) else { return nil }
    let origin = Vector3(center.x, center.y, first.z)
    let mesh = Mesh(
      positions: positions.map { Vector3f($0 - origin) }, uvs: uvs.map { Vector2f($0 / tile) },
      triangles: triangles)
    let asset = Asset(
      name: name, nativeClass: native, pieces: [Asset.Piece(mesh: mesh, material: 0)], materials: [material],
      parts: ["surface"])
    return SceneryPlacement.Item(asset: asset, pose: RigidTransform(translation: origin), scale: 1)
  }
}
