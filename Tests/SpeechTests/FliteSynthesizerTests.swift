import RandomStreams
import Speech
import Testing

@Suite struct FliteSynthesizerTests {
  private static func request(_ text: String, _ id: String) -> SpeechRequest {
    let stream = RandomStream(seed: 5)
    return SpeechRequest(text, .english, speaker: Speaker(id: id, among: stream), stream: stream)
  }

  /// The library has global state; many at once must not hear of one another.
  @Test func manyAtOnceSayTheSame() async throws {
    let requests = (0..<6).map { Self.request("The door of room \($0 + 2) is open.", "speaker \($0)") }
    let alone = try requests.map { try FliteSynthesizer().speak($0) }
    let together = try await withThrowingTaskGroup(of: (Int, SpokenUtterance).self) { group in
      for (i, request) in requests.enumerated() {
        group.addTask { (i, try FliteSynthesizer().speak(request)) }
      }
      var out = [SpokenUtterance?](repeating: nil, count: requests.count)
      for try await (i, utterance) in group { out[i] = utterance }
      return out
    }
    for (i, utterance) in together.enumerated() { #expect(utterance == alone[i]) }
  }

  /// Every letter and digit is one word of ours, with the sounds of its name.
  @Test func lettersAreNamed() throws {
    let u = try FliteSynthesizer().speak(
      Self.request("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z.", "x"))
    #expect(u.words.count == 26)
    let names = u.words.indices.map { word in
      u.syllables.filter { $0.word == word }.map(\.text).joined(separator: "-")
    }
    let expected = [
      0: "EY", 1: "B-IY", 2: "S-IY", 5: "EH-F", 6: "JH-IY", 7: "EY-CH", 8: "AY", 12: "EH-M", 16: "K-Y-UW",
      20: "Y-UW",
      23: "EH-K-S", 24: "W-AY", 25: "Z-IY",
    ]
    for (index, name) in expected.sorted(by: { $0.key < $1.key }) { #expect(names[index] == name) }
  }

  /// The voice is as high as its speaker, and its words take the longer the slower it is.
  @Test func speakersAreHeard() throws {
    var speaker = Speaker(id: "z", among: RandomStream(seed: 5))
    func mean(_ pitch: Double, _ voice: Speaker.RecordedVoice, rate: Double = 1) throws -> (Double, Double) {
      speaker.pitch = pitch
      speaker.recordedVoice = voice
      speaker.formantScale = voice == .slt ? 1.16 : 1.05
      speaker.rate = rate
      let u = try FliteSynthesizer().speak(
        SpeechRequest("We were away a long time.", .english, speaker: speaker, stream: RandomStream(seed: 1)))
      var pitches: [Double] = []
      for extent in u.spokenExtents {
        for i in stride(from: extent.lowerBound, to: extent.upperBound, by: 800) {
          if let p = Listening.pitch(u, at: i) { pitches.append(p) }
        }
      }
      pitches.sort()
      return (pitches.isEmpty ? 0 : pitches[pitches.count / 2], u.duration)
    }
    for (voice, pitch) in [
      (Speaker.RecordedVoice.slt, 190.0), (.rms, 95), (.awb, 120), (.awb, 150), (.slt, 240), (.rms, 110),
    ] {
      let (heard, _) = try mean(pitch, voice)
      #expect(abs(heard / pitch - 1) < 0.08, "\(voice) \(pitch): \(heard)")
    }
    let (fast, slow) = (try mean(100, .rms, rate: 1.2).1, try mean(100, .rms, rate: 0.8).1)
    #expect(abs(slow / fast - 1.5) < 0.12)
  }
}
