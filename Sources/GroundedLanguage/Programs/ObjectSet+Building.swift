extension ObjectSet {
  /// Everything of a class or wider kind.
  package static func every(_ concept: String) -> ObjectSet {
    concept == ClassNames.anything ? .scene : .filter(Filter(.kind, concept), of: .scene)
  }
}
