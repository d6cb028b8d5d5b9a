import CLanes
import VectorMath
import WorldModel

/// The colour of every pixel from four samples; labels never see them.
///
/// Pixels whose four samples lie on one triangle are shaded once, at the centre.
struct ColourPass {
  /// Sample positions in 1/256 pixel from the centre: a rotated grid.
  static let samples: [(x: Int32, y: Int32)] = [(-32, -96), (96, -32), (-96, 32), (32, 96)]
  static let spread: Int32 = 96

  let pass: VisibilityPass
  let shading: PhysicalShading
  let output: FrameBuffers
  let tiles: [Tile]
  /// The channels as plain flags, which the inner loop can test without a call.
  private let wantsRadiance: Bool
  private let wantsColour: Bool
  private let glass: GlassView?

  /// - Parameters:
  ///   - channels: which of colour and radiance to write.
  ///   - glass: what lies before the surfaces.
  init(
    pass: VisibilityPass, shading: PhysicalShading, output: FrameBuffers, channels: CaptureChannels,
    tiles: [Tile], glass: GlassView? = nil
  ) {
    self.glass = glass
    self.pass = pass
    self.shading = shading
    self.output = output
    self.tiles = tiles
    wantsRadiance = channels.contains(.hdr)
    wantsColour = channels.contains(.rgb)
  }

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
    let surfaces = pass.surfaces
    let records = UnsafePointer(pass.setup.records.base)
    for v in rectangle.minV..<rectangle.maxV {
      var u = rectangle.minU
      while u < rectangle.maxU {
        let place = (v - rectangle.minV) * Tile.side + (u - rectangle.minU)
        @inline(__always)
        func ids(_ k: Int) -> SIMD8<Int32> {
          UnsafeRawPointer(tiles[k].record + place).loadUnaligned(as: SIMD8<Int32>.self)
        }
        let (a, b, c, d) = (ids(0), ids(1), ids(2), ids(3))
        let columns = SIMD8<Double>(repeating: Double(u)) + iota
        let at = v * output.rowStride + u
        let same = (a ^ b) | (a ^ c) | (a ^ d)
        if lanes_mask(lanes_equal_i(same, .zero)) == 0xff {
          write(shaded(a, columns, Double(v), surfaces, records), at, u, v)
        } else {
          var sum: PhysicalShading.Triple = (.zero, .zero, .zero)
          for (k, id) in [a, b, c, d].enumerated() {
            let s = Self.samples[k]
            let one = shaded(
              id, columns + Double(s.x) / 256, Double(v) + Double(s.y) / 256, surfaces, records)
            // Highlights are limited before averaging, or one bright sample outshines an edge.
            sum.x += lanes_min(one.x, SIMD8(repeating: 8)) * 0.25
            sum.y += lanes_min(one.y, SIMD8(repeating: 8)) * 0.25
            sum.z += lanes_min(one.z, SIMD8(repeating: 8)) * 0.25
          }
          write(sum, at, u, v)
        }
        u += 8
      }
    }
  }

  @inline(__always)
  private func shaded(
    _ ids: SIMD8<Int32>, _ u: SIMD8<Double>, _ v: Double, _ surfaces: SurfaceTable,
    _ records: UnsafePointer<RasterTriangle>
  ) -> PhysicalShading.Triple {
    let first = ids[0]
    if lanes_mask(lanes_equal_i(ids, SIMD8(repeating: first))) == 0xff {
      surfaces.ensure(first, records)
      return uniform(UniformLanes(row: surfaces.base + Int(first &* SurfaceTable.stride)), ids, u, v)
    }
    for k in 0..<8 { surfaces.ensure(ids[k], records) }
    return gathered(GatheredLanes(table: surfaces.base, offsets: ids &* SurfaceTable.stride), ids, u, v)
  }

  @inline(never)
  private func uniform(
    _ s: UniformLanes, _ ids: SIMD8<Int32>, _ u: SIMD8<Double>, _ v: Double
  ) -> PhysicalShading.Triple {
    shading.shade(s, ids, u: u, v: v)
  }

  @inline(never)
  private func gathered(
    _ s: GatheredLanes, _ ids: SIMD8<Int32>, _ u: SIMD8<Double>, _ v: Double
  ) -> PhysicalShading.Triple {
    shading.shade(s, ids, u: u, v: v)
  }

  @inline(__always)
  private func write(_ seen: PhysicalShading.Triple, _ at: Int, _ u: Int, _ v: Int) {
    var o = seen
    if let glass, glass.layers.covers(u: u, v: v) {
      o = glass.before(seen, u: u, v: v, depths: output.depths.base + at)
    }
    if wantsRadiance {
      lanes_store3(output.radiances.base + 3 * at, o.x, o.y, o.z)
    }
    if wantsColour {
      let e = shading.exposure
      lanes_store_rgb(
        output.rgbBytes.base + 3 * at,
        packed(
          ToneMapping.filmic(o.x * e.x), ToneMapping.filmic(o.y * e.y),
          ToneMapping.filmic(o.z * e.z)))
    }
  }

  @inline(__always)
  private func packed(_ r: SIMD8<Float>, _ g: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<UInt32> {
    ToneMapping.bytes(r, shading.colour.encode) | (ToneMapping.bytes(g, shading.colour.encode) &<< 8)
      | (ToneMapping.bytes(b, shading.colour.encode) &<< 16)
  }
}
