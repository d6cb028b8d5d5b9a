import Annotations
import VectorMath
import WorldModel

/// visual-14: visible box inside amodal box inside the hull of the projected 3D box.
package struct BoxesNest: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-14", name: "boxes-nest",
    summary:
      "The visible box lies in the amodal box, and that in the box around the projected corners of the 3D box (clipped to the image), within one pixel.",
    unit: "boxes", labels: [Boxes2DLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    if let period = view.camera.period {
      around(view, period, into: &finding)
      return
    }
    let hulls = Dictionary(
      (view[Boxes3DLabel.self]?.entries ?? []).compactMap { entry in
        Self.hull(entry).map { (entry.instance, $0) }
      }, uniquingKeysWith: { a, _ in a })
    for entry in view[Boxes2DLabel.self]?.entries ?? [] {
      if let visible = entry.visible, visible.isInside(width: view.width, height: view.height) {
        let holds = entry.amodal.map {
          $0.isInside(width: view.width, height: view.height) && $0.contains(visible)
        }
        finding.expect(
          holds ?? false,
          view.about(
            entry.instance, item: "amodal box", found: BoxesFitMasks.text(entry.amodal),
            expected: "a box around \(BoxesFitMasks.text(visible))"))
      }
      // Straight edges are straight in a pinhole's image alone: elsewhere they bulge beyond the corners.
      guard view.camera.projection == .pinhole, let hull = hulls[entry.instance], let amodal = entry.amodal,
        amodal.isInside(width: view.width, height: view.height)
      else { continue }
      finding.expect(
        Double(amodal.x) >= hull.low.x - 1 && Double(amodal.x + amodal.width - 1) <= hull.high.x + 1
          && Double(amodal.y) >= hull.low.y - 1 && Double(amodal.y + amodal.height - 1) <= hull.high.y + 1,
        view.about(
          entry.instance, item: "amodal box", found: BoxesFitMasks.text(amodal),
          expected:
            "inside the 3D box, which spans u \(hull.low.x)…\(hull.high.x), v \(hull.low.y)…\(hull.high.y)"))
    }
  }

  /// In panoramas: columns count modulo the width, and a 3D box is not inside its corners.
  private func around(_ view: ViewLabels, _ period: Int, into finding: inout CheckFinding) {
    func isInside(_ box: PixelBox) -> Bool {
      (0..<period).contains(box.x) && (1...period).contains(box.width) && box.y >= 0 && box.height >= 1
        && box.y < view.height && box.height <= view.height - box.y
    }
    for entry in view[Boxes2DLabel.self]?.entries ?? [] {
      guard let visible = entry.visible, isInside(visible) else { continue }
      let holds = entry.amodal.map { amodal in
        isInside(amodal) && amodal.y <= visible.y
          && amodal.y + amodal.height >= visible.y + visible.height
          && (visible.x - amodal.x + period) % period + visible.width <= amodal.width
      }
      finding.expect(
        holds ?? false,
        view.about(
          entry.instance, item: "amodal box", found: BoxesFitMasks.text(entry.amodal),
          expected: "a box around \(BoxesFitMasks.text(visible)), columns modulo \(period)"))
    }
  }

  /// The extent of the projected corners; `nil` when one of them is not in front of the camera.
  static func hull(_ entry: Boxes3DLabel.Entry) -> (low: Vector2, high: Vector2)? {
    guard entry.corners.count == 8 else { return nil }
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for corner in entry.corners {
      guard let corner, corner.count == 2, corner[0].isFinite, corner[1].isFinite else { return nil }
      low = Vector2(min(low.x, corner[0]), min(low.y, corner[1]))
      high = Vector2(max(high.x, corner[0]), max(high.y, corner[1]))
    }
    return (low, high)
  }
}
