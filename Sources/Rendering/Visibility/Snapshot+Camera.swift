import VectorMath
import WorldModel

extension Snapshot {
  /// Camera-from-mesh of every piece, quantised so that all back ends and the ray caster mean the same points.
  func cameraFromPieces(_ worldFromCamera: RigidTransform<WorldSpace, CameraSpace>) -> [AffineTransform] {
    let cameraFromWorld = worldFromCamera.inverse.affine
    return pieces.map { PointTransform.quantized(cameraFromWorld * $0.worldFromMesh) }
  }
}
