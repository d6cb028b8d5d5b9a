/// What was done to a clean recording: a part of the label of the recording that came out.
///
/// No step moves an instant. Onsets, words and directions are those of the clean recording, and hold for this one; levels and
/// ratios of events are those of the clean one.
package struct RecordedDegradation: Codable, Sendable, Hashable {
  /// Samples from `start` to the one before `end`.
  package struct Gap: Codable, Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  package struct Step: Codable, Sendable, Hashable {
    /// Of the catalog of degradations, e.g. `codec`.
    package var kind: String
    /// `exact`, `gaps` where stretches are lost, or `scaled` where all is played at another speed: then the parameter `factor` says
    /// how many times as fast, and everything in the label of the recording is in the time of what came out.
    package var effect: String
    /// What was drawn, then what was measured.
    package var parameters: [SoundEvent.Parameter]
    /// What is lost, on all microphones.
    package var gaps: [Gap]
    /// When something short was added: its first samples.
    package var marks: [Int]

    package init(
      kind: String, effect: String, parameters: [SoundEvent.Parameter], gaps: [Gap] = [], marks: [Int] = []
    ) {
      self.kind = kind
      self.effect = effect
      self.parameters = parameters
      self.gaps = gaps
      self.marks = marks
    }
  }

  /// The sensor of the clean recording, in the same sample.
  package var clean: String
  /// In their order.
  package var steps: [Step]
  /// What everything was multiplied by in the end, so that files can hold it.
  package var gain: Double
  /// What is left of the clean sound to all else at the first microphone (scale-invariant ratio of signal to distortion), dB;
  /// absent where nothing was changed but the gain, one is silent, or speed was changed.
  package var distortion: Double?

  package init(clean: String, steps: [Step], gain: Double, distortion: Double?) {
    self.clean = clean
    self.steps = steps
    self.gain = gain
    self.distortion = distortion
  }
}
