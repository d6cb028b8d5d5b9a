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
  let bands: OctaveBands
  /// Samples of a hybrid response, whatever the places.
  let hybridCount: Int
  /// For hybrid responses: the weights of bands serve all.
  let filter: BandFilter

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
  static func earliestMixing(_ room: ShoeboxRoom) -> Double {
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
}
