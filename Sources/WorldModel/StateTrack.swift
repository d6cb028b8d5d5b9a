/// What of an entity changes in time beside its place: a lamp that is lit or not, what a screen shows.
///
/// Pictures take the materials of the state that holds and labels its word, and both ask `state(at:)`: they cannot
/// disagree.
package struct StateTrack: Sendable {
  package struct State: Sendable {
    /// What labels say of it, e.g. `on`.
    package var value: String
    /// Materials that replace the entity's while it holds, by index.
    package var materials: [Int: Material]

    package init(_ value: String, materials: [Int: Material] = [:]) {
      self.value = value
      self.materials = materials
    }
  }

  /// From a time on, seconds, a state by its index holds.
  package struct Change: Sendable, Hashable {
    package var time: Double
    package var state: Int

    package init(time: Double, state: Int) {
      self.time = time
      self.state = state
    }
  }

  /// The name of the attribute that tells the state.
  package let name: String
  /// At least one.
  package let states: [State]
  /// At least one, times ascending; before the first its state holds too.
  package let changes: [Change]
  /// Seconds before a change from which it holds: what happens at the time of a frame is seen in that frame, however
  /// the two times were rounded.
  private static let hair = 1e-6

  /// - Precondition: `states` and `changes` are not empty, changes name states, their times ascend.
  package init(_ name: String, states: [State], changes: [Change]) {
    precondition(!states.isEmpty && !changes.isEmpty)
    precondition(changes.allSatisfy { states.indices.contains($0.state) })
    precondition(zip(changes, changes.dropFirst()).allSatisfy { $0.time <= $1.time })
    self.name = name
    self.states = states
    self.changes = changes
  }

  /// The state that holds at `t` seconds.
  package func state(at t: Double) -> State {
    // The first change that is still to come.
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].time <= t + Self.hair { low = middle + 1 } else { high = middle }
    }
    return states[changes[max(0, low - 1)].state]
  }
}

extension Entity {
  /// Materials that replace the asset's at `t` seconds, by index; states go before `materials`.
  package func materials(at t: Double) -> [Int: Material] {
    states.reduce(into: materials) { $0.merge($1.state(at: t).materials) { _, new in new } }
  }

  /// Its attributes at `t` seconds: those that stay, then its states.
  package func attributes(at t: Double) -> [(name: String, value: String)] {
    attributes + states.map { ($0.name, $0.state(at: t).value) }
  }
}

extension World {
  /// All materials that entities may show at any time, in an order that depends on the world alone.
  package var allMaterials: [Material] {
    snapshot(at: 0).materials
      + entities.flatMap { entity in
        entity.states.flatMap { track in
          track.states.flatMap { state in state.materials.sorted { $0.key < $1.key }.map(\.value) }
        }
      }
  }
}
