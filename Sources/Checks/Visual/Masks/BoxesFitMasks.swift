import Annotations
import Imaging
import WorldModel

/// visual-02: a 2D box touches its pixels on all four sides.
package struct BoxesFitMasks: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-02", name: "boxes-fit-masks",
    summary:
      "Every edge row and column of a box holds a pixel of its instance, and none lies outside; w = xmax − xmin + 1.",
    unit: "boxes", labels: [Boxes2DLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let boxes = view[Boxes2DLabel.self], let instance = view.words(LabelNames.instance) else { return }
    let seen = Self.extents(instance)
    let amodal = Dictionary(view.masks.map { ($0.instance, $0.amodal) }, uniquingKeysWith: { a, _ in a })
    guard view.camera.period == nil else {
      around(view, boxes, instance, amodal, into: &finding)
      return
    }
    for entry in boxes.entries {
      let visible = seen[entry.instance]
      finding.expect(
        entry.visible == visible,
        view.about(
          entry.instance, item: "visible box", found: Self.text(entry.visible), expected: Self.text(visible)))
      if let mask = amodal[entry.instance] {
        let whole = mask.bounds
        finding.expect(
          entry.amodal == whole,
          view.about(
            entry.instance, item: "amodal box", found: Self.text(entry.amodal), expected: Self.text(whole)))
      }
    }
  }

  /// In panoramas: whole boxes are the shortest way round, visible ones the shortest part of these.
  private func around(
    _ view: ViewLabels, _ boxes: Boxes2DLabel, _ instance: Raster<UInt32>, _ amodal: [UInt32: MaskRuns],
    into finding: inout CheckFinding
  ) {
    let columns = ColumnsByID(instance)
    for entry in boxes.entries {
      let outer = entry.amodal
      let visible = columns.box(of: entry.instance, within: outer)
      finding.expect(
        entry.visible == visible,
        view.about(
          entry.instance, item: "visible box", found: Self.text(entry.visible), expected: Self.text(visible)))
      guard let mask = amodal[entry.instance] else { continue }
      let whole = mask.bounds.flatMap { bounds in
        ColumnArc(mask.columns).map {
          PixelBox(x: $0.first, y: bounds.y, width: $0.count, height: bounds.height)
        }
      }
      finding.expect(
        outer == whole,
        view.about(
          entry.instance, item: "amodal box", found: Self.text(outer), expected: Self.text(whole)))
    }
  }

  /// The box around the pixels of every id.
  static func extents(_ ids: Raster<UInt32>) -> [UInt32: PixelBox] {
    var first: [UInt32: (u0: Int, v0: Int, u1: Int, v1: Int)] = [:]
    for v in 0..<ids.height {
      // A run of one id at a time, so that the table is asked once a run and not once a pixel.
      var u = 0
      while u < ids.width {
        let id = ids.values[v * ids.width + u]
        let start = u
        while u < ids.width, ids.values[v * ids.width + u] == id { u += 1 }
        if id == 0 { continue }
        if let e = first[id] {
          first[id] = (min(e.u0, start), e.v0, max(e.u1, u - 1), v)
        } else {
          first[id] = (start, v, u - 1, v)
        }
      }
    }
    return first.mapValues {
      PixelBox(x: $0.u0, y: $0.v0, width: $0.u1 - $0.u0 + 1, height: $0.v1 - $0.v0 + 1)
    }
  }

  static func text(_ box: PixelBox?) -> String {
    box.map { "[\($0.x), \($0.y), \($0.width), \($0.height)]" } ?? "none"
  }
}
