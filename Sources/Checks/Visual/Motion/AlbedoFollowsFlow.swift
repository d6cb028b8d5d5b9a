import Annotations
import Imaging
import VectorMath

/// visual-32: what moves keeps its colour.
package struct AlbedoFollowsFlow: ViewPairCheck {
  package static let rule = CheckRule(
    id: "visual-32", name: "albedo-follows-flow",
    summary:
      "Albedo of the next frame at the flow's target matches albedo here, for visible pixels inside one object: the ranges of the 3 × 3 pixels around both (on narrow and round surfaces, of the same part's pixels) (where grain is finer than pixels, 5 × 5) are no further apart than they span, and 4 codes, in every channel.",
    unit: "pixels",
    labels: [LabelNames.flowForward, LabelNames.occlusionForward, LabelNames.albedo, LabelNames.instance])

  package init() {}

  package func examine(_ earlier: ViewLabels, _ later: ViewLabels, into finding: inout CheckFinding) {
    guard let flow = earlier.floats(LabelNames.flowForward),
      let occlusion = earlier.bytes(LabelNames.occlusionForward),
      let here = earlier.bytes(LabelNames.albedo), let there = later.bytes(LabelNames.albedo),
      let ids = earlier.words(LabelNames.instance), let nextIDs = later.words(LabelNames.instance)
    else { return }
    // What is narrower than its pixels need not be met again.
    let depth = earlier.floats(LabelNames.depth)
    let nextDepth = later.floats(LabelNames.depth)
    let normals = earlier.floats(LabelNames.normalGeometric)
    let nextNormals = later.floats(LabelNames.normalGeometric)
    let narrow = NarrowSurface(earlier)
    let nextNarrow = NarrowSurface(later)
    let (w, h) = (earlier.width, earlier.height)
    guard w > 2, h > 2, later.width == w, later.height == h else { return }
    for v in 1..<(h - 1) {
      for u in 1..<(w - 1) {
        let p = v * w + u
        guard ids.values[p] != 0, occlusion.values[p] == 0 else { continue }
        let target = Vector2(Double(u), Double(v)) + flow.pair(p)
        guard let column = pixel(target.x, limit: w), let row = pixel(target.y, limit: h), column > 0,
          row > 0,
          column < w - 1, row < h - 1, nextIDs.values[row * w + column] == ids.values[p]
        else { continue }
        let q = row * w + column
        var (a, b): (Range, Range)
        let isWide =
          depth.map { SurfacePatch.isWide(earlier, $0, p) } ?? true
          && nextDepth.map { SurfacePatch.isWide(later, $0, q) } ?? true
        if isWide {
          (a, b) = (Self.range(here, p), Self.range(there, q))
        } else {
          guard let narrow, let nextNarrow, let kind = narrow.kind(p, hidden: occlusion) else { continue }
          let thing = narrow.thing(p)
          guard nextNarrow.isFound(thing, kind, around: q) else { continue }
          (a, b) = (Range(), Range())
          // Faces of one thing may be painted differently.
          guard let normals, let nextNormals else { continue }
          func faces(_ n: Raster<Float>, _ k: Int) -> Bool {
            dot(n.vector(k), normals.vector(p)) > 0.9
          }
          narrow.forEach(thing, around: p) { if faces(normals, $0) { a.add(here, $0) } }
          nextNarrow.forEach(thing, around: q) { if faces(nextNormals, $0) { b.add(there, $0) } }
          // Not met, or too colourful to tell.
          guard b.low[0] <= b.high[0], !a.isWide, !b.isWide else { continue }
        }
        let slack = (a.high &- a.low) &+ (b.high &- b.low) &+ 4
        func isApart() -> Bool {
          (0..<3).contains { max(a.low[$0], b.low[$0]) - min(a.high[$0], b.high[$0]) > slack[$0] }
        }
        // Grain finer than the pixels may have missed those around that it comes from.
        if isWide, isApart() { (a, b) = (Self.range(here, p, reach: 2), Self.range(there, q, reach: 2)) }
        finding.expect(
          !isApart(),
          earlier.at(
            u, v, instance: ids.values[p], found: "albedo \(b) at \(text(target))",
            expected: "to meet \(a)"))
      }
    }
  }

  /// The least and greatest code of each channel.
  private struct Range: CustomStringConvertible {
    var low = SIMD4<Int16>(repeating: 255)
    var high = SIMD4<Int16>(repeating: 0)

    @inline(__always)
    mutating func add(_ r: Raster<UInt8>, _ p: Int) {
      let i = p * 3
      let code = SIMD4<Int16>(Int16(r.values[i]), Int16(r.values[i + 1]), Int16(r.values[i + 2]), 0)
      low.replace(with: code, where: code .< low)
      high.replace(with: code, where: code .> high)
    }

    var description: String {
      "\(low[0]) \(low[1]) \(low[2])…\(high[0]) \(high[1]) \(high[2])"
    }

    /// Whether some channel spans so many codes that the range says little.
    var isWide: Bool { (0..<3).contains { high[$0] - low[$0] > 64 } }
  }

  /// Of the pixels around pixel number `p`, as many to each side as `reach` and the border allow.
  @inline(__always)
  private static func range(_ r: Raster<UInt8>, _ p: Int, reach: Int = 1) -> Range {
    var out = Range()
    let (u, v) = (p % r.width, p / r.width)
    for y in max(0, v - reach)...min(r.height - 1, v + reach) {
      for x in max(0, u - reach)...min(r.width - 1, u + reach) { out.add(r, y * r.width + x) }
    }
    return out
  }
}
