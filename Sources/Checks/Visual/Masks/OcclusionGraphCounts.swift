import Annotations

/// visual-13: an edge of the occlusion graph stands for pixels that both objects cover.
package struct OcclusionGraphCounts: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-13", name: "occlusion-graph-counts",
    summary:
      "An edge i→j exists iff both amodal masks share pixels where i is nearer; its count lies between the pixels of j's amodal mask where i is seen and the pixels they share.",
    unit: "edges", labels: [OcclusionLabel.name, MasksLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[OcclusionLabel.self] else { return }
    func key(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }
    var counts: [UInt64: Int] = [:]
    var last: UInt64?
    for edge in label.edges {
      let k = key(edge.front, edge.behind)
      finding.expect(
        edge.pixels > 0 && last.map { $0 < k } ?? true,
        view.about(
          edge.front, item: "\(edge.front) before \(edge.behind)", found: "\(edge.pixels) pixels",
          expected: "at least one, edges ascending and unique"))
      counts[k] = edge.pixels
      last = k
    }
    let masks = view.masks.map { ($0.instance, $0.modal, $0.amodal, $0.amodal.bounds) }
    for i in masks.indices {
      for j in masks.indices where i < j {
        let (a, modalA, amodalA, boundsA) = masks[i]
        let (b, modalB, amodalB, boundsB) = masks[j]
        let (ab, ba) = (counts[key(a, b)] ?? 0, counts[key(b, a)] ?? 0)
        let apart = boundsA.flatMap { x in boundsB.map { !x.overlaps($0) } } ?? true
        if apart && ab == 0 && ba == 0 { continue }
        let shared = amodalA.sharedPixels(amodalB)
        if shared == 0 && ab == 0 && ba == 0 { continue }
        let (seenA, seenB) = (modalA.sharedPixels(amodalB), modalB.sharedPixels(amodalA))
        finding.expect(
          ab.addingReportingOverflow(ba).overflow == false && ab + ba <= shared && ab >= seenA && ba >= seenB,
          view.about(
            a, item: "with \(b)", found: "\(ab) pixels in front, \(ba) behind",
            expected: "at least \(seenA) and \(seenB), at most \(shared) together"))
      }
    }
  }
}

extension PixelBox {
  /// Whether two boxes inside one image share a pixel.
  func overlaps(_ o: PixelBox) -> Bool {
    x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height
  }
}
