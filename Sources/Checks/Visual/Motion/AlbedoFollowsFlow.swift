import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-32: what moves keeps its colour.
package struct AlbedoFollowsFlow: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-32", name: "albedo-follows-flow",
    summary:
      "Albedo of the next frame at the flow's target matches albedo here, for visible pixels inside one object: the ranges of the 3 × 3 pixels around both (where grain is finer than pixels, 5 × 5) are no further apart than they span, and 4 codes, in every channel (one pixel in a hundred of an object forgiven).",
    unit: "pixels",
    labels: [LabelNames.flowForward, LabelNames.occlusionForward, LabelNames.albedo, LabelNames.instance],
    lenses: [.pinhole, .brownConrady, .fisheye, .orthographic])

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
    let (parts, nextParts) = (earlier.words(LabelNames.part), later.words(LabelNames.part))
    var objects = FindingByObject()
    defer { finding.merge(objects.total(forgiving: SurfacePatch.wideShare)) }
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
          SurfacePatch.isSamePart(parts, p, nextParts, row * w + column),
          depth.map({ SurfacePatch.isWide(earlier, $0, p) }) ?? true,
          nextDepth.map({ SurfacePatch.isWide(later, $0, row * w + column) }) ?? true
        else { continue }
        let q = row * w + column
        var (a, b) = (Self.range(here, p), Self.range(there, q))
        let slack = (a.high &- a.low) &+ (b.high &- b.low) &+ 4
        func isApart() -> Bool {
          (0..<3).contains { max(a.low[$0], b.low[$0]) - min(a.high[$0], b.high[$0]) > slack[$0] }
        }
        // Grain finer than the pixels may have missed those around that it comes from.
        if isApart() { (a, b) = (Self.range(here, p, reach: 2), Self.range(there, q, reach: 2)) }
        objects.expect(
          ids.values[p], !isApart(),
          earlier.at(
            u, v, instance: ids.values[p], found: "albedo \(b.low)…\(b.high) at \(text(target))",
            expected: "to meet \(a.low)…\(a.high)"))
      }
    }
  }

  /// The least and greatest code of each channel in the pixels around pixel number `p`, as many to each side as `reach`
  /// and the border allow.
  @inline(__always)
  private static func range(_ r: Raster<UInt8>, _ p: Int, reach: Int = 1) -> (
    low: SIMD4<Int16>, high: SIMD4<Int16>
  ) {
    var low = SIMD4<Int16>(repeating: 255)
    var high = SIMD4<Int16>(repeating: 0)
    let (u, v) = (p % r.width, p / r.width)
    for y in max(0, v - reach)...min(r.height - 1, v + reach) {
      for x in max(0, u - reach)...min(r.width - 1, u + reach) {
        let i = (y * r.width + x) * 3
        let code = SIMD4<Int16>(Int16(r.values[i]), Int16(r.values[i + 1]), Int16(r.values[i + 2]), 0)
        low.replace(with: code, where: code .< low)
        high.replace(with: code, where: code .> high)
      }
    }
    return (low, high)
  }
}
