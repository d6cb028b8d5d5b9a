import Annotations
import Imaging
import VectorMath
import WorldModel

/// One thing's pixels, for surfaces too narrow or too bent for `SurfacePatch`: poles and railings, and smooth round ones.
///
/// Between pixel centres nothing is known but what the neighbours of the same thing say. What is followed into another
/// view is therefore compared with each of them, and may differ by as much as they differ among themselves. Narrow
/// ridges and niches of wide things are left out: in the other view they may fall between the centres.
struct NarrowSurface {
  let ids: Raster<UInt32>
  let parts: Raster<UInt32>?
  let materials: Raster<UInt16>?
  let depth: Raster<Float>
  /// Pixels.
  let focalLength: Double

  /// `nil` without instances and depth.
  init?(_ view: ViewLabels) {
    guard let ids = view.words(LabelNames.instance), let depth = view.floats(LabelNames.depth) else {
      return nil
    }
    self.ids = ids
    self.depth = depth
    focalLength = max(1, min(abs(view.camera.fx), abs(view.camera.fy)))
    parts = view.words(LabelNames.part)
    materials = view.shorts(LabelNames.material)
  }

  /// Instance, part and material at a pixel.
  struct Thing: Equatable {
    var id: UInt32
    var part: UInt32
    var material: UInt16
  }

  /// Why a pixel can be followed.
  enum Kind {
    /// Its neighbours bend smoothly about it.
    case smooth
    /// Its thing is no more than `thin` pixels wide or high there, but two.
    case thin
  }
  static let thin = 6

  @inline(__always)
  func thing(_ p: Int) -> Thing {
    Thing(id: ids.values[p], part: parts?.values[p] ?? 0, material: materials?.values[p] ?? 0)
  }

  /// What makes pixel `p`, which is not on the border, fit to be followed; `nil` when nothing does.
  /// - Parameter hidden: 0 where the other view sees the surface; what it does not see is no neighbour.
  func kind(_ p: Int, hidden: Raster<UInt8>?) -> Kind? {
    let thing = thing(p)
    guard thing.id != 0 else { return nil }
    if isSmooth(thing, p, hidden: hidden) { return .smooth }
    let w = ids.width
    let z = depth.values[p]
    @inline(__always)
    func fits(_ q: Int) -> Bool {
      self.thing(q) == thing && hidden?.values[q] ?? 0 == 0 && abs(depth.values[q] - z) < 0.02 * z
    }
    let (left, right, above, below) = (fits(p - 1), fits(p + 1), fits(p - w), fits(p + w))
    guard
      left && above && fits(p - w - 1) || right && above && fits(p - w + 1)
        || left && below && fits(p + w - 1) || right && below && fits(p + w + 1)
    else { return nil }
    return isThin(thing, p) ? .thin : nil
  }

  /// Whether the 5 × 5 pixels around show one thing whose depth bends by less than a thousandth about `p`. (Bars a pixel
  /// apart look like one surface over three pixels.)
  func isSmooth(_ thing: Thing, _ p: Int, hidden: Raster<UInt8>? = nil) -> Bool {
    let (u, v, w) = (p % ids.width, p / ids.width, ids.width)
    guard u >= 2, v >= 2, u + 2 < w, v + 2 < ids.height, let patch = SurfacePatch.slopes(depth, p),
      patch.bend <= 1e-3 * patch.inverse
    else { return false }
    for dv in -2...2 {
      for du in -2...2 {
        let q = p + dv * w + du
        if self.thing(q) != thing || hidden?.values[q] ?? 0 != 0 { return false }
      }
    }
    return true
  }

  /// Whether a thing is thin at `p`, along the row or the column.
  func isThin(_ thing: Thing, _ p: Int) -> Bool {
    let (u, v, w) = (p % ids.width, p / ids.width, ids.width)
    func run(_ step: Int, _ before: Int, _ after: Int) -> Int {
      var count = 1
      for side in [-1, 1] {
        var k = 1
        while count <= Self.thin, k <= (side < 0 ? before : after), self.thing(p + side * k * step) == thing {
          count += 1
          k += 1
        }
      }
      return count
    }
    return run(1, u, w - 1 - u) <= Self.thin || run(w, v, ids.height - 1 - v) <= Self.thin
  }

  /// Whether the instance at `p` stands alone, as a pole does: no more of it for as many pixels to either side as it may be
  /// thin, and no deeper than a few pixels are wide. (Bars of a railing look like what they are not where pixels meet
  /// now one of them, now the next.)
  func isAlone(_ p: Int) -> Bool {
    let (u, v, w) = (p % ids.width, p / ids.width, ids.width)
    func stands(_ step: Int, _ place: Int, _ count: Int) -> Bool {
      var (low, high, pixels) = (Double.infinity, -Double.infinity, 0)
      for side in [-1, 1] {
        var clear = 0
        var k = 0
        while clear < Self.thin {
          guard pixels <= Self.thin + 1, place + side * k >= 0, place + side * k < count else { return false }
          let q = p + side * k * step
          if ids.values[q] != ids.values[p] {
            clear += 1
          } else if clear > 0 {
            return false
          } else {
            low = min(low, Double(depth.values[q]))
            high = max(high, Double(depth.values[q]))
            pixels += 1
          }
          k += 1
        }
      }
      return pixels <= Self.thin + 1 && high - low <= Double(pixels) * low / focalLength
    }
    return stands(1, u, w) || stands(w, v, ids.height)
  }

  /// Whether what is followed as `kind` can be found again about pixel `q` of this view.
  func isFound(_ thing: Thing, _ kind: Kind, around q: Int) -> Bool {
    switch kind {
    case .smooth: return isSmooth(thing, q)
    case .thin:
      var isThin = true
      forEach(thing, around: q) { isThin = isThin && self.isThin(thing, $0) }
      return isThin
    }
  }

  /// Calls `body` with the pixels of a thing among the 3 × 3 around `q`, which is not on the border.
  @inline(__always)
  func forEach(_ thing: Thing, around q: Int, _ body: (Int) -> Void) {
    for dv in -1...1 {
      for du in -1...1 {
        let p = q + dv * ids.width + du
        if self.thing(p) == thing, depth.values[p].isFinite { body(p) }
      }
    }
  }

  /// The least and greatest inverse depth of a thing around a pixel; `nil` when it has none there.
  func inverseDepths(_ thing: Thing, around q: Int) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    forEach(thing, around: q) { p in
      let inverse = 1 / Double(depth.values[p])
      low = min(low, inverse)
      high = max(high, inverse)
    }
    return low <= high && low > 0 && high.isFinite ? low...high : nil
  }

  /// Whether a point of pixel `p` that another view sees at `q` and at depth `z` is what `other` measures there.
  /// - Returns: the inverse depths that would do, and whether the point's is among them; `nil` when the surface is too
  ///   narrow, too steep or not met.
  func meets(_ other: NarrowSurface, from p: Int, at q: Int, depth z: Double, hidden: Raster<UInt8>?)
    -> (holds: Bool, expected: ClosedRange<Double>)?
  {
    let thing = thing(p)
    guard z > 0, let kind = kind(p, hidden: hidden), other.isFound(thing, kind, around: q),
      let there = other.inverseDepths(thing, around: q),
      let here = inverseDepths(thing, around: p)
    else { return nil }
    if kind == .thin {
      var isAlone = isAlone(p)
      other.forEach(thing, around: q) { isAlone = isAlone && other.isAlone($0) }
      guard isAlone else { return nil }
    }
    // As far again as the neighbours differ, and as a pixel is wide: half a pixel beyond the outermost centre something
    // round falls back by more than between the centres.
    let rounding = (1e-3 + 1 / focalLength) / z
    let slack =
      (here.upperBound - here.lowerBound) / here.upperBound / z + (there.upperBound - there.lowerBound)
      + rounding
    guard slack * z <= 0.05 else { return nil }
    let range = (there.lowerBound - slack)...(there.upperBound + slack)
    return (range.contains(1 / z), range)
  }
}
