import Signals

/// What room acoustics calls a response (ISO 3382-1), from its samples alone: labels of a recording, and a second opinion on
/// the room that made it.
package struct RoomMeasures: Sendable, Hashable, Codable {
  /// Seconds; nil where the response does not decay far enough.
  package var earlyDecayTime: Double?
  package var t20: Double?
  package var t30: Double?
  /// dB: energy of the first 50 ms over what follows; nil where nothing follows.
  package var c50: Double?
  /// dB: of the first 80 ms.
  package var c80: Double?
  /// The share of energy in the first 50 ms, 0 … 1.
  package var d50: Double
  /// dB: energy within 2.5 ms of the direct sound over all other; nil where there is none.
  package var directToReverberant: Double?

  /// Of a response whose direct sound arrives `arrival` seconds after its first sample; nil looks for the first sample
  /// within 20 dB of the peak, as ISO 3382-1 does.
  package init(_ response: [Float], rate: Double, arrival: Double? = nil) {
    let direct = Int(((arrival ?? RoomMeasures.arrival(response, rate: rate)) * rate).rounded())
    let start = min(max(direct, 0), response.count)
    let squares = response[start...].map { Double($0) * Double($0) }
    let curve = DecayCurve(energies: squares, step: 1 / rate)
    earlyDecayTime = curve.earlyDecay
    t20 = curve.t20
    t30 = curve.t30
    // Sums start a little before the arrival: a band-limited pulse has a rise.
    let window = Int(0.0025 * rate)
    let from = max(0, start - window)
    func energy(_ seconds: Double) -> Double {
      Levels.energy(response, in: from..<min(response.count, start + Int(seconds * rate)))
    }
    let whole = Levels.energy(response, in: from..<response.count)
    func clarity(_ early: Double) -> Double? {
      whole - early > 0 && early > 0 ? Decibels.ofPower(early / (whole - early)) : nil
    }
    c50 = clarity(energy(0.05))
    c80 = clarity(energy(0.08))
    d50 = whole > 0 ? energy(0.05) / whole : 0
    directToReverberant = clarity(
      Levels.energy(response, in: from..<min(response.count, start + window + 1)))
  }

  /// Seconds at which the response first comes within 20 dB of its peak.
  package static func arrival(_ response: [Float], rate: Double) -> Double {
    let threshold = Float(0.1 * Levels.peak(response))
    let first = response.firstIndex { $0.magnitude >= threshold } ?? 0
    return Double(first) / rate
  }

  /// The same for each octave band of the rate, and the bands' centres in hertz.
  package static func byBand(
    _ response: [Float], rate: Double, arrival: Double? = nil
  ) -> [(centre: Double, measures: RoomMeasures)] {
    let bands = OctaveBands(rate: rate)
    let arrival = arrival ?? RoomMeasures.arrival(response, rate: rate)
    return zip(bands.centres, bands.split(response)).map {
      ($0, RoomMeasures($1, rate: rate, arrival: arrival))
    }
  }
}
