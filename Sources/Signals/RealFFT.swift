import VectorMath

/// The discrete Fourier transform of real signals whose length is a power of two.
///
/// Single precision, with factors of unity worked out in double precision by `DeterministicMath`: the same bits on every
/// machine. Errors are about 10⁻⁷ of the root mean square (−140 dB). The complex transform inside is Stockham's
/// self-sorting one with radix 4, on real and imaginary parts kept apart, which suits vectors.
package struct RealFFT: Sendable {
  /// Samples of a transform.
  package let count: Int
  /// Length of the complex transform inside, half of `count`.
  let half: Int
  let passes: [FourierPass]
  /// By pass: real and imaginary parts of w, w², w³ for every p, each `length/4` long.
  let factors: [Float]
  /// cos and sin of 2πk/count for k in 0 ... half/2.
  let cosines: [Float]
  let sines: [Float]

  /// Transforms of `count` samples, rounded up to a power of two in 16 … 2²⁶.
  package init(count: Int) {
    var size = 16
    while size < count, size < 1 << 26 { size <<= 1 }
    self.count = size
    half = size / 2
    (passes, factors) = FourierPass.all(length: size / 2)
    let table = (0...size / 4).map { DeterministicMath.sincos(2 * Double.pi * Double($0) / Double(size)) }
    cosines = table.map { Float($0.cos) }
    sines = table.map { Float($0.sin) }
  }

  /// Memory that a transform works in; one a thread.
  package func makeWorkspace() -> FourierWorkspace { FourierWorkspace(capacity: 2 * count) }

  /// The spectrum of `samples`: filled up with zeros, or cut, to `count`.
  package func forward(_ samples: [Float]) -> Spectrum {
    var spectrum = Spectrum(count: count)
    let workspace = makeWorkspace()
    var input = samples
    if input.count < count { input += Array(repeating: 0, count: count - input.count) }
    input.withUnsafeBufferPointer { source in
      spectrum.real.withUnsafeMutableBufferPointer { re in
        spectrum.imaginary.withUnsafeMutableBufferPointer { im in
          guard let x = source.baseAddress, let r = re.baseAddress, let i = im.baseAddress else { return }
          forward(x, real: r, imaginary: i, workspace: workspace)
          r[half] = i[0]
          i[0] = 0
          i[half] = 0
        }
      }
    }
    return spectrum
  }

  /// The signal of a spectrum of this size; `inverse(forward(x))` is x.
  package func inverse(_ spectrum: Spectrum) -> [Float] {
    guard spectrum.count == count, spectrum.real.count > half, spectrum.imaginary.count > half else {
      return []
    }
    var (real, imaginary) = (spectrum.real, spectrum.imaginary)
    imaginary[0] = real[half]
    let workspace = makeWorkspace()
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      real.withUnsafeMutableBufferPointer { re in
        imaginary.withUnsafeMutableBufferPointer { im in
          guard let y = buffer.baseAddress, let r = re.baseAddress, let i = im.baseAddress else { return }
          inverse(real: r, imaginary: i, into: y, workspace: workspace)
          initialized = count
        }
      }
    }
  }

  /// The packed spectrum of `count` samples at `samples`: count/2 values in `real` and `imaginary` each, where the first
  /// hold the bins of 0 Hz and of half the rate, which are both real.
  package func forward(
    _ samples: UnsafePointer<Float>, real: UnsafeMutablePointer<Float>,
    imaginary: UnsafeMutablePointer<Float>, workspace: FourierWorkspace
  ) {
    let (zr, zi) = (workspace.memory, workspace.memory + half)
    var n = 0
    while n + 8 <= half {
      let pairs = Lanes.load16(samples + 2 * n)
      Lanes.store(pairs.evenHalf, zr + n)
      Lanes.store(pairs.oddHalf, zi + n)
      n += 8
    }
    let end = transform(zr, zi, workspace.memory + 2 * half, workspace.memory + 3 * half)
    let (sr, si) = (end.real, end.imaginary)
    real[0] = sr[0] + si[0]
    imaginary[0] = sr[0] - si[0]
    cosines.withUnsafeBufferPointer { c in
      sines.withUnsafeBufferPointer { s in
        guard let cosines = c.baseAddress, let sines = s.baseAddress else { return }
        // Eight at a time from the front, and eight from the end, turned around.
        var k = 1
        while k &+ 8 <= half / 2 {
          let j = half &- k &- 7
          let (c8, s8) = (Lanes.load(cosines + k), Lanes.load(sines + k))
          let (rk, ik) = (Lanes.load(UnsafePointer(sr + k)), Lanes.load(UnsafePointer(si + k)))
          let (rj, ij) = (
            Lanes.turned(Lanes.load(UnsafePointer(sr + j))), Lanes.turned(Lanes.load(UnsafePointer(si + j)))
          )
          let (er, ei) = (0.5 * (rk + rj), 0.5 * (ik - ij))
          let (or, oi) = (0.5 * (ik + ij), 0.5 * (rj - rk))
          let (wr, wi) = (c8 * or + s8 * oi, c8 * oi - s8 * or)
          Lanes.store(er + wr, real + k)
          Lanes.store(ei + wi, imaginary + k)
          Lanes.store(Lanes.turned(er - wr), real + j)
          Lanes.store(Lanes.turned(wi - ei), imaginary + j)
          k = k &+ 8
        }
        for k in k...half / 2 {
          let j = half &- k
          let (er, ei) = (0.5 * (sr[k] + sr[j]), 0.5 * (si[k] - si[j]))
          let (or, oi) = (0.5 * (si[k] + si[j]), 0.5 * (sr[j] - sr[k]))
          let (wr, wi) = (c[k] * or + s[k] * oi, c[k] * oi - s[k] * or)
          real[k] = er + wr
          imaginary[k] = ei + wi
          real[j] = er - wr
          imaginary[j] = wi - ei
        }
      }
    }
  }

  /// `count` samples from a packed spectrum, scaled so that it undoes `forward`.
  package func inverse(
    real: UnsafePointer<Float>, imaginary: UnsafePointer<Float>, into samples: UnsafeMutablePointer<Float>,
    workspace: FourierWorkspace
  ) {
    let (zr, zi) = (workspace.memory, workspace.memory + half)
    let scale = 1 / Float(count)
    zr[0] = (real[0] + imaginary[0]) * scale
    zi[0] = (real[0] - imaginary[0]) * scale
    cosines.withUnsafeBufferPointer { c in
      sines.withUnsafeBufferPointer { s in
        guard let cosines = c.baseAddress, let sines = s.baseAddress else { return }
        var k = 1
        while k &+ 8 <= half / 2 {
          let j = half &- k &- 7
          let (c8, s8) = (Lanes.load(cosines + k), Lanes.load(sines + k))
          let (rk, ik) = (Lanes.load(real + k), Lanes.load(imaginary + k))
          let (rj, ij) = (Lanes.turned(Lanes.load(real + j)), Lanes.turned(Lanes.load(imaginary + j)))
          let (er, ei) = ((rk + rj) * scale, (ik - ij) * scale)
          let (wr, wi) = ((rk - rj) * scale, (ik + ij) * scale)
          let (or, oi) = (c8 * wr - s8 * wi, c8 * wi + s8 * wr)
          Lanes.store(er - oi, zr + k)
          Lanes.store(ei + or, zi + k)
          Lanes.store(Lanes.turned(er + oi), zr + j)
          Lanes.store(Lanes.turned(or - ei), zi + j)
          k = k &+ 8
        }
        for k in k...half / 2 {
          let j = half &- k
          let (er, ei) = ((real[k] + real[j]) * scale, (imaginary[k] - imaginary[j]) * scale)
          let (wr, wi) = ((real[k] - real[j]) * scale, (imaginary[k] + imaginary[j]) * scale)
          let (or, oi) = (c[k] * wr - s[k] * wi, c[k] * wi + s[k] * wr)
          zr[k] = er - oi
          zi[k] = ei + or
          zr[j] = er + oi
          zi[j] = or - ei
        }
      }
    }
    // With the parts exchanged the same transform runs backwards.
    let end = transform(zi, zr, workspace.memory + 2 * half, workspace.memory + 3 * half)
    let (yi, yr) = (end.real, end.imaginary)
    var n = 0
    while n + 8 <= half {
      let (re, im) = (Lanes.load(yr + n), Lanes.load(yi + n))
      var low = SIMD8<Float>()
      var high = SIMD8<Float>()
      low.evenHalf = re.lowHalf
      low.oddHalf = im.lowHalf
      high.evenHalf = re.highHalf
      high.oddHalf = im.highHalf
      Lanes.store(low, samples + 2 * n)
      Lanes.store(high, samples + 2 * n + 8)
      n += 8
    }
  }
}

/// What one transform after the other works in. Not to be shared by threads.
package final class FourierWorkspace {
  let memory: UnsafeMutablePointer<Float>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
    memory.initialize(repeating: 0, count: capacity)
  }

  deinit { memory.deallocate() }
}
