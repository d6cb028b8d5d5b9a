package import Diagnostics
package import RandomStreams
import Signals
package import VectorMath

/// Impulse responses among surroundings of any shape: furnished rooms, several rooms with open doors, streets.
///
/// The straight way, mirrors up to an order and the way around an edge are followed one by one, exact to the sample at
/// every microphone. All else is energy that rays carry (`EchoField`), made audible by pulses that come from the rays'
/// own directions, so that what reaches a listener through a door comes from the door.
package struct SceneAcoustics: Sendable {
  package struct Options: Sendable, Hashable {
    package var field = EchoField.Settings()
    /// Seconds; nil until a millionth is left, 2.5 s at most.
    package var duration: Double?
    /// As in `RoomAcoustics`.
    package var highPass: Double? = 15
    /// False leaves out what the air takes, for closed forms.
    package var airAbsorbs = true

    package init() {}
  }

  /// Where a source is and how it speaks.
  package struct Source: Sendable {
    /// World, metres.
    package var place: Vector3
    package var directivity: SourceDirectivity
    /// Whose bodies let its sound pass; 0 for none.
    package var owner: UInt32

    package init(_ place: Vector3, directivity: SourceDirectivity = .omnidirectional, owner: UInt32 = 0) {
      self.place = place
      self.directivity = directivity
      self.owner = owner
    }
  }

  package let scene: AcousticScene
  package let air: Air
  /// Hertz.
  package let rate: Double
  package let options: Options
  /// Samples of every response.
  package let count: Int
  private let filter: BandFilter
  private let bands: Int

  /// Throws where the rate is not in 1 … 400 kHz, or an option makes no sense.
  ///
  /// - Parameter listener: where somebody listens: responses are as long as sound lasts there.
  package init(
    _ scene: AcousticScene, air: Air = Air(), rate: Double, options: Options = Options(),
    around listener: Vector3, stream: RandomStream
  ) throws(DioramaError) {
    guard (1000...400_000).contains(rate) else {
      throw DioramaError(.badInput, "responses at \(rate) Hz", remedy: "Rates lie in 1000 … 400000 Hz.")
    }
    if let duration = options.duration, !(0.001...10).contains(duration) {
      throw DioramaError(.badInput, "a response of \(duration) s", remedy: "It lasts 0.001 … 10 s.")
    }
    let field = options.field
    guard (16...100_000).contains(field.rays), (0...2).contains(field.order), (1...5000).contains(field.reach)
    else {
      throw DioramaError(
        .badInput, "\(field.rays) rays over \(field.reach) m with mirrors up to order \(field.order)",
        remedy: "Rays 16 … 100000, reach 1 … 5000 m, order 0 … 2.")
    }
    try air.check()
    self.scene = scene
    self.air = air
    self.rate = rate
    self.options = options
    var seconds = options.duration ?? 0
    if options.duration == nil {
      var pilot = field
      pilot.rays = min(field.rays, 200)
      let trial = EchoField(scene, listener: listener, settings: pilot, stream: stream.child("pilot"))
      seconds = min(max(1.1 * trial.fadeDistance / air.soundSpeed + 0.05, 0.1), 2.5)
    }
    count = Int((seconds * rate).rounded(.up))
    let octaves = OctaveBands(rate: rate)
    bands = octaves.centres.count
    filter = BandFilter(octaves, length: count)
  }

  /// What a listener hears of the surfaces: serves all sources.
  package func field(at listener: Vector3, stream: RandomStream) -> EchoField {
    EchoField(scene, listener: listener, settings: options.field, stream: stream)
  }

  /// The ways that are followed one by one, those without mirrors first.
  package func paths(from source: Source, in field: EchoField) -> [EarlyPath] {
    scene.unmirrored(
      from: source.place, to: field.listener, owner: source.owner, soundSpeed: air.soundSpeed)
      + scene.mirrored(
        from: source.place, to: field.listener, owner: source.owner, planes: field.mirrors,
        order: options.field.order)
  }

  /// The responses at microphones near the field's listener, whose positions are in the world, to an impulse.
  ///
  /// The same arguments give the same bytes. Delays are those of the first sound within 20 dB of the strongest path.
  ///
  /// - Parameter paths: to be heard; empty where another renderer has them.
  package func response(
    to source: Source, paths: [EarlyPath], in field: EchoField, microphones: [Microphone],
    stream: RandomStream
  ) -> RoomResponse {
    let c = air.soundSpeed
    let histogram = EchoHistogram(
      field, scene, source: source.place, owner: source.owner, directivity: source.directivity, air: air,
      airAbsorbs: options.airAbsorbs, seconds: Double(count) / rate)
    let straight = length(source.place - field.listener) / c
    let pulses = histogram.pulses(from: straight, stream.child("pulses"))
    var buffers = microphones.map { _ in
      ResponseBuffer(count: count, bands: bands, images: pulses.count + paths.count)
    }
    var strengths: [Double] = []
    FractionalDelay.standard.table.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress else { return }
      let hearing = ImageHearing(rate: rate, soundSpeed: c, kernels: KernelTable(base: base))
      for path in paths {
        let gains = path.gains * source.directivity.gains(towards: path.departure)
        strengths.append(loudness(gains, over: length(path.image - field.listener)))
        for (m, microphone) in microphones.enumerated() {
          let offset = path.image - microphone.position
          let distance = length(offset)
          hearing.add(
            spread(gains, over: distance), from: offset, distance: distance, to: microphone, into: &buffers[m]
          )
        }
      }
      for pulse in pulses {
        let place = field.listener + pulse.direction * (pulse.time * c)
        for (m, microphone) in microphones.enumerated() {
          let offset = place - microphone.position
          hearing.add(
            pulse.amplitude, from: offset, distance: length(offset), to: microphone, into: &buffers[m])
        }
      }
    }
    let strongest = strengths.max() ?? 0
    let first = zip(paths, strengths).filter { $0.1 >= 0.1 * strongest }.map(\.0.image)
      .min { length($0 - field.listener) < length($1 - field.listener) }
    let highPass = options.highPass.map { FilterCascade([.highPass($0, rate: rate)]) }
    let channels = buffers.map { buffer -> [Float] in
      let joined = filter.join((0..<buffer.bands).map(buffer.band))
      return highPass?.filtered(joined) ?? joined
    }
    return RoomResponse(
      rate: rate, channels: channels,
      delays: microphones.map { length((first ?? source.place) - $0.position) / c }, images: paths.count,
      mixingTime: nil)
  }

  /// 1/(4πd), and what the air leaves.
  private func spread(_ gains: BandValues, over distance: Double) -> BandValues {
    let near = gains / (4 * Double.pi * max(distance, 1e-3))
    guard options.airAbsorbs else { return near }
    return near * (air.energyLoss * (-0.5 * distance)).mapped(DeterministicMath.exp)
  }

  /// Over all bands alike, as a pressure.
  private func loudness(_ gains: BandValues, over distance: Double) -> Double {
    let heard = spread(gains, over: distance)
    return (heard * heard).sum().squareRoot()
  }
}
