import Acoustics
import Diagnostics
import Foundation
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct ImageSourceTests {
  let rate = 16_000.0

  /// The sum over images by the formula of Allen and Berkley, in double precision, with a sinc for every one: none of the
  /// kernel's tables, numbers of images from ((1 − 2u) s + 2nL).
  private func bruteForce(_ room: ShoeboxRoom, _ from: Vector3, _ to: Vector3, order: Int, count: Int)
    -> [Double]
  {
    var out = [Double](repeating: 0, count: count)
    let betas = room.walls.map { (1 - $0.absorption[0]).squareRoot() }
    let around = order / 2 + 1
    for ux in 0...1 {
      for uy in 0...1 {
        for uz in 0...1 {
          for nx in -around...around {
            for ny in -around...around {
              for nz in -around...around {
                let (u, n) = ([ux, uy, uz], [nx, ny, nz])
                var (gain, square, hits) = (1.0, 0.0, 0)
                for k in 0..<3 {
                  let place = Double(1 - 2 * u[k]) * from[k] + 2 * Double(n[k]) * room.size[k]
                  square += (place - to[k]) * (place - to[k])
                  gain *=
                    pow(betas[2 * k], Double(abs(n[k] - u[k]))) * pow(betas[2 * k + 1], Double(abs(n[k])))
                  hits += abs(n[k] - u[k]) + abs(n[k])
                }
                guard hits <= order else { continue }
                let distance = square.squareRoot()
                let delay = distance / room.air.soundSpeed * rate
                let amplitude = gain / (4 * .pi * distance)
                for i in max(0, Int(delay) - 42)..<min(count, Int(delay) + 43) {
                  let x = Double(i) - delay
                  guard abs(x) < 41 else { continue }
                  let sinc = abs(x) < 1e-12 ? 1 : sin(.pi * x) / (.pi * x)
                  out[i] += amplitude * sinc * (0.5 + 0.5 * cos(.pi * x / 41))
                }
              }
            }
          }
        }
      }
    }
    return out
  }

  /// A3: −80 dB, with few images (kernels) and many (trains), walls that differ.
  @Test(arguments: [2, 6, 17]) func isTheSumOfItsImages(order: Int) throws {
    let absorptions = [0.1, 0.3, 0.05, 0.2, 0.4, 0.15]
    let room = try ShoeboxRoom(size: size, walls: absorptions.map { .uniform($0) }, airAbsorbs: false)
    let found = try RoomAcoustics(room, rate: rate, options: bare(order: order))
      .response(source: source, microphones: [omni(ear)], stream: chance)
    let expected = bruteForce(room, source, ear, order: order, count: found.channels[0].count)
    #expect(error(found.channels[0], expected.map { Float($0) }) < -80)
    // Nothing is cut off at the end: the last image is inside.
    #expect(found.channels[0].suffix(3).allSatisfy { $0.magnitude < 1e-5 })
  }

  /// The other kernel, for bands, agrees where no band differs: a displacement of zero images would be the same sum.
  @Test(arguments: [5, 14]) func bandsSumToTheFlatOne(order: Int) throws {
    let flat = try RoomAcoustics(plainRoom(0.25), rate: rate, options: bare(order: order))
    // Scattering without a tail changes nothing, but is not for the fast kernel.
    let wall = try AcousticMaterial(name: "rough", absorption: [0.25], scattering: [0.3])
    let room = try ShoeboxRoom(size: size, walls: Array(repeating: wall, count: 6), airAbsorbs: false)
    let banded = try RoomAcoustics(room, rate: rate, options: bare(order: order))
    let cardioid = Microphone(name: "c", position: ear, axis: Vector3(1, 1, 0), pattern: .cardioid)
    let a = try flat.response(source: source, microphones: [omni(ear), cardioid], stream: chance)
    let b = try banded.response(source: source, microphones: [omni(ear), cardioid], stream: chance)
    #expect(a.images == b.images)
    for m in 0..<2 { #expect(error(b.channels[m], a.channels[m]) < -80) }
  }

  /// A5: an octahedron of images; and within a radius as many as volumes fit.
  @Test func imagesAreCounted() throws {
    for (order, count) in [(0, 1), (1, 7), (2, 25), (3, 63), (17, 7175)] {
      let found = try RoomAcoustics(plainRoom(0.2), rate: rate, options: bare(order: order))
        .response(source: source, microphones: [omni(ear)], stream: chance)
      #expect(found.images == count)
    }
    let found = try RoomAcoustics(plainRoom(0.2), rate: rate, options: bare(order: 200, duration: 0.15))
      .response(source: source, microphones: [omni(ear)], stream: chance)
    let radius = 0.15 * 343.2
    #expect(abs(Double(found.images) / (4 * .pi * pow(radius, 3) / (3 * 90)) - 1) < 0.05)
  }

  /// A1 and A2: one arrival, where and as strong as it must be.
  @Test(arguments: [0.5, 1.7, 4.321, 13.0, 50]) func directSoundIsExact(distance: Double) throws {
    let room = try plainRoom(0.5, size: Vector3(60, 10, 10))
    let rate = 48_000.0
    let (from, to) = (Vector3(2, 5, 5), Vector3(2 + distance, 5, 5))
    let found = try RoomAcoustics(room, rate: rate, options: bare(order: 0))
      .response(source: from, microphones: [omni(to)], stream: chance)
    let response = found.channels[0]
    let expected = distance / 343.2 * rate
    // Phase and gain of the response at a sixth of the rate, from all its samples.
    var (re, im) = (0.0, 0.0)
    for (n, x) in response.enumerated() {
      re += Double(x) * cos(.pi / 3 * (Double(n) - expected))
      im -= Double(x) * sin(.pi / 3 * (Double(n) - expected))
    }
    let late = -atan2(im, re) / (.pi / 3)
    #expect(abs(late) < 0.01, "\(late) samples late")
    let level = 20 * log10((re * re + im * im).squareRoot() * 4 * .pi * distance)
    #expect(abs(level) < 0.05, "\(level) dB")
    #expect(abs(found.delays[0] * rate - expected) < 1e-3)
    // In pascals: what is 1 Pa at 1 m.
    #expect(abs(found.convolved([1])[0].reduce(0, +) * Float(distance) - 1) < 0.01)
  }

  /// A4: source and microphone may change places.
  @Test func soundGoesBothWays() throws {
    for room in [try plainRoom(0.2), try livingRoom()] {
      let acoustics = try RoomAcoustics(room, rate: rate, options: bare(order: 8))
      let there = try acoustics.response(source: source, microphones: [omni(ear)], stream: chance)
      let back = try acoustics.response(source: ear, microphones: [omni(source)], stream: chance)
      #expect(error(back.channels[0], there.channels[0]) < -120)
    }
  }

  /// Walls of one material behind one another colour a reflection by their absorption: a first reflection alone.
  @Test func wallsColourSound() throws {
    let hard = AcousticMaterial.uniform(0)
    let soft = try AcousticMaterial(name: "soft", absorption: [0.1, 0.1, 0.2, 0.4, 0.7, 0.9, 0.9])
    func room(_ floor: AcousticMaterial) throws -> ShoeboxRoom {
      try ShoeboxRoom(
        size: Vector3(100, 100, 50), walls: [hard, hard, hard, hard, floor, hard], airAbsorbs: false)
    }
    let (from, to) = (Vector3(50, 50, 1), Vector3(52, 50, 1.5))
    let options = bare(order: 1, duration: 0.05)
    let direct = try RoomAcoustics(room(hard), rate: rate, options: bare(order: 0, duration: 0.05))
      .response(source: from, microphones: [omni(to)], stream: chance).channels[0]
    let floor = try RoomAcoustics(room(soft), rate: rate, options: options)
      .response(source: from, microphones: [omni(to)], stream: chance).channels[0]
    let bounce = zip(floor, direct).map { $0 - $1 }
    let spectrum = RealFFT(count: 4096).forward(bounce)
    let distance = Vector3(2, 0, 2.5)
    for (frequency, absorption) in [(125.0, 0.1), (500, 0.2), (1000, 0.4), (2000, 0.7), (4000, 0.9)] {
      let bin = Int(frequency / rate * 4096)
      let gain = Double(spectrum.power[bin]).squareRoot() * 4 * .pi * length(distance)
      #expect(abs(20 * log10(gain / (1 - absorption).squareRoot())) < 0.3, "\(frequency): \(gain)")
    }
  }

  @Test func displacedImagesKeepTheFirst() throws {
    var options = bare(order: 12)
    options.displacement = 0.08
    let room = try plainRoom(0.2)
    let plain = try RoomAcoustics(room, rate: rate, options: bare(order: 12))
      .response(source: source, microphones: [omni(ear)], stream: chance).channels[0]
    func moved(_ name: String) throws -> [Float] {
      try RoomAcoustics(room, rate: rate, options: options)
        .response(source: source, microphones: [omni(ear)], stream: chance.child(name)).channels[0]
    }
    let first = try moved("a")
    #expect(try moved("a") == first && moved("b") != first)
    // Until the first image of order 2 stands nothing changes.
    // It lies 6.0 m away, and may come 0.14 m nearer.
    let early = Int(5.8 / 343.2 * rate) - 42
    #expect(error(Array(first[..<early]), Array(plain[..<early])) < -60)
    #expect(error(first, plain) > -10)
  }

  @Test func refusesNonsense() throws {
    let room = try plainRoom(0.2)
    #expect(throws: DioramaError.self) { try RoomAcoustics(room, rate: 10) }
    #expect(throws: DioramaError.self) { try RoomAcoustics(room, rate: rate, options: bare(order: 9999)) }
    #expect(throws: DioramaError.self) { try plainRoom(0.2, size: Vector3(0, 1, .nan)) }
    let acoustics = try RoomAcoustics(room, rate: rate)
    for place in [Vector3(7, 1, 1), Vector3(1, -0.1, 1), Vector3(1, 1, .nan)] {
      #expect(throws: DioramaError.self) {
        try acoustics.response(source: place, microphones: [omni(ear)], stream: chance)
      }
      #expect(throws: DioramaError.self) {
        try acoustics.response(source: source, microphones: [omni(place)], stream: chance)
      }
    }
    #expect(throws: DioramaError.self) {
      try acoustics.response(source: source, microphones: [], stream: chance)
    }
    #expect(throws: DioramaError.self) { try AcousticMaterial(name: "x", absorption: [1.2]) }
    // What would fill memory or take minutes: a response of minutes, and a cupboard's images of two seconds.
    let cupboard = try plainRoom(0.2, size: Vector3(0.2, 0.2, 0.2))
    let hall = try plainRoom(0.2, size: Vector3(500, 500, 500))
    var late = RoomAcoustics.Options()
    late.method = .hybrid(mixingTime: 2)
    for (room, options) in [(cupboard, late), (hall, bare(order: 400))] {
      #expect(throws: DioramaError.self) {
        try RoomAcoustics(room, rate: 48_000, options: options).response(
          source: Vector3(0.1, 0.1, 0.1), microphones: [omni(Vector3(0.15, 0.1, 0.1))], stream: chance)
      }
    }
  }
}
