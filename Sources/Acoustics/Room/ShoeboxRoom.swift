package import Diagnostics
import Signals
package import VectorMath

/// A room with six flat walls at right angles, one corner at the origin: 0 … `size` on each axis, in metres.
package struct ShoeboxRoom: Sendable, Hashable {
  package let size: Vector3
  /// Materials at x = 0, x = size.x, y = 0, y = size.y, z = 0 (floor), z = size.z (ceiling).
  package let walls: [AcousticMaterial]
  package let air: Air
  /// False leaves out what the air absorbs, for comparisons with closed forms.
  package var airAbsorbs: Bool

  /// Throws where a side is not in 0.1 … 500 m, the materials are not six, or the air is out of bounds.
  package init(
    size: Vector3, walls: [AcousticMaterial], air: Air = Air(), airAbsorbs: Bool = true
  ) throws(DioramaError) {
    for side in [size.x, size.y, size.z] where !(0.1...500).contains(side) {
      throw DioramaError(
        .badInput, "a room of \(size.x) × \(size.y) × \(size.z) m",
        remedy: "Every side must measure 0.1 to 500 m.")
    }
    guard walls.count == 6 else {
      throw DioramaError(
        .badInput, "a room has six surfaces, \(walls.count) materials are given",
        remedy: "Give x = 0, x = max, y = 0, y = max, floor, ceiling.")
    }
    try air.check()
    self.size = size
    self.walls = walls
    self.air = air
    self.airAbsorbs = airAbsorbs
  }

  /// Cubic metres.
  package var volume: Double { size.x * size.y * size.z }

  /// Square metres of each wall, in the order of `walls`.
  package var areas: [Double] {
    let (a, b, c) = (size.y * size.z, size.x * size.z, size.x * size.y)
    return [a, a, b, b, c, c]
  }

  /// Square metres in all.
  package var surface: Double { areas.reduce(0, +) }

  /// The mean absorption over area, by band.
  package var meanAbsorption: BandValues {
    zip(walls, areas).reduce(BandValues()) { $0 + $1.0.absorption * $1.1 } / surface
  }

  /// What the air takes in 1/m of energy, by band: zero where it does not absorb.
  package var airLoss: BandValues { airAbsorbs ? air.energyLoss : BandValues() }

  /// Reverberation times in seconds by Sabine's formula with air, by band.
  package var sabine: BandValues {
    time(over: surface * meanAbsorption + 4 * volume * airLoss)
  }

  /// Reverberation times in seconds by Eyring's formula with air, by band:
  /// T = 24 ln 10 / c · V / (−S ln(1 − ᾱ) + 4 m V). Air adds to what is lost, so it shortens.
  package var eyring: BandValues {
    time(over: -surface * (1 - meanAbsorption).mapped(DeterministicMath.log) + 4 * volume * airLoss)
  }

  private func time(over loss: BandValues) -> BandValues {
    (loss / (ShoeboxRoom.decay / air.soundSpeed * volume)).mapped { $0 > 0 ? 1 / $0 : .infinity }
  }

  /// 24 ln 10.
  static let decay = 55.262042231857095

  /// Whether a point lies inside, at least `margin` metres from every wall.
  package func contains(_ point: Vector3, margin: Double = 0) -> Bool {
    let (p, s) = (point, size)
    return p.x >= margin && p.y >= margin && p.z >= margin && p.x <= s.x - margin && p.y <= s.y - margin
      && p.z <= s.z - margin
  }

  /// The same room with other surfaces.
  package func with(walls: [AcousticMaterial]) throws(DioramaError) -> ShoeboxRoom {
    try ShoeboxRoom(size: size, walls: walls, air: air, airAbsorbs: airAbsorbs)
  }
}
