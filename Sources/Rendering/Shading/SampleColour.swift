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

  /// What eight pixels show: linear radiance × π for the picture, and its plain mean.
  struct Shown {
    var colour: PhysicalShading.Triple
    /// As `colour` where not wanted.
    var radiance: PhysicalShading.Triple
  }

  /// Pixels whose four samples lie on one triangle are shaded once, at the centre; others four times.
  ///
  /// The picture weighs samples by what the eye will see of them, so that one sample of the sky does not outshine a window
  /// frame's edge (B. Karis, "Tone mapping", 2013).
  ///
  /// - Parameters:
  ///   - ids: records of the four samples.
  ///   - sample: the places of one of the four.
  @inline(__always)
  func shaded<P: SamplePlaces>(
    _ ids: (SIMD8<Int32>, SIMD8<Int32>, SIMD8<Int32>, SIMD8<Int32>), center: P, _ sample: (Int) -> P
  ) -> Shown {
    let same = (ids.0 ^ ids.1) | (ids.0 ^ ids.2) | (ids.0 ^ ids.3)
    if lanes_mask(lanes_equal_i(same, .zero)) == 0xff {
      let one = shaded(ids.0, center)
      return Shown(colour: one, radiance: one)
    }
    var sum: PhysicalShading.Triple = (.zero, .zero, .zero)
    var plain: PhysicalShading.Triple = (.zero, .zero, .zero)
    var total = SIMD8<Float>.zero
    let e = shading.exposure
    for (k, id) in [ids.0, ids.1, ids.2, ids.3].enumerated() {
      let one = shaded(id, sample(k))
      let most = lanes_max(one.x * e.x, lanes_max(one.y * e.y, one.z * e.z))
      let w = 1 / (1 + lanes_max(most, .zero))
      sum = (sum.x + one.x * w, sum.y + one.y * w, sum.z + one.z * w)
      total += w
      guard wantsRadiance else { continue }
      // Highlights are limited, or one bright sample outshines an edge.
      plain.x += lanes_min(one.x, SIMD8(repeating: 8)) * 0.25
      plain.y += lanes_min(one.y, SIMD8(repeating: 8)) * 0.25
      plain.z += lanes_min(one.z, SIMD8(repeating: 8)) * 0.25
    }
    let r = 1 / total
    let colour = (x: sum.x * r, y: sum.y * r, z: sum.z * r)
    return Shown(colour: colour, radiance: wantsRadiance ? plain : colour)
  }

  /// Lays glass over eight pixels.
  ///
  /// - Parameters:
  ///   - u, v: their places in the lens's image.
  ///   - depths: planar z of what is seen, metres.
  func lay(
    _ glass: GlassView, over shown: inout Shown, u: SIMD8<Double>, v: SIMD8<Double>, depths: SIMD8<Float>
  ) {
    shown.colour = glass.before(shown.colour, u: u, v: v, depths: depths)
    shown.radiance =
      wantsRadiance ? glass.before(shown.radiance, u: u, v: v, depths: depths) : shown.colour
  }

  @inline(__always)
  private func shaded<P: SamplePlaces>(_ ids: SIMD8<Int32>, _ places: P) -> PhysicalShading.Triple {
    let first = ids[0]
    // Worth a copy of the shading only where it is the usual case.
    if let places = places as? RowPlaces, lanes_mask(lanes_equal_i(ids, SIMD8(repeating: first))) == 0xff {
      surfaces.ensure(first, records)
      return uniform(UniformLanes(row: surfaces.base + Int(first &* SurfaceTable.stride)), ids, places)
    }
    for k in 0..<8 { surfaces.ensure(ids[k], records) }
    return gathered(GatheredLanes(table: surfaces.base, offsets: ids &* SurfaceTable.stride), ids, places)
  }

  @inline(never)
  private func uniform(
    _ s: UniformLanes, _ ids: SIMD8<Int32>, _ places: RowPlaces
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
  func write(_ shown: Shown, at: Int) {
    if wantsRadiance {
      lanes_store3(output.radiances.base + 3 * at, shown.radiance.x, shown.radiance.y, shown.radiance.z)
    }
    if wantsColour {
      let e = shading.exposure
      var o = (x: shown.colour.x * e.x, y: shown.colour.y * e.y, z: shown.colour.z * e.z)
      if shading.indoor != nil { o = ToneMapping.restrained(o) }
      lanes_store_rgb(
        output.rgbBytes.base + 3 * at,
        packed(
          ToneMapping.mapped(o.x, shading.curve), ToneMapping.mapped(o.y, shading.curve),
          ToneMapping.mapped(o.z, shading.curve)))
    }
  }

  @inline(__always)
  private func packed(_ r: SIMD8<Float>, _ g: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<UInt32> {
    ToneMapping.bytes(r, shading.colour.encode) | (ToneMapping.bytes(g, shading.colour.encode) &<< 8)
      | (ToneMapping.bytes(b, shading.colour.encode) &<< 16)
  }
}
