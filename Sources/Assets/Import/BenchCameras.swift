internal import Diagnostics
import JSON
package import VectorMath
package import WorldModel

/// A camera path with its light, as written beside benchmark scenes (`*.cameras.json`).
///
/// The file speaks glTF: y up, cameras that look along −Z with +Y up, principal points counted from the image's
/// corner, row-major 4×4 matrices. Here everything is in Diorama's frames: the world z up (the file's x, y, z
/// are our y, z, x), cameras x right, y down, z forward, and principal points counted from the first pixel's centre.
package struct BenchCameras: Sendable {
  package var camera: Camera
  /// What is further than this is not asked for, metres.
  package var far: Double
  package var worldFromCameras: [RigidTransform<WorldSpace, CameraSpace>]
  /// From the scene towards the light, unit, world frame.
  package var lightDirection: Vector3
  /// The share of light that reaches every surface; the directional light has the rest.
  package var ambient: Double
  /// The colour where nothing is hit, as in the file.
  package var background: Vector3f

  /// Reads a file on disk.
  package static func file(_ path: String) throws -> BenchCameras { try BenchCameras(.file(path)) }

  /// - Throws: `DioramaError(.badInput)` with the place in the JSON for what is missing, of the wrong kind, not
  ///   positive where it must be, or no rotation (to 10⁻³).
  package init(_ source: ImportSource) throws {
    let json = JSONNode(try JSONValue.parse(source.bytes[...], file: source.name), file: source.name)
    func positive(_ key: String) throws -> Double {
      let node = try json.required(key)
      let n = try node.number()
      guard n > 0 else { throw node.failure("must be positive, found \(n)") }
      return n
    }
    func vector(_ node: JSONNode) throws -> Vector3 {
      let n = try node.numbers(3)
      return Vector3(n[0], n[1], n[2])
    }
    let width = try json.required("width").count()
    let height = try json.required("height").count()
    guard (1...65536).contains(width), (1...65536).contains(height) else {
      throw json.failure("an image of \(width) × \(height)")
    }
    camera = Camera(
      width: width, height: height, fx: try positive("fx"), fy: try positive("fy"),
      cx: try json.required("cx").number() - 0.5, cy: try json.required("cy").number() - 0.5,
      near: try positive("near"))
    far = try positive("far")
    lightDirection = normalized(
      GLTFReader.reframed(try json["light_direction_to"].map(vector) ?? Vector3(0, 1, 0)))
    ambient = try json.number("ambient", default: 0)
    background = Vector3f(try json["background"].map(vector) ?? .zero)
    worldFromCameras = try json.required("frames").elements().map {
      try Self.pose(try $0.required("camera_to_world"))
    }
  }

  private static func pose(_ node: JSONNode) throws -> RigidTransform<WorldSpace, CameraSpace> {
    let rows = try node.elements().map { try $0.numbers(4) }
    guard rows.count == 4 else { throw node.failure("expected four rows, found \(rows.count)") }
    func column(_ i: Int) -> Vector3 { GLTFReader.reframed(Vector3(rows[0][i], rows[1][i], rows[2][i])) }
    // The file's camera axes are right, up and back; ours are right, down and forward.
    let axes = Matrix3(columns: column(0), -column(1), -column(2))
    let product = axes.transpose * axes
    let residue = [product.x - Vector3(1, 0, 0), product.y - Vector3(0, 1, 0), product.z - Vector3(0, 0, 1)]
    guard residue.allSatisfy({ length($0) < 1e-3 }), axes.determinant > 0 else {
      throw node.failure("is no rotation", remedy: "Write orthonormal camera axes.")
    }
    return RigidTransform(rotation: Quaternion(axes), translation: column(3))
  }
}
