package import RandomStreams

/// What a recipe asks of the sound of its worlds.
package struct SoundscapeBrief: Sendable {
  /// Seconds from t = 0 that are recorded; `nil` = as long as the sounds last.
  package var duration: Double?
  /// The languages that may be spoken, e.g. `en`; at least one. Others than `en` and `zh` by stages alone.
  package var languages: [String]
  /// Its children by id are the speakers of the dataset.
  package var voices: RandomStream
  /// Whether what sounds in other rooms can be heard: where sound goes by doors and through walls.
  package var reachesOtherRooms: Bool

  package init(duration: Double?, languages: [String], voices: RandomStream, reachesOtherRooms: Bool = false)
  {
    self.duration = duration
    self.languages = languages
    self.voices = voices
    self.reachesOtherRooms = reachesOtherRooms
  }
}
