package import VectorMath
package import WorldModel

/// A world at one instant as scene files have it: things with their parts, each part some surfaces of one material.
///
/// World frame: right-handed, z up, metres. What several things share is listed once.
package struct SceneModel: Sendable {
  /// One entity.
  package struct Thing: Sendable {
    package var id: UInt32
    package var name: String
    package var nativeClass: NativeClass
    package var worldFromObject: RigidTransform<WorldSpace, ObjectSpace>
    /// The room it stands in, e.g. `bedroom_2`; `nil` outside of buildings.
    package var room: String?
    /// What it stands or hangs on: the id of another thing, or `floor`, `wall`, `ceiling`; `nil` = not known.
    package var supportedBy: String?
    /// All the entity's attributes, in their order.
    package var attributes: [(name: String, value: String)]
    /// Those with any triangle, ascending by index.
    package var parts: [Part]
  }

  package struct Part: Sendable, Hashable {
    /// Index into the asset's parts.
    package var index: Int
    package var name: String
    package var surfaces: [Surface]
  }

  package struct Surface: Sendable, Hashable {
    /// Index into `shapes`.
    package var shape: Int
    /// Index into `materials`.
    package var material: Int
  }

  /// A camera of the rig where it is at the instant.
  package struct Viewpoint: Sendable {
    package var name: String
    package var camera: Camera
    package var worldFromCamera: RigidTransform<WorldSpace, CameraSpace>
  }

  package var name: String
  /// Seconds of world time.
  package var time: Double
  /// Ascending by id.
  package var things: [Thing]
  package var shapes: [SurfaceShape]
  /// Those in use, equal ones once.
  package var materials: [Material]
  package var views: [Viewpoint]
  /// What shines, the sun first.
  package var lights: [SceneLight]

  package var vertexCount: Int { total(\.vertexCount) }
  package var triangleCount: Int { total(\.triangleCount) }

  /// Over all surfaces of all things, shared shapes as often as they are shown.
  private func total(_ count: (SurfaceShape) -> Int) -> Int {
    var sum = 0
    for thing in things {
      for part in thing.parts { for surface in part.surfaces { sum += count(shapes[surface.shape]) } }
    }
    return sum
  }

  /// The value of the label map `part` for a part of a thing.
  package static func partID(_ thing: Thing, _ part: Part) -> Int { Int(thing.id) * 256 + part.index + 1 }
}
