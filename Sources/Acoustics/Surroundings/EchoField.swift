package import RandomStreams
package import VectorMath

/// What a listener hears of the surfaces around, whoever sounds: rays from the listener leave an echo wherever they meet a
/// surface, and by reciprocity each echo tells how much of what a source sends to that surface comes to the listener, when,
/// and from where.
///
/// One field serves all sources. Rays reflect as mirrors or, with the chance that is the surface's mean scattering, by
/// Lambert's law; each loses what its surface absorbs, band by band. Each has a stream of its own: one that just misses an edge
/// which it met before changes no other.
package struct EchoField: Sendable {
  /// A surface point that sends sound on to the listener.
  struct Echo {
    /// From the listener, metres: a home stands where it likes without a change of rounding.
    var point: Vector3f
    /// Unit, on the side of the ray.
    var normal: Vector3f
    /// The share of a listener's sphere, by band, that this point answers for after absorption: what it sends out by
    /// Lambert's law. What early paths have already is left out.
    var energy: SIMD8<Float>
    /// Metres from the listener by way of the ray.
    var distance: Float
    /// Unit, from the listener to where it is heard from.
    var direction: Vector3f
    /// Chance of its own, for whoever chooses among echoes.
    var draw: UInt64
  }

  /// World, metres.
  package let listener: Vector3
  /// Planes whose mirrors are followed one by one, by index into the scene's.
  package let mirrors: [Int]
  let echoes: [Echo]
  /// Of a ray that met nothing more: the share of the sphere that got lost, and what the surfaces took, by band; with what
  /// rays still had when they were ended they sum to 1.
  package let ledger: Ledger

  package struct Ledger: Sendable {
    package var absorbed = BandValues()
    package var escaped = BandValues()
    package var ended = BandValues()
  }

  package struct Settings: Sendable, Hashable {
    /// From one listener.
    package var rays = 2000
    /// Metres at which rays end.
    package var reach = 800.0
    /// Early paths that are followed one by one: mirrors in a row, 0 … 2.
    package var order = 2
    /// Metres from which on only one echo in four is kept, for four.
    package var thin = 15.0

    package init() {}
  }

  package init(
    _ scene: AcousticScene, listener: Vector3, settings: Settings = Settings(), stream: RandomStream
  ) {
    self.listener = listener
    mirrors = settings.order > 0 ? scene.mirrors(around: listener) : []
    var isMirror = [Bool](repeating: false, count: scene.planes.count)
    for plane in mirrors { isMirror[plane] = true }
    let reflected = scene.surfaces.map { 1 - $0.material.absorption }
    let scattering = scene.surfaces.map(\.material.scattering)
    // One direction for all bands: by the mean of the octaves from 250 Hz to 2 kHz.
    let chance = scattering.map { ($0[1] + $0[2] + $0[3] + $0[4]) / 4 }
    var turning = stream
    let turn = turning.uniform()
    var echoes: [Echo] = []
    var ledger = Ledger()
    let share = 1 / Double(settings.rays)
    for n in 0..<settings.rays {
      let first = FibonacciSphere.direction(n, of: settings.rays, turned: turn)
      var (origin, direction) = (listener, first)
      var energy = BandValues(repeating: share)
      var distance = 0.0
      var isMirrored = settings.order > 0
      var stream = stream.child(n)
      for bounce in 1...400 {
        guard let hit = scene.nearest(origin, direction) else {
          ledger.escaped += energy
          energy = BandValues()
          break
        }
        distance += hit.distance
        ledger.absorbed += energy * (1 - reflected[hit.surface])
        energy *= reflected[hit.surface]
        guard distance < settings.reach, energy.max() > 1e-7 * share else { break }
        isMirrored = isMirrored && bounce <= settings.order && hit.plane >= 0 && isMirror[hit.plane]
        let keep = distance > settings.thin ? 0.25 : 1
        // As many draws a bounce, whatever is kept and however it goes on.
        let (draw, share) = (stream.next(), stream.uniform())
        let (turns, scattered) = (
          stream.uniform() < chance[hit.surface], EchoField.lambert(hit.normal, &stream)
        )
        if share < keep {
          let sent = isMirrored ? energy * scattering[hit.surface] : energy
          echoes.append(
            Echo(
              point: Vector3f(hit.point - listener), normal: Vector3f(hit.normal),
              energy: SIMD8<Float>(sent / keep),
              distance: Float(distance), direction: Vector3f(first), draw: draw))
        }
        origin = hit.point
        if turns {
          isMirrored = false
          direction = scattered
        } else {
          direction -= hit.normal * (2 * dot(hit.normal, direction))
        }
      }
      ledger.ended += energy
    }
    self.echoes = echoes
    self.ledger = ledger
  }

  /// About a normal, as often as the cosine.
  private static func lambert(_ normal: Vector3, _ stream: inout RandomStream) -> Vector3 {
    let sum = normal + stream.unitVector()
    let size = length(sum)
    return size > 1e-6 ? sum / size : normal
  }

  /// Metres after which no more than a millionth of the sphere is on its way, in the loudest band.
  var fadeDistance: Double {
    let step = 2.0
    let last = echoes.map(\.distance).max() ?? 0
    var sums = [SIMD8<Float>](repeating: SIMD8(), count: Int(Double(last) / step) + 1)
    for echo in echoes { sums[Int(Double(echo.distance) / step)] += echo.energy }
    let whole = sums.map { $0.max() }.max() ?? 0
    let end = sums.lastIndex { $0.max() > 1e-6 * whole } ?? 0
    return Double(end + 1) * step
  }
}
