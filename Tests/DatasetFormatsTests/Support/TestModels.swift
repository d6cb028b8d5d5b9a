import DatasetFormats
import Encodings
import VectorMath
import WorldModel

/// Shapes of objects by rule.
final class TestModels: ObjectModelSource {
  private let body: (UInt32, Int) -> ObjectModel?
  private let surfaces: [SurfaceModel]

  init(surfaces: [SurfaceModel] = [], _ body: @escaping (UInt32, Int) -> ObjectModel?) {
    self.body = body
    self.surfaces = surfaces
  }

  func model(of instance: UInt32, in sample: Int) throws -> ObjectModel? { body(instance, sample) }

  func forEachSurface(in sample: Int, _ body: (SurfaceModel) throws -> Void) throws {
    for surface in surfaces { try body(surface) }
  }
}
