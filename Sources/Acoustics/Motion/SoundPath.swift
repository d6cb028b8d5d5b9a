package import VectorMath

/// One way that sound takes from a source to a receiver: straight, or by flat mirrors that are walls, ground or façades.
///
/// The mirrored source stands at `linear · source + offset`; what the surfaces take on the way is a gain by octave band.
package struct SoundPath: Sendable {
  /// The mirrors' effect on directions: a rotation, or one with a reflection.
  package var linear: Matrix3
  /// Metres.
  package var offset: Vector3
  /// Pressure that is left, by octave band.
  package var gains: BandValues
  /// Surfaces met.
  package var order: Int
  /// Level ground that was met, which takes by angle and frequency, beside `gains`.
  package var ground: GroundSurface?
  /// What else is left, by time of emission: of ways that open and close; nil where nothing changes.
  package var curve: GainCurve?
  /// Where the source seems to be, for ways around edges, whose curve knows how the source speaks to the edge; nil where it is
  /// where it is.
  package var seeming: SmoothPath?
  /// How its length wanders in moving air; nil in still air.
  package var wandering: WanderingWay?

  package init(
    linear: Matrix3, offset: Vector3, gains: BandValues, order: Int, ground: GroundSurface? = nil,
    curve: GainCurve? = nil, seeming: SmoothPath? = nil
  ) {
    self.linear = linear
    self.offset = offset
    self.gains = gains
    self.order = order
    self.ground = ground
    self.curve = curve
    self.seeming = seeming
  }

  /// The straight way.
  package static let direct = SoundPath(
    linear: .identity, offset: .zero, gains: BandValues(repeating: 1), order: 0)

  /// By the ground at height `z`, which absorbs as its material.
  package static func ground(z: Double = 0, _ material: AcousticMaterial) -> SoundPath {
    SoundPath(
      linear: Matrix3(diagonal: Vector3(1, 1, -1)), offset: Vector3(0, 0, 2 * z),
      gains: material.reflection(withoutScattered: false), order: 1)
  }

  /// By the ground at height `z`, whose reflection depends on angle and frequency.
  package static func ground(z: Double = 0, _ surface: GroundSurface) -> SoundPath {
    SoundPath(
      linear: Matrix3(diagonal: Vector3(1, 1, -1)), offset: Vector3(0, 0, 2 * z),
      gains: BandValues(repeating: 1), order: 1,
      ground: surface)
  }

  /// What is left of pressure that is emitted at a time in seconds and arrives over `offset`, from the image to the ear, by
  /// octave band; air not included.
  package func gains(over offset: Vector3, at time: Double) -> BandValues {
    var left = gains
    if let ground { left *= ground.gains(grazing: normalized(offset).z) }
    if let curve { left *= curve[time] }
    return left
  }

  /// The straight way and all by up to `order` walls of a room (0 … 3), the straight one first, then by order.
  ///
  /// `withoutScattered` takes away what the walls scatter, where a tail has it.
  package static func paths(
    in room: ShoeboxRoom, order: Int, withoutScattered: Bool = false
  ) -> [SoundPath] {
    let order = min(max(order, 0), 3)
    let reflections = room.walls.map { $0.reflection(withoutScattered: withoutScattered) }
    var paths: [SoundPath] = []
    for i in -order...order {
      for j in -order...order {
        for k in -order...order where abs(i) + abs(j) + abs(k) <= order {
          var path = SoundPath.direct
          var scale = Vector3(repeating: 1)
          for (axis, n) in [i, j, k].enumerated() {
            scale[axis] = n % 2 == 0 ? 1 : -1
            path.offset[axis] = room.size[axis] * Double(n % 2 == 0 ? n : n + 1)
            let hits = ImageAxis.hits(n)
            for _ in 0..<hits.low { path.gains *= reflections[2 * axis] }
            for _ in 0..<hits.high { path.gains *= reflections[2 * axis + 1] }
          }
          path.linear = Matrix3(diagonal: scale)
          path.order = abs(i) + abs(j) + abs(k)
          paths.append(path)
        }
      }
    }
    // A stable order by their number of walls.
    return (0...order).flatMap { n in paths.filter { $0.order == n } }
  }

  /// Where the source seems to be.
  package func image(of place: Vector3) -> Vector3 { linear * place + offset }
}
