import Annotations
import Geometry
import Imaging
import VectorMath

/// visual-15: the oriented box of a mask fits the pixels that the instance map shows.
package struct OrientedBoxesFit: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-15", name: "oriented-boxes-fit",
    summary:
      "The smallest rectangle around a mask's pixel corners holds every pixel of its instance, touches them on all four sides, is no larger than the upright box, runs clockwise and stays in [0, 1] as fractions of the image.",
    unit: "boxes", labels: [MasksLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let instance = view.words(LabelNames.instance) else { return }
    let rows = InstanceRows(instance)
    let size = Vector2(Double(view.width), Double(view.height))
    for entry in view[MasksLabel.self]?.entries ?? [] {
      guard let runs = MaskRuns(entry.modal, width: view.width, height: view.height), runs.area > 0,
        let upright = runs.bounds
      else { continue }
      let points = MaskContours.parts(of: entry.modal).flatMap { $0.rings.first ?? [] }
      guard let box = MinimumAreaRectangle(around: points, within: (.zero, size)) else { continue }
      let fault = Self.fault(box, upright, size, rows.corners(of: entry.instance))
      finding.expect(
        fault == nil,
        view.about(
          entry.instance, item: "oriented box", found: fault ?? "",
          expected: "a rectangle around the instance's pixels, as tight as can be"))
    }
  }

  /// What is wrong with a box around `pixels`, the corners of an instance's pixels; `nil` when nothing is.
  private static func fault(
    _ box: MinimumAreaRectangle, _ upright: PixelBox, _ size: Vector2, _ pixels: [Vector2]
  ) -> String? {
    guard box.area <= Double(upright.area) else {
      return "\(box.area) square pixels, more than the upright \(upright.area)"
    }
    // Eight decimals, as the files have them.
    let fractions = box.corners.flatMap { [$0.x / size.x, $0.y / size.y] }
    guard fractions.allSatisfy({ $0 >= 0 && ($0 * 1e8).rounded() <= 1e8 }) else { return "a corner outside" }
    for (a, b) in Polygon(box.corners).edges {
      let along = b - a
      guard length(along) > 0 else { return "a side of no length" }
      let across = Vector2(-along.y, along.x) / length(along)
      var nearest = Double.infinity
      for p in pixels { nearest = min(nearest, dot(p - a, across)) }
      if nearest < -1e-6 { return "a pixel \(-nearest) px beyond a side" }
      if nearest > 1e-6 { return "a side \(nearest) px away from every pixel" }
    }
    return nil
  }
}
