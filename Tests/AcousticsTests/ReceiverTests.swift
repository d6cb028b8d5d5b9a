import Acoustics
import Foundation
import Signals
import Testing
import VectorMath

/// What microphones hear of one source in the open, far from walls.
@Suite struct ReceiverTests {
  let rate = 48_000.0
  let centre = Vector3(20, 20, 20)

  private func anechoic(
    _ array: MicrophoneArray, azimuth: Double, elevation: Double = 0, distance: Double = 4, yaw: Double = 0
  ) throws -> RoomResponse {
    let room = try plainRoom(0.5, size: Vector3(40, 40, 40))
    let pose = RigidTransform<WorldSpace, ArraySpace>(
      rotation: Quaternion(yaw: yaw * .pi / 180), translation: centre)
    let from = centre + distance * MicrophoneArray.direction(azimuth: azimuth, elevation: elevation)
    return try RoomAcoustics(room, rate: rate, options: bare(order: 0))
      .response(source: from, microphones: array.placed(pose), stream: chance)
  }

  /// Direction by the intensity vector of the four ambisonic channels.
  private func direction(_ wyzx: [[Float]]) -> Vector3 {
    func product(_ c: Int) -> Double { zip(wyzx[0], wyzx[c]).reduce(0) { $0 + Double($1.0) * Double($1.1) } }
    return normalized(Vector3(product(3), product(1), product(2)))
  }

  /// A18: within 1°, everywhere.
  @Test(arguments: [(0.0, 0.0), (90, 0), (-135, 20), (179, -60), (33, 88)])
  func ambisonicsPointThere(azimuth: Double, elevation: Double) throws {
    let found = direction(try anechoic(.ambisonic, azimuth: azimuth, elevation: elevation).channels)
    let expected = MicrophoneArray.direction(azimuth: azimuth, elevation: elevation)
    #expect(dot(found, expected) > cos(1 * .pi / 180))
    let angles = MicrophoneArray.angles(found)
    #expect(abs(angles.elevation - elevation) < 1)
  }

  /// A19: +90° is Y positive; turning the rig by ψ moves azimuths by −ψ.
  @Test func turningTheRigTurnsTheField() throws {
    let left = try anechoic(.ambisonic, azimuth: 90).channels
    let peak = left[0].indices.max { left[0][$0] < left[0][$1] } ?? 0
    #expect(abs(left[1][peak] / left[0][peak] - 1) < 1e-5)
    #expect(left[2][peak].magnitude < 1e-7 && left[3][peak].magnitude < 1e-7)
    let turned = try anechoic(.ambisonic, azimuth: 90, yaw: 50).channels
    let same = try anechoic(.ambisonic, azimuth: 40).channels
    for c in 0..<4 { #expect(error(turned[c].map { $0 + 1e-6 }, same[c].map { $0 + 1e-6 }) < -80) }
  }

  /// A18: delays between microphones by the phases of cross spectra (GCC-PHAT), within a quarter sample, and the direction
  /// that fits them, within 1°.
  @Test func delaysGiveTheDirection() throws {
    let array = MicrophoneArray.circular(6, radius: 0.046)
    let found = try anechoic(array, azimuth: 57, distance: 15)
    let fft = RealFFT(count: 8192)
    let spectra = found.channels.map { fft.forward($0) }
    // Normal equations of u · (pᵢ − p₀) = −c τᵢ in the plane.
    var (xx, xy, yy, xt, yt) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for m in 1..<6 {
      var best = (value: -Double.infinity, lag: 0.0)
      for step in -160...160 {
        let lag = Double(step) * 0.1
        var sum = 0.0
        for bin in stride(from: 50, to: 3000, by: 7) {
          let (ar, ai) = (Double(spectra[m].real[bin]), Double(spectra[m].imaginary[bin]))
          let (br, bi) = (Double(spectra[0].real[bin]), Double(spectra[0].imaginary[bin]))
          let phase = atan2(ai * br - ar * bi, ar * br + ai * bi)
          sum += cos(phase + 2 * .pi * Double(bin) / 8192 * lag)
        }
        if sum > best.value { best = (sum, lag) }
      }
      let geometry = (found.delays[m] - found.delays[0]) * rate
      #expect(abs(best.lag - geometry) <= 0.25)
      let p = array.microphones[m].position - array.microphones[0].position
      let t = -best.lag / rate * 343.2
      xx += p.x * p.x
      xy += p.x * p.y
      yy += p.y * p.y
      xt += p.x * t
      yt += p.y * t
    }
    let determinant = xx * yy - xy * xy
    let azimuth = atan2((xx * yt - xy * xt) / determinant, (yy * xt - xy * yt) / determinant) * 180 / .pi
    #expect(abs(azimuth - 57) < 1)
  }

  /// Woodworth's time difference for a source straight to the left, and a head that shades high frequencies.
  @Test func headsHaveTwoSides() throws {
    let found = try anechoic(.binaural, azimuth: 90, distance: 10)
    let (left, right) = (found.channels[0], found.channels[1])
    func peak(_ x: [Float]) -> Double { Double(x.indices.max { x[$0] < x[$1] } ?? 0) / rate }
    let expected = SphericalHead.radius / 343.2 * (1 + .pi / 2)
    #expect(abs(peak(right) - peak(left) - expected) < 1.5 / rate)
    let fft = RealFFT(count: 4096)
    let (l, r) = (fft.forward(left).power, fft.forward(right).power)
    func difference(_ frequency: Double) -> Double {
      let bin = Int(frequency / rate * 4096)
      return 10 * log10(Double(l[bin] / r[bin]))
    }
    #expect(difference(125) < 2.5 && difference(4000) > 10 && difference(4000) > difference(1000))
    let front = try anechoic(.binaural, azimuth: 0, distance: 10).channels
    #expect(error(front[0], front[1]) < -100)
  }

  @Test func patternsHaveTheirZeros() {
    let ahead = Vector3(1, 0, 0)
    for (pattern, angle) in [
      (Microphone.Pattern.cardioid, 180.0), (.figureOfEight, 90), (.hypercardioid, 109.47),
      (.supercardioid, 125.2),
    ] {
      let m = Microphone(name: "m", axis: ahead, pattern: pattern)
      #expect(abs(m.sensitivity(to: ahead) - 1) < 1e-12)
      let there = MicrophoneArray.direction(azimuth: angle, elevation: 0)
      #expect(abs(m.sensitivity(to: there)) < 0.01, "\(pattern)")
    }
  }

  @Test func geometryIsData() throws {
    for array in MicrophoneArray.catalog {
      let again = try JSONDecoder().decode(MicrophoneArray.self, from: JSONEncoder().encode(array))
      #expect(again == array)
      #expect(Set(array.microphones.map(\.name)).count == array.microphones.count)
      for m in array.microphones { #expect(abs(length(m.axis) - 1) < 1e-12) }
    }
    #expect(Set(MicrophoneArray.catalog.map(\.name)).count == MicrophoneArray.catalog.count)
  }
}
