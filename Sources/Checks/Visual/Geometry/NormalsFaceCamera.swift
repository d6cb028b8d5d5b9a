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
      if let world {
        examine(world, worldName, depth, geometry.inverseRotation, isGeometric, view, into: &finding)
      }
      if let local { examine(local, cameraName, depth, .identity, isGeometric, view, into: &finding) }
      guard let world, let local else { continue }
      for p in depth.values.indices where depth.values[p].isFinite {
        let turned = geometry.rotation * local.vector(p)
        finding.expect(
          greatest(abs3(world.vector(p) - turned)) <= 1e-4,
          view.at(
            p % view.width, p / view.width, item: worldName, found: text(world.vector(p)),
            expected: "the camera normal turned: \(text(turned))"))
      }
    }
  }

  private func examine(
    _ normals: Raster<Float>, _ name: String, _ depth: Raster<Float>, _ cameraFromFrame: Matrix3,
    _ isGeometric: Bool, _ view: ViewLabels, into finding: inout CheckFinding
  ) {
    for p in depth.values.indices where depth.values[p].isFinite {
      let n = normals.vector(p)
      let size = length(n)
      let (u, v) = (p % view.width, p / view.width)
      finding.expect(
        abs(size - 1) <= 1e-4, view.at(u, v, item: name, found: "length \(size)", expected: "1 ± 1e-4"))
      guard isGeometric else { continue }
      // Edge-on surfaces may round to the other side.
      let ray = view.camera.ray(Double(u), Double(v))
      let facing = dot(cameraFromFrame * n, ray)
      finding.expect(
        facing < 1e-5 * length(ray),
        view.at(u, v, item: name, found: "\(facing) along the ray", expected: "below 0"))
    }
  }
}

/// Lane by lane magnitude.
@inline(__always) func abs3(_ v: Vector3) -> Vector3 { Vector3(abs(v.x), abs(v.y), abs(v.z)) }
