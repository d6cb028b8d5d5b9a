import Annotations
import Imaging
import VectorMath

/// visual-32: what moves keeps its colour.
package struct AlbedoFollowsFlow: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-32", name: "albedo-follows-flow",
    summary:
      "Albedo of the next frame at the flow's target matches albedo here, for visible pixels inside one object: the ranges of the 3 × 3 pixels around both overlap within 4 codes in every channel.",
    unit: "pixels",
    labels: [LabelNames.flowForward, LabelNames.occlusionForward, LabelNames.albedo, LabelNames.instance])

  package init() {}

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard let flow = earlier.floats(LabelNames.flowForward),
      let occlusion = earlier.bytes(LabelNames.occlusionForward),
      let here = earlier.bytes(LabelNames.albedo), let there = later.bytes(LabelNames.albedo),
      let ids = earlier.words(LabelNames.instance), let nextIDs = later.words(LabelNames.instance)
    else { return }
    // What is narrower than its pixels need not be met again: only wide, flat patches are held to it.
    let depth = earlier.floats(LabelNames.depth)
    let nextDepth = later.floats(LabelNames.depth)
    let (w, h) = (earlier.width, earlier.height)
    guard w > 2, h > 2, later.width == w, later.height == h else { return }
    for v in 1..<(h - 1) {
      for u in 1..<(w - 1) {
        let p = v * w + u
        guard ids.values[p] != 0, occlusion.values[p] == 0 else { continue }
        let target = Vector2(Double(u), Double(v)) + flow.pair(p)
        guard let column = pixel(target.x, limit: w), let row = pixel(target.y, limit: h), column > 0,
          row > 0,
          column < w - 1, row < h - 1, nextIDs.values[row * w + column] == ids.values[p],
          depth.map({ SurfacePatch.isWide(earlier, $0, p) }) ?? true,
          nextDepth.map({ SurfacePatch.isWide(later, $0, row * w + column) }) ?? true
        else { continue }
        let a = Self.range(here, p)
        let b = Self.range(there, row * w + column)
        let apart = (0..<3).contains { max(a.low[$0], b.low[$0]) - min(a.high[$0], b.high[$0]) > 4 }
        finding.expect(
          !apart,
          earlier.at(
            u, v, instance: ids.values[p], found: "albedo \(b.low)…\(b.high) at \(text(target))",
            expected: "to meet \(a.low)…\(a.high)"))
      }
    }
  }

  /// The least and greatest code of each channel in the 3 × 3 pixels around pixel number `p`.
  @inline(__always)
  private static func range(_ r: Raster<UInt8>, _ p: Int) -> (low: SIMD4<Int16>, high: SIMD4<Int16>) {
    var low = SIMD4<Int16>(repeating: 255)
    var high = SIMD4<Int16>(repeating: 0)
    for dv in -1...1 {
      for du in -1...1 {
        let i = (p + dv * r.width + du) * 3
        let code = SIMD4<Int16>(Int16(r.values[i]), Int16(r.values[i + 1]), Int16(r.values[i + 2]), 0)
        low.replace(with: code, where: code .< low)
        high.replace(with: code, where: code .> high)
      }
    }
    return (low, high)
  }
}
