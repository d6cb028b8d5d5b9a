import Imaging
package import WorldModel

/// `scene_flow`: motion of surface points.
package struct SceneFlowAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.sceneFlow }
  package var summary: String {
    "world motion to the next frame in this camera's axes, metres, Float ×3; 0 = still or nothing"
  }
  package var needs: CaptureChannels { .sceneFlow }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.sceneFlow { labels.set(name, .float(r)) }
  }
}
