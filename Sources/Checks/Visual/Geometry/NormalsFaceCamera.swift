import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-22: normals are unit vectors, face the camera, and agree between frames.
package struct NormalsFaceCamera: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-22", name: "normals-face-camera",
    summary:
      "‖n‖ = 1 ± 1e-4 wherever something is hit; geometric normals point to the camera's side; world normal = R · camera normal within 1e-4.",
    unit: "normals", labels: [LabelNames.depth])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth) else { return }
    let geometry = ViewGeometry(view.view)
    for (worldName, cameraName, isGeometric) in [
      (LabelNames.normal, LabelNames.normalCamera, false),
      (LabelNames.normalGeometric, LabelNames.normalGeometricCamera, true),
    ] {
      let world = view.floats(worldName)
      let local = view.floats(cameraName)
      for p in depth.values.indices where depth.values[p].isFinite {
        let center = geometry.center(p)
        let ray = view.camera.ray(center.x, center.y)
        let (u, v) = (p % view.width, p / view.width)
        if let n = world?.vector(p) {
          expect(n, geometry.inverseRotation * n, ray, isGeometric, worldName)
        }
        if let n = local?.vector(p) { expect(n, n, ray, isGeometric, cameraName) }
        if let a = world?.vector(p), let b = local?.vector(p) {
          let turned = geometry.rotation * b
          finding.expect(
            greatest(abs3(a - turned)) <= 1e-4,
            view.at(
              u, v, item: worldName, found: text(a), expected: "the camera normal turned: \(text(turned))"))
        }
        func expect(_ n: Vector3, _ inCamera: Vector3, _ ray: Vector3, _ isGeometric: Bool, _ name: String) {
          let size = length(n)
          finding.expect(
            abs(size - 1) <= 1e-4, view.at(u, v, item: name, found: "length \(size)", expected: "1 ± 1e-4"))
          if isGeometric {
            // Edge-on surfaces may round to the other side.
            let facing = dot(inCamera, ray) / length(ray)
            finding.expect(
              facing < 1e-5,
              view.at(u, v, item: name, found: "cosine \(facing) with the ray", expected: "below 0"))
          }
        }
      }
    }
  }
}

/// Lane by lane magnitude.
@inline(__always) func abs3(_ v: Vector3) -> Vector3 { Vector3(abs(v.x), abs(v.y), abs(v.z)) }
