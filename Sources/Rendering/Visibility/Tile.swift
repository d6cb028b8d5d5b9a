import CLanes

/// Depth and record index of 64 × 64 pixels while they are rasterised: the visibility decision itself.
///
/// At each pixel the record with the greatest 1/z wins, the earlier one on a tie. Every output is read from
/// this one decision.
final class Tile {
  static let side = TileBins.side
  let inverseDepth: UnsafeMutablePointer<Float>
  let record: UnsafeMutablePointer<Int32>

  init() {
    inverseDepth = Self.allocate(Float.self)
    record = Self.allocate(Int32.self)
    clear()
  }

  deinit {
    inverseDepth.deallocate()
    record.deallocate()
  }

  private static func allocate<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    UnsafeMutableRawPointer.allocate(byteCount: side * side * MemoryLayout<T>.stride, alignment: 64)
      .bindMemory(to: T.self, capacity: side * side)
  }

  func clear() {
    inverseDepth.update(repeating: 0, count: Self.side * Self.side)
    record.update(repeating: 0, count: Self.side * Self.side)
  }

  /// Says whether the surface is there at a pixel: for materials with holes.
  typealias AlphaTest = (_ record: Int32, _ u: Int, _ v: Int) -> Bool

  /// Draws one record into the tile that covers `rectangle`, sampling `shiftX`, `shiftY` 1/256 pixel to the
  /// right of and below the pixel centres (0 for labels; colour takes more samples).
  ///
  /// Edge functions are exact: vertices are multiples of 1/256 pixel and sample points of 256/256, so
  /// floor(E/256) carries the sign of E, and the values over a tile fit 32 bits.
  @inline(__always)
  func draw(
    _ t: borrowing RasterTriangle, index: Int32, in rectangle: PixelRectangle, shiftX: Int32 = 0,
    shiftY: Int32 = 0,
    alpha: AlphaTest? = nil
  ) {
    let originU = Int32(truncatingIfNeeded: rectangle.minU)
    let originV = Int32(truncatingIfNeeded: rectangle.minV)
    let minU = max(t.minU, originU)
    let maxU = min(t.maxU, Int32(truncatingIfNeeded: rectangle.maxU) &- 1)
    let minV = max(t.minV, originV)
    let maxV = min(t.maxV, Int32(truncatingIfNeeded: rectangle.maxV) &- 1)
    if minU > maxU || minV > maxV { return }
    // First group of eight columns, counted from the tile's left side.
    let firstColumn = (minU &- originU) & ~7
    let startU = originU &+ firstColumn

    let a0 = t.y0 &- t.y1
    let b0 = t.x1 &- t.x0
    let a1 = t.y1 &- t.y2
    let b1 = t.x2 &- t.x1
    let a2 = t.y2 &- t.y0
    let b2 = t.x0 &- t.x2
    let e0 = Self.edge(a0, b0, t.x0 &- shiftX, t.y0 &- shiftY, startU, minV)
    let e1 = Self.edge(a1, b1, t.x1 &- shiftX, t.y1 &- shiftY, startU, minV)
    let e2 = Self.edge(a2, b2, t.x2 &- shiftX, t.y2 &- shiftY, startU, minV)

    let columns = maxU &- startU
    let rows = maxV &- minV
    let iota = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
    let iotaF = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
    let refU = t.refU
    let refV = t.refV
    let wu = SIMD8<Float>(repeating: t.wu)
    let wShift = (t.wu * Float(shiftX) + t.wv * Float(shiftY)) / 256
    let low = SIMD8<Float>(repeating: t.wMin)
    let high = SIMD8<Float>(repeating: t.wMax)
    let du0 = SIMD8<Float>(repeating: Float(startU &- refU)) + iotaF
    let ids = SIMD8<Int32>(repeating: index)
    let eight = SIMD8<Float>(repeating: 8)
    // Lanes beyond the tile's right side belong to nobody.
    var row: Int32 = 0
    var base = Int((minV &- originV) &* 64 &+ firstColumn)
    let depthRaw = UnsafeMutableRawPointer(inverseDepth)
    let recordRaw = UnsafeMutableRawPointer(record)

    var r0 = iota &* a0 &+ e0
    var r1 = iota &* a1 &+ e1
    var r2 = iota &* a2 &+ e2
    let s0 = SIMD8<Int32>(repeating: a0 &* 8)
    let s1 = SIMD8<Int32>(repeating: a1 &* 8)
    let s2 = SIMD8<Int32>(repeating: a2 &* 8)
    while row <= rows {
      var f0 = r0
      var f1 = r1
      var f2 = r2
      var du = du0
      let wRow = SIMD8<Float>(repeating: t.w + wShift + t.wv * Float(minV &+ row &- refV))
      var column: Int32 = 0
      var at = base
      while column <= columns {
        let outside = f0 | f1 | f2
        if lanes_mask(outside) != 0xff {
          let w = lanes_min(lanes_max(wRow + wu * du, low), high)
          let old = depthRaw.load(fromByteOffset: 4 &* at, as: SIMD8<Float>.self)
          let win = lanes_less(old, w) & ~(outside &>> 31)
          if lanes_mask(win) != 0 {
            if let alpha {
              drawWithHoles(win, w, index, at, startU &+ column, minV &+ row, alpha)
            } else {
              depthRaw.storeBytes(of: lanes_select(win, w, old), toByteOffset: 4 &* at, as: SIMD8<Float>.self)
              let known = recordRaw.load(fromByteOffset: 4 &* at, as: SIMD8<Int32>.self)
              recordRaw.storeBytes(
                of: lanes_select_i(win, ids, known), toByteOffset: 4 &* at, as: SIMD8<Int32>.self)
            }
          }
        }
        f0 &+= s0
        f1 &+= s1
        f2 &+= s2
        du = du + eight
        column &+= 8
        at &+= 8
      }
      r0 &+= b0
      r1 &+= b1
      r2 &+= b2
      row &+= 1
      base &+= 64
    }
  }

  @inline(never)
  private func drawWithHoles(
    _ win: SIMD8<Int32>, _ w: SIMD8<Float>, _ index: Int32, _ at: Int, _ u: Int32, _ v: Int32,
    _ alpha: AlphaTest
  ) {
    for lane in 0..<8 where win[lane] != 0 && alpha(index, Int(u) + lane, Int(v)) {
      inverseDepth[at + lane] = w[lane]
      record[at + lane] = index
    }
  }

  /// floor(E/256) at pixel (u, v), lowered by the top-left rule where the edge does not own its points; limited
  /// to ±2³⁰, beyond which its sign cannot change within a tile.
  @inline(__always)
  private static func edge(_ a: Int32, _ b: Int32, _ x: Int32, _ y: Int32, _ u: Int32, _ v: Int32) -> Int32 {
    let owns = a > 0 || (a == 0 && b > 0)
    let e =
      Int64(a) &* (Int64(u) &* 256 &- Int64(x)) &+ Int64(b) &* (Int64(v) &* 256 &- Int64(y)) &- (owns ? 0 : 1)
    return Int32(truncatingIfNeeded: max(-(1 << 30), min(1 << 30, e >> 8)))
  }
}
