/// How sound gets from sources to microphones.
package enum Propagation: String, Sendable, Hashable, CaseIterable {
  /// By what stands in the world: rays in rooms as they are furnished, other rooms by their doors and through walls,
  /// façades and corners along streets. Worlds without such things are heard as `plain` ones.
  case geometry
  /// By the room's box and its reverberation time, or by the ground alone.
  case plain
}
