package import Diagnostics
package import RandomStreams
import Signals
package import VectorMath

/// Impulse responses of a shoebox room.
package struct RoomAcoustics: Sendable {
  /// How the later part of a response is made.
  package enum Method: Sendable, Hashable {
    /// Images up to an order, and nothing else.
    case images(order: Int)
    /// Images until the mixing time, then a diffuse tail that decays by Eyring's formula and starts with the energy that
    /// the images had. `mixingTime` in seconds; nil chooses it by the room's volume.
    case hybrid(mixingTime: Double? = nil)
  }

  package struct Options: Sendable, Hashable {
    package var method: Method = .hybrid()
    /// Seconds; nil until 60 dB after the tail has begun (2.5 s at most), or until the last image.
    package var duration: Double?
    /// Metres by which images of order 2 and more are moved along each axis, at most: sweeping echoes of empty boxes
    /// disappear. Direct sound and first reflections stay.
    package var displacement = 0.08
    /// Hertz of a second-order high-pass: images are all positive, so what no loudspeaker radiates would add up. Nil leaves
    /// it out.
    package var highPass: Double? = 15

    package init() {}
  }

  package let room: ShoeboxRoom
  /// Hertz.
  package let rate: Double
  package let options: Options
  private let bands: OctaveBands
  /// Samples of a hybrid response, whatever the places.
  private let hybridCount: Int
  /// For hybrid responses: the weights of bands serve all.
  private let filter: BandFilter

  /// Throws where the rate is not in 1 … 400 kHz or an option makes no sense.
  package init(_ room: ShoeboxRoom, rate: Double, options: Options = Options()) throws(DioramaError) {
    guard (1000...400_000).contains(rate) else {
      throw DioramaError(.badInput, "room responses at \(rate) Hz", remedy: "Rates lie in 1000 … 400000 Hz.")
    }
    if case .images(let order) = options.method, !(0...400).contains(order) {
      throw DioramaError(.badInput, "images up to order \(order)", remedy: "Orders lie in 0 … 400.")
    }
    if case .hybrid(let time?) = options.method, !(0.001...2).contains(time) {
      throw DioramaError(.badInput, "a mixing time of \(time) s", remedy: "It lies in 0.001 … 2 s.")
    }
    if let duration = options.duration, !(0.001...60).contains(duration) {
      throw DioramaError(.badInput, "a response of \(duration) s", remedy: "It lasts 0.001 … 60 s.")
    }
    guard (0...1).contains(options.displacement) else {
      throw DioramaError(.badInput, "images displaced by \(options.displacement) m", remedy: "0 … 1 m.")
    }
    self.room = room
    self.rate = rate
    self.options = options
    bands = OctaveBands(rate: rate)
    let longest = room.eyring.prefix(bands.centres.count).max() ?? 0
    var duration = min(
      RoomAcoustics.earliestMixing(room) + length(room.size) / room.air.soundSpeed + longest, 2.5)
    if case .images = options.method { duration = 0.001 }
    hybridCount = Int(((options.duration ?? duration) * rate).rounded(.up))
    filter = BandFilter(bands, length: hybridCount)
  }

  /// Twice √V milliseconds and at least 20: the earliest at which echoes are dense enough to go on as noise, counted from
  /// the direct sound.
  private static func earliestMixing(_ room: ShoeboxRoom) -> Double {
    max(0.002 * room.volume.squareRoot(), 0.02)
  }

  /// The responses at microphones, whose positions are in the room's frame, to an impulse at `source`.
  ///
  /// Throws where the source or a microphone is outside of the room. The same arguments give the same bytes.
  package func response(
    source: Vector3, directivity: SourceDirectivity = .omnidirectional, microphones: [Microphone],
    stream: RandomStream
  ) throws(DioramaError) -> RoomResponse {
    try response(
      source: source, directivity: directivity, microphones: microphones, stream: stream, silentOrder: -1)
  }

  /// The same without images up to an order, which another renderer has.
  func response(
    source: Vector3, directivity: SourceDirectivity, microphones: [Microphone], stream: RandomStream,
    silentOrder: Int
  ) throws(DioramaError) -> RoomResponse {
    guard room.contains(source) else { throw outside("the source", source) }
    for m in microphones where !room.contains(m.position) {
      throw outside("the microphone \(m.name)", m.position)
    }
    guard !microphones.isEmpty else {
      throw DioramaError(.badInput, "a room response needs a microphone")
    }
    let delays = microphones.map { length($0.position - source) / room.air.soundSpeed }
    try checkSize(microphones.count, farthest: delays.max() ?? 0)
    switch options.method {
    case .images(let order):
      return images(order, source, directivity, microphones, delays, stream, silentOrder)
    case .hybrid(let time):
      let reference = microphones.reduce(Vector3.zero) { $0 + $1.position } / Double(microphones.count)
      let chosen = time ?? RoomAcoustics.earliestMixing(room) + (delays.max() ?? 0)
      return hybrid(
        chosen, source, directivity, microphones, reference, delays, stream, silentOrder)
    }
  }

  private func outside(_ what: String, _ p: Vector3) -> DioramaError {
    DioramaError(
      .badInput, "\(what) at (\(p.x), \(p.y), \(p.z)) lies outside of the room",
      remedy: "The room spans 0 … (\(room.size.x), \(room.size.y), \(room.size.z)) m.")
  }

  /// What would need more than a gigabyte, or minutes, is a mistake.
  private func checkSize(_ microphones: Int, farthest: Double) throws(DioramaError) {
    let c = room.air.soundSpeed
    var (samples, images) = (Double(hybridCount), 0.0)
    switch options.method {
    case .images(let order):
      // The farthest image lies an order of the longest side away.
      samples = (options.duration ?? Double(order + 2) * length(room.size) / c) * rate
      images = Double(RoomAcoustics.images(order))
    case .hybrid(let time):
      let reach = ((time ?? RoomAcoustics.earliestMixing(room) + farthest) + 0.02) * c
      images = 4 * Double.pi * reach * reach * reach / (3 * room.volume)
    }
    guard samples * Double(bands.centres.count * microphones) <= 0x1p25, images <= 1e8 else {
      throw DioramaError(
        .badInput,
        "a room response of \(Int(min(samples, 1e12))) samples and \(Int(min(images, 1e15))) images for \(microphones) microphones is too large",
        remedy: "Ask for a shorter one, fewer microphones at once, a lower order or an earlier mixing time.")
    }
  }

  // MARK: - Images

  /// Whether one amplitude an image says everything.
  private func isFlat(_ directivity: SourceDirectivity, _ microphones: [Microphone]) -> Bool {
    let colourless = room.walls.allSatisfy {
      $0.absorption == BandValues(repeating: $0.absorption[0]) && $0.scattering == BandValues()
    }
    return colourless && !room.airAbsorbs && options.displacement == 0
      && directivity.omnidirectionalShare == BandValues(repeating: 1)
      && microphones.allSatisfy { $0.pattern != .sphericalHeadEar }
  }

  private func axes(_ source: Vector3, order: Int, reach: Double, near: Vector3) -> [ImageAxis] {
    (0..<3).map {
      ImageAxis(
        source: source[$0], length: room.size[$0], order: order, reach: reach, receiver: near[$0])
    }
  }

  private func gains(_ axes: [ImageAxis], withoutScattered: Bool) -> [[BandValues]] {
    (0..<3).map {
      axes[$0].gains(
        low: room.walls[2 * $0].reflection(withoutScattered: withoutScattered),
        high: room.walls[2 * $0 + 1].reflection(withoutScattered: withoutScattered))
    }
  }

  /// Metres between the reference and the farthest microphone.
  private func spread(_ microphones: [Microphone], _ reference: Vector3) -> Double {
    microphones.map { length($0.position - reference) }.max() ?? 0
  }

  private func images(
    _ order: Int, _ source: Vector3, _ directivity: SourceDirectivity, _ microphones: [Microphone],
    _ delays: [Double], _ stream: RandomStream, _ silentOrder: Int
  ) -> RoomResponse {
    let c = room.air.soundSpeed
    // The farthest image of an order is that of the longest side.
    let farthest = Double(order + 1) * greatest(room.size) + 1
    let reach = min(farthest, options.duration.map { $0 * c } ?? .infinity)
    let centre = microphones[0].position
    let axes = axes(source, order: order, reach: reach + spread(microphones, centre), near: centre)
    let count =
      options.duration.map { Int(($0 * rate).rounded(.up)) } ?? imagesLength(axes, microphones, order)
    let expected = RoomAcoustics.images(order)
    var added = 0
    if silentOrder < 0, isFlat(directivity, microphones) {
      let flat = FlatImageSum(
        axes: axes, gains: gains(axes, withoutScattered: false).map { $0.map { $0[0] } }, maxOrder: order,
        reach: reach, samplesPerMetre: rate / c)
      let channels = microphones.map { microphone -> [Float] in
        var buffer = ResponseBuffer(count: count, bands: 1, images: expected)
        added = max(added, flat.add(to: &buffer, microphone: microphone))
        return buffer.band(0)
      }
      return finish(channels, delays, added, nil)
    }
    var buffers = microphones.map { _ in
      ResponseBuffer(count: count, bands: bands.centres.count, images: expected)
    }
    added =
      banded(axes, order, reach, directivity, fade: nil, stream, silentOrder)
      .add(to: &buffers, microphones: microphones, reference: centre).images
    let filter = BandFilter(bands, length: count)
    let joined = buffers.map { buffer in filter.join((0..<buffer.bands).map(buffer.band)) }
    return finish(joined, delays, added, nil)
  }

  /// Images up to an order: the points of an octahedron.
  private static func images(_ order: Int) -> Int {
    (2 * order + 1) * (2 * order * order + 2 * order + 3) / 3
  }

  /// Samples until the last image has passed the farthest microphone.
  private func imagesLength(_ axes: [ImageAxis], _ microphones: [Microphone], _ order: Int) -> Int {
    var far = 0.0
    for m in microphones {
      for axis in 0..<3 {
        // All of the order on one axis: the others stay with the source itself.
        for end in [axes[axis].places.first, axes[axis].places.last] {
          var offset = Vector3.zero
          for other in 0..<3 where other != axis {
            let sides = axes[other].places.map { abs($0 - m.position[other]) }
            let numbers = axes[other].numbers
            let own = -numbers.lowerBound
            offset[other] = sides.indices.contains(own) ? sides[own] : 0
          }
          offset[axis] = (end ?? 0) - m.position[axis]
          far = max(far, length(offset))
        }
      }
    }
    return Int(far / room.air.soundSpeed * rate) + FractionalDelay.reach + 2
  }

  private func banded(
    _ axes: [ImageAxis], _ order: Int, _ reach: Double, _ directivity: SourceDirectivity,
    fade: ClosedRange<Double>?, _ stream: RandomStream, _ silentOrder: Int
  ) -> BandedImageSum {
    // Images alone have nowhere to put what is scattered: it stays with them.
    BandedImageSum(
      axes: axes, gains: gains(axes, withoutScattered: fade != nil),
      fullGains: gains(axes, withoutScattered: false),
      maxOrder: order, reach: reach, rate: rate, soundSpeed: room.air.soundSpeed, airLoss: room.airLoss,
      directivity: directivity, displacement: options.displacement, stream: stream.child("images"),
      silentOrder: silentOrder, fade: fade
    )
  }

  // MARK: - Hybrid

  private func hybrid(
    _ start: Double, _ source: Vector3, _ directivity: SourceDirectivity, _ microphones: [Microphone],
    _ reference: Vector3, _ delays: [Double], _ stream: RandomStream, _ silentOrder: Int
  ) -> RoomResponse {
    let c = room.air.soundSpeed
    let fade = 0.02
    let times = room.eyring
    let count = hybridCount
    let reach = (start + fade) * c
    let near = spread(microphones, reference)
    let axes = axes(source, order: 400, reach: reach + near, near: reference)
    // Images within a radius: 4πr³/(3V).
    let expected = 4 * Double.pi * (reach + near) * (reach + near) * (reach + near) / (3 * room.volume)
    var buffers = microphones.map { _ in
      ResponseBuffer(count: count, bands: bands.centres.count, images: Int(min(expected, 1e9)))
    }
    let sum = banded(axes, 400, reach + near, directivity, fade: start * c...reach, stream, silentOrder)
    let census = sum.add(to: &buffers, microphones: microphones, reference: reference)
    let envelope = TailEnvelope(census: census, start: start, fade: fade, times: times)
    let field = DiffuseField(microphones, rate: rate, soundSpeed: c)
    let noise = field.noise(count, stream.child("tail"))
    let amplitudes = TailShape(envelope, count: count, bands: bands.centres.count, rate: rate)
    let joined = buffers.indices.map { m in
      // Nothing arrives before the direct sound, scattered or not.
      let first = Int(delays[m] * rate)
      return filter.join(
        (0..<bands.centres.count).map {
          amplitudes.added(to: buffers[m].band($0), band: $0, noise: noise[m], from: first)
        })
    }
    return finish(joined, delays, census.images, start)
  }

  private func finish(
    _ channels: [[Float]], _ delays: [Double], _ images: Int, _ mixingTime: Double?
  ) -> RoomResponse {
    var channels = channels
    if let corner = options.highPass {
      let filter = FilterCascade([.highPass(corner, rate: rate)])
      channels = channels.map(filter.filtered)
    }
    return RoomResponse(
      rate: rate, channels: channels, delays: delays, images: images, mixingTime: mixingTime)
  }
}

/// Amplitudes of the tail sample by sample, from knots a quarter of a millisecond apart.
private struct TailShape {
  private let knots: [BandValues]
  private let step: Int

  init(_ envelope: TailEnvelope, count: Int, bands: Int, rate: Double) {
    let step = max(1, Int(rate / 4000))
    self.step = step
    knots = (0...count / step + 1).map { envelope.amplitude($0 * step, rate: rate) }
  }

  /// `samples` + amplitude × noise, from sample `first` on.
  func added(to samples: [Float], band: Int, noise: [Float], from first: Int) -> [Float] {
    var out = samples
    let scale = 1 / Float(step)
    for knot in 0..<knots.count - 1 {
      let (a, b) = (Float(knots[knot][band]), Float(knots[knot + 1][band]))
      let start = knot * step
      for n in max(start, first)..<max(max(start, first), min(start + step, out.count)) {
        out[n] += noise[n] * (a + (b - a) * Float(n - start) * scale)
      }
    }
    return out
  }
}
