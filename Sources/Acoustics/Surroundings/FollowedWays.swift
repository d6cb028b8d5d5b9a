package import Diagnostics
package import VectorMath

/// The early ways of one moving source to one moving listener among surroundings: which there are at equidistant times of
/// emission, so that each is heard with its own Doppler effect, and fades as it opens and closes.
package struct FollowedWays: Sendable {
  /// Of the first knot and from one to the next, seconds of emission.
  package let start: Double
  package let step: Double
  private let source: SmoothPath
  /// Straight, or through what is between.
  private var direct: [BandValues]
  /// Around an edge: where the source seems to be.
  private var bent: [(image: Vector3, gains: BandValues)]
  /// By mirrors: the source's first.
  private var mirrored: [(planes: [Int], gains: [BandValues])] = []
  /// Ways at each knot that are not followed.
  package private(set) var rest: [[EarlyPath]]
  private let planes: [MirrorPlane]

  /// - Parameters:
  ///   - knots: at least one.
  ///   - mirrors: planes to look for at each knot.
  ///   - most: ways by mirrors that are followed, the strongest over all; others are `rest`.
  package init(
    _ scene: AcousticScene, source: SmoothPath, owner: UInt32, listener: SmoothPath, start: Double,
    step: Double,
    knots: Int, mirrors: (Int) -> [Int], order: Int, most: Int, air: Air,
    directivity: (Double) -> SourceDirectivity
  ) {
    self.start = start
    self.step = step
    self.source = source
    planes = scene.planes
    direct = []
    bent = []
    rest = []
    var found: [[EarlyPath]] = []
    for k in 0..<max(1, knots) {
      let time = start + Double(k) * step
      let place = source.place(at: time)
      let ear = listener.place(
        at: Arrival.arrival(of: time, source: source, receiver: listener, soundSpeed: air.soundSpeed))
      var (straight, around) = (BandValues(), (image: place, gains: BandValues()))
      for path in scene.unmirrored(from: place, to: ear, owner: owner, soundSpeed: air.soundSpeed) {
        if path.kind == .around {
          around = (path.image, path.gains * directivity(time).gains(towards: path.departure))
        } else {
          straight += path.gains
        }
      }
      direct.append(straight)
      bent.append(around)
      found.append(
        scene.mirrored(from: place, to: ear, owner: owner, planes: mirrors(k), order: order))
      let near = 1 / max(length(place - ear), 0.1)
      for path in found[k] {
        let share = length(path.image - ear)
        guard path.gains.max() / share > 0.01 * near else { continue }
        if !mirrored.contains(where: { $0.planes == path.planes }) {
          mirrored.append((path.planes, Array(repeating: BandValues(), count: max(1, knots))))
        }
        if let way = mirrored.firstIndex(where: { $0.planes == path.planes }) {
          mirrored[way].gains[k] = path.gains
        }
      }
    }
    func strength(_ way: (planes: [Int], gains: [BandValues])) -> Double {
      way.gains.reduce(0) { $0 + $1.sum() }
    }
    let order = mirrored.indices.sorted { (strength(mirrored[$1]), $0) < (strength(mirrored[$0]), $1) }
    mirrored = order.prefix(max(0, most)).map { mirrored[$0] }
    let kept = mirrored.map(\.planes)
    rest = found.map { paths in paths.filter { !kept.contains($0.planes) } }
  }

  /// The straight way, or through what is between; nil where it is never heard.
  package var straightPath: SoundPath? {
    let straight = curve(direct)
    guard !straight.isSilent() else { return nil }
    var path = SoundPath.direct
    path.curve = straight
    return path
  }

  /// The ways by mirrors.
  ///
  /// - Parameter weight: what else such a way loses or gains, by its image's place, at a time of emission.
  package func mirroredPaths(
    _ weight: (_ image: Vector3, _ time: Double) -> BandValues = { _, _ in BandValues(repeating: 1) }
  ) -> [SoundPath] {
    mirrored.map { way in
      var path = SoundPath.direct
      for number in way.planes {
        let plane = planes[number]
        // x ↦ M x + 2 o n, after what was before.
        path.linear = plane.matrix * path.linear
        path.offset = plane.matrix * path.offset + plane.normal * (2 * plane.offset)
      }
      path.order = way.planes.count
      path.curve = curve(
        way.gains.indices.map { k in
          let time = start + Double(k) * step
          return way.gains[k] * weight(path.image(of: source.place(at: time)), time)
        })
      return path
    }
  }

  /// The way around edges; nil where it is never heard.
  package func bentPath() throws(DioramaError) -> SoundPath? {
    let curve = curve(bent.map(\.gains))
    guard !curve.isSilent() else { return nil }
    var path = SoundPath.direct
    path.curve = curve
    guard bent.count > 1 else {
      path.seeming = SmoothPath(still: bent[0].image)
      return path
    }
    // While it is not heard it waits where it was heard last, or will be: a way that jumps would be faster than sound.
    var images = bent.map(\.image)
    let heard = bent.indices.filter { bent[$0].gains.max() > 0 }
    for k in images.indices where bent[k].gains.max() <= 0 {
      let nearest = heard.min { ($0 - k).magnitude < ($1 - k).magnitude }
      if let nearest { images[k] = bent[nearest].image }
    }
    let times = images.indices.map { start + Double($0) * step }
    path.seeming = try SmoothPath(times: times, places: images)
    return path
  }

  private func curve(_ values: [BandValues]) -> GainCurve {
    GainCurve(start: start, step: step, values: values)
  }
}
