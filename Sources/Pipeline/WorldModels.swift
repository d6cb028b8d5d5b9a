import DatasetFormats
package import Encodings
import Geometry
import SceneFormats
import VectorMath
import WorldModel

/// The shapes of objects from the worlds that a plan makes.
package final class WorldModels: ObjectModelSource {
  private let maker: SampleMaker
  private let frames: Int
  /// Of the sample asked for last.
  private var scene: (sample: Int, scene: SceneModel)?
  /// Of the sequence's rigid things, so that its frames work them out once.
  private var known: [[Place]: ObjectModel] = [:]

  /// What a rigid shape depends on.
  private struct Place: Hashable {
    var mesh: ObjectIdentifier
    var transform: AffineTransform
    var material: String
  }

  package init(_ plan: SamplePlan) {
    maker = SampleMaker(plan)
    frames = plan.recipe.sequence.frames
  }

  package func model(of instance: UInt32, in sample: Int) throws -> ObjectModel? {
    let scene = try scene(of: sample)
    guard let thing = scene.things.first(where: { $0.id == instance }) else { return nil }
    let surfaces = thing.parts.flatMap(\.surfaces)
    let shapes = surfaces.map { scene.shapes[$0.shape] }
    let key =
      shapes.contains { $0.isBent }
      ? nil
      : zip(shapes, surfaces).map { shape, surface in
        let m = scene.materials[surface.material]
        let texture = m.baseColorTexture.map { "\(ObjectIdentifier($0))" } ?? ""
        return Place(
          mesh: ObjectIdentifier(shape.mesh), transform: shape.objectFromMesh,
          material: "\(m.baseColor) \(texture)")
      }
    if let key, let found = known[key] { return found }
    var positions: [Vector3] = []
    var normals: [Vector3f] = []
    var colours: [SIMD4<UInt8>] = []
    var triangles: [SIMD3<UInt32>] = []
    var isTextured = false
    for (shape, surface) in zip(shapes, surfaces) {
      let first = UInt32(positions.count)
      let material = scene.materials[surface.material]
      positions += shape.precisePositions
      normals += shape.normals()
      colours += SurfaceColour.vertices(of: shape, material)
      triangles += shape.triangles.map { $0 &+ SIMD3(repeating: first) }
      isTextured = isTextured || material.baseColorTexture != nil
    }
    let model = ObjectModel(
      positions: positions, normals: normals, colours: colours, triangles: triangles,
      isTextured: isTextured)
    if let key { known[key] = model }
    return model
  }

  package func forEachSurface(in sample: Int, _ body: (SurfaceModel) throws -> Void) throws {
    let scene = try scene(of: sample)
    for thing in scene.things {
      let place = thing.worldFromObject.affine
      for part in thing.parts {
        for surface in part.surfaces {
          let shape = scene.shapes[surface.shape]
          try body(
            SurfaceModel(
              instance: thing.id, nativeClass: thing.nativeClass, part: part.index,
              positions: shape.precisePositions.map { place * $0 },
              colours: SurfaceColour.vertices(of: shape, scene.materials[surface.material]),
              triangles: shape.triangles))
        }
      }
    }
  }

  private func scene(of sample: Int) throws -> SceneModel {
    if let scene, scene.sample == sample { return scene.scene }
    let moment = try maker.moment(of: sample)
    let made = SceneModel(moment.world, at: moment.time, name: "")
    // The identifiers in keys mean something only while the world that they come from is kept: for one sequence.
    if let scene, scene.sample / frames != sample / frames { known = [:] }
    scene = (sample, made)
    return made
  }
}
