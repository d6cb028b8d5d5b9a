import RandomStreams
import Signals
package import VectorMath

/// How a source speaks to its directions, by octave band: a + (1 − a) cos θ about its axis.
package struct SourceDirectivity: Sendable, Hashable {
  /// Unit vector in the frame of the room.
  package var axis: Vector3
  /// The a of each band; 1 is the same to all sides.
  package var omnidirectionalShare: BandValues

  package init(axis: Vector3 = Vector3(1, 0, 0), omnidirectionalShare: BandValues = BandValues(repeating: 1))
  {
    self.axis = normalized(axis)
    self.omnidirectionalShare = omnidirectionalShare
  }

  /// The same to all sides.
  package static let omnidirectional = SourceDirectivity()

  /// A mouth: hardly directed at low frequencies, 12 dB quieter backwards at high ones.
  package static func mouth(axis: Vector3) -> SourceDirectivity {
    SourceDirectivity(
      axis: axis, omnidirectionalShare: BandValues(bands: [0.98, 0.95, 0.9, 0.85, 0.75, 0.65, 0.62]))
  }

  /// The pressure towards a unit vector, relative to that along the axis, by band.
  package func gains(towards direction: Vector3) -> BandValues {
    omnidirectionalShare + (1 - omnidirectionalShare) * dot(axis, direction)
  }
}

/// The sum over images with bands: walls and air that colour sound, directed sources, heads, displaced images.
struct BandedImageSum {
  let axes: [ImageAxis]
  /// Pressure that is mirrored on, by axis and image: without what walls scatter.
  let gains: [[BandValues]]
  /// The same with what walls scatter, whose energy goes into the tail.
  let fullGains: [[BandValues]]
  let maxOrder: Int
  /// Metres.
  let reach: Double
  let rate: Double
  let soundSpeed: Double
  /// 1/m of energy.
  let airLoss: BandValues
  let directivity: SourceDirectivity
  /// Images of order 2 and more are moved by up to this many metres along each axis.
  let displacement: Double
  let stream: RandomStream
  /// Images of this order and less are counted but not heard: another renderer has them. −1 for none.
  let silentOrder: Int
  /// Fades the images out over distances in metres, for a tail that fades in: nothing outside of it changes.
  let fade: ClosedRange<Double>?

  /// What was found on the way.
  struct Census {
    var images = 0
    /// Energy by millisecond at the reference point, by band: all images, in the open.
    var energy: [BandValues]
    /// The part of it that walls scattered.
    var scattered: [BandValues]
  }

  /// Adds all images as the microphones hear them; positions are in the room's frame. The energies are those at
  /// `reference`.
  func add(to buffers: inout [ResponseBuffer], microphones: [Microphone], reference: Vector3) -> Census {
    let bins = Int(reach / soundSpeed * 1000) + 2
    var census = Census(
      energy: Array(repeating: BandValues(), count: bins),
      scattered: Array(repeating: BandValues(), count: bins))
    let air = AirTable(loss: airLoss, reach: reach + 1)
    FractionalDelay.standard.table.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress else { return }
      let kernels = KernelTable(base: base)
      var number: UInt64 = 0
      for (a, i) in axes[0].numbers.enumerated() {
        for (b, j) in axes[1].numbers.enumerated() {
          for (c, k) in axes[2].numbers.enumerated() {
            defer { number &+= 1 }
            let order = abs(i) + abs(j) + abs(k)
            guard order <= maxOrder else { continue }
            var place = Vector3(axes[0].places[a], axes[1].places[b], axes[2].places[c])
            if order >= 2, displacement > 0 { place += shift(i, j, k) }
            let specular = gains[0][a] * gains[1][b] * gains[2][c]
            let full = fullGains[0][a] * fullGains[1][b] * fullGains[2][c]
            let flips = Vector3(sign(i), sign(j), sign(k))
            let toReference = place - reference
            let distance = length(toReference)
            guard distance <= reach else { continue }
            census.images += 1
            let spread = 1 / (4 * Double.pi * max(distance, 1e-3))
            let towards = directivity.gains(towards: -normalized(toReference) * flips)
            let open = air[distance] * towards * spread
            let bin = min(Int(distance / soundSpeed * 1000), bins - 1)
            census.energy[bin] += open * open * full * full
            census.scattered[bin] += open * open * (full * full - specular * specular)
            guard order > silentOrder else { continue }
            for (m, microphone) in microphones.enumerated() {
              hear(
                place, microphone, gains: specular, flips: flips, air: air, kernels: kernels,
                into: &buffers[m])
            }
          }
        }
      }
    }
    return census
  }

  /// One image at one microphone.
  @inline(__always)
  private func hear(
    _ place: Vector3, _ microphone: Microphone, gains: BandValues, flips: Vector3, air: AirTable,
    kernels: KernelTable, into buffer: inout ResponseBuffer
  ) {
    let offset = place - microphone.position
    let distance = length(offset)
    let direction = offset / max(distance, 1e-9)
    var gain = gains * air[distance] * directivity.gains(towards: -direction * flips)
    gain *= fadeGain(distance) / (4 * Double.pi * max(distance, 1e-3))
    ImageHearing(rate: rate, soundSpeed: soundSpeed, kernels: kernels)
      .add(gain, from: offset, distance: distance, to: microphone, into: &buffer)
  }

  private func fadeGain(_ distance: Double) -> Double {
    guard let fade, distance > fade.lowerBound else { return 1 }
    guard distance < fade.upperBound else { return 0 }
    let x = (distance - fade.lowerBound) / (fade.upperBound - fade.lowerBound)
    return DeterministicMath.cos(0.5 * Double.pi * x)
  }

  /// Where an image stands instead: a function of its numbers alone, so that all microphones, and rooms cut off elsewhere,
  /// agree on it.
  private func shift(_ i: Int, _ j: Int, _ k: Int) -> Vector3 {
    // 21 bits a number name an image; 21 bits a coordinate move it.
    let mask = UInt64(0x1f_ffff)
    let name =
      (UInt64(truncatingIfNeeded: i) & mask) << 42 | (UInt64(truncatingIfNeeded: j) & mask) << 21
      | UInt64(truncatingIfNeeded: k) & mask
    let bits = stream.bits(at: name)
    let unit = 2 / Double(mask)
    return Vector3(Double(bits & mask), Double(bits >> 21 & mask), Double(bits >> 42 & mask)) * unit
      * displacement
      - Vector3(repeating: displacement)
  }

  private func sign(_ i: Int) -> Double { i % 2 == 0 ? 1 : -1 }
}

/// What the air leaves of pressure over distances, by band.
private struct AirTable {
  private let values: [BandValues]
  private let flat: Bool
  /// Rows a metre.
  private static let resolution = 4.0

  init(loss: BandValues, reach: Double) {
    flat = loss == BandValues()
    let rows = flat ? 0 : Int(reach * AirTable.resolution) + 3
    values = (0..<rows).map { row in
      (loss * (-0.5 * Double(row) / AirTable.resolution)).mapped(DeterministicMath.exp)
    }
  }

  @inline(__always)
  subscript(distance: Double) -> BandValues {
    if flat { return BandValues(repeating: 1) }
    let at = distance * AirTable.resolution
    let row = min(Int(at), values.count - 2)
    let weight = min(at - Double(row), 1)
    return values[row] + (values[row + 1] - values[row]) * weight
  }
}
