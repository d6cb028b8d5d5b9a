import Imaging
import VectorMath
package import WorldModel

/// `occlusion`: the graph of who is in front of whom.
package struct OcclusionAnnotator: Annotator {
  package init() {}
  package var name: String { OcclusionLabel.name }
  package var summary: String { "who hides whom, with pixel counts" }
  package var needs: CaptureChannels { [.alone, .visibility] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let layers = view.capture.alone
    var edges: [OcclusionLabel.Edge] = []
    for a in layers.indices {
      for b in layers.indices where a < b { edges += Self.edges(layers[a], layers[b], view.capture.snapshot) }
    }
    edges += Self.edges(ofStuffBefore: layers, view)
    labels.set(OcclusionLabel(edges: edges.sorted { ($0.front, $0.behind) < ($1.front, $1.behind) }))
  }

  /// Stuff (ground, kerbs, walls) is not drawn alone: it stands in front where it is what is seen.
  private static func edges(
    ofStuffBefore layers: [Capture.AloneLayer], _ view: CapturedView
  ) -> [OcclusionLabel.Edge] {
    guard let pieces = view.capture.piece else { return [] }
    let subjects = view.capture.snapshot.subjects
    let entities = view.capture.snapshot.pieces.map(\.entity)
    var edges: [OcclusionLabel.Edge] = []
    for layer in layers {
      var counts = [Int](repeating: 0, count: subjects.count)
      for y in 0..<layer.height {
        let row = (layer.v0 + y) * view.width + layer.u0
        for x in 0..<layer.width where layer.inverseDepth[y * layer.width + x] > 0 {
          let piece = Int(pieces.values[row + x]) - 1
          if piece >= 0, !subjects[entities[piece]].nativeClass.isThing { counts[entities[piece]] += 1 }
        }
      }
      for (entity, count) in counts.enumerated() where count > 0 {
        edges.append(
          OcclusionLabel.Edge(front: subjects[entity].id, behind: subjects[layer.entity].id, pixels: count))
      }
    }
    return edges
  }

  private static func edges(
    _ a: Capture.AloneLayer, _ b: Capture.AloneLayer, _ snapshot: Snapshot
  ) -> [OcclusionLabel.Edge] {
    let u0 = max(a.u0, b.u0)
    let u1 = min(a.u0 + a.width, b.u0 + b.width)
    let v0 = max(a.v0, b.v0)
    let v1 = min(a.v0 + a.height, b.v0 + b.height)
    guard u0 < u1, v0 < v1 else { return [] }
    var (aFront, bFront) = (0, 0)
    for v in v0..<v1 {
      let rowA = (v - a.v0) * a.width - a.u0
      let rowB = (v - b.v0) * b.width - b.u0
      for u in u0..<u1 {
        let (wa, wb) = (a.inverseDepth[rowA + u], b.inverseDepth[rowB + u])
        guard wa > 0, wb > 0 else { continue }
        // The earlier entity wins a tie, as in the picture.
        let aIsFront = wa > wb || (wa == wb && a.entity < b.entity)
        if aIsFront { aFront += 1 } else { bFront += 1 }
      }
    }
    let (ia, ib) = (snapshot.subjects[a.entity].id, snapshot.subjects[b.entity].id)
    var edges: [OcclusionLabel.Edge] = []
    if aFront > 0 { edges.append(OcclusionLabel.Edge(front: ia, behind: ib, pixels: aFront)) }
    if bFront > 0 { edges.append(OcclusionLabel.Edge(front: ib, behind: ia, pixels: bFront)) }
    return edges
  }
}
