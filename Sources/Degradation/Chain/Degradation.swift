package import LocatedYAML

/// What a step does to the times of labels.
package enum TimeEffect: String, Sendable, CaseIterable {
  /// Every instant stays on its sample.
  case exact
  /// Every instant stays on its sample; stretches are lost, and the step's label lists them.
  case gaps
  /// Every instant moves to where it is when all is played at another speed. The labels of the recording, and what the
  /// chain's label lists of earlier steps, are in the time of what comes out.
  case scaled
}

/// One thing that happens to sound between a microphone and a dataset. Its fields are distributions; what is drawn becomes
/// part of the label.
///
/// None moves an instant, or changes how many samples there are: the labels of the clean recording hold for what comes out. But
/// for those of effect `scaled`: they multiply `DegradedSound.factor`, and labels are carried over (`RecordingLabel.played`).
package protocol Degradation: YAMLDecodable, Sendable {
  /// Its key in recipes and labels.
  static var name: String { get }
  static var effect: TimeEffect { get }

  /// Changes a recording. All chance comes from `chance`, which notes what is drawn.
  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws
}
