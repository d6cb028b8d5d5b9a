import Annotations
import WorldModel

/// visual-03: a box means the same in COCO, VOC and YOLO.
package struct BoxesConvert: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-03", name: "boxes-convert",
    summary:
      "A box lies inside the image, and goes from COCO to VOC (1-based, inclusive) and to YOLO with six decimals in [0, 1], and back, within 0.01 px.",
    unit: "boxes", labels: [Boxes2DLabel.name], lenses: [.pinhole, .fisheye])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let (w, h) = (view.width, view.height)
    for entry in view[Boxes2DLabel.self]?.entries ?? [] {
      for (item, box) in [("visible box", entry.visible), ("amodal box", entry.amodal)] {
        guard let box else { continue }
        guard box.isInside(width: w, height: h) else {
          finding.expect(
            false,
            view.about(
              entry.instance, item: item, found: BoxesFitMasks.text(box),
              expected: "a box of at least one pixel inside \(w) × \(h)"))
          continue
        }
        let voc = (xmin: box.x + 1, ymin: box.y + 1, xmax: box.x + box.width, ymax: box.y + box.height)
        let fromVOC = PixelBox(
          x: voc.xmin - 1, y: voc.ymin - 1, width: voc.xmax - voc.xmin + 1, height: voc.ymax - voc.ymin + 1)
        let yolo = [
          (Double(box.x) + Double(box.width) / 2) / Double(w),
          (Double(box.y) + Double(box.height) / 2) / Double(h),
          Double(box.width) / Double(w), Double(box.height) / Double(h),
        ].map { ($0 * 1e6).rounded() / 1e6 }
        let back = [
          (yolo[0] - yolo[2] / 2) * Double(w), (yolo[1] - yolo[3] / 2) * Double(h), yolo[2] * Double(w),
          yolo[3] * Double(h),
        ]
        let error = zip(back, [box.x, box.y, box.width, box.height]).map { abs($0 - Double($1)) }.max() ?? 0
        finding.expect(
          fromVOC == box && voc.xmax <= w && voc.ymax <= h && yolo.allSatisfy { $0 >= 0 && $0 <= 1 }
            && error < 0.01,
          view.about(
            entry.instance, item: item, found: "\(back)", expected: BoxesFitMasks.text(box)))
      }
    }
  }
}
