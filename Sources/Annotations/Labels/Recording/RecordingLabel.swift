package import WorldModel

/// `recording`: everything about what an array of microphones heard of a sequence.
///
/// Samples count from 0 at world time `start`. Angles are degrees in the frame of the array: azimuth counter-clockwise
/// from its front (x), elevation upwards (z).
package struct RecordingLabel: StructuredLabel, Hashable {
  package static let name = "recording"

  /// Hertz.
  package var rate: Int
  /// Samples of every channel.
  package var count: Int
  /// World time of sample 0, seconds.
  package var start: Double
  /// Pascals of 1.0 in the file, `gain` included: multiply samples by it.
  package var pascals: Double
  /// What everything was multiplied by so that the sum does not clip; 1 where nothing was too loud.
  package var gain: Double
  package var microphones: RecordedArray
  package var space: RecordedSpace
  /// By time of emission.
  package var events: [SoundEvent]
  /// Programme loudness (BS.1770-4) of all channels in LUFS, and the true peak in dBTP; absent in silence.
  package var loudness: Double?
  package var truePeak: Double?
  package var background: RecordedBackground?
  /// What is heard, in words.
  package var captions: [SoundCaption]
  /// Of what is no clean recording: what was done to one.
  package var degradation: RecordedDegradation?

  package init(
    rate: Int, count: Int, start: Double, pascals: Double, gain: Double, microphones: RecordedArray,
    space: RecordedSpace, events: [SoundEvent], loudness: Double? = nil, truePeak: Double? = nil,
    background: RecordedBackground? = nil, captions: [SoundCaption] = []
  ) {
    self.rate = rate
    self.count = count
    self.start = start
    self.pascals = pascals
    self.gain = gain
    self.microphones = microphones
    self.space = space
    self.events = events
    self.loudness = loudness
    self.truePeak = truePeak
    self.background = background
    self.captions = captions
  }

  /// Seconds.
  package var duration: Double { Double(count) / Double(rate) }
}

/// A soundscape told in one language.
package struct SoundCaption: Codable, Sendable, Hashable {
  /// `en` or `zh`.
  package var language: String
  package var text: String
  /// Numbers of the events that are spoken of, in order.
  package var events: [Int]

  package init(language: String, text: String, events: [Int]) {
    self.language = language
    self.text = text
    self.events = events
  }
}

/// The ratio that the background was brought to.
package struct RecordedBackground: Codable, Sendable, Hashable {
  /// What the ratio means, e.g. `rms_active`.
  package var definition: String
  /// Of everything else to the background at the first microphone.
  package var decibels: Double
  /// What the background was multiplied by.
  package var gain: Double

  package init(definition: String, decibels: Double, gain: Double) {
    self.definition = definition
    self.decibels = decibels
    self.gain = gain
  }
}
