import Signals
import Testing

@Suite struct ImpulseTrainTests {
  /// The same impulses, one after the other through the table: −95 dB apart, at places of every kind.
  @Test func manyAreTheSumOfEach() {
    var train = ImpulseTrain(count: 501)
    var expected = [Float](repeating: 0, count: 501)
    let (places, amplitudes) = (noise(2000, "places"), noise(2000, "amplitudes"))
    for (place, amplitude) in zip(places, amplitudes) {
      let delay = 250 + 285 * Double(place)
      train.add(amplitude, at: delay)
      FractionalDelay.standard.add(amplitude, at: delay, to: &expected)
    }
    for delay in [0.0, 0.5, -0.5, 499.5, 500, 250.49999999, 250.5, -39.5, 540.5] {
      train.add(1, at: delay)
      FractionalDelay.standard.add(1, at: delay, to: &expected)
    }
    for delay in [Double.nan, .infinity, -1e300, 1e300, -41, 542] { train.add(1, at: delay) }
    #expect(error(train.rendered(), expected) < -95)
  }

  @Test func emptyIsSilent() {
    #expect(ImpulseTrain(count: 0).rendered().isEmpty)
    #expect(ImpulseTrain(count: 9).rendered() == Array(repeating: 0, count: 9))
  }
}
