import Signals
import Speech
import VectorMath

/// Ears for tests: pitch and formants measured from the sound alone.
enum Listening {
  /// The fundamental around a sample by normalised correlation, hertz; `nil` where there is no voice.
  static func pitch(_ u: SpokenUtterance, at center: Int, from low: Double = 60, to high: Double = 420)
    -> Double?
  {
    let rate = u.sampleRate
    // Only the first harmonics: a running mean takes out formants, so every second or later sample will do.
    let width = max(1, Int(rate / 1400))
    let skip = max(1, Int(rate / 8000))
    let half = Int(rate / low)
    let begin = center - half - width
    guard begin >= 0, center + 2 * half + width < u.samples.count else { return nil }
    var x: [Double] = []
    var sum = 0.0
    for i in begin..<(center + 2 * half) {
      sum += Double(u.samples[i])
      if i >= begin + width {
        sum -= Double(u.samples[i - width])
        if (i - begin) % skip == 0 { x.append(sum) }
      }
    }
    let slow = rate / Double(skip)
    let window = min(x.count / 2, Int(slow / low * 1.2))
    var best: [(lag: Int, value: Double)] = []
    x.withUnsafeBufferPointer { x in
      for lag in Int(slow / high)...Int(slow / low) {
        guard lag + window < x.count else { break }
        var (xy, xx, yy) = (0.0, 0.0, 0.0)
        for i in 0..<window {
          xy += x[i] * x[i + lag]
          xx += x[i] * x[i]
          yy += x[i + lag] * x[i + lag]
        }
        best.append((lag, xy / max(1e-30, xx * yy).squareRoot()))
      }
    }
    guard let top = best.map(\.value).max(), top > 0.75 else { return nil }
    // The first peak that is nearly as good: not its multiples.
    for (i, item) in best.enumerated() where item.value > 0.93 * top {
      let isPeak =
        i > 0 && i + 1 < best.count && best[i - 1].value <= item.value && best[i + 1].value <= item.value
      if isPeak {
        let (a, b, c) = (best[i - 1].value, item.value, best[i + 1].value)
        let shift = (a - c) / (2 * (a - 2 * b + c))
        return slow / (Double(item.lag) + (shift.isFinite ? shift : 0))
      }
    }
    return nil
  }

  /// Peaks of the spectrum of a linear predictor of 18 poles (Levinson and Durbin), hertz, from below.
  static func formants(_ u: SpokenUtterance, at center: Int) -> [Double] {
    let n = Int(0.04 * u.sampleRate)
    guard center - n / 2 > 0, center + n / 2 < u.samples.count else { return [] }
    var x = [Double](repeating: 0, count: n)
    for i in 0..<n {
      let j = center - n / 2 + i
      let window = 0.5 - 0.5 * DeterministicMath.cos(2 * Double.pi * Double(i) / Double(n))
      x[i] = (Double(u.samples[j]) - 0.9 * Double(u.samples[j - 1])) * window
    }
    let order = 18
    var r = [Double](repeating: 0, count: order + 1)
    for k in 0...order { for i in k..<n { r[k] += x[i] * x[i - k] } }
    var a = [1.0] + [Double](repeating: 0, count: order)
    var error = r[0] * (1 + 1e-9)
    for i in 1...order {
      var sum = r[i]
      for j in 1..<i { sum += a[j] * r[i - j] }
      let k = -sum / error
      var next = a
      for j in 1..<i { next[j] = a[j] + k * a[i - j] }
      next[i] = k
      a = next
      error *= 1 - k * k
    }
    var spectrum: [Double] = []
    let step = 10.0
    for bin in 0..<400 {
      let w = 2 * Double.pi * Double(bin) * step / u.sampleRate
      var (re, im) = (0.0, 0.0)
      for (k, value) in a.enumerated() {
        re += value * DeterministicMath.cos(w * Double(k))
        im -= value * DeterministicMath.sin(w * Double(k))
      }
      spectrum.append(1 / (re * re + im * im))
    }
    let peaks = (1..<399).filter { (k: Int) -> Bool in
      spectrum[k] > max(spectrum[k - 1], spectrum[k + 1])
    }
    return peaks.map { Double($0) * step }
  }
}
