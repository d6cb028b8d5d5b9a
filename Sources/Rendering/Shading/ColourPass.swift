import CLanes
import VectorMath
import WorldModel

/// The colour of every pixel of a pinhole picture from four samples; labels never see them.
struct ColourPass {
  /// Sample positions in 1/256 pixel from the centre: a rotated grid.
  static let samples: [(x: Int32, y: Int32)] = [(-32, -96), (96, -32), (-96, 32), (32, 96)]
  static let spread: Int32 = 96

  let pass: VisibilityPass
  let colour: SampleColour
  let tiles: [Tile]

  func run() {
    for row in 0..<pass.bins.rows {
      for column in 0..<pass.bins.columns {
        for (k, s) in Self.samples.enumerated() {
          pass.draw(tiles[k], column: column, row: row, shiftX: s.x, shiftY: s.y)
        }
        resolve(pass.bins.rectangle(column: column, row: row))
      }
    }
  }

  private func resolve(_ rectangle: PixelRectangle) {
    let iota = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7)
    for v in rectangle.minV..<rectangle.maxV {
      var u = rectangle.minU
      while u < rectangle.maxU {
        let place = (v - rectangle.minV) * Tile.side + (u - rectangle.minU)
        @inline(__always)
        func ids(_ k: Int) -> SIMD8<Int32> {
          UnsafeRawPointer(tiles[k].record + place).loadUnaligned(as: SIMD8<Int32>.self)
        }
        let columns = SIMD8<Double>(repeating: Double(u)) + iota
        let center = RowPlaces(u: columns, row: Double(v))
        var seen = colour.shaded((ids(0), ids(1), ids(2), ids(3)), center: center) { k in
          let s = Self.samples[k]
          return RowPlaces(u: columns + Double(s.x) / 256, row: Double(v) + Double(s.y) / 256)
        }
        let at = v * colour.output.rowStride + u
        if let glass = colour.glass, glass.layers.covers(u: u, v: v) {
          let depths = UnsafeRawPointer(colour.output.depths.base + at).loadUnaligned(as: SIMD8<Float>.self)
          colour.lay(glass, over: &seen, u: center.u, v: center.v, depths: depths)
        }
        colour.write(seen, at: at)
        u += 8
      }
    }
  }
}
