import Acoustics
import Foundation
import RandomStreams
import Signals
import Testing

@Suite struct RoomMeasuresTests {
  let rate = 48_000.0

  /// Noise that decays by 60 dB in `time` seconds, with noise that stays `floor` dB below its start.
  private func decaying(_ time: Double, floor: Double, seconds: Double = 2) -> [Float] {
    var (a, b) = (chance.child("a"), chance.child("b"))
    return (0..<Int(seconds * rate)).map { n in
      let envelope = exp(-6.9078 * Double(n) / rate / time)
      return Float(a.normal() * envelope + pow(10, floor / 20) * b.normal())
    }
  }

  /// Lundeby's knee: the time is found though noise ends the decay.
  @Test(arguments: [(0.3, -200.0), (0.8, -200), (0.8, -50), (1.6, -55), (3.0, -200)])
  func decaysAreMeasured(time: Double, floor: Double) throws {
    let found = RoomMeasures(decaying(time, floor: floor), rate: rate, arrival: 0)
    #expect(abs(try #require(found.t20) / time - 1) < 0.05)
    #expect(abs(try #require(found.t30) / time - 1) < 0.06)
    #expect(abs(try #require(found.earlyDecayTime) / time - 1) < 0.15)
  }

  /// A response that ends after 0.7 of its decay: what is missing is carried on, or T30 would come out 3 % short.
  @Test func cutOffResponsesAreCompleted() throws {
    var sum = 0.0
    for n in 0..<6 {
      var stream = chance.child("cut").child(n)
      let x = (0..<33_600).map { Float(stream.normal() * exp(-6.9078 * Double($0) / rate)) }
      sum += try #require(RoomMeasures(x, rate: rate, arrival: 0).t30) / 6
    }
    #expect(abs(sum - 1) < 0.015, "\(sum)")
  }

  /// In closed form for a pure exponential: C = 10 log₁₀(e^(13.8 t/T) − 1).
  @Test func clarityIsTheClosedForm() throws {
    let time = 0.7
    let perSample = -6.907755 / (rate * time)
    let x = (0..<96_000).map { (n: Int) -> Float in Float(exp(perSample * (Double(n) + 0.5))) }
    let found = RoomMeasures(x, rate: rate, arrival: 0)
    #expect(abs(try #require(found.c50) - 10 * log10(exp(13.81551 * 0.05 / time) - 1)) < 0.01)
    #expect(abs(try #require(found.c80) - 10 * log10(exp(13.81551 * 0.08 / time) - 1)) < 0.01)
    #expect(abs(found.d50 - (1 - exp(-13.81551 * 0.05 / time))) < 1e-3)
  }

  /// Direct sound of energy 1, reverberation of energy ¼: 6.02 dB.
  @Test func directToReverberantIsTheRatio() throws {
    var x = [Float](repeating: 0, count: 8000)
    x[1000] = 1
    x[1200] = 0.5
    let found = RoomMeasures(x, rate: rate)
    #expect(abs(try #require(found.directToReverberant) - 6.0206) < 1e-3)
    #expect(RoomMeasures.arrival(x, rate: rate) == 1000 / rate)
  }

  @Test func silenceHasNoMeasures() {
    for x in [[], [0, 0, 0], [1]] as [[Float]] {
      let found = RoomMeasures(x, rate: rate)
      #expect(found.t30 == nil && found.earlyDecayTime == nil && found.c50 == nil)
    }
  }
}
