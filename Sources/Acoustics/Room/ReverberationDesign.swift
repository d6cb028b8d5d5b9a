package import Diagnostics
package import VectorMath

/// Walls for a wanted reverberation time.
///
/// Each wall keeps its character: its reflection 1 − α is raised to one power for all walls, band by band, so what absorbs
/// more goes on to absorb more.
package enum ReverberationDesign {
  /// What is held to the target.
  package enum Rule: Sendable {
    /// Eyring's formula, by which diffuse tails decay.
    case eyring
    /// T30 of the images between two places, in closed form: images of a box decay more slowly than Eyring has it.
    case images(source: Vector3, receiver: Vector3)
  }

  /// The room with walls that make `target` seconds, by band, from 125 Hz to 8 kHz.
  ///
  /// Throws one error with the feasible range where a band cannot be reached: longer than air and bare walls allow, or
  /// shorter than the most absorbing ones.
  package static func room(
    _ room: ShoeboxRoom, target: BandValues, rule: Rule = .eyring
  ) throws(DioramaError) -> ShoeboxRoom {
    for band in 0..<7 where !(target[band] > 0 && target[band].isFinite) {
      throw DioramaError(
        .badInput, "a reverberation time of \(target[band]) s", remedy: "It must be above 0.")
    }
    var aim = target
    var found = try solve(room, aim, wanted: target)
    guard case .images(let source, let receiver) = rule else { return found }
    for _ in 0..<8 {
      let longest = target.prefix(7).max() ?? 1
      let decay = ImageEnergyDecay(room: found, source: source, receiver: receiver, duration: 1.3 * longest)
      var worst = 0.0
      for band in 0..<8 {
        // No answer means that 35 dB were not lost in that time: far too long.
        let factor = decay.t30(band: min(band, 6)).map { target[band] / $0 } ?? 0.7
        worst = max(worst, (factor - 1).magnitude)
        aim[band] *= min(max(factor, 0.5), 2)
      }
      if worst < 0.01 { break }
      found = try solve(room, aim, wanted: target)
    }
    return found
  }

  /// The mean absorption may not rise beyond this: images and Eyring both mean little above.
  private static let most = 0.95
  /// Nor fall below this, the barest walls that are built.
  private static let least = 0.005

  private static func solve(
    _ room: ShoeboxRoom, _ aim: BandValues, wanted: BandValues
  ) throws(DioramaError) -> ShoeboxRoom {
    let (volume, surface, c) = (room.volume, room.surface, room.air.soundSpeed)
    var exponents = BandValues(repeating: 1)
    // A wall that absorbs nothing has no character to keep: it takes part with the least.
    let reflections = room.walls.map { (1 - $0.absorption).mapped { min($0, 1 - least) } }
    for band in 0..<8 {
      let air = 4 * volume * room.airLoss[band]
      func time(_ absorption: Double) -> Double {
        ShoeboxRoom.decay / c * volume / (-surface * DeterministicMath.log(1 - absorption) + air)
      }
      let (shortest, longest) = (time(most), time(least))
      let needed = (ShoeboxRoom.decay / c * volume / aim[band] - air) / surface
      let mean = 1 - DeterministicMath.exp(-needed)
      guard (least...most).contains(mean) else {
        throw DioramaError(
          .badInput,
          "no walls give a reverberation time of \(tidy(wanted[band])) s in the band of \(band) octaves above 125 Hz",
          remedy:
            "Feasible in this room are \(tidy(shortest)) … \(tidy(longest)) s, air included: change the target or the size."
        )
      }
      var (low, high) = (0.0, 1e5)
      for _ in 0..<100 {
        let middle = low > 0 ? (low * high).squareRoot() : 0.5 * high
        let sum = zip(reflections, room.areas).reduce(0) {
          $0 + (1 - DeterministicMath.pow($1.0[band], middle)) * $1.1
        }
        if sum / surface < mean { low = middle } else { high = middle }
      }
      exponents[band] = high
    }
    var walls: [AcousticMaterial] = []
    for (wall, reflection) in zip(room.walls, reflections) {
      var absorption = BandValues()
      for band in 0..<8 {
        absorption[band] = min(0.9999, 1 - DeterministicMath.pow(reflection[band], exponents[band]))
      }
      walls.append(AcousticMaterial(name: wall.name, absorption: absorption, scattering: wall.scattering))
    }
    return try room.with(walls: walls)
  }

  private static func tidy(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
