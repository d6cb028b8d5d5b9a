import Annotations
package import Imaging
import VectorMath
package import WorldModel

/// One view of a sample with its labels behind a guard: a raster of the wrong type or size counts as absent,
/// so that checks can index without fear. (`visual-24` reports such rasters.)
package struct ViewLabels: Sendable {
  package let sample: Int
  package let view: Sample.View

  package init(_ view: Sample.View, of sample: Sample) {
    self.init(view, sample: sample.index)
  }

  init(_ view: Sample.View, sample: Int) {
    self.view = view
    self.sample = sample
  }

  package var camera: Camera { view.camera }
  package var width: Int { view.camera.width }
  package var height: Int { view.camera.height }

  package func floats(_ name: String) -> Raster<Float>? {
    if case .float(let r)? = raster(name) { r } else { nil }
  }
  package func bytes(_ name: String) -> Raster<UInt8>? {
    if case .uint8(let r)? = raster(name) { r } else { nil }
  }
  package func shorts(_ name: String) -> Raster<UInt16>? {
    if case .uint16(let r)? = raster(name) { r } else { nil }
  }
  package func words(_ name: String) -> Raster<UInt32>? {
    if case .uint32(let r)? = raster(name) { r } else { nil }
  }

  /// The raster, when it has the form its name calls for.
  package func raster(_ name: String) -> AnyRaster? {
    guard let raster = view.labels.raster(name) else { return nil }
    guard let form = RasterForm.of(name) else { return raster }
    return form.fits(raster, width: width, height: height) ? raster : nil
  }

  package subscript<L: StructuredLabel>(_ type: L.Type) -> L? { view.labels[type] }

  /// Whether pixel number `p` has neighbours on all sides.
  @inline(__always)
  func isInner(_ p: Int) -> Bool {
    let (u, v) = (p % width, p / width)
    return u > 0 && v > 0 && u < width - 1 && v < height - 1
  }

  /// The masks that are well formed for this view's size, as runs, in the label's order.
  package var masks: [(instance: UInt32, modal: MaskRuns, amodal: MaskRuns)] {
    (self[MasksLabel.self]?.entries ?? []).compactMap { entry in
      guard let modal = MaskRuns(entry.modal, width: width, height: height),
        let amodal = MaskRuns(entry.amodal, width: width, height: height)
      else { return nil }
      return (entry.instance, modal, amodal)
    }
  }

  /// Which of `names` this view lacks.
  package func missing(of names: [String]) -> [String] {
    names.filter { name in
      raster(name) == nil && !view.labels.structured.contains { type(of: $0).name == name }
    }
  }

  /// A violation at a pixel of this view.
  package func at(
    _ u: Int, _ v: Int, instance: UInt32? = nil, item: String? = nil, found: String, expected: String
  ) -> Violation {
    Violation(
      sample: sample, sensor: view.sensor, u: u, v: v, instance: instance, item: item, found: found,
      expected: expected)
  }

  /// A violation of an instance (or the view as a whole).
  package func about(
    _ instance: UInt32? = nil, item: String? = nil, found: String, expected: String
  ) -> Violation {
    Violation(
      sample: sample, sensor: view.sensor, instance: instance, item: item, found: found, expected: expected)
  }
}

/// The scalar type and channel count a raster label has.
package struct RasterForm: Sendable, Hashable {
  package enum Scalar: Sendable, Hashable { case uint8, uint16, uint32, float }
  package var scalar: Scalar
  package var channels: Int

  /// The form of a named raster; `nil` for a name that is not known here.
  package static func of(_ name: String) -> RasterForm? { forms[name] }

  private static let forms: [String: RasterForm] = [
    LabelNames.rgb: RasterForm(scalar: .uint8, channels: 3),
    LabelNames.hdr: RasterForm(scalar: .float, channels: 3),
    LabelNames.depth: RasterForm(scalar: .float, channels: 1),
    LabelNames.distance: RasterForm(scalar: .float, channels: 1),
    LabelNames.disparity: RasterForm(scalar: .float, channels: 1),
    LabelNames.disparityOcclusion: RasterForm(scalar: .uint8, channels: 1),
    LabelNames.positionWorld: RasterForm(scalar: .float, channels: 3),
    LabelNames.positionCamera: RasterForm(scalar: .float, channels: 3),
    LabelNames.normal: RasterForm(scalar: .float, channels: 3),
    LabelNames.normalCamera: RasterForm(scalar: .float, channels: 3),
    LabelNames.normalGeometric: RasterForm(scalar: .float, channels: 3),
    LabelNames.normalGeometricCamera: RasterForm(scalar: .float, channels: 3),
    LabelNames.uv: RasterForm(scalar: .float, channels: 2),
    LabelNames.albedo: RasterForm(scalar: .uint8, channels: 3),
    LabelNames.instance: RasterForm(scalar: .uint32, channels: 1),
    LabelNames.semantic: RasterForm(scalar: .uint16, channels: 1),
    LabelNames.panoptic: RasterForm(scalar: .uint32, channels: 1),
    LabelNames.part: RasterForm(scalar: .uint32, channels: 1),
    LabelNames.material: RasterForm(scalar: .uint16, channels: 1),
    LabelNames.room: RasterForm(scalar: .uint16, channels: 1),
    LabelNames.flowForward: RasterForm(scalar: .float, channels: 2),
    LabelNames.flowBackward: RasterForm(scalar: .float, channels: 2),
    LabelNames.occlusionForward: RasterForm(scalar: .uint8, channels: 1),
    LabelNames.occlusionBackward: RasterForm(scalar: .uint8, channels: 1),
    LabelNames.sceneFlow: RasterForm(scalar: .float, channels: 3),
  ]

  package func fits(_ raster: AnyRaster, width: Int, height: Int) -> Bool {
    let same =
      switch raster {
      case .uint8: scalar == .uint8
      case .uint16: scalar == .uint16
      case .uint32: scalar == .uint32
      case .float: scalar == .float
      }
    let shape = raster.shape
    return same && shape.channels == channels && shape.width == width && shape.height == height
  }
}

extension Raster where Scalar == Float {
  /// Three channels of pixel number `p` (row by row).
  @inline(__always)
  func vector(_ p: Int) -> Vector3 {
    Vector3(Double(values[p * 3]), Double(values[p * 3 + 1]), Double(values[p * 3 + 2]))
  }

  /// Two channels of pixel number `p` (row by row).
  @inline(__always)
  func pair(_ p: Int) -> Vector2 { Vector2(Double(values[p * 2]), Double(values[p * 2 + 1])) }
}
