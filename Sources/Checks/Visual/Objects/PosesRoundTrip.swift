import VectorMath
import WorldModel

/// visual-47: camera poses are rotations and translations, and go through the conventions of others and back.
package struct PosesRoundTrip: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-47", name: "poses-round-trip",
    summary:
      "‖q‖ = 1, R·Rᵀ = I and det R = +1 within 1e-6; OpenCV → OpenGL/Blender → Unity → BOP (world to camera, mm) and back within 1e-6; focal lengths positive.",
    unit: "poses")

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let k = view.camera
    finding.expect(
      k.fx > 0 && k.fy > 0 && k.fx.isFinite && k.fy.isFinite && k.cx.isFinite && k.cy.isFinite && k.near > 0
        && k.width > 0 && k.height > 0,
      view.about(
        item: "K", found: "fx \(k.fx), fy \(k.fy), cx \(k.cx), cy \(k.cy), near \(k.near)",
        expected: "finite, focal lengths and near plane positive"))
    examine("worldFromCamera", view.view.worldFromCamera, view, into: &finding)
    examine("rigFromCamera", view.view.rigFromCamera, view, into: &finding)
  }

  private func examine<T>(
    _ name: String, _ pose: RigidTransform<T, CameraSpace>, _ view: ViewLabels,
    into finding: inout CheckFinding
  ) {
    let q = pose.rotation
    let norm = (q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z).squareRoot()
    let r = q.matrix
    let t = pose.translation
    let unit = r * r.transpose
    let skew = Self.gap(unit, .identity)
    finding.expect(
      abs(norm - 1) <= 1e-6 && skew <= 1e-6 && abs(r.determinant - 1) <= 1e-6 && t.x.isFinite && t.y.isFinite
        && t.z.isFinite,
      view.about(
        item: name, found: "‖q‖ = \(norm), det R = \(r.determinant)",
        expected: "a unit quaternion, det R = +1"))
    // OpenGL and Blender: y up, z backward. Unity: left-handed, so both sides are mirrored in y.
    let flip = Matrix3(diagonal: Vector3(1, -1, -1))
    let mirror = Matrix3(diagonal: Vector3(1, -1, 1))
    let blender = r * flip
    let unity = mirror * (blender * flip) * mirror
    let unityPlace = mirror * t
    let backRotation = mirror * unity * mirror
    let backPlace = mirror * unityPlace
    // BOP: world to camera, millimetres; its inverse must be the pose again.
    let bop = backRotation.transpose
    let bopPlace = -(bop * backPlace) * 1000
    let finalRotation = bop.transpose
    let finalPlace = -(finalRotation * (bopPlace / 1000))
    let error = max(Self.gap(finalRotation, r), length(finalPlace - t) / (1 + length(t)))
    let quaternion = Quaternion(finalRotation)
    let agreement = abs(
      quaternion.w * q.w + quaternion.x * q.x + quaternion.y * q.y + quaternion.z * q.z)
    finding.expect(
      error <= 1e-6 && abs(agreement - 1) <= 1e-6,
      view.about(item: name, found: "off by \(error) after the round trip", expected: "the same pose"))
  }

  private static func gap(_ a: Matrix3, _ b: Matrix3) -> Double {
    max(greatest(abs3(a.x - b.x)), max(greatest(abs3(a.y - b.y)), greatest(abs3(a.z - b.z))))
  }
}
