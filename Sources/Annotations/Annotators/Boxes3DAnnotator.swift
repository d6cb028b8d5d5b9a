import Geometry
import VectorMath
package import WorldModel

/// `boxes3d`: the smallest boxes along the objects' axes.
package struct Boxes3DAnnotator: Annotator {
  package init() {}
  package var name: String { Boxes3DLabel.name }
  package var summary: String {
    "boxes around the mesh along the object's axes: size, world and camera pose, projected corners"
  }
  package var needs: CaptureChannels { .alone }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    let cameraFromWorld = capture.worldFromCamera.inverse
    let entries = view.things.map { i in
      let subject = capture.snapshot.subjects[i]
      let box = capture.snapshot.objectBounds(of: subject)
      let center = subject.worldFromObject * box.center
      let rotation = subject.worldFromObject.rotation
      let cameraFromObject = cameraFromWorld * subject.worldFromObject
      let corners = box.corners.map { corner -> [Double]? in
        let p = cameraFromObject * corner
        guard capture.camera.canProject(p) else { return nil }
        let at = capture.camera.project(p)
        return [at.x, at.y]
      }
      let inCamera = cameraFromObject * box.center
      return Boxes3DLabel.Entry(
        instance: subject.id, size: [box.size.x, box.size.y, box.size.z],
        center: [center.x, center.y, center.z],
        rotation: [rotation.w, rotation.x, rotation.y, rotation.z],
        cameraCenter: [inCamera.x, inCamera.y, inCamera.z],
        cameraRotation: [
          cameraFromObject.rotation.w, cameraFromObject.rotation.x, cameraFromObject.rotation.y,
          cameraFromObject.rotation.z,
        ], corners: corners)
    }
    labels.set(Boxes3DLabel(entries: entries))
  }
}
