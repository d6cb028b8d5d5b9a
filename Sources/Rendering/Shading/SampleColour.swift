import CLanes
import VectorMath
import WorldModel

/// The colour of eight pixels from their samples, for any lens.
struct SampleColour {
  let shading: PhysicalShading
  let surfaces: SurfaceTable
  let records: UnsafePointer<RasterTriangle>
  let output: FrameBuffers
  /// What lies before the surfaces.
  let glass: GlassView?
  /// The channels as plain flags, which the inner loop can test without a call.
  private let wantsRadiance: Bool
  private let wantsColour: Bool

  /// - Parameter channels: which of colour and radiance to write.
  init(
    shading: PhysicalShading, surfaces: SurfaceTable, records: UnsafePointer<RasterTriangle>,
    output: FrameBuffers, channels: CaptureChannels, glass: GlassView?
  ) {
    self.shading = shading
    self.surfaces = surfaces
    self.records = records
    self.output = output
    self.glass = glass
    wantsRadiance = channels.contains(.hdr)
    wantsColour = channels.contains(.rgb)
  }

  /// Pixels whose four samples lie on one triangle are shaded once, at the centre; others four times.
  ///
  /// - Parameters:
  ///   - ids: records of the four samples.
  ///   - sample: the places of one of the four.
  @inline(__always)
  func shaded<P: SamplePlaces>(
    _ ids: (SIMD8<Int32>, SIMD8<Int32>, SIMD8<Int32>, SIMD8<Int32>), center: P, _ sample: (Int) -> P
  ) -> PhysicalShading.Triple {
    let same = (ids.0 ^ ids.1) | (ids.0 ^ ids.2) | (ids.0 ^ ids.3)
    if lanes_mask(lanes_equal_i(same, .zero)) == 0xff { return shaded(ids.0, center) }
    var sum: PhysicalShading.Triple = (.zero, .zero, .zero)
    for (k, id) in [ids.0, ids.1, ids.2, ids.3].enumerated() {
      let one = shaded(id, sample(k))
      // Highlights are limited before averaging, or one bright sample outshines an edge.
      sum.x += lanes_min(one.x, SIMD8(repeating: 8)) * 0.25
      sum.y += lanes_min(one.y, SIMD8(repeating: 8)) * 0.25
      sum.z += lanes_min(one.z, SIMD8(repeating: 8)) * 0.25
    }
    return sum
  }

  @inline(__always)
  private func shaded<P: SamplePlaces>(_ ids: SIMD8<Int32>, _ places: P) -> PhysicalShading.Triple {
    let first = ids[0]
    if lanes_mask(lanes_equal_i(ids, SIMD8(repeating: first))) == 0xff {
      surfaces.ensure(first, records)
      return uniform(UniformLanes(row: surfaces.base + Int(first &* SurfaceTable.stride)), ids, places)
    }
    for k in 0..<8 { surfaces.ensure(ids[k], records) }
    return gathered(GatheredLanes(table: surfaces.base, offsets: ids &* SurfaceTable.stride), ids, places)
  }

  @inline(never)
  private func uniform<P: SamplePlaces>(
    _ s: UniformLanes, _ ids: SIMD8<Int32>, _ places: P
  ) -> PhysicalShading.Triple {
    shading.shade(s, ids, places)
  }

  @inline(never)
  private func gathered<P: SamplePlaces>(
    _ s: GatheredLanes, _ ids: SIMD8<Int32>, _ places: P
  ) -> PhysicalShading.Triple {
    shading.shade(s, ids, places)
  }

  /// Writes eight pixels from index `at` of the output on.
  @inline(__always)
  func write(_ o: PhysicalShading.Triple, at: Int) {
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
