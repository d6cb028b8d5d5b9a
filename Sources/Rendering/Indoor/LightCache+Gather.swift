import Geometry
import RandomStreams
import VectorMath

/// Light that other surfaces send, by rays over the hemisphere.
///
/// Few rays leave blotches. In the open, where what a place sees is far away, light changes little from place to place:
/// there neighbours on a sheet shoot few rays each, in different directions, and tell each other what they found (the
/// harmonic mean distance says how far that goes: G. Ward, F. Rubinstein, R. Clear, "A Ray Tracing Solution for Diffuse
/// Interreflection", 1988). Near other things each place shoots many rays for itself.
extension LightCache {
  /// Which rays a place shoots.
  enum Pattern {
    case full
    /// Fewer: one of sixteen patterns that complement each other.
    case part(Int)
  }

  /// How far places share what they find: in parts of the harmonic mean distance of what they see, in metres, and in steps
  /// where the places lie near each other.
  private static let sharing: Float = 0.75
  private static let farthest: Float = 0.6
  private static let farthestFine: Float = 2.5
  /// Places that share it less far than this many steps shoot many rays.
  private static let alone: Float = 1.5
  /// Distances are remembered in parts of this, metres; where they are greater than the second, places are in the open.
  private static let distances: Float = 4
  static let open: Float = 0.25

  /// What comes from the sun's spots and from other surfaces; in the last lane the harmonic mean distance of what the
  /// rays met, in parts of four metres.
  func bouncedLight(_ r: Receiver, _ pattern: Pattern = .full) -> Light {
    guard r.room >= 0 else { return .zero }
    let rays: [Vector3]
    let limit: Float
    switch pattern {
    case .full: (rays, limit) = (Self.manyRays, 10)
    case .part(let k): (rays, limit) = (Self.fewRays[k & 15], 20)
    }
    var sum = patchLight(r)
    let (x, y) = Self.axes(r.normal)
    var (count, total, near) = (0, Float.zero, 0.0)
    withUnsafeTemporaryAllocation(of: Light.self, capacity: rays.count) { list in
      for d in rays {
        let direction = x * d.x + y * d.y + r.normal * d.z
        guard dot(direction, r.face) > 0 else { continue }
        var light = Light.zero
        if let hit = scene.caster.nearest(origin: r.point, direction: direction, faces: .both) {
          let sent = cells.radiosity(hit, r.point + direction * hit.t, direction, self)
          light = Emitter.light(sent, Vector3f(direction))
          light[6] = Emitter.luminance(sent)
          total += light[6]
          near += 1 / max(hit.t, 0.01)
        }
        list[count] = light
        count += 1
      }
      guard count > 0 else { return }
      // A small bright spot that few rays meet would leave blotches; less so where neighbours share it.
      let most = limit * total / Float(count)
      for k in 0..<count {
        let part = list[k][6] > most ? most / list[k][6] : 1
        sum += list[k] * (part / Float(count))
      }
    }
    sum[7] = near > 0 ? min(1, Float(Double(count) / near) / Self.distances) : 1
    return sum
  }

  /// Bounced light at a place of a sheet: what it and its neighbours of the same level found.
  func smoothed(
    row: Int, column: Int, level: Int, _ sheet: UnsafePointer<LightSheet>, _ place: Place, _ grid: LightGrid
  ) -> Light {
    let own = gathered(row: row, column: column, level: level, sheet, place, grid)
    let division = grid.division(coarseness: 2, level: level)
    let (du, dv) = Self.steps(sheet, division)
    let reach = min(
      Self.sharing * Self.distance(own), level == 0 ? Self.farthest : Self.farthestFine * max(du, dv))
    guard own[6] == 1, reach > min(du, dv) else { return own }
    var (sum, total) = (own, Float(1))
    for j in max(0, row - 2)...min(division.rows, row + 2) {
      for i in max(0, column - 2)...min(division.columns, column + 2) where i != column || j != row {
        let (x, y) = (Float(i - column) * du, Float(j - row) * dv)
        let far = (x * x + y * y).squareRoot()
        guard far < reach else { continue }
        let other = gathered(row: j, column: i, level: level, sheet, place, grid)
        guard other[6] == 1, Self.room(other) == Self.room(own) else { continue }
        let w = 1 - far / min(reach, Self.sharing * Self.distance(other))
        guard w > 0 else { continue }
        sum += other * w
        total += w
      }
    }
    var light = sum * (1 / total)
    light[6] = own[6]
    light[7] = own[7]
    return light
  }

  /// Metres between places along a sheet's two directions.
  private static func steps(
    _ sheet: UnsafePointer<LightSheet>, _ division: LightGrid.Division
  ) -> (u: Float, v: Float) {
    (
      Float(sheet.pointee.width) / Float(division.columns), Float(sheet.pointee.height) / Float(division.rows)
    )
  }

  /// The room in which a place lies.
  static func room(_ light: Light) -> Int { Int((light[7] / 2).rounded(.down)) }
  private static func distance(_ light: Light) -> Float { (light[7] - Float(2 * room(light))) * distances }

  /// What a place finds for itself.
  private func gathered(
    row: Int, column: Int, level: Int, _ sheet: UnsafePointer<LightSheet>, _ place: Place, _ grid: LightGrid
  ) -> Light {
    let n = grid.coarsest(row: row, column: column, level: level)
    let key = Self.key(grid.number, place.back, n.level, n.row, n.column)
    if let known = gathered.index(key) { return gathered[known] }
    let division = grid.division(coarseness: 2, level: n.level)
    let r = grid.receiver(row: n.row, column: n.column, division, place, scene)
    let (du, dv) = Self.steps(sheet, division)
    let light = standing(r, rays: 3) {
      let few = bouncedLight(r, .part((n.column & 3) | (n.row & 3) << 2))
      let reach = Self.sharing * few[7] * Self.distances
      return reach > Self.alone * max(du, dv) ? few : bouncedLight(r)
    }
    gathered.insert(key, light)
    return light
  }

  private static let manyRays = hemisphere(8)
  private static let fewRays = (0..<16).map { k in
    // Neighbours in rows and columns are as different as sixteen patterns can be.
    hemisphere(5, shift: (halton(k + 1, base: 2), halton(k + 1, base: 3)))
  }

  /// n × n directions about z, as many as their cosines ask for.
  ///
  /// - Parameter shift: where in their strata they lie, 0..<1; `nil` = each row and column another, about the middle.
  static func hemisphere(_ n: Int, shift: (Double, Double)? = nil) -> [Vector3] {
    (0..<(n * n)).map { k in
      let (i, j) = (Double(k % n), Double(k / n))
      let x = (i + (shift?.0 ?? (j + 0.5) / Double(n))) / Double(n)
      var y = (j + (shift?.1 ?? (i + 0.5) / Double(n))) / Double(n)
      if shift != nil { y += i / Double(n * n) }
      let r = x.squareRoot()
      let turn = DeterministicMath.sincos(2 * .pi * y)
      return Vector3(r * turn.cos, r * turn.sin, (1 - x).squareRoot())
    }
  }
}
