import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-30: flow points the way things go, told without position maps.
package struct FlowPointsRight: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-30", name: "flow-points-right",
    summary:
      "The mean flow over an object that is wholly in the image points the way its 3D box's centre moves in the image; when a pinhole steps sideways, still surfaces flow the other way.",
    unit: "objects and pixels",
    labels: [LabelNames.flowForward, LabelNames.instance])

  package init() {}

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    objects(earlier, later, into: &finding)
    stillSurfaces(earlier, later, into: &finding)
  }

  private func objects(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard let flow = earlier.floats(LabelNames.flowForward),
      let instance = earlier.words(LabelNames.instance),
      let before = earlier[Boxes3DLabel.self], let after = later[Boxes3DLabel.self],
      let frameBefore = earlier[Boxes2DLabel.self], let frameAfter = later[Boxes2DLabel.self]
    else { return }
    var sums: [UInt32: (flow: Vector2, count: Double)] = [:]
    for p in instance.values.indices where instance.values[p] != 0 {
      sums[instance.values[p], default: (.zero, 0)].flow += flow.pair(p)
      sums[instance.values[p], default: (.zero, 0)].count += 1
    }
    for entry in before.entries {
      guard let sum = sums[entry.instance], sum.count >= 4,
        let next = after.entries.first(where: { $0.instance == entry.instance }),
        let a = Self.center(entry, earlier.camera), let b = Self.center(next, later.camera),
        let boxA = Self.whole(frameBefore, entry.instance, earlier),
        let boxB = Self.whole(frameAfter, entry.instance, later)
      else { continue }
      let step = earlier.camera.displacement(from: a, to: b)
      // Growth and turning add flow of their own: only a clear step tells.
      let growth = abs(boxA.width - boxB.width) + abs(boxA.height - boxB.height)
      guard length(step) >= max(2, 2 * Double(growth)) else { continue }
      let mean = sum.flow / sum.count
      finding.expect(
        dot(mean, step) > 0,
        earlier.about(
          entry.instance, found: "mean flow \(text(mean))",
          expected: "towards the box centre's step \(text(step))"))
    }
  }

  private func stillSurfaces(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard earlier.camera.projection == .pinhole, let flow = earlier.floats(LabelNames.flowForward),
      let motion = earlier.floats(LabelNames.sceneFlow),
      let depth = earlier.floats(LabelNames.depth)
    else { return }
    let turn = earlier.view.worldFromCamera.rotation.conjugate * later.view.worldFromCamera.rotation
    let angle = 2 * length(Vector3(turn.x, turn.y, turn.z))
    let step =
      ViewGeometry(earlier.view).inverseRotation
      * (later.view.worldFromCamera.translation - earlier.view.worldFromCamera.translation)
    guard length(step) > 0, abs(step.x) > 4 * abs(step.z), abs(step.x) > 4 * abs(step.y) else { return }
    let fx = earlier.camera.fx
    for p in depth.values.indices where depth.values[p].isFinite && motion.vector(p) == .zero {
      let z = Double(depth.values[p])
      // What the sideways step does, against at most what turning and approaching do at this pixel.
      let sideways = fx * step.x / z
      let center = ViewGeometry(earlier.view).center(p) - Vector2(earlier.camera.cx, earlier.camera.cy)
      let rest = (fx + length(center) * (1 + length(center) / fx)) * angle + length(center) * abs(step.z) / z
      guard abs(sideways) > max(1, 2 * rest) else { continue }
      finding.expect(
        (Double(flow.values[2 * p]) < 0) == (step.x > 0),
        earlier.at(
          p % earlier.width, p / earlier.width, found: "flow u \(flow.values[2 * p])",
          expected: step.x > 0 ? "negative: the camera goes right" : "positive: the camera goes left"))
    }
  }

  /// Where the box centre is seen; `nil` behind the camera or malformed.
  private static func center(_ entry: Boxes3DLabel.Entry, _ camera: Camera) -> Vector2? {
    guard entry.cameraCenter.count == 3 else { return nil }
    return camera.place(
      of: Vector3(entry.cameraCenter[0], entry.cameraCenter[1], entry.cameraCenter[2]))?.pixel
  }

  /// The amodal box, when it stays clear of the image's border.
  private static func whole(_ label: Boxes2DLabel, _ id: UInt32, _ view: ViewLabels) -> PixelBox? {
    guard let entry = label.entries.first(where: { $0.instance == id }), let box = entry.amodal,
      box.isInside(width: view.width, height: view.height), box.x > 0, box.y > 0,
      box.x + box.width < view.width, box.y + box.height < view.height,
      let visible = entry.visible, visible == box
    else { return nil }
    return box
  }
}
