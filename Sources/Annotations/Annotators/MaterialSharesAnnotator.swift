import Imaging
package import WorldModel

/// `material_shares`: materials by name, and how much of each is seen.
package struct MaterialSharesAnnotator: Annotator {
  package init() {}
  package var name: String { MaterialSharesLabel.name }
  package var summary: String { "names of the materials that are seen of each entity, with pixels" }
  package var needs: CaptureChannels { .visibility }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let raster = view.capture.piece else { return }
    let snapshot = view.capture.snapshot
    var pixels = [Int](repeating: 0, count: snapshot.pieces.count)
    for value in raster.values where value > 0 && Int(value) <= pixels.count { pixels[Int(value) - 1] += 1 }
    var counts: [UInt32: [Int: Int]] = [:]
    for (piece, count) in zip(snapshot.pieces, pixels) where count > 0 {
      counts[snapshot.subjects[piece.entity].id, default: [:]][piece.material, default: 0] += count
    }
    let entries = counts.keys.sorted().map { id in
      let shares = (counts[id] ?? [:]).sorted { $0.key < $1.key }.map { material, count in
        MaterialSharesLabel.Share(
          id: Int(UInt16(clamping: material + 1)), name: snapshot.materials[material].name, pixels: count)
      }
      return MaterialSharesLabel.Entry(instance: id, shares: shares)
    }
    labels.set(MaterialSharesLabel(entries: entries))
  }
}
