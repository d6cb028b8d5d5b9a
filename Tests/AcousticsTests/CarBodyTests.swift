import Acoustics
import Foundation
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct CarBodyTests {
  private let rate = 24_000.0
  private let stream = RandomStream(seed: 3)

  @Test func theBodyTakesMoreOfWhatIsHigher() {
    // 15 dB at 125 Hz, 40 dB at 4 kHz, in straight lines over octaves; seals leak at 45.
    for (k, expected) in [15.0, 20, 25, 30, 35, 40, 45, 45].enumerated() {
      let frequency = 125 * pow(2, Double(k))
      #expect(abs(CarBody.loss(at: frequency) - expected) < 1e-9)
      if k < 7 { #expect(abs(-20 * log10(CarBody.transmission[k]) - expected) < 1e-6) }
    }
    #expect(CarBody.loss(at: 1) == 0)
  }

  /// Energy 1, a quarter of it at once, and the rest by a decay of 60 dB in its time; seats far apart hear their own.
  @Test(arguments: [0.04, 0.06, 0.1]) func theCabinIsShort(time: Double) {
    let seats = MicrophoneArray.cabin.microphones
    let heard = CarBody(reverberation: time, reflected: 3).responses(
      seats, rate: rate, soundSpeed: 343, stream: stream)
    #expect(heard.count == 4)
    for response in heard {
      #expect(abs(Levels.energy(response) - 1) < 1e-4)
      #expect(abs(Double(response[0] * response[0]) - 0.25) < 1e-4)
      #expect(response[1..<34].allSatisfy { $0 == 0 } && response[34..<60].contains { $0 != 0 })
      let t30 = RoomMeasures(response, rate: rate, arrival: 0).t30 ?? 0
      #expect(abs(t30 / time - 1) < 0.2, "\(t30)")
    }
    let (a, b) = (heard[0].dropFirst(), heard[3].dropFirst())
    let common = zip(a, b).reduce(0.0) { $0 + Double($1.0 * $1.1) } / 0.75
    #expect(abs(common) < 0.3, "\(common)")
    #expect(
      heard == CarBody(reverberation: time).responses(seats, rate: rate, soundSpeed: 343, stream: stream))
  }
}
