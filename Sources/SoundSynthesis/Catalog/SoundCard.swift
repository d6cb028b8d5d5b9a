package import RandomStreams

/// What kind of sound a recipe makes: its names here and elsewhere, how long and how loud it is.
package struct SoundCard: Sendable, Hashable {
  /// Where it is heard in the first place.
  package enum Setting: String, Sendable, Hashable, CaseIterable {
    case indoor, outdoor, both
  }

  /// What decides when it ends.
  package enum Timing: Sendable, Hashable {
    /// Its own physics.
    case event
    /// The duration that is asked for; drawn from this distribution (s) otherwise.
    case continuous(Distribution)
    /// The drive that it follows; a steady one of drawn speed and this duration (s) otherwise.
    case driven(Distribution)
    /// The contacts that it follows; drawn ones otherwise.
    case contacts
  }

  /// How the level is measured that `level` draws.
  package enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The greatest level under the Fast time weighting (125 ms, IEC 61672-1), without frequency weighting.
    case fastMaximum
    /// The level of the mean square over the whole sound, without frequency weighting (Lₑq).
    case equivalent
  }

  /// Names of this class in other collections; empty where they have none.
  package struct ForeignNames: Sendable, Hashable {
    /// Display name in the AudioSet ontology.
    package var audioSet: String
    /// Category of ESC-50.
    package var esc50: String
    /// Class of UrbanSound8K.
    package var urbanSound8K: String
    /// Class of the DCASE sound event data sets DESED or STARSS23.
    package var dcase: String

    package init(_ audioSet: String = "", esc50: String = "", urban: String = "", dcase: String = "") {
      self.audioSet = audioSet
      self.esc50 = esc50
      urbanSound8K = urban
      self.dcase = dcase
    }
  }

  /// Lower case with underscores, unique in the catalog.
  package let id: String
  /// What people call it.
  package let english: String
  /// The same in Chinese.
  package let chinese: String
  /// Where it belongs.
  package let setting: Setting
  /// What others call it.
  package let foreign: ForeignNames
  /// What ends it.
  package let timing: Timing
  /// Sound pressure level in dB re 20 µPa at 1 m, free field; of driven sounds at `reference`.
  package let level: Distribution
  /// What `level` means.
  package let measure: Measure
  /// The state at which a driven sound has its drawn level, e.g. `50 km/h`; empty for all others.
  package let reference: String
  /// Everything else that is drawn or given, in the order of labels.
  package let parameters: [SoundParameter]

  init(
    _ id: String, _ english: String, _ chinese: String, _ setting: Setting, _ foreign: ForeignNames,
    _ timing: Timing, level: ClosedRange<Double>, _ measure: Measure, at reference: String = "",
    _ parameters: [SoundParameter]
  ) {
    self.id = id
    self.english = english
    self.chinese = chinese
    self.setting = setting
    self.foreign = foreign
    self.timing = timing
    self.level = .uniform(min: level.lowerBound, max: level.upperBound)
    self.measure = measure
    self.reference = reference
    self.parameters = parameters
  }
}
