package import VectorMath

/// The decay of a room's image sources in closed form: each image's energy at its time, by band, without any sound.
package struct ImageEnergyDecay: Sendable {
  /// Energy by millisecond since the emission, by band.
  package let energies: [BandValues]
  /// Seconds from emission to the direct sound.
  package let arrival: Double

  /// All images that arrive at `receiver` within `duration` seconds (held to what 20 million images need).
  package init(room: ShoeboxRoom, source: Vector3, receiver: Vector3, duration: Double) {
    let c = room.air.soundSpeed
    // Images within a radius r: 4πr³/(3V).
    let most = DeterministicMath.pow(20e6 * 3 * room.volume / (4 * Double.pi), 1.0 / 3)
    let reach = min(max(duration, 0.01) * c, most)
    let bins = Int(reach / c * 1000) + 1
    var energies = [BandValues](repeating: BandValues(), count: bins)
    let axes = (0..<3).map {
      ImageAxis(source: source[$0], length: room.size[$0], order: 4000, reach: reach, receiver: receiver[$0])
    }
    // Energies multiply too: squares of pressure.
    let gains = (0..<3).map { axis in
      axes[axis].gains(
        low: 1 - room.walls[2 * axis].absorption, high: 1 - room.walls[2 * axis + 1].absorption)
    }
    let places = (0..<3).map { axis in axes[axis].places.map { $0 - receiver[axis] } }
    // What the air leaves changes little in a millisecond: one value a bin.
    let air = (0..<bins).map { bin in
      (room.airLoss * (-c * (Double(bin) + 0.5) * 0.001)).mapped(DeterministicMath.exp)
    }
    for (a, x) in places[0].enumerated() {
      for (b, y) in places[1].enumerated() {
        let flat = x * x + y * y
        guard flat <= reach * reach else { continue }
        let gain = gains[0][a] * gains[1][b]
        for (k, z) in places[2].enumerated() {
          let square = flat + z * z
          guard square <= reach * reach else { continue }
          let bin = min(Int(square.squareRoot() / c * 1000), bins - 1)
          energies[bin] += gain * gains[2][k] / (16 * Double.pi * Double.pi * max(square, 1e-6))
        }
      }
    }
    for bin in energies.indices { energies[bin] *= air[bin] }
    self.energies = energies
    arrival = length(source - receiver) / c
  }

  /// T30 in seconds of a band (0 for 125 Hz); nil where the images do not reach far enough.
  package func t30(band: Int) -> Double? {
    let first = min(Int(arrival * 1000), energies.count - 1)
    return DecayCurve(energies: energies[first...].map { $0[band] }, step: 0.001).t30
  }
}
