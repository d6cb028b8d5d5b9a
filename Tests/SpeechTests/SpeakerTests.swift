import RandomStreams
import Speech
import Testing

@Suite struct SpeakerTests {
  private let stream = RandomStream(seed: 77)

  @Test func identityIsDrawnOnce() {
    #expect(Speaker(id: "ann", among: stream) == Speaker(id: "ann", among: stream))
    #expect(Speaker(id: "ann", among: stream) != Speaker(id: "ann", among: RandomStream(seed: 78)))
  }

  /// Speakers differ: no two of twenty are alike in pitch, tract and manner together.
  @Test func speakersAreApart() {
    let speakers = (0..<20).map { Speaker(id: "speaker \($0)", among: stream) }
    for (i, a) in speakers.enumerated() {
      for b in speakers[(i + 1)...] {
        let distance =
          abs(a.pitch / b.pitch - 1) / 0.02 + abs(a.formantScale / b.formantScale - 1) / 0.01
          + abs(a.rate - b.rate) / 0.03 + abs(a.tilt - b.tilt)
        #expect(distance > 1, "\(a.id), \(b.id)")
      }
    }
    let women = speakers.filter { $0.recordedVoice == .slt }
    #expect((5...15).contains(women.count) && women.allSatisfy { $0.pitch >= 155 && $0.formantScale > 1 })
  }

  /// The tract moves all formants: i of a speaker with a short one lies higher.
  @Test func tractScalesFormants() throws {
    var small = Speaker.reference
    small.formantScale = 1.2
    func second(_ speaker: Speaker) throws -> Double {
      let u = try FormantSynthesizer().speak(
        SpeechRequest("head", .english, speaker: speaker, stream: RandomStream(seed: 1)))
      let vowel = try #require(u.phones.first { $0.symbol == "EH" })
      let heard = Listening.formants(u, at: (vowel.samples.lowerBound + vowel.samples.upperBound) / 2)
      return try #require(heard.first { $0 > 1200 })
    }
    let ratio = try second(small) / second(.reference)
    #expect(abs(ratio - 1.2) < 0.06)
  }
}
