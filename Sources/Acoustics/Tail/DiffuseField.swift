package import RandomStreams
import Signals
import VectorMath

/// Noise as microphones hear it in a diffuse field: sound from all directions alike, so neighbours agree at low frequencies
/// and not at high ones.
///
/// At each frequency the cross power of two microphones is the mean over directions of the product of what they hear of a
/// plane wave (for omnidirectional ones d metres apart: sin(kd)/kd). A triangular root of that matrix mixes independent
/// noises into dependent ones (Habets, Cohen and Gannot 2008). Ambisonic components come out independent, with powers
/// 1, ⅓, ⅓, ⅓.
package struct DiffuseField {
  /// Frequencies at which mixing is known; between them it is interpolated.
  private let knots: Int
  private let rate: Double
  let channels: Int
  /// By knot, row and column (column ≤ row): real and imaginary part.
  private let roots: [[Vector2]]

  /// Directions that stand for all, on Fibonacci's spiral.
  private static let directions: [Vector3] = (0..<192).map { n in
    let z = 1 - (2 * Double(n) + 1) / 192
    let r = (1 - z * z).squareRoot()
    let (s, c) = DeterministicMath.sincos(Double(n) * 2.399963229728653)
    return Vector3(r * c, r * s, z)
  }

  /// - Parameter soundSpeed: metres a second.
  package init(_ microphones: [Microphone], rate: Double, soundSpeed: Double) {
    self.rate = rate
    channels = microphones.count
    let spread = DiffuseField.spread(microphones)
    // Phases between two knots may turn by little: 2π f d/c.
    let knots = min(257, max(17, Int(rate / 2 * spread / soundSpeed * 16) + 2))
    self.knots = knots
    roots = (0..<knots).map { knot in
      let frequency = rate / 2 * Double(knot) / Double(knots - 1)
      return DiffuseField.root(
        DiffuseField.crossPowers(microphones, frequency: frequency, soundSpeed: soundSpeed),
        microphones.count)
    }
  }

  /// The largest distance between two microphones in metres; heads count with their size.
  private static func spread(_ microphones: [Microphone]) -> Double {
    var top = microphones.contains { $0.pattern == .sphericalHeadEar } ? 2 * SphericalHead.radius : 0
    for a in microphones { for b in microphones { top = max(top, length(a.position - b.position)) } }
    return top
  }

  private static func crossPowers(
    _ microphones: [Microphone], frequency: Double, soundSpeed: Double
  ) -> [Vector2] {
    let n = microphones.count
    let wave = 2 * Double.pi * frequency / soundSpeed
    if microphones.allSatisfy({ $0.pattern == .omnidirectional }) {
      // In closed form.
      return (0..<n * n).map {
        let kd = wave * length(microphones[$0 / n].position - microphones[$0 % n].position)
        return Vector2(kd > 1e-9 ? DeterministicMath.sin(kd) / kd : 1, 0)
      }
    }
    var sums = [Vector2](repeating: .zero, count: n * n)
    for u in directions {
      let heard = microphones.map { m -> Vector2 in
        // A wave from u reaches m earlier by u · position.
        var path = -dot(u, m.position)
        var gain = m.sensitivity(to: u)
        if m.pattern == .sphericalHeadEar {
          let cosine = dot(u, m.axis)
          path += SphericalHead.extraPath(cosine: cosine)
          gain = at(frequency, SphericalHead.shadow(cosine: cosine, soundSpeed: soundSpeed))
        }
        let (s, c) = path == 0 ? (0, 1) : DeterministicMath.sincos(-wave * path)
        return Vector2(c, s) * gain
      }
      for i in 0..<n {
        for j in 0...i {
          let (a, b) = (heard[i], heard[j])
          sums[i * n + j] += Vector2(a.x * b.x + a.y * b.y, a.y * b.x - a.x * b.y)
        }
      }
    }
    return sums.map { $0 / Double(directions.count) }
  }

  /// Band values at a frequency, by a straight line over octaves.
  private static func at(_ frequency: Double, _ values: BandValues) -> Double {
    let octave = DeterministicMath.log(max(frequency, 1) / 125) / 0.6931471805599453
    let place = min(max(octave, 0), 6)
    let low = min(Int(place), 5)
    return values[low] + (values[low + 1] - values[low]) * (place - Double(low))
  }

  /// The lower triangular root of a Hermitian matrix (Cholesky), with a floor that keeps coinciding microphones apart.
  private static func root(_ m: [Vector2], _ n: Int) -> [Vector2] {
    var l = [Vector2](repeating: .zero, count: n * n)
    for i in 0..<n {
      for j in 0...i {
        var sum = m[i * n + j]
        for k in 0..<j {
          let (a, b) = (l[i * n + k], l[j * n + k])
          sum -= Vector2(a.x * b.x + a.y * b.y, a.y * b.x - a.x * b.y)
        }
        if i == j {
          l[i * n + i] = Vector2(max(sum.x, 0).squareRoot(), 0)
        } else {
          let d = l[j * n + j].x
          // Of two microphones at one place the second hears what the first does.
          l[i * n + j] = d * d > 1e-9 ? sum / d : .zero
        }
      }
    }
    return l
  }

  /// `count` samples a channel of noise whose power is what each microphone hears of a field of power 1.
  package func noise(_ count: Int, _ stream: RandomStream) -> [[Float]] {
    let fft = RealFFT(count: count)
    let sources = (0..<channels).map { DiffuseField.white(fft.count, stream.child($0)) }
    if channels == 1, let only = sources.first {
      let gain = roots.first.map { $0[0].x } ?? 1
      return [Levels.scaled(Array(only.prefix(count)), by: gain)]
    }
    let spectra = sources.map(fft.forward)
    return (0..<channels).map { i in
      var sum = Spectrum(count: fft.count)
      for j in 0...i {
        for bin in sum.real.indices {
          let place = Double(bin) / Double(fft.count / 2) * Double(knots - 1)
          let low = min(Int(place), knots - 2)
          let weight = place - Double(low)
          let (a, b) = (roots[low][i * channels + j], roots[low + 1][i * channels + j])
          let w = a + (b - a) * weight
          let (re, im) = (Double(spectra[j].real[bin]), Double(spectra[j].imaginary[bin]))
          sum.real[bin] += Float(w.x * re - w.y * im)
          sum.imaginary[bin] += Float(w.x * im + w.y * re)
        }
      }
      return Array(fft.inverse(sum).prefix(count))
    }
  }

  /// Noise of power 1: the sum of four uniform numbers, near enough to a bell curve, from one word a sample.
  static func white(_ count: Int, _ stream: RandomStream) -> [Float] {
    var stream = stream
    // Four uniform numbers of 16 bits have variance 4/12 (2¹⁶)².
    let scale = Float(3.0.squareRoot() / 65_536)
    return (0..<count).map { _ in
      let bits = stream.next()
      let sum =
        Int32(bits & 0xffff) + Int32(bits >> 16 & 0xffff) + Int32(bits >> 32 & 0xffff) + Int32(bits >> 48)
      return (Float(sum) - 131_070) * scale
    }
  }
}
