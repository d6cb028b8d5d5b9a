import VectorMath
package import WorldModel

/// `motion`: velocities from the tracks.
package struct MotionAnnotator: Annotator {
  package init() {}
  package var name: String { MotionLabel.name }
  package var summary: String { "velocity in the world and yaw rate of each thing" }
  package var needs: CaptureChannels { .alone }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let entries = view.things.map { i in
      let entity = view.capture.world.entities[i]
      let t = view.capture.snapshot.time
      let velocity = entity.track.velocity(at: t)
      return MotionLabel.Entry(
        instance: entity.id, velocity: [velocity.x, velocity.y, velocity.z],
        yawRate: entity.track.yawRate(at: t))
    }
    labels.set(MotionLabel(entries: entries))
  }
}
