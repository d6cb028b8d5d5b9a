import Imaging
package import WorldModel

/// `normal_geometric`: face normals in the world.
package struct FaceNormalAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.normalGeometric }
  package var summary: String { "unit face normal towards the camera, world, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { .faceNormal }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.faceNormal { labels.set(name, .float(r)) }
  }
}
