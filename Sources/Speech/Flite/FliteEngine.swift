import CFlite
import Synchronization

/// The C library behind the recorded voices. It keeps global state, so one call runs at a time.
enum FliteEngine {
  /// What the library made of words: samples with its own account of them.
  struct Spoken: Sendable {
    struct Segment: Sendable {
      var name: String
      /// Seconds from the beginning.
      var end: Double
      /// Index of its word among `wordTokens`; `nil` for pauses.
      var word: Int?
      /// Index of the syllable within its word.
      var syllable: Int
      var stress: Int
    }

    var samples: [Int16]
    var sampleRate: Int
    var segments: [Segment]
    /// For each word of the library, the index of the token that it reads.
    var wordTokens: [Int]
  }

  private struct Voices: @unchecked Sendable {
    var isReady = false
    var pointers: [Speaker.RecordedVoice: UnsafeMutablePointer<cst_voice>] = [:]
  }

  private static let voices = Mutex(Voices())

  /// Says a text of lower-case words, spaces and marks.
  ///
  /// - Parameters:
  ///   - stretch: multiplies durations.
  ///   - pitch: mean fundamental and its standard deviation, hertz; the voice rms has its own.
  ///   - seed: of the noise in voiceless sounds.
  /// - Returns: `nil` where the library fails.
  static func speak(
    _ text: String, voice: Speaker.RecordedVoice, stretch: Double, pitch: (mean: Double, spread: Double),
    seed: UInt32
  ) -> Spoken? {
    voices.withLock { voices in
      if !voices.isReady {
        flite_init()
        voices.isReady = true
      }
      guard let pointer = voices.pointers[voice] ?? register(voice) else { return nil }
      voices.pointers[voice] = pointer
      flite_feat_set_float(pointer.pointee.features, "duration_stretch", Float(stretch))
      flite_feat_set_float(pointer.pointee.features, "int_f0_target_mean", Float(pitch.mean))
      flite_feat_set_float(pointer.pointee.features, "int_f0_target_stddev", Float(pitch.spread))
      // The library takes its noise from C's generator, which would go on from call to call.
      flite_seed_noise(seed)
      guard let utterance = flite_synth_text(text, pointer) else { return nil }
      defer { delete_utterance(utterance) }
      return read(utterance)
    }
  }

  private static func register(_ voice: Speaker.RecordedVoice) -> UnsafeMutablePointer<cst_voice>? {
    switch voice {
    case .slt: register_cmu_us_slt(nil)
    case .rms: register_cmu_us_rms(nil)
    case .awb: register_cmu_us_awb(nil)
    }
  }

  private static func read(_ utterance: UnsafeMutablePointer<cst_utterance>) -> Spoken? {
    guard let wave = utt_wave(utterance), let samples = wave.pointee.samples, wave.pointee.num_samples > 0,
      let segments = utt_relation(utterance, "Segment")
    else { return nil }
    var spoken = Spoken(
      samples: Array(UnsafeBufferPointer(start: samples, count: Int(wave.pointee.num_samples))),
      sampleRate: Int(wave.pointee.sample_rate), segments: [], wordTokens: [])
    // Words in order, with the number of the token that each belongs to.
    var words: [OpaqueWord] = []
    if let relation = utt_relation(utterance, "Word") {
      var item = relation_head(relation)
      while let word = item {
        words.append(OpaqueWord(contents: word.pointee.contents))
        spoken.wordTokens.append(tokenIndex(of: word))
        item = item_next(word)
      }
    }
    var item = relation_head(segments)
    var lastWord: Int?
    while let segment = item {
      let name = item_feat_string(segment, "name").map { String(cString: $0) } ?? ""
      var entry = Spoken.Segment(
        name: name, end: Double(item_feat_float(segment, "end")), word: nil, syllable: 0, stress: 0)
      if let inTree = item_as(segment, "SylStructure"), let syllable = item_parent(inTree),
        let word = item_parent(syllable)
      {
        // Words come in order, so the search goes on from the last.
        let start = lastWord ?? 0
        let contents = word.pointee.contents
        entry.word = words[start...].firstIndex { $0.contents == contents }
        lastWord = entry.word ?? lastWord
        var index = 0
        var other = item_prev(syllable)
        while let previous = other {
          index += 1
          other = item_prev(previous)
        }
        entry.syllable = index
        entry.stress =
          item_feat_present(syllable, "stress") == 1
          ? Int(item_feat_string(syllable, "stress").map { String(cString: $0) } ?? "") ?? 0 : 0
      }
      spoken.segments.append(entry)
      item = item_next(segment)
    }
    return spoken
  }

  private struct OpaqueWord {
    var contents: UnsafeMutablePointer<cst_item_contents>?
  }

  /// How many tokens stand before a word's own; −1 where it has none.
  private static func tokenIndex(of word: UnsafeMutablePointer<cst_item>) -> Int {
    guard let inTree = item_as(word, "Token"), let token = item_parent(inTree) else { return -1 }
    var index = 0
    var other = item_prev(token)
    while let previous = other {
      index += 1
      other = item_prev(previous)
    }
    return index
  }
}
