import Annotations
import Imaging
import WorldModel

/// visual-25: numbers are numbers, and lie where they can.
package struct ValuesAreFinite: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-25", name: "values-are-finite",
    summary:
      "Maps have the camera's size and their declared type; no NaN anywhere; infinity only as depth's and distance's sentinel; depth at or beyond the near plane; flags are 0 or 1; radiance is not negative.",
    unit: "values")

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    for (name, raster) in view.view.labels.rasters {
      if let form = RasterForm.of(name) {
        let shape = raster.shape
        finding.expect(
          form.fits(raster, width: view.width, height: view.height),
          view.about(
            item: name, found: "\(shape.width) × \(shape.height) × \(shape.channels)",
            expected: "\(view.width) × \(view.height) × \(form.channels) of \(form.scalar)"))
      }
      switch raster {
      case .float(let r):
        let sentinel = name == LabelNames.depth || name == LabelNames.distance
        let least =
          switch name {
          // Float32 may round a depth just below the near plane.
          case LabelNames.depth, LabelNames.distance: Float(view.camera.near) * (1 - 0x1p-20)
          case LabelNames.hdr, LabelNames.disparity: Float(0)
          default: -Float.greatestFiniteMagnitude
          }
        let most = sentinel ? Float.infinity : .greatestFiniteMagnitude
        if Self.areAll(r.values, from: least, to: most) {
          finding.pass(r.values.count)
          continue
        }
        let row = r.width * r.channels
        for i in r.values.indices {
          let x = r.values[i]
          finding.expect(
            x >= least && x <= most,
            view.at(
              i % row / r.channels, i / row, item: name, found: "\(x)",
              expected: sentinel ? "at least \(least), or +inf" : "a finite number in range"))
        }
      case .uint8(let r) where Self.flags.contains(name):
        for i in r.values.indices {
          finding.expect(
            r.values[i] <= 1,
            view.at(i % r.width, i / r.width, item: name, found: "\(r.values[i])", expected: "0 or 1"))
        }
      default: break
      }
    }
  }

  /// Whether all values lie in a range; false for NaN.
  private static func areAll(_ values: [Float], from least: Float, to most: Float) -> Bool {
    values.withUnsafeBufferPointer { values in
      // Without a branch, so that the compiler takes many at a time.
      var wrong: UInt32 = 0
      for i in 0..<values.count { wrong |= (values[i] >= least ? 0 : 1) | (values[i] <= most ? 0 : 1) }
      return wrong == 0
    }
  }

  private static let flags: Set<String> = [
    LabelNames.occlusionForward, LabelNames.occlusionBackward, LabelNames.disparityOcclusion,
  ]
}
