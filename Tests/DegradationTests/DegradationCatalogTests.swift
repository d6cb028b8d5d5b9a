import Annotations
import Degradation
import LocatedYAML
import RandomStreams
import Signals
import Testing
import WorldModel

@Suite struct DegradationCatalogTests {
  static let names = DegradationCatalog.all.map { $0.name }

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(DegradationCatalog.all.allSatisfy { !$0.summary.isEmpty })
  }

  /// Whatever happens to a sound, its instants stay on their samples, as do its labels.
  @Test(arguments: names.filter { !["speed", "pitch"].contains($0) }, [8000, 24_000]) func keepsTime(
    _ name: String, rate: Int
  ) throws {
    let made = try Degraded("[\(name)]", rate: rate)
    #expect(made.channels.map(\.count) == made.clean.map(\.count))
    #expect(made.channels.allSatisfy { $0.allSatisfy { $0.magnitude < 1 } })
    for m in 0..<2 {
      let shift = lag(of: made.channels[m], against: made.clean[m])
      // Codecs bend phases: what is left of their delay is less than a sample and a half.
      #expect(shift.magnitude <= (name == "codec" ? 1 : 0), "\(name) shifts microphone \(m) by \(shift)")
    }
    #expect(made.step.kind == name && !made.step.parameters.isEmpty)
    #expect(made.label.events == recording(made.clean, rate: rate).labels[RecordingLabel.self]?.events)
  }

  /// The same stream gives the same samples, another stream others (but for what knows no chance by default).
  @Test(arguments: names) func repeats(_ name: String) throws {
    let (first, again) = (try Degraded("[\(name)]", seconds: 2), try Degraded("[\(name)]", seconds: 2))
    #expect(first.channels == again.channels && first.chain == again.chain)
    let others = try (5..<11).map { try Degraded("[\(name)]", seconds: 2, seed: $0).channels }
    #expect(name == "band" || others.contains { $0 != first.channels })
  }

  /// What loses stretches changes nothing else, and what its label calls lost is.
  @Test(arguments: [("packet_loss", 0), ("dropouts", 17)]) func gapsAreWhatIsLost(_ name: String, edge: Int)
    throws
  {
    let fields = name == "dropouts" ? "{rate: 300}" : "{loss: 0.2, concealment: silence}"
    let made = try Degraded("[\(name): \(fields)]", seconds: 2)
    #expect(made.step.effect == "gaps" && made.step.gaps.count > 2)
    var isLost = [Bool](repeating: false, count: made.clean[0].count)
    var isNear = isLost
    for gap in made.step.gaps {
      for n in gap.start..<gap.end { isLost[n] = true }
      for n in max(0, gap.start - edge)..<min(isLost.count, gap.end + edge) { isNear[n] = true }
    }
    for m in 0..<2 {
      let (mine, clean) = (made.channels[m], made.clean[m])
      #expect(isLost.indices.allSatisfy { !isLost[$0] || mine[$0] == 0 })
      #expect(isLost.indices.allSatisfy { isNear[$0] || (mine[$0] - clean[$0]).magnitude <= 0x1p-24 })
    }
  }

  @Test func stepsFollowOneAnother() throws {
    let made = try Degraded("[{gain: {decibels: 6}}, {noise: {ratio: 10}}, {quantisation: {bits: 8}}]")
    #expect(made.chain.steps.map(\.kind) == ["gain", "noise", "quantisation"])
    #expect(made.chain.clean == "ears")
    // 24 bits, whole.
    #expect(made.channels[0].allSatisfy { ($0 * 0x1p23).rounded() == $0 * 0x1p23 })
    // The projection on the clean sound, in another way: the least squares rest.
    let (x, y) = (made.clean[0].map(Double.init), made.channels[0].map(Double.init))
    let gain = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / x.reduce(0) { $0 + $1 * $1 }
    let rest = zip(x, y).reduce(0) { $0 + ($1.1 - gain * $1.0) * ($1.1 - gain * $1.0) }
    let kept = x.reduce(0) { $0 + gain * $1 * gain * $1 }
    let distortion = try #require(made.chain.distortion)
    #expect((distortion - Decibels.ofPower(kept / rest)).magnitude < 0.001)
  }

  @Test func sometimesIsSometimes() throws {
    let chain = try chain("[{sometimes: {chance: 0.3, step: {gain: {decibels: 3}}}}]")
    let clean = recording([voice(800, rate: 8000)], rate: 8000)
    let steps = try (0..<400).map { k in
      try chain.degraded(clean, stream: RandomStream(seed: 1).child(k), index: k)?
        .labels[RecordingLabel.self]?.degradation?.steps.count ?? -1
    }
    let share = Double(steps.count { $0 == 1 }) / 400
    #expect(steps.allSatisfy { $0 == 0 || $0 == 1 } && (share - 0.3).magnitude < 0.08)
  }

  /// Too loud for a file: one gain, noted, and the pascals of full scale follow.
  @Test func loudSoundIsBroughtDown() throws {
    let made = try Degraded("[{gain: {decibels: 40}}]")
    #expect(made.chain.gain < 0.1)
    #expect((made.label.pascals * made.chain.gain - 2).magnitude < 1e-9)
    let peak = made.channels.map(Levels.peak).max() ?? 0
    #expect(peak < 1 && peak > 0.999)
  }

  @Test func mistakesAreNamed() {
    #expect(throws: (any Error).self) { try chain("[{noise: {ratoi: 3}}]") }
    #expect(throws: (any Error).self) { try chain("[telephone]") }
    #expect(throws: (any Error).self) { try Degraded("[{packet_loss: {loss: 0.9, burst: 1}}]") }
  }
}
