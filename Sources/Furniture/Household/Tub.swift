import Assets
import VectorMath

/// Hollow things whose plan is any outline: trays, boxes, baskets.
enum Tub {
  /// One level of the wall: how far the outline grows (negative: shrinks), and its height. Metres.
  struct Level {
    var grow: Double
    var z: Double

    init(_ grow: Double, _ z: Double) { (self.grow, self.z) = (grow, z) }
  }

  /// Up the outside and down the inside, closed by the bottom and the floor; `outline` gives the plan for a growth.
  static func shell(_ levels: [Level], outline: (Double) -> [Vector2]) -> MeshBuilder {
    .loft(levels.map { level in outline(level.grow).map { Vector3($0.x, $0.y, level.z) } })
  }

  /// A straight or flaring wall: bottom edge eased, round rim.
  static func shell(
    height: Double, flare: Double, wall: Double, floor: Double, outline: (Double) -> [Vector2]
  ) -> MeshBuilder {
    shell(
      [
        Level(-0.003, 0), Level(0, 0.003), Level(flare * 0.5, height * 0.5),
        Level(flare, height - wall * 0.4),
        Level(flare - wall * 0.25, height), Level(flare - wall * 0.75, height),
        Level(flare - wall, height - wall * 0.4),
        Level(flare * 0.5 - wall, height * 0.5), Level(-wall, floor + 0.003), Level(-wall - 0.003, floor),
      ], outline: outline)
  }
}
