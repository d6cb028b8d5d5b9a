package import Diagnostics
package import RandomStreams

/// Several people talking: who says what when, exact to the sample.
package struct Conversation: Sendable, Hashable {
  /// What somebody is to say.
  package struct Line: Sendable, Hashable {
    /// Index of the speaker.
    package var speaker: Int
    package var text: String
    package var language: SpeechLanguage
    package var style: SpeakingStyle

    package init(speaker: Int, text: String, language: SpeechLanguage, style: SpeakingStyle = .normal) {
      self.speaker = speaker
      self.text = text
      self.language = language
      self.style = style
    }
  }

  /// What somebody said.
  package struct Turn: Sendable, Hashable {
    package var speaker: Int
    package var utterance: SpokenUtterance
    /// The sample of the conversation at which the utterance's first lies.
    package var start: Int
    /// A small word of a listener, which takes no turn.
    package var isBackChannel: Bool
    /// Index of its line; `nil` for small words.
    package var line: Int?

    /// From the first sound to the last, in samples of the conversation.
    package var extent: Range<Int> {
      let extents = utterance.spokenExtents
      guard let first = extents.first, let last = extents.last else { return start..<start }
      return (start + first.lowerBound)..<(start + last.upperBound)
    }
  }

  /// A stretch in which somebody speaks without a pause: a line of RTTM.
  package struct Segment: Sendable, Hashable {
    package var speaker: Int
    /// Samples of the conversation.
    package var samples: Range<Int>
  }

  package var speakers: [Speaker]
  /// By their first sound.
  package var turns: [Turn]
  /// Hertz.
  package var sampleRate: Double

  /// Samples from beginning to end.
  package var length: Int { turns.map { $0.start + $0.utterance.samples.count }.max() ?? 0 }

  /// Who speaks when, by time and then by speaker. Those of one speaker never overlap.
  package var segments: [Segment] {
    turns.flatMap { turn in
      turn.utterance.spokenExtents.map {
        Segment(speaker: turn.speaker, samples: ($0.lowerBound + turn.start)..<($0.upperBound + turn.start))
      }
    }
    .sorted { ($0.samples.lowerBound, $0.speaker) < ($1.samples.lowerBound, $1.speaker) }
  }

  /// What one speaker says, alone, as long as the whole: pascals at 1 m from that mouth.
  package func stem(of speaker: Int) -> [Float] {
    var out = [Float](repeating: 0, count: length)
    for turn in turns where turn.speaker == speaker {
      for (i, sample) in turn.utterance.samples.enumerated() { out[turn.start + i] += sample }
    }
    return out
  }

  /// All at once, as if every mouth were at 1 m: the sum of the stems in the order of speakers.
  package func mixture() -> [Float] {
    var out = [Float](repeating: 0, count: length)
    for speaker in speakers.indices {
      for (i, sample) in stem(of: speaker).enumerated() { out[i] += sample }
    }
    return out
  }
}

extension Conversation {
  /// Speaks lines in order, each speaker with one voice, timed as people time themselves.
  ///
  /// - Parameter synthesizer: the voice for a language and a style; the catalog's by default.
  /// - Throws: `badInput` where a line names no speaker, a speaker has no line, or a text cannot be read.
  package static func speak(
    _ lines: [Line], speakers: [Speaker], timing: TurnTaking = TurnTaking(), sampleRate: Double = 16_000,
    stream: RandomStream,
    synthesizer: @Sendable (SpeechLanguage, SpeakingStyle) -> (any SpeechSynthesizer)? = {
      SpeechCatalog.synthesizer(for: $0, $1)
    }
  ) throws(DioramaError) -> Conversation {
    for speaker in speakers.indices where !lines.contains(where: { $0.speaker == speaker }) {
      throw DioramaError(
        .badInput, "speaker '\(speakers[speaker].id)' has no line",
        remedy: "Give every speaker a line, or ask for fewer speakers.")
    }
    var conversation = Conversation(speakers: speakers, turns: [], sampleRate: sampleRate)
    // Where each speaker's last sound ends.
    var ends = [Int](repeating: 0, count: speakers.count)
    var last: (speaker: Int, extent: Range<Int>)?
    for (index, line) in lines.enumerated() {
      guard speakers.indices.contains(line.speaker) else {
        throw DioramaError(.badInput, "line \(index + 1) is of speaker \(line.speaker), of \(speakers.count)")
      }
      let streams = stream.child("line").child(index)
      func say(_ text: String, _ speaker: Int, _ style: SpeakingStyle, _ name: String) throws(DioramaError)
        -> SpokenUtterance
      {
        guard let voice = synthesizer(line.language, style) else {
          throw DioramaError(.badInput, "no voice speaks \(line.language.rawValue)")
        }
        return try voice.speak(
          SpeechRequest(
            text, line.language, speaker: speakers[speaker], style: style, sampleRate: sampleRate,
            stream: streams.child(name)))
      }
      let utterance = try say(line.text, line.speaker, line.style, "voice")
      guard let first = utterance.spokenExtents.first else { continue }
      var chance = streams.child("timing")
      var start = 0
      if let last {
        let length = Double(min(last.extent.count, utterance.samples.count)) / sampleRate
        let space = timing.space(
          sameSpeaker: last.speaker == line.speaker, longest: 0.4 * length, chance: &chance)
        let sound = max(last.extent.upperBound + Int((space * sampleRate).rounded()), ends[line.speaker])
        start = max(0, sound - first.lowerBound)
      }
      let turn = Turn(
        speaker: line.speaker, utterance: utterance, start: start, isBackChannel: false, line: index)
      conversation.turns.append(turn)
      ends[line.speaker] = turn.extent.upperBound
      // Somebody else agrees in the middle of a long turn, at the end of a word.
      if speakers.count > 1, Double(turn.extent.count) > 2 * sampleRate,
        chance.bool(probability: timing.backChannelShare),
        let word = chance.choose(utterance.words.dropFirst().dropLast(2)),
        let text = chance.choose(line.language.backChannels)
      {
        let others = speakers.indices.filter { $0 != line.speaker }
        if let other = chance.choose(others) {
          let small = try say(text, other, .normal, "listener")
          let sound = start + word.samples.upperBound + Int(0.1 * sampleRate)
          let lead = small.spokenExtents.first?.lowerBound ?? 0
          let reply = Turn(
            speaker: other, utterance: small, start: max(0, sound - lead), isBackChannel: true, line: nil)
          if reply.extent.lowerBound >= ends[other], reply.extent.upperBound < turn.extent.upperBound {
            conversation.turns.append(reply)
            ends[other] = reply.extent.upperBound
          }
        }
      }
      if turn.extent.upperBound >= last?.extent.upperBound ?? 0 { last = (line.speaker, turn.extent) }
    }
    conversation.turns.sort { ($0.extent.lowerBound, $0.speaker) < ($1.extent.lowerBound, $1.speaker) }
    return conversation
  }
}
