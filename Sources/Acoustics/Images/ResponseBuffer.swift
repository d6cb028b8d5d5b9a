import Signals

/// Impulse responses under construction, one for each band: as kernels that are added where they belong, or, for very many
/// images, as trains of impulses that are filtered at the end. The two differ by less than −100 dB.
struct ResponseBuffer {
  /// Samples of the response.
  let count: Int
  let bands: Int
  /// Samples from one band's start to the next's.
  let stride: Int
  private var kernels: [Float] = []
  private var trains: [ImpulseTrain] = []

  static let margin = FractionalDelay.reach

  /// For about `images` images: their number alone decides how they are added.
  init(count: Int, bands: Int, images: Int) {
    self.count = max(count, 0)
    self.bands = bands
    // The last kernel may start at the last sample.
    stride = self.count + ResponseBuffer.margin + FractionalDelay.row
    if images > self.count / 2 {
      trains = Array(repeating: ImpulseTrain(count: self.count), count: bands)
    } else {
      kernels = Array(repeating: 0, count: bands * stride)
    }
  }

  var isTrain: Bool { !trains.isEmpty }

  /// The response of a band.
  func band(_ b: Int) -> [Float] {
    if isTrain { return trains[b].rendered() }
    // Samples before 0 lie in the margin.
    let start = b * stride + ResponseBuffer.margin
    return Array(kernels[start..<start + count])
  }

  /// Memory of the first band for `KernelTable`: sample n's kernel begins at n.
  @inline(__always)
  mutating func withKernels(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    kernels.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
  }

  /// The train of a band.
  @inline(__always)
  mutating func withTrain(_ b: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
    trains[b].withMemory(body)
  }

  /// Adds an impulse in all bands, at a delay in samples in 0 ..< count.
  @inline(__always)
  mutating func add(_ amplitudes: SIMD8<Float>, at delay: Double, kernels table: KernelTable) {
    if isTrain {
      let (powers, place) = ImpulseTrain.powers(of: delay)
      for b in 0..<bands {
        trains[b].withMemory {
          let at = $0 + 8 &* place
          Lanes.store(Lanes.load(UnsafePointer(at)) + powers * amplitudes[b], at)
        }
      }
    } else {
      let whole = Int(delay)
      let (bands, stride) = (bands, stride)
      withKernels {
        table.add(
          amplitudes, bands: bands, stride: stride, fraction: delay - Double(whole), to: $0 + whole)
      }
    }
  }
}

/// Kernels of the fractional delay, added at full speed.
struct KernelTable {
  let base: UnsafePointer<Float>

  /// Adds `amplitude` × the kernel of a delay of `whole + fraction` samples at `target`, which begins 40 samples before
  /// `whole`.
  @inline(__always)
  func add(_ amplitude: Float, fraction: Double, to target: UnsafeMutablePointer<Float>) {
    let (row, weight) = place(fraction)
    let (low, high) = (amplitude * (1 - weight), amplitude * weight)
    var k = 0
    while k < FractionalDelay.row {
      let sum = Lanes.load(UnsafePointer(target + k)) + Lanes.load(row + k) * low
      Lanes.store(sum + Lanes.load(row + (k &+ FractionalDelay.row)) * high, target + k)
      k = k &+ 8
    }
  }

  /// The same in several bands, each with its amplitude: the kernel is interpolated once.
  @inline(__always)
  func add(
    _ amplitudes: SIMD8<Float>, bands: Int, stride: Int, fraction: Double,
    to target: UnsafeMutablePointer<Float>
  ) {
    let (row, weight) = place(fraction)
    var k = 0
    while k < FractionalDelay.row {
      let low = Lanes.load(row + k)
      let kernel = low + (Lanes.load(row + (k &+ FractionalDelay.row)) - low) * weight
      var at = target + k
      for b in 0..<bands {
        Lanes.store(Lanes.load(UnsafePointer(at)) + kernel * amplitudes[b], at)
        at += stride
      }
      k = k &+ 8
    }
  }

  @inline(__always)
  private func place(_ fraction: Double) -> (row: UnsafePointer<Float>, weight: Float) {
    let at = fraction * Double(FractionalDelay.resolution)
    let lower = min(Int(at), FractionalDelay.resolution &- 1)
    return (base + lower &* FractionalDelay.row, Float(at - Double(lower)))
  }
}
