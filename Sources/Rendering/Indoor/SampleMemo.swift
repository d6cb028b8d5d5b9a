import VectorMath

/// What has been found for the samples of eight pixels so far: those of one pixel that lie on one triangle share light
/// and mirror image, as they do where all eight pixels show one triangle.
final class SampleMemo {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  private struct Sample {
    var ids = SIMD8<Int32>.zero
    var arriving = IndoorLanes.Arriving()
    var imaged = SIMD8<Int32>.zero
    var image: Triple = (.zero, .zero, .zero)
    var distance = Lanes.zero
  }

  private var samples = InlineArray<4, Sample>(repeating: Sample())
  private var count = 0
  private var u = -Double.infinity
  private var v = -Double.infinity

  /// Forgets all unless the samples lie in the pixels of those before.
  func begin(u: Double, v: Double) {
    if u != self.u || v != self.v || count == 4 { count = 0 }
    (self.u, self.v) = (u, v)
  }

  /// The sample of pixel k that shows a record; `nil` if none does yet.
  @inline(__always)
  func sample(_ k: Int, of id: Int32) -> Int? {
    for s in 0..<count where samples[s].ids[k] == id { return s }
    return nil
  }

  @inline(__always)
  func copyArriving(_ s: Int, _ k: Int, to out: inout IndoorLanes.Arriving) {
    out.isInside[k] = samples[s].arriving.isInside[k]
    out.irradiance.x[k] = samples[s].arriving.irradiance.x[k]
    out.irradiance.y[k] = samples[s].arriving.irradiance.y[k]
    out.irradiance.z[k] = samples[s].arriving.irradiance.z[k]
    out.direction.x[k] = samples[s].arriving.direction.x[k]
    out.direction.y[k] = samples[s].arriving.direction.y[k]
    out.direction.z[k] = samples[s].arriving.direction.z[k]
  }

  func add(_ ids: SIMD8<Int32>, _ arriving: IndoorLanes.Arriving) {
    samples[count].ids = ids
    samples[count].arriving = arriving
    samples[count].imaged = .zero
    count += 1
  }

  /// Whether pixels of the latest sample show one record.
  @inline(__always)
  func isOneSurface(_ a: Int, _ b: Int, _ c: Int) -> Bool {
    let ids = samples[count - 1].ids
    return ids[a] == ids[b] && ids[b] == ids[c]
  }

  /// The mirror image in pixel k of the latest sample, if one of those before has it.
  @inline(__always)
  func copyImage(_ k: Int, to out: inout Triple, _ distance: inout Lanes) -> Bool {
    let id = samples[count - 1].ids[k]
    for s in 0..<(count - 1) where samples[s].ids[k] == id && samples[s].imaged[k] != 0 {
      out.x[k] = samples[s].image.x[k]
      out.y[k] = samples[s].image.y[k]
      out.z[k] = samples[s].image.z[k]
      distance[k] = samples[s].distance[k]
      return true
    }
    return false
  }

  /// Remembers mirror images for the latest sample.
  func addImage(_ wanted: SIMD8<Int32>, _ image: Triple, _ distance: Lanes) {
    samples[count - 1].imaged = wanted
    samples[count - 1].image = image
    samples[count - 1].distance = distance
  }
}
