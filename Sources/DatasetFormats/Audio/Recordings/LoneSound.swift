import Annotations
import AudioFiles
import WorldModel

/// An event of a recording that can be heard by itself, for datasets of clips with one class.
///
/// Where the sound of the event was kept apart (stems) that is its sound; else events count that no other, background
/// aside, is heard with.
struct LoneSound {
  let one: HeardEvent
  /// The first microphone.
  let samples: [Float]

  static func all(_ heard: HeardRecording) -> [LoneSound] {
    heard.events.compactMap { one in
      guard !one.event.isBackground else { return nil }
      if let stem = heard.stem(of: one.event)?.channels.first { return LoneSound(one: one, samples: stem) }
      let isAlone = heard.events.allSatisfy {
        $0.event.isBackground || $0.event.id == one.event.id || !$0.range.overlaps(one.range)
      }
      guard isAlone, let mixture = heard.recording.channels.first else { return nil }
      return LoneSound(one: one, samples: mixture)
    }
  }

  /// From the onset on, at most `seconds` and not beyond the offset, at the copy's rate.
  ///
  /// - Parameter isPadded: whether silence fills it to `seconds`.
  func clip(_ copy: SoundCopy, from rate: Int, seconds: Int, isPadded: Bool = false) throws -> AudioClip {
    let end = min(one.range.upperBound, one.range.lowerBound + seconds * rate, samples.count)
    let part = Array(samples[min(one.range.lowerBound, end)..<end])
    let clip = try copy.clip([part], from: rate)
    let most = seconds * copy.rate
    return try clip.cut(0..<min(clip.count, most), length: isPadded ? most : 0)
  }
}
