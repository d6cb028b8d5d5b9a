import Imaging
package import WorldModel

/// `disparity` and `disparity_occlusion` of the left camera of a rectified pair.
package struct DisparityAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.disparity }
  package var summary: String {
    "u_left − u_right, pixels, Float; 0 = nothing; with disparity_occlusion, UInt8"
  }
  package var needs: CaptureChannels { [.depth, .stereoOcclusion] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let depth = view.capture.depth, let baseline = view.capture.stereoBaseline else { return }
    let scale = view.camera.fx * baseline
    // Principal points may differ: they shift all columns alike.
    let cameras = view.capture.world.rig.cameras
    let partner = cameras.first { $0.name == view.capture.sensor }?.stereoPartner
    let shift = view.camera.cx - (cameras.first { $0.name == partner }?.camera.cx ?? view.camera.cx)
    labels.set(
      name,
      .float(
        view.raster(background: 0) { i, _, _, out, at in
          out[at] = Float(scale / Double(depth.values[i]) + shift)
        }))
    if let hidden = view.capture.stereoOcclusion { labels.set(LabelNames.disparityOcclusion, .uint8(hidden)) }
  }
}
