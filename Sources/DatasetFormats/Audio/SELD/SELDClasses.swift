import Annotations

/// The classes of a DCASE localisation dataset.
///
/// The thirteen of STARSS23 keep their numbers, 0 to 12. Kinds of sound that it has no class for follow, from 13 on in
/// the order of their ids' bytes, as far as the dataset has them: `class_map.csv` names all.
enum SELDClasses {
  static let standard = [
    "Female speech, woman speaking", "Male speech, man speaking", "Clapping", "Telephone", "Laughter",
    "Domestic sounds", "Walk, footsteps", "Door, open or close", "Music", "Musical instrument",
    "Water tap, faucet", "Bell", "Knock",
  ]

  /// The class of an event: a name of STARSS23, else the id of its kind.
  static func name(_ event: SoundEvent) -> String {
    if let speech = event.speech { return speech.sex == "male" ? standard[1] : standard[0] }
    if standard.contains(event.foreign.dcase) { return event.foreign.dcase }
    if let own = indoor[event.foreign.dcase] { return own }
    return event.kind
  }

  /// Classes of DESED that STARSS23 counts among others.
  private static let indoor = [
    "Running_water": "Water tap, faucet", "Vacuum_cleaner": "Domestic sounds", "Dishes": "Domestic sounds",
  ]

  /// All classes by number.
  /// - Parameter found: names that occur.
  static func list(_ found: Set<String>) -> [String] {
    standard
      + found.subtracting(standard).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
