import RandomStreams
import Signals
import VectorMath

/// Images up to an order, and what all methods share.
extension RoomAcoustics {
  /// Whether one amplitude an image says everything.
  func isFlat(_ directivity: SourceDirectivity, _ microphones: [Microphone]) -> Bool {
    let colourless = room.walls.allSatisfy {
      $0.absorption == BandValues(repeating: $0.absorption[0]) && $0.scattering == BandValues()
    }
    return colourless && !room.airAbsorbs && options.displacement == 0
      && directivity.omnidirectionalShare == BandValues(repeating: 1)
      && microphones.allSatisfy { $0.pattern != .sphericalHeadEar }
  }

  func axes(_ source: Vector3, order: Int, reach: Double, near: Vector3) -> [ImageAxis] {
    (0..<3).map {
      ImageAxis(
        source: source[$0], length: room.size[$0], order: order, reach: reach, receiver: near[$0])
    }
  }

  func gains(_ axes: [ImageAxis], withoutScattered: Bool) -> [[BandValues]] {
    (0..<3).map {
      axes[$0].gains(
        low: room.walls[2 * $0].reflection(withoutScattered: withoutScattered),
        high: room.walls[2 * $0 + 1].reflection(withoutScattered: withoutScattered))
    }
  }

  /// Metres between the reference and the farthest microphone.
  func spread(_ microphones: [Microphone], _ reference: Vector3) -> Double {
    microphones.map { length($0.position - reference) }.max() ?? 0
  }

  func images(
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
  static func images(_ order: Int) -> Int {
    (2 * order + 1) * (2 * order * order + 2 * order + 3) / 3
  }

  /// Samples until the last image has passed the farthest microphone.
  func imagesLength(_ axes: [ImageAxis], _ microphones: [Microphone], _ order: Int) -> Int {
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

  func banded(
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

  func finish(
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
