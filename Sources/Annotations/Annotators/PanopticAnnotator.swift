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
    // Stuff of one class is one segment, whatever it is made of.
    var members: [UInt32: [Int]] = [:]
    for (entity, subject) in subjects.enumerated() where view.seen[entity].pixels > 0 {
      members[id(subject), default: []].append(entity)
    }
    let segments = members.sorted { $0.key < $1.key }.compactMap { key, entities in
      view.visibleBox(of: entities).map { box in
        let nativeClass = subjects[entities[0]].nativeClass
        return PanopticLabel.Segment(
          id: key, category: nativeClass.name, isThing: nativeClass.isThing,
          area: entities.reduce(0) { $0 + view.seen[$1].pixels }, box: box)
      }
    }
    labels.set(PanopticLabel(segments: segments))
  }
}
