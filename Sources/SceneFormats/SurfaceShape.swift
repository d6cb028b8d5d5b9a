package import Geometry
package import VectorMath

/// A mesh in the frame of the thing it belongs to (x forward, y left, z up, metres), worked out when asked for.
package struct SurfaceShape: Sendable {
  package let mesh: Mesh
  package let objectFromMesh: AffineTransform
  /// Of a mesh that bends, in the mesh's frame.
  private let bentPositions: [Vector3f]?
  private let bentNormals: [Vector3f]?

  /// - Parameter bentPositions: one a vertex of the mesh, or `nil` for a rigid one; so are normals.
  package init(
    mesh: Mesh, objectFromMesh: AffineTransform, bentPositions: [Vector3f]? = nil,
    bentNormals: [Vector3f]? = nil
  ) {
    self.mesh = mesh
    self.objectFromMesh = objectFromMesh
    self.bentPositions = bentPositions
    self.bentNormals = bentNormals
  }

  package var isBent: Bool { bentPositions != nil }
  package var vertexCount: Int { mesh.positions.count }
  package var triangleCount: Int { mesh.triangles.count }
  /// Texture coordinates, (0, 0) at the image's top left; empty = none.
  package var uvs: [Vector2f] { mesh.uvs }
  /// Linear RGBA factors; empty = white.
  package var colors: [SIMD4<Float>] { mesh.colors }

  /// Metres, in the frame that `targetFromObject` leads to.
  package func positions(_ targetFromObject: AffineTransform = .identity) -> [Vector3f] {
    let t = targetFromObject * objectFromMesh
    let from = bentPositions ?? mesh.positions
    return t == .identity ? from : from.map { Vector3f(t * Vector3($0)) }
  }

  /// As `positions`, in the object's frame and before rounding to single precision.
  package var precisePositions: [Vector3] {
    (bentPositions ?? mesh.positions).map { objectFromMesh * Vector3($0) }
  }

  /// Unit, outward as far as the mesh has them so.
  package func normals(_ targetFromObject: AffineTransform = .identity) -> [Vector3f] {
    let t = targetFromObject * objectFromMesh
    let from = bentNormals ?? mesh.normals
    let matrix = t.linear.normalMatrix
    return from.map { n in
      let turned = matrix * Vector3(n)
      let size = length(turned)
      return size > 0 && size.isFinite ? Vector3f(turned / size) : Vector3f(0, 0, 1)
    }
  }

  /// Vertex indices, counter-clockwise seen from outside.
  package var triangles: [SIMD3<UInt32>] {
    objectFromMesh.linear.determinant < 0
      ? mesh.triangles.map { SIMD3($0.x, $0.z, $0.y) } : mesh.triangles
  }
}
