package import Annotations
package import RandomStreams

/// The chance of one step, and the list of what it gave: the step's parameters in the label.
package struct StepChance {
  private var draws: Draws
  package private(set) var parameters: [SoundEvent.Parameter] = []

  /// - Parameter index: of the sample, which sequences in recipes follow.
  package init(_ stream: RandomStream, index: Int) { draws = Draws(stream: stream, index: index) }

  /// A value, noted under its name.
  mutating func number(_ distribution: Distribution, _ name: String, _ unit: String = "") -> Double {
    let value = draws.draw(distribution, name)
    note(name, value, unit)
    return value
  }

  mutating func word(_ distribution: TextDistribution, _ name: String) -> String {
    let value = draws.draw(distribution, name)
    parameters.append(SoundEvent.Parameter(name: name, number: nil, word: value, unit: ""))
    return value
  }

  /// For what is drawn sample by sample.
  mutating func stream(_ name: String) -> RandomStream { draws.stream(name) }

  /// Something measured, not drawn.
  mutating func note(_ name: String, _ value: Double, _ unit: String = "") {
    parameters.append(SoundEvent.Parameter(name: name, number: value, word: nil, unit: unit))
  }
}
