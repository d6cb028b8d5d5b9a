import RandomStreams
import VectorMath

/// What one source's echoes bring to a listener over time: energy by band, and directions that it comes from.
///
/// Energies are squares of pressure by the convention of images: a source straight ahead at d metres brings 1/(4πd)².
struct EchoHistogram {
  /// Seconds.
  static let step = 0.002
  /// By bin of 2 ms from the emission on.
  private(set) var energy: [BandValues]
  /// Some directions of each bin, each drawn from a part of its echoes with the chance of their energy; zero where none.
  private var directions: [Vector3f]
  private static let slots = 8
  /// Sources nearer to a plane than this, in metres, are counted as if they stood so far from it: all of the plane together
  /// sends them as much, but no echo by chance nearly everything.
  private static let lift: Float = 0.3

  /// - Parameters:
  ///   - seconds: echoes later than this are left out.
  ///   - owner: whose bodies let the source's sound pass.
  init(
    _ field: EchoField, _ scene: AcousticScene, source: Vector3, owner: UInt32,
    directivity: SourceDirectivity, air: Air, airAbsorbs: Bool, seconds: Double
  ) {
    let bins = max(1, Int(seconds / EchoHistogram.step))
    let perMetre = Float(1 / (air.soundSpeed * EchoHistogram.step))
    var energy = [BandValues](repeating: BandValues(), count: bins)
    var directions = [Vector3f](repeating: .zero, count: bins * EchoHistogram.slots)
    var weights = [Float](repeating: 0, count: bins * EchoHistogram.slots)
    let isDirected = directivity.omnidirectionalShare != BandValues(repeating: 1)
    let place = Vector3f(source - field.listener)
    for echo in field.echoes {
      let way = place - echo.point
      let height = dot(way, echo.normal)
      let distance = dot(way, way).squareRoot()
      let bin = Int((echo.distance + distance) * perMetre)
      guard height > 0, bin < bins else { continue }
      let point = field.listener + Vector3(echo.point)
      guard scene.isFree(from: point, to: source, passing: owner) else { continue }
      let lifted = max(height, EchoHistogram.lift)
      let square = distance * distance - height * height + lifted * lifted
      // cos θ / (π d²), and 1/(4π) from what flows to squares of pressure.
      let kernel = lifted / (square * square.squareRoot() * Float(4 * Double.pi * Double.pi))
      var brought = BandValues(echo.energy) * Double(kernel)
      if isDirected {
        let gains = directivity.gains(towards: normalized(point - source))
        brought *= gains * gains
      }
      energy[bin] += brought
      let draw = echo.draw
      let slot = bin * EchoHistogram.slots + Int(draw & UInt64(EchoHistogram.slots - 1))
      let weight = Float(brought.sum())
      weights[slot] += weight
      if Float(draw >> 40) * 0x1p-24 * weights[slot] < weight { directions[slot] = echo.direction }
    }
    if airAbsorbs {
      for bin in energy.indices {
        let metres = (Double(bin) + 0.5) * EchoHistogram.step * air.soundSpeed
        energy[bin] *= (air.energyLoss * -metres).mapped(DeterministicMath.exp)
      }
    }
    self.energy = energy
    self.directions = directions
  }

  /// An arrival that stands for many.
  struct Pulse {
    /// Seconds from the emission.
    var time: Double
    /// Unit, from the listener.
    var direction: Vector3
    /// Pressure by band, of either sign.
    var amplitude: BandValues
  }

  /// Pulses by chance with the energy and the directions of the echoes, eight thousand a second: dense enough to be noise.
  ///
  /// - Parameter first: seconds before which nothing arrives.
  func pulses(from first: Double, _ stream: RandomStream) -> [Pulse] {
    let count = 16
    let largest = energy.map { $0.max() }.max() ?? 0
    guard largest > 0 else { return [] }
    var pulses: [Pulse] = []
    for bin in energy.indices {
      let power = smoothed(bin)
      guard power.max() > 1e-7 * largest else { continue }
      let amplitude = (power / Double(count)).mapped { $0.squareRoot() }
      // Each bin's own chance: what one source's bins hold changes no other's.
      var stream = stream.child(bin)
      for k in 0..<count {
        let (fraction, bits) = (stream.uniform(), stream.next())
        let time = (Double(bin) + (Double(k) + fraction) / Double(count)) * EchoHistogram.step
        guard time >= first, let direction = direction(bin, Int(bits >> 1 & 0xff)) else { continue }
        pulses.append(
          Pulse(time: time, direction: direction, amplitude: bits & 1 == 0 ? amplitude : -amplitude))
      }
    }
    return pulses
  }

  /// The mean over a window that grows with time, as echoes thin out.
  private func smoothed(_ bin: Int) -> BandValues {
    let half = min(bin / 24, 10)
    let window = bin - half...min(bin + half, energy.count - 1)
    return energy[window].reduce(BandValues(), +) / Double(window.count)
  }

  /// One of the bin's directions, or of the nearest bin that has any.
  private func direction(_ bin: Int, _ choice: Int) -> Vector3? {
    for away in 0...20 {
      for near in away == 0 ? [bin] : [bin - away, bin + away] where energy.indices.contains(near) {
        for k in 0..<EchoHistogram.slots {
          let slot = near * EchoHistogram.slots + (choice + k) % EchoHistogram.slots
          if directions[slot] != .zero { return normalized(Vector3(directions[slot])) }
        }
      }
    }
    return nil
  }
}
