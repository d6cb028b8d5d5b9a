import CLanes

/// Where eight samples lie in a pinhole image, pixels.
///
/// Outputs and shading are written once over this protocol: samples of a pinhole camera lie in one row; those of other
/// lenses lie scattered over the pinhole image (`LensFace`) that their rays pass through.
protocol SamplePlaces {
  var u: SIMD8<Double> { get }
  var v: SIMD8<Double> { get }
  /// `v` in single precision.
  var rows: SIMD8<Float> { get }
  /// Names the eight pixels: samples of one pixel have it in common.
  var pixel: (u: Double, v: Double) { get }
  /// The row of a map of half the image's size, limited to what there is.
  func halfRow(of count: Int) -> SIMD8<Int32>
  /// From steps of a quantity a pixel of the pinhole image to the right and down, to its steps a pixel of the picture.
  func steps(_ right: SIMD8<Float>, _ down: SIMD8<Float>) -> (right: SIMD8<Float>, down: SIMD8<Float>)
}

/// Eight neighbours in a row of a pinhole picture.
struct RowPlaces: SamplePlaces {
  let u: SIMD8<Double>
  let row: Double

  @inline(__always)
  init(u: SIMD8<Double>, row: Double) {
    self.u = u
    self.row = row
  }

  @inline(__always) var v: SIMD8<Double> { SIMD8(repeating: row) }
  @inline(__always) var rows: SIMD8<Float> { SIMD8(repeating: Float(row)) }
  @inline(__always) var pixel: (u: Double, v: Double) { (u[0].rounded(), row.rounded()) }
  @inline(__always)
  func halfRow(of count: Int) -> SIMD8<Int32> {
    SIMD8(repeating: Int32(max(0, min(Int(row) >> 1, count - 1))))
  }
  @inline(__always)
  func steps(_ right: SIMD8<Float>, _ down: SIMD8<Float>) -> (right: SIMD8<Float>, down: SIMD8<Float>) {
    (right, down)
  }
}

/// Samples of eight pixels of another lens in the pinhole image of a `LensFace`.
struct ScatteredPlaces: SamplePlaces {
  var u: SIMD8<Double> = .zero
  var v: SIMD8<Double> = .zero
  /// Number of the group of eight pixels.
  var group = 0
  /// Steps of the place in the pinhole image when the picture's column (`uRight`, `vRight`) or row grows by one.
  var uRight: SIMD8<Float> = .zero
  var vRight: SIMD8<Float> = .zero
  var uDown: SIMD8<Float> = .zero
  var vDown: SIMD8<Float> = .zero

  @inline(__always) var rows: SIMD8<Float> { lanes_d_to_f(v) }
  @inline(__always) var pixel: (u: Double, v: Double) { (Double(group), 0) }
  @inline(__always)
  func halfRow(of count: Int) -> SIMD8<Int32> {
    lanes_min_i(lanes_max_i(lanes_round_d(v) &>> 1, .zero), SIMD8(repeating: Int32(count - 1)))
  }
  @inline(__always)
  func steps(_ right: SIMD8<Float>, _ down: SIMD8<Float>) -> (right: SIMD8<Float>, down: SIMD8<Float>) {
    (right * uRight + down * vRight, right * uDown + down * vDown)
  }
}
