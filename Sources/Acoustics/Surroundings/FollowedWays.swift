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

  /// Metres a second that the place where a source seems to be moves at most: what is faster goes on around another edge.
  private static let fastest = 50.0

  /// The ways around edges: one as long as it goes around edges near one another. Where the shortest way leaps from edge to
  /// edge, one fades as the next comes.
  package func bentPaths() throws(DioramaError) -> [SoundPath] {
    var runs: [Range<Int>] = []
    for k in bent.indices where bent[k].gains.max() > 0 {
      if let last = runs.last, last.upperBound == k,
        length(bent[k].image - bent[k - 1].image) < Self.fastest * step
      {
        runs[runs.count - 1] = last.lowerBound..<k + 1
      } else {
        runs.append(k..<k + 1)
      }
    }
    var paths: [SoundPath] = []
    for run in runs {
      let curve = curve(bent.indices.map { run.contains($0) ? bent[$0].gains : BandValues() })
      guard !curve.isSilent() else { continue }
      var path = SoundPath.direct
      path.curve = curve
      // While it is not heard it waits where it was heard last, or will be.
      let images = bent.indices.map { bent[min(max($0, run.lowerBound), run.upperBound - 1)].image }
      path.seeming =
        images.count > 1
        ? try SmoothPath(times: images.indices.map { start + Double($0) * step }, places: images)
        : SmoothPath(still: images[0])
      paths.append(path)
    }
    return paths
  }

  private func curve(_ values: [BandValues]) -> GainCurve {
    GainCurve(start: start, step: step, values: values)
  }
}
