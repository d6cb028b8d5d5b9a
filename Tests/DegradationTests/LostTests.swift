import Annotations
import Degradation
import Testing

@Suite struct LostTests {
  private static let noise = [[Float]]([(0..<400_000).map { Float(($0 * 7919) % 1009) / 2018 + 0.01 }])

  /// Share and length of bursts over twenty thousand packets of 2.5 ms.
  @Test(arguments: [(0.05, 1.5), (0.2, 4.0)]) func lossesAreAsSaid(loss: Double, burst: Double) throws {
    let made = try Degraded(
      "[{packet_loss: {loss: \(loss), burst: \(burst), packet: 2.5, concealment: silence}}]", Self.noise,
      rate: 8000)
    let gaps = made.step.gaps
    let packets = gaps.reduce(0) { $0 + ($1.end - $1.start) / 20 }
    #expect(gaps.allSatisfy { $0.start % 20 == 0 && ($0.end - $0.start) % 20 == 0 })
    let share = Double(packets) / 20_000
    #expect((share / loss - 1).magnitude < 0.15, "\(share)")
    #expect((try #require(made.number("measured_loss")) - share).magnitude < 1e-9)
    let length = Double(packets) / Double(gaps.count)
    #expect((length / burst - 1).magnitude < 0.12, "\(length)")
  }

  /// Elliott's line loses some packets while it is good, and keeps some while it is bad.
  @Test func linesLoseInBothStates() throws {
    let made = try Degraded(
      "[{packet_loss: {loss: 0.1, burst: 10, packet: 2.5, loss_when_good: 0.02, loss_when_bad: 0.5}}]",
      Self.noise, rate: 8000)
    #expect((try #require(made.number("measured_loss")) / 0.1 - 1).magnitude < 0.2)
    // Bursts are broken: half of the packets in them arrive.
    let gaps = made.step.gaps
    let packets = gaps.reduce(0) { $0 + ($1.end - $1.start) / 20 }
    #expect(Double(packets) / Double(gaps.count) < 2.2)
  }

  /// Contacts come and go on lines of a millisecond outside of the gaps: edges are where the label has them, to the sample.
  @Test(arguments: [8000, 16_000]) func dropoutsHaveEdges(rate: Int) throws {
    let made = try Degraded("[{dropouts: {rate: 200, length: 40}}]", Self.noise, rate: rate)
    let edge = rate / 1000
    let (clean, out) = (made.clean[0], made.channels[0])
    var looked = 0
    for (gap, next) in zip(made.step.gaps, made.step.gaps.dropFirst())
    where gap.start > edge && next.start - gap.end > 3 * edge {
      for k in 1...edge {
        let share = Float(k) / Float(edge + 1)
        #expect((out[gap.end + k - 1] - clean[gap.end + k - 1] * share).magnitude < 1e-6)
        #expect((out[next.start - k] - clean[next.start - k] * share).magnitude < 1e-6)
      }
      looked += 1
    }
    #expect(looked > 20)
  }

  /// The last packet that came, again, and softer each time.
  @Test(arguments: [("repeat", Float(1)), ("fade", 0.5)]) func packetsAreReplaced(
    _ concealment: String, factor: Float
  ) throws {
    let made = try Degraded(
      "[{packet_loss: {loss: 0.3, burst: 2, packet: 10, concealment: \(concealment)}}]", Self.noise,
      rate: 8000)
    var wrong = 0
    for gap in made.step.gaps where gap.start >= 80 {
      var gain = Float(1)
      for packet in stride(from: gap.start, to: gap.end, by: 80) {
        gain *= factor
        for n in 0..<80 {
          let expected = made.clean[0][gap.start - 80 + n] * gain
          if (made.channels[0][packet + n] - expected).magnitude > 1e-6 { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0 && made.step.gaps.count > 300)
  }
}
