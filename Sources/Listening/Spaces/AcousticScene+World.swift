import Acoustics
import Diagnostics
import Geometry
import VectorMath
import WorldModel

extension AcousticScene {
  /// What stands around a place, piece by piece as in pictures.
  ///
  /// - Parameters:
  ///   - time: of the world, seconds: what moves is where it is then.
  ///   - reach: metres from the place; what lies wholly beyond is left out.
  ///   - owners: entities that sound.
  /// - Throws: `.badInput` for surroundings without end.
  init(
    _ world: World, at time: Double, around place: Vector3, reach: Double, owners: Set<UInt32>
  ) throws(DioramaError) {
    let snapshot = world.snapshot(at: time)
    var surfaces: [Surface] = []
    var numbers: [String: Int] = [:]
    var bodies: [Body] = []
    for piece in snapshot.pieces {
      let subject = snapshot.subjects[piece.entity]
      let positions = piece.positions.map { piece.worldFromMesh * Vector3($0) }
      let box = Box3(positions)
      // Sound goes around what is small beside its wavelengths.
      guard length(box.size) >= AcousticScene.least, AcousticScene.distance(place, box) <= reach else {
        continue
      }
      let name = AcousticFinish.name(of: snapshot.materials[piece.material], on: subject.nativeClass)
      let number = numbers[name] ?? surfaces.count
      if number == surfaces.count {
        numbers[name] = number
        surfaces.append(Surface(try AcousticMaterial.named(name)))
      }
      bodies.append(
        Body(
          positions: positions, triangles: piece.mesh.triangles, surface: number,
          owner: owners.contains(subject.id) ? subject.id : 0))
    }
    try self.init(bodies, surfaces: surfaces)
  }

  /// Metres of a box's diagonal.
  private static let least = 0.3

  private static func distance(_ p: Vector3, _ box: Box3) -> Double {
    var out = Vector3.zero
    for axis in 0..<3 { out[axis] = max(box.min[axis] - p[axis], p[axis] - box.max[axis], 0) }
    return length(out)
  }
}

extension AcousticMaterial {
  /// - Throws: `.badInput` naming all there are.
  static func named(_ name: String) throws(DioramaError) -> AcousticMaterial {
    guard let material = MaterialTable[name] else {
      throw DioramaError(
        .badInput, "there is no acoustic material \(name)",
        remedy: "Materials are \(MaterialTable.all.map(\.name).joined(separator: ", ")).")
    }
    return material
  }
}
