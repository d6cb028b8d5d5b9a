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
  /// Four more, for what is seen through panes.
  let behind: [Tile]

  func run() {
    for row in 0..<pass.bins.rows {
      for column in 0..<pass.bins.columns {
        for (k, s) in Self.samples.enumerated() {
          pass.draw(tiles[k], column: column, row: row, shiftX: s.x, shiftY: s.y)
        }
        // Rooms have glass of their own (`GlassLayers`).
        let hasPanes = colour.shading.indoor == nil && pass.hasPanes(column: column, row: row)
        if hasPanes {
          for (k, s) in Self.samples.enumerated() {
            pass.drawBehindPanes(behind[k], column: column, row: row, shiftX: s.x, shiftY: s.y)
          }
        }
        resolve(pass.bins.rectangle(column: column, row: row), hasPanes: hasPanes)
      }
    }
  }

  private func resolve(_ rectangle: PixelRectangle, hasPanes: Bool) {
    let iota = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7)
    for v in rectangle.minV..<rectangle.maxV {
      var u = rectangle.minU
      while u < rectangle.maxU {
        let place = (v - rectangle.minV) * Tile.side + (u - rectangle.minU)
        @inline(__always)
        func ids(_ k: Int, _ tiles: [Tile]) -> SIMD8<Int32> {
          UnsafeRawPointer(tiles[k].record + place).loadUnaligned(as: SIMD8<Int32>.self)
        }
        @inline(__always)
        func shaded(_ tiles: [Tile], center: RowPlaces, _ columns: SIMD8<Double>) -> SampleColour.Shown {
          let four = (ids(0, tiles), ids(1, tiles), ids(2, tiles), ids(3, tiles))
          return colour.shaded(four, center: center) { k in
            let s = Self.samples[k]
            return RowPlaces(u: columns + Double(s.x) / 256, row: Double(v) + Double(s.y) / 256)
          }
        }
        let columns = SIMD8<Double>(repeating: Double(u)) + iota
        let center = RowPlaces(u: columns, row: Double(v))
        var seen = shaded(tiles, center: center, columns)
        if hasPanes {
          var light = SIMD8<Float>.zero
          for k in 0..<4 { light += transmitted(ids(k, tiles)) * 0.25 }
          if light != .zero { seen.add(shaded(behind, center: center, columns), times: light) }
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

  /// What the surfaces of eight samples let through.
  private func transmitted(_ ids: SIMD8<Int32>) -> SIMD8<Float> {
    var out = SIMD8<Float>.zero
    for k in 0..<8 where ids[k] > 0 {
      out[k] = pass.transmission[Int(pass.setup.records.base[Int(ids[k])].piece)]
    }
    return out
  }
}

extension SampleColour.Shown {
  /// Adds light that comes through a pane.
  fileprivate mutating func add(_ other: Self, times factor: SIMD8<Float>) {
    colour.x += other.colour.x * factor
    colour.y += other.colour.y * factor
    colour.z += other.colour.z * factor
    radiance.x += other.radiance.x * factor
    radiance.y += other.radiance.y * factor
    radiance.z += other.radiance.z * factor
  }
}
