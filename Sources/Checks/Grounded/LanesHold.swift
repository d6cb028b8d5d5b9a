import Annotations
import VectorMath
import WorldModel

/// grounded-06: lanes are where the world says, and vehicles on them face the right way.
package struct LanesHold: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-06", name: "lanes-hold",
    summary:
      "Lanes of vehicles are among those that their objects list; places follow from the names; who is near on the carrier's lane faces as it does, who is near and oncoming faces it.",
    unit: "vehicles", labels: [LanesLabel.name, ObjectsLabel.name, Boxes3DLabel.name])

  package init() {}

  /// Metres within which roads bend little enough, and cosines that tell along from against.
  private static let near = 12.0
  private static let cosine = 0.2

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[LanesLabel.self] else { return }
    let objects = Dictionary((view[ObjectsLabel.self]?.entries ?? []).map { ($0.instance, $0) }) { a, _ in a }
    let scene = RawScene(view).slim
    let pose = view.view.worldFromCamera * view.view.rigFromCamera.inverse
    let ahead = pose.rotation.matrix.x
    finding.expect(
      label.route.contains(label.carrier),
      view.about(found: label.carrier, expected: "a lane of the carrier's way"))
    for entry in label.entries {
      let listed = (objects[entry.instance]?.attributes["lanes"] ?? "").split(separator: ";")
      let isListed = listed.contains { $0.hasSuffix(" " + entry.lane) }
      finding.expect(
        isListed && place(of: entry, label, objects[entry.instance]?.attributes["state"]) == entry.place,
        view.about(
          entry.instance, item: entry.lane, found: entry.place.rawValue,
          expected: "a lane of its list, and where that is"))
      guard let solid = scene.solids[entry.instance], entry.place == .oncoming || entry.lane == label.carrier
      else { continue }
      let offset = Vector3(solid.center[0], solid.center[1], solid.center[2]) - pose.translation
      guard length(offset) <= Self.near else { continue }
      let q = solid.rotation
      let along = dot(Quaternion(w: q[0], x: q[1], y: q[2], z: q[3]) * Vector3(1, 0, 0), ahead)
      finding.expect(
        entry.place == .oncoming ? along < -Self.cosine : entry.place == .parking || along > Self.cosine,
        view.about(
          entry.instance, item: entry.lane, found: "cosine \(along) with the carrier's way",
          expected: entry.place == .oncoming ? "the other way" : "the same way"))
    }
  }

  private func place(of entry: LanesLabel.Entry, _ label: LanesLabel, _ state: String?) -> LanesLabel.Place {
    if state == "parked" { return .parking }
    if label.route.contains(entry.lane) { return .own }
    // From the end: road ids may hold anything.
    let (a, b) = (entry.lane.split(separator: "/"), label.carrier.split(separator: "/"))
    guard a.count >= 3, a.dropLast(2) == b.dropLast(2), let x = a.last, let y = b.last else {
      return .elsewhere
    }
    return x.hasPrefix("-") == y.hasPrefix("-") ? .beside : .oncoming
  }
}
