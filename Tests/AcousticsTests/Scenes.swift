import Acoustics
import Geometry
import RandomStreams
import VectorMath

/// Rooms as triangles, for comparisons with closed forms.
struct SceneBuilder {
  private(set) var bodies: [AcousticScene.Body] = []
  var surfaces: [AcousticScene.Surface]

  init(_ materials: [AcousticMaterial]) { surfaces = materials.map { AcousticScene.Surface($0) } }

  /// A flat face with corners in order.
  mutating func face(_ corners: [Vector3], _ surface: Int = 0, owner: UInt32 = 0) {
    let triangles = (2..<corners.count).map { SIMD3<UInt32>(0, UInt32($0 - 1), UInt32($0)) }
    bodies.append(.init(positions: corners, triangles: triangles, surface: surface, owner: owner))
  }

  /// The six sides of a box: low x, high x, low y, high y, floor, ceiling; seen from inside, or from outside.
  mutating func box(_ box: Box3, _ surfaces: [Int], isSolid: Bool = false, owner: UInt32 = 0) {
    let (a, b) = (box.min, box.max)
    let sides: [[Vector3]] = [
      [Vector3(a.x, a.y, a.z), Vector3(a.x, b.y, a.z), Vector3(a.x, b.y, b.z), Vector3(a.x, a.y, b.z)],
      [Vector3(b.x, a.y, a.z), Vector3(b.x, a.y, b.z), Vector3(b.x, b.y, b.z), Vector3(b.x, b.y, a.z)],
      [Vector3(a.x, a.y, a.z), Vector3(a.x, a.y, b.z), Vector3(b.x, a.y, b.z), Vector3(b.x, a.y, a.z)],
      [Vector3(a.x, b.y, a.z), Vector3(b.x, b.y, a.z), Vector3(b.x, b.y, b.z), Vector3(a.x, b.y, b.z)],
      [Vector3(a.x, a.y, a.z), Vector3(b.x, a.y, a.z), Vector3(b.x, b.y, a.z), Vector3(a.x, b.y, a.z)],
      [Vector3(a.x, a.y, b.z), Vector3(a.x, b.y, b.z), Vector3(b.x, b.y, b.z), Vector3(b.x, a.y, b.z)],
    ]
    for (k, side) in sides.enumerated() {
      face(isSolid ? side.reversed() : side, surfaces[k % surfaces.count], owner: owner)
    }
  }

  func scene() throws -> AcousticScene { try AcousticScene(bodies, surfaces: surfaces) }
}

extension ShoeboxRoom {
  /// The same room as triangles.
  func scene() throws -> AcousticScene {
    var builder = SceneBuilder(walls)
    builder.box(Box3(min: .zero, max: size), [0, 1, 2, 3, 4, 5])
    return try builder.scene()
  }
}

extension SceneAcoustics {
  /// A response from anywhere to anywhere.
  func response(from source: Source, to microphones: [Microphone]) -> RoomResponse {
    let listener = microphones.reduce(Vector3.zero) { $0 + $1.position } / Double(microphones.count)
    let field = field(at: listener, stream: chance.child("field"))
    return response(
      to: source, paths: paths(from: source, in: field), in: field, microphones: microphones, stream: chance)
  }
}
