import VectorMath
package import WorldModel

/// `point_tracks`: points fixed to surfaces, where they are and whether they are seen.
package struct PointTracksAnnotator: Annotator {
  package init() {}
  package var name: String { PointTracksLabel.name }
  package var summary: String {
    "surface points followed through the sequence and across cameras, with exact visibility"
  }
  package var needs: CaptureChannels { .points }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let points = view.capture.points else { return }
    let snapshot = view.capture.snapshot
    let camera = view.camera
    labels.set(
      PointTracksLabel(
        entries: points.map { sight in
          let piece = snapshot.pieces[sight.point.piece]
          let subject = snapshot.subjects[piece.entity]
          let p = sight.position
          let place = camera.place(of: p)?.pixel
          let isInside = place.map(camera.contains) ?? false
          return PointTracksLabel.Entry(
            id: sight.point.id, instance: subject.id, piece: sight.point.piece - subject.pieces.lowerBound,
            triangle: sight.point.triangle,
            weights: [sight.point.weights.x, sight.point.weights.y, sight.point.weights.z],
            camera: [p.x, p.y, p.z], u: place?.x, v: place?.y,
            visibility: !isInside ? 0 : sight.isSeen ? 2 : 1)
        }))
  }
}
