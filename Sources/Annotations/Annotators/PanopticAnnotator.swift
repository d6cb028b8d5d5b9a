import Imaging
package import WorldModel

/// `panoptic`: things and stuff in one raster, with its segments.
package struct PanopticAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.panoptic }
  package var summary: String {
    "instance for things, 2²³ + class id for stuff, UInt32; 0 = nothing; with its segments"
  }
  package var needs: CaptureChannels { .visibility }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let subjects = view.capture.snapshot.subjects
    func id(_ s: Snapshot.Subject) -> UInt32 {
      s.nativeClass.isThing ? s.id : 1 << 23 + UInt32(s.nativeClass.id)
    }
    guard let raster = view.byPiece(background: UInt32(0), { id(subjects[$0.entity]) }) else { return }
    labels.set(name, .uint32(raster))
    var segments: [UInt32: PanopticLabel.Segment] = [:]
    for (entity, subject) in subjects.enumerated() {
      let seen = view.seen[entity]
      guard let box = seen.box else { continue }
      let key = id(subject)
      if var known = segments[key] {
        // Stuff of one class is one segment, whatever it is made of.
        known.area += seen.pixels
        known.box = known.box.union(box)
        segments[key] = known
      } else {
        segments[key] = PanopticLabel.Segment(
          id: key, category: subject.nativeClass.name, isThing: subject.nativeClass.isThing,
          area: seen.pixels,
          box: box)
      }
    }
    labels.set(PanopticLabel(segments: segments.values.sorted { $0.id < $1.id }))
  }
}
