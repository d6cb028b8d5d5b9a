import Diagnostics
import RandomStreams
import Speech
import Testing

@Suite struct ConversationTests {
  private static let stream = RandomStream(seed: 13)
  private static let speakers = ["ann", "bob", "eve"].map { Speaker(id: $0, among: stream) }

  private static func talk(_ timing: TurnTaking, lines count: Int = 24, seed: UInt64 = 1) throws
    -> Conversation
  {
    let texts = ["好的。", "不客气，再见。", "你要去哪里？", "没问题。"]
    let lines = (0..<count).map {
      Conversation.Line(speaker: [0, 1, 2, 1][$0 % 4], text: texts[$0 % texts.count], language: .mandarin)
    }
    return try Conversation.speak(lines, speakers: speakers, timing: timing, stream: RandomStream(seed: seed))
  }

  @Test func timesAreExact() throws {
    let talk = try Self.talk(TurnTaking(overlapShare: 0.4))
    #expect(talk == (try Self.talk(TurnTaking(overlapShare: 0.4))))
    #expect(Set(talk.turns.map(\.speaker)) == [0, 1, 2])
    // Nobody speaks twice at once; the stem of a speaker is silent outside of segments, but for what rings on.
    for speaker in Self.speakers.indices {
      let own = talk.segments.filter { $0.speaker == speaker }
      for (a, b) in zip(own, own.dropFirst()) { #expect(a.samples.upperBound <= b.samples.lowerBound) }
      let stem = talk.stem(of: speaker)
      #expect(stem.count == talk.length)
      var isSilent = [Bool](repeating: true, count: stem.count)
      for segment in own {
        let end = min(stem.count, segment.samples.upperBound + 1600)
        for i in (segment.samples.lowerBound - 80)..<end { isSilent[i] = false }
      }
      let peak = stem.map(\.magnitude).max() ?? 0
      for i in stem.indices where isSilent[i] { #expect(stem[i].magnitude < 0.02 * peak) }
    }
    // Stems sum to the mixture.
    let mixture = talk.mixture()
    let stems = Self.speakers.indices.map { talk.stem(of: $0) }
    for i in stride(from: 0, to: mixture.count, by: 7) {
      #expect(mixture[i] == stems[0][i] + stems[1][i] + stems[2][i])
    }
  }

  /// Gaps are log-normal around 200 ms, and overlaps as many as asked.
  @Test func gapsAreHuman() throws {
    var gaps: [Double] = []
    let talk = try Self.talk(.polite, lines: 48)
    for (a, b) in zip(talk.turns, talk.turns.dropFirst()) {
      gaps.append(Double(b.extent.lowerBound - a.extent.upperBound) / talk.sampleRate)
    }
    gaps.sort()
    #expect(gaps.allSatisfy { $0 > 0 })
    #expect((0.14...0.28).contains(gaps[gaps.count / 2]))
    #expect(gaps[gaps.count * 84 / 100] / gaps[gaps.count / 2] > 1.3)
    let lively = try Self.talk(TurnTaking(overlapShare: 1, backChannelShare: 0))
    let overlapping = zip(lively.turns, lively.turns.dropFirst()).filter {
      $1.extent.lowerBound < $0.extent.upperBound
    }
    #expect(overlapping.count > lively.turns.count / 2)
  }

  @Test func listenersAgree() throws {
    let text = "前方两百米左转，然后直行三公里，在第二个路口右转，目的地在道路左侧。"
    let lines = (0..<4).map { Conversation.Line(speaker: $0 % 3, text: text, language: .mandarin) }
    let talk = try Conversation.speak(
      lines, speakers: Self.speakers, timing: TurnTaking(overlapShare: 0, backChannelShare: 1),
      stream: Self.stream)
    let small = talk.turns.filter(\.isBackChannel)
    #expect(!small.isEmpty)
    for turn in small {
      let host = talk.turns.first { !$0.isBackChannel && $0.extent.contains(turn.extent.lowerBound) }
      #expect(host != nil && host?.speaker != turn.speaker)
    }
  }

  @Test func everySpeakerSpeaks() {
    let line = Conversation.Line(speaker: 0, text: "好", language: .mandarin)
    #expect(throws: DioramaError.self) {
      try Conversation.speak([line], speakers: Self.speakers, stream: Self.stream)
    }
    let stranger = Conversation.Line(speaker: 7, text: "好", language: .mandarin)
    #expect(throws: DioramaError.self) {
      try Conversation.speak([line, stranger], speakers: [Self.speakers[0]], stream: Self.stream)
    }
  }
}
