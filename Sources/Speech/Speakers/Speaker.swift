package import RandomStreams
import VectorMath

/// Who speaks: what stays the same whenever one person opens the mouth. Drawn once for an id, in every run the same.
package struct Speaker: Sendable, Hashable {
  /// The recorded voices of the English back end.
  package enum RecordedVoice: String, Sendable, Hashable, CaseIterable {
    /// A woman, American.
    case slt
    /// A man, American.
    case rms
    /// A man, Scottish.
    case awb
  }

  package var id: String
  package var recordedVoice: RecordedVoice
  /// Whether the voice is a woman's.
  package var isFemale: Bool { recordedVoice == .slt }
  /// Mean fundamental frequency, hertz.
  package var pitch: Double
  /// How far the voice goes up and down from its mean, semitones.
  package var pitchRange: Double
  /// Formants as multiples of those of a vocal tract of 17.5 cm: 0.92 to 1.22.
  package var formantScale: Double
  /// How much softer the larynx is at 3 kHz than a pressed voice, decibels.
  package var tilt: Double
  /// The share of each period in which the glottis is open.
  package var openQuotient: Double
  /// Standard deviation of periods, as a share.
  package var jitter: Double
  /// Standard deviation of pulses' height, as a share.
  package var shimmer: Double
  /// Noise of breath in voiced sounds, decibels relative to a breathy voice; −30 is hardly heard.
  package var breathiness: Double
  /// Speed relative to the language's usual: 1.2 is a fifth faster.
  package var rate: Double
  /// Level of speech at 1 m in free field, dB SPL.
  package var level: Double

  /// A grown man of average voice, from whom the others differ.
  package static let reference = Speaker(
    id: "reference", recordedVoice: .rms, pitch: 115, pitchRange: 5, formantScale: 1, tilt: 6,
    openQuotient: 0.55,
    jitter: 0.004, shimmer: 0.03, breathiness: -24, rate: 1, level: 60)

  package init(
    id: String, recordedVoice: RecordedVoice, pitch: Double, pitchRange: Double, formantScale: Double,
    tilt: Double,
    openQuotient: Double, jitter: Double, shimmer: Double, breathiness: Double, rate: Double, level: Double
  ) {
    self.id = id
    self.recordedVoice = recordedVoice
    self.pitch = pitch
    self.pitchRange = pitchRange
    self.formantScale = formantScale
    self.tilt = tilt
    self.openQuotient = openQuotient
    self.jitter = jitter
    self.shimmer = shimmer
    self.breathiness = breathiness
    self.rate = rate
    self.level = level
  }

  /// The speaker of an id among all speakers of a stream: the same id is the same person.
  ///
  /// Half are women. Pitch is log-normal about 112 Hz and 200 Hz, tracts are 17.5 cm and 15 cm on average (Peterson and
  /// Barney 1952; Hillenbrand et al. 1995), longer for lower voices but loosely.
  package init(id: String, among stream: RandomStream) {
    var chance = stream.child("speaker").child(id)
    let isWoman = chance.bool()
    let height = chance.normal()
    let depth = chance.normal(sd: 0.8) - 0.3 * height
    let median = (isWoman ? 200 : 112) * DeterministicMath.exp(0.13 * depth)
    func clamp(_ x: Double, _ low: Double, _ high: Double) -> Double { min(max(x, low), high) }
    self.init(
      id: id,
      // rms is a low voice whose pitch hardly moves.
      recordedVoice: isWoman ? .slt : median < 108 ? .rms : .awb,
      pitch: clamp(median, isWoman ? 155 : 80, isWoman ? 265 : 160),
      pitchRange: clamp(chance.normal(mean: isWoman ? 5 : 4.5, sd: 0.9), 2.5, 7.5),
      formantScale: clamp((isWoman ? 1.16 : 1) * (1 - 0.035 * height), 0.92, 1.22),
      tilt: clamp(chance.normal(mean: isWoman ? 9 : 6, sd: 2), 2, 14),
      openQuotient: clamp(chance.normal(mean: isWoman ? 0.63 : 0.54, sd: 0.05), 0.42, 0.75),
      jitter: clamp(chance.normal(mean: 0.004, sd: 0.0015), 0.001, 0.009),
      shimmer: clamp(chance.normal(mean: 0.03, sd: 0.01), 0.01, 0.06),
      breathiness: clamp(chance.normal(mean: isWoman ? -20 : -25, sd: 4), -34, -12),
      rate: clamp(chance.normal(mean: 1, sd: 0.09), 0.8, 1.22),
      level: clamp(chance.normal(mean: 60, sd: 2), 55, 66))
  }
}
