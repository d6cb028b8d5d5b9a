import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-41: a 3D box holds its object and is where both frames say it is.
package struct Boxes3DHold: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-41", name: "boxes3d-hold",
    summary:
      "Sizes are positive; every visible point of the object lies in its box (1e-4 m plus float32 rounding and 1/256 pixel of outline); world and camera pose agree; the eight corners project as stored (0.01 px).",
    unit: "boxes and pixels", labels: [Boxes3DLabel.name])

  package init() {}

  /// A box with its numbers checked, in the world.
  private struct Placed {
    var half: Vector3
    var center: Vector3
    var boxFromWorld: Matrix3
  }

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let geometry = ViewGeometry(view.view)
    var placed: [UInt32: Placed] = [:]
    for entry in view[Boxes3DLabel.self]?.entries ?? [] {
      let well =
        entry.size.count == 3 && entry.center.count == 3 && entry.cameraCenter.count == 3
        && entry.rotation.count == 4 && entry.cameraRotation.count == 4 && entry.corners.count == 8
        && (entry.size + entry.center + entry.rotation).allSatisfy(\.isFinite)
        && entry.size.allSatisfy { $0 > 0 } && Self.isUnit(entry.rotation)
        && Self.isUnit(entry.cameraRotation)
      finding.expect(
        well,
        view.about(
          entry.instance, found: "size \(entry.size), rotation \(entry.rotation)",
          expected: "three positive extents, unit quaternions, eight corners"))
      guard well else { continue }
      let size = Vector3(entry.size[0], entry.size[1], entry.size[2])
      let center = Vector3(entry.center[0], entry.center[1], entry.center[2])
      let rotation = Self.quaternion(entry.rotation).matrix
      placed[entry.instance] = Placed(half: size / 2, center: center, boxFromWorld: rotation.transpose)
      poses(entry, center, rotation, geometry, view, into: &finding)
      corners(entry, size, center, rotation, geometry, view, into: &finding)
    }
    guard let instance = view.words(LabelNames.instance), let position = view.floats(LabelNames.positionWorld)
    else {
      return
    }
    let normals = view.floats(LabelNames.normalGeometric)
    var last: (id: UInt32, box: Placed?) = (0, nil)
    for p in instance.values.indices {
      let id = instance.values[p]
      if id != last.id { last = (id, placed[id]) }
      guard let box = last.box else { continue }
      let x = position.vector(p)
      let local = box.boxFromWorld * (x - box.center)
      let outside = greatest(abs3(local) - box.half)
      finding.expect(
        outside <= 1e-4 + geometry.metreSlack(of: x, distance: 0)
          + geometry.outlineSlack(of: x, normal: normals.map { $0.vector(p) }, size: 2 * length(box.half)),
        view.at(
          p % view.width, p / view.width, instance: id, found: "a point \(outside) m outside the box",
          expected: "none"))
    }
  }

  private func poses(
    _ entry: Boxes3DLabel.Entry, _ center: Vector3, _ rotation: Matrix3, _ geometry: ViewGeometry,
    _ view: ViewLabels,
    into finding: inout CheckFinding
  ) {
    let expected = geometry.toCamera(center)
    let found = Vector3(entry.cameraCenter[0], entry.cameraCenter[1], entry.cameraCenter[2])
    let turned = geometry.inverseRotation * rotation
    let stored = Self.quaternion(entry.cameraRotation).matrix
    let error = max(
      greatest(abs3(turned.x - stored.x)),
      max(greatest(abs3(turned.y - stored.y)), greatest(abs3(turned.z - stored.z))))
    finding.expect(
      length(found - expected) <= 1e-6 * (1 + length(center)) && error <= 1e-6,
      view.about(
        entry.instance, item: "camera pose", found: "\(text(found)), rotation off by \(error)",
        expected: text(expected)))
  }

  private func corners(
    _ entry: Boxes3DLabel.Entry, _ size: Vector3, _ center: Vector3, _ rotation: Matrix3,
    _ geometry: ViewGeometry,
    _ view: ViewLabels, into finding: inout CheckFinding
  ) {
    for (i, corner) in entry.corners.enumerated() {
      // x fastest, then y, then z, from the low corner.
      let sign = Vector3(i & 1 == 0 ? -0.5 : 0.5, i & 2 == 0 ? -0.5 : 0.5, i & 4 == 0 ? -0.5 : 0.5)
      let inCamera = geometry.toCamera(center + rotation * (size * sign))
      // Between the camera and its near plane either answer will do.
      let depth = geometry.camera.depth(of: inCamera)
      if depth > 0, depth < geometry.camera.near { continue }
      let expected = geometry.camera.canProject(inCamera) ? geometry.camera.project(inCamera) : nil
      let found = corner.flatMap { $0.count == 2 ? Vector2($0[0], $0[1]) : nil }
      let holds: Bool
      if let expected {
        // Far outside the image, pixels lose their meaning as a unit.
        holds =
          found.map {
            length(geometry.camera.displacement(from: expected, to: $0)) <= 0.01 + 1e-6 * length(expected)
          } ?? false
      } else {
        holds = corner == nil
      }
      finding.expect(
        holds,
        view.about(
          entry.instance, item: "corner \(i)", found: found.map(text) ?? "none",
          expected: expected.map(text) ?? "none, as it lies behind the camera"))
    }
  }

  private static func quaternion(_ q: [Double]) -> Quaternion {
    Quaternion(w: q[0], x: q[1], y: q[2], z: q[3])
  }

  private static func isUnit(_ q: [Double]) -> Bool {
    abs(q.reduce(0) { $0 + $1 * $1 } - 1) <= 1e-6
  }
}
