import Acoustics
import Diagnostics
import Foundation
import Signals
import Testing
import VectorMath

@Suite struct MotionTests {
  let rate = 48_000.0
  let c = 343.2

  private func tone(_ frequency: Double, _ seconds: Double) -> [Float] {
    (0..<Int(seconds * rate)).map { Float(sin(2 * .pi * frequency * Double($0) / rate)) }
  }

  private func passBy(_ speed: Double) throws -> SmoothPath {
    try SmoothPath(times: [0, 1, 2], places: [-1.0, 0, 1].map { Vector3($0 * speed, 5, 1) })
  }

  private let still = ArrayMotion(.mono, path: SmoothPath(still: Vector3(0, 0, 1)))

  /// A11: f c/(c − v_r) at the time of emission, 0.2 %, by zero crossings.
  @Test func pitchIsDopplers() throws {
    let path = try passBy(30)
    let sound = MovingSound(samples: tone(1000, 2), path: path)
    let heard = try sound.heard(by: still, airAbsorbs: false, count: 90_000, rate: rate)[0]
    var crossings: [Double] = []
    // The first sound arrives after 30.4 m.
    for n in 5000..<88_000 where heard[n] <= 0 && heard[n + 1] > 0 {
      crossings.append(Double(n) + Double(heard[n] / (heard[n] - heard[n + 1])))
    }
    #expect(crossings.count > 1650)
    for k in stride(from: 0, to: crossings.count - 11, by: 10) {
      let found = 10 * rate / (crossings[k + 10] - crossings[k])
      let time = 0.5 * (crossings[k] + crossings[k + 10]) / rate
      let emission = Arrival.emission(at: time, source: path, receiver: still.path, soundSpeed: c)
      let (place, velocity) = path.state(at: emission)
      let towards = Vector3(0, 0, 1) - place
      let expected = 1000 * c / (c - dot(velocity, normalized(towards)))
      #expect(abs(found / expected - 1) < 0.002, "\(time) s: \(found), \(expected)")
    }
  }

  /// A12: at rest it is the static response, and moving it has no clicks.
  @Test func restIsStatic() throws {
    let room = try plainRoom(0.5, size: Vector3(30, 20, 10))
    let place = Vector3(7.3, 4.1, 2.2)
    let ear = Vector3(3, 3, 1.5)
    let sound = sourceNoise(20_000)
    let moving = try MovingSound(samples: sound, path: SmoothPath(still: place))
      .heard(
        by: ArrayMotion(.mono, path: SmoothPath(still: ear)), along: SoundPath.paths(in: room, order: 2),
        airAbsorbs: false, count: 24_000, rate: rate)[0]
    let response = try RoomAcoustics(room, rate: rate, options: bare(order: 2))
      .response(source: place, microphones: [omni(ear)], stream: chance)
    let expected = response.convolved(sound)[0]
    // What adds images is exact to 80 dB; a thousandth of a sample would be heard at −50.
    #expect(error(Array(moving[..<20_000]), Array(expected[..<20_000])) < -75)
  }

  /// A tone that passes by is, at every sample, what its source made at the retarded time, over the distance then: in closed form
  /// for straight ways at steady speed.
  @Test(arguments: [(8.0, 2.0), (30, 4), (60, 30)]) func passingTonesAreTheirClosedForm(
    speed: Double, nearest: Double
  )
    throws
  {
    let path = try SmoothPath(
      times: [0, 1, 2], places: [-1.0, 0, 1].map { Vector3($0 * speed, nearest, 1) })
    let heard = try MovingSound(samples: tone(2000, 2), path: path)
      .heard(by: still, airAbsorbs: false, count: 90_000, rate: rate)[0]
    let speedOfSound = Air().soundSpeed
    var (rest, whole) = (0.0, 0.0)
    for n in 20_000..<80_000 {
      // With x = v (t − 1): (c² − v²) τ² − 2 c² T τ … solved for the time of emission, T and τ counted from the nearest moment.
      let late = Double(n) / rate - 1
      let (c2, v2) = (speedOfSound * speedOfSound, speed * speed)
      let root = (v2 * late * late * c2 + (c2 - v2) * nearest * nearest).squareRoot()
      let emitted = (c2 * late - root) / (c2 - v2)
      let distance = (v2 * emitted * emitted + nearest * nearest).squareRoot()
      let expected = sin(2 * .pi * 2000 * (emitted + 1)) / distance
      rest += (Double(heard[n]) - expected) * (Double(heard[n]) - expected)
      whole += expected * expected
    }
    #expect(10 * log10(rest / whole) < -65, "\(10 * log10(rest / whole)) dB")
  }

  @Test func motionHasNoClicks() throws {
    let sound = MovingSound(samples: tone(500, 2), path: try passBy(30))
    let heard = try sound.heard(by: still, count: 90_000, rate: rate)[0]
    // No step is larger than three times what a sine of the loudest moment and highest pitch makes.
    let slope = 2 * Double.pi * 550 / rate / 5
    var top: Float = 0
    for n in 1000..<89_999 { top = max(top, (heard[n + 1] - heard[n]).magnitude) }
    #expect(Double(top) < 3 * slope && Double(top) > 0.5 * slope)
    // Clicks are wide: nothing lies above the pitch.
    let above = FilterCascade.butterworthHighPass(order: 8, 2500, rate: rate).filtered(heard)
    let ratio = Levels.rms(above, in: 10_000..<88_000) / Levels.rms(heard, in: 10_000..<88_000)
    #expect(20 * log10(ratio) < -80, "\(20 * log10(ratio))")
  }

  /// A28: 6.02 dB a doubling, in the open.
  @Test func distanceQuietens() throws {
    var levels: [Double] = []
    for distance in [1.0, 2, 4, 8, 16, 32] {
      let heard = try MovingSound(samples: tone(700, 0.2), path: SmoothPath(still: Vector3(distance, 0, 1)))
        .heard(by: still, airAbsorbs: false, count: 9000, rate: rate)[0]
      levels.append(Levels.soundPressureLevel(heard, in: 6000..<8400))
    }
    for (near, far) in zip(levels, levels.dropFirst()) { #expect(abs(near - far - 6.0206) < 0.02) }
    #expect(abs(levels[0] - 20 * log10(0.5.squareRoot() / 20e-6)) < 0.02)
  }

  /// Air over 100 m, by the closed form.
  @Test(arguments: [500.0, 2000, 4000, 8000]) func airColours(frequency: Double) throws {
    let path = SmoothPath(still: Vector3(100, 0, 1))
    let sound = MovingSound(samples: tone(frequency, 0.5), path: path)
    let dry = try sound.heard(by: still, airAbsorbs: false, count: 36_000, rate: rate)[0]
    let wet = try sound.heard(by: still, count: 36_000, rate: rate)[0]
    let loss = 20 * log10(Levels.rms(dry, in: 20_000..<34_000) / Levels.rms(wet, in: 20_000..<34_000))
    #expect(abs(loss - 100 * Air().attenuation(at: frequency)) < 0.05, "\(loss)")
  }

  /// Emission and arrival undo each other, and their difference is distance over speed (X3).
  @Test func timesAreEachOthersInverse() throws {
    let source = try SmoothPath(
      times: [0, 1, 2, 3.5],
      places: [Vector3(0, 0, 1), Vector3(20, 3, 1), Vector3(35, 10, 1), Vector3(40, 40, 1)])
    let receiver = try SmoothPath(times: [0, 3], places: [Vector3(10, -5, 1), Vector3(60, -5, 1.5)])
    for path in [SoundPath.direct, .ground(MaterialTable.all[1])] {
      for time in stride(from: -0.5, through: 4, by: 0.31) {
        let arrival = Arrival.arrival(of: time, source: source, receiver: receiver, path: path, soundSpeed: c)
        let back = Arrival.emission(
          at: arrival, source: source, receiver: receiver, path: path, soundSpeed: c)
        #expect(abs(back - time) < 1e-10)
        let distance = length(path.image(of: source.place(at: time)) - receiver.place(at: arrival))
        #expect(abs((arrival - time) - distance / c) < 1e-10)
      }
    }
  }

  /// A rig that moves and turns: a still source to the left of a car that drives by is heard there by its ambisonics.
  @Test func rigsMoveAndTurn() throws {
    let rig = ArrayMotion(
      .ambisonic, path: try SmoothPath(times: [0, 1], places: [Vector3(0, 0, 1), Vector3(10, 0, 1)])
    ) { Quaternion(yaw: 0.5 * $0) }
    let place = Vector3(20, 30, 1)
    let heard = try MovingSound(samples: noise(60_000), path: SmoothPath(still: place))
      .heard(by: rig, count: 48_000, rate: rate)
    for time in [0.3, 0.6, 0.9] {
      let range = Int(time * rate) - 500..<Int(time * rate) + 500
      func product(_ ch: Int) -> Double {
        range.reduce(0) { $0 + Double(heard[0][$1]) * Double(heard[ch][$1]) }
      }
      let found = normalized(Vector3(product(3), product(1), product(2)))
      let expected = Quaternion(yaw: -0.5 * time) * normalized(place - rig.path.place(at: time))
      #expect(dot(found, expected) > cos(0.3 * .pi / 180))
    }
  }

  @Test func splinesAreSmooth() throws {
    let path = try SmoothPath(
      times: [0, 0.7, 1.5, 3],
      places: [Vector3(0, 0, 0), Vector3(4, 1, 0), Vector3(3, 5, 1), Vector3(9, 9, 2)])
    #expect(path.place(at: 0.7) == Vector3(4, 1, 0))
    for time in [0.0, 0.7, 1.5, 3, 1.1] {
      let e = 1e-5
      // Speed is the derivative of place, and neither it nor its own derivative jumps.
      let v = (path.place(at: time + e) - path.place(at: time - e)) / (2 * e)
      #expect(length(v - path.velocity(at: time)) < 1e-3)
      let before = (path.velocity(at: time) - path.velocity(at: time - e)) / e
      let after = (path.velocity(at: time + e) - path.velocity(at: time)) / e
      #expect(length(after - before) < 1e-2)
    }
    #expect(throws: DioramaError.self) { try SmoothPath(times: [], places: []) }
    #expect(throws: DioramaError.self) { try SmoothPath(times: [1, 1], places: [.zero, .zero]) }
    #expect(throws: DioramaError.self) { try SmoothPath(times: [1], places: [Vector3(.nan, 0, 0)]) }
  }

  @Test func refusesHalfTheSpeedOfSound() throws {
    let fast = try SmoothPath(times: [0, 1], places: [Vector3(-400, 5, 1), Vector3(0, 5, 1)])
    #expect(throws: DioramaError.self) {
      try MovingSound(samples: tone(100, 1), path: fast).heard(by: still, count: 48_000, rate: rate)
    }
  }
}
