package import Diagnostics
import RandomStreams

/// The built-in voice: text to sounds by rule, sounds to waves by formants. English and Mandarin; labels are exact
/// because the sounds are made to them.
package struct FormantSynthesizer: SpeechSynthesizer {
  package let name = "formant"
  /// Hertz at which waves are made; other rates are made from it.
  static let rate = 16_000.0

  package init() {}

  package func speaks(_ language: SpeechLanguage, _ style: SpeakingStyle) -> Bool { language.hasReader }

  package func speak(_ request: SpeechRequest) throws(DioramaError) -> SpokenUtterance {
    let words = try SpeechReading.words(of: request)
    let plan = Self.plan(words, request)
    let voice = FormantVoice(
      rate: Self.rate, speaker: request.speaker, style: request.style, stream: request.stream.child("voice"))
    var utterance = plan.labelled(samples: voice.render(plan), rate: Self.rate, source: request.text)
    utterance = utterance.resampled(to: request.sampleRate)
    utterance.setLevel(request.speaker.level + request.style.gain)
    return utterance
  }

  static func plan(_ words: [ReadWord], _ request: SpeechRequest) -> VocalPlan {
    let stretch = request.style.stretch / request.speaker.rate
    let range = request.speaker.pitchRange * request.style.rangeFactor
    let english = EnglishPlanner(rate: rate, stretch: stretch, range: range * 0.9)
    let mandarin = MandarinPlanner(rate: rate, stretch: stretch, range: range * 1.25)
    var plan = VocalPlan()
    plan.pause(0.06, rate: rate)
    var start = 0
    while start < words.count {
      var end = start
      // A phrase: up to a pause; within it runs of one language.
      while end + 1 < words.count, words[end].pauseAfter == .none { end += 1 }
      var run = start
      while run <= end {
        var last = run
        while last + 1 <= end, words[last + 1].isMandarin == words[run].isMandarin { last += 1 }
        let isPhraseEnd = last == end
        if words[run].isMandarin {
          mandarin.plan(Array(words[run...last]), into: &plan, isPhraseEnd: isPhraseEnd)
        } else {
          let isLast = isPhraseEnd && (words[end].pauseAfter == .long || end == words.count - 1)
          english.plan(Array(words[run...last]), isLast: isLast, into: &plan)
        }
        run = last + 1
      }
      if end < words.count - 1 {
        plan.pause((words[end].pauseAfter == .long ? 0.4 : 0.16) * stretch, rate: rate)
      }
      start = end + 1
    }
    plan.pause(0.1, rate: rate)
    return plan
  }
}

extension ReadWord {
  var isMandarin: Bool {
    if case .mandarin = sound { return true }
    return false
  }
}
