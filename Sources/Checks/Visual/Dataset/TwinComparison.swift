import Annotations
import Foundation
import Imaging
import JSON
import WorldModel

/// Bit-for-bit comparison of two makings of one sample.
enum TwinComparison {
  /// Labels that light and colour sampling must not touch.
  static let geometry: Set<String> = [
    LabelNames.depth, LabelNames.distance, LabelNames.disparity, LabelNames.disparityOcclusion,
    LabelNames.positionWorld, LabelNames.positionCamera, LabelNames.normal, LabelNames.normalCamera,
    LabelNames.normalGeometric, LabelNames.normalGeometricCamera, LabelNames.uv, LabelNames.albedo,
    LabelNames.instance,
    LabelNames.semantic, LabelNames.panoptic, LabelNames.part, LabelNames.material, LabelNames.room,
    LabelNames.flowForward,
    LabelNames.flowBackward, LabelNames.occlusionForward, LabelNames.occlusionBackward, LabelNames.sceneFlow,
  ]

  /// Compares the rasters named (`nil` = all) and all structured labels; one item a label.
  static func compare(_ a: Sample, _ b: Sample, only names: Set<String>?) -> CheckFinding {
    var finding = CheckFinding()
    finding.applied += 1
    finding.expect(
      a.views.map(\.sensor) == b.views.map(\.sensor) && a.views.map(\.camera) == b.views.map(\.camera)
        && a.views.map(\.worldFromCamera) == b.views.map(\.worldFromCamera) && a.time == b.time,
      Violation(sample: a.index, item: "cameras", found: "other cameras or poses", expected: "the same"))
    for (view, twin) in zip(a.views, b.views) {
      let labels = ViewLabels(view, of: a)
      let listA = view.labels.rasters.map(\.name).filter { names?.contains($0) ?? true }.sorted()
      let listB = twin.labels.rasters.map(\.name).filter { names?.contains($0) ?? true }.sorted()
      finding.expect(
        listA == listB,
        labels.about(
          item: "maps", found: listB.joined(separator: ", "), expected: listA.joined(separator: ", ")))
      for name in listA {
        guard let first = view.labels.raster(name), let second = twin.labels.raster(name) else { continue }
        let place = difference(first, second)
        finding.expect(
          place == nil,
          labels.at(place?.u ?? 0, place?.v ?? 0, item: name, found: "other bits", expected: "the same bits"))
      }
      for label in view.labels.structured {
        let name = type(of: label).name
        let other = twin.labels.structured.first { type(of: $0).name == name }
        finding.expect(
          other.map { same(label, $0) } ?? false,
          labels.about(item: name, found: other == nil ? "none" : "another value", expected: "the same value")
        )
      }
    }
    return finding
  }

  /// The first pixel whose bits differ; (0, 0) when the shapes do.
  private static func difference(_ a: AnyRaster, _ b: AnyRaster) -> (u: Int, v: Int)? {
    guard a.shape == b.shape else { return (0, 0) }
    let index: Int? =
      switch (a, b) {
      case (.uint8(let x), .uint8(let y)): firstDifference(x.values, y.values)
      case (.uint16(let x), .uint16(let y)): firstDifference(x.values, y.values)
      case (.uint32(let x), .uint32(let y)): firstDifference(x.values, y.values)
      case (.float(let x), .float(let y)): firstDifference(x.values, y.values)
      default: 0
      }
    return index.map { ($0 / a.shape.channels % a.shape.width, $0 / a.shape.channels / a.shape.width) }
  }

  /// The number of the first element whose bits differ, of arrays of one length.
  private static func firstDifference<T: BitwiseCopyable>(_ a: [T], _ b: [T]) -> Int? {
    a.withUnsafeBytes { x in
      b.withUnsafeBytes { y -> Int? in
        guard let p = x.baseAddress, let q = y.baseAddress, memcmp(p, q, x.count) != 0 else { return nil }
        return x.indices.first { x[$0] != y[$0] }.map { $0 / MemoryLayout<T>.stride }
      }
    }
  }

  private static func same(_ a: any StructuredLabel, _ b: any StructuredLabel) -> Bool {
    // Through JSON, as that is what lands in files.
    guard let x = try? CanonicalJSON.encode(a), let y = try? CanonicalJSON.encode(b) else { return false }
    return x == y
  }
}
