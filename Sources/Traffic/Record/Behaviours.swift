/// What an actor does at a moment. Several may hold at once.
package struct Behaviours: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let driving = Behaviours(rawValue: 1 << 0)
  package static let stopped = Behaviours(rawValue: 1 << 1)
  package static let parked = Behaviours(rawValue: 1 << 2)
  package static let following = Behaviours(rawValue: 1 << 3)
  package static let yielding = Behaviours(rawValue: 1 << 4)
  package static let waitingAtSignal = Behaviours(rawValue: 1 << 5)
  package static let turningLeft = Behaviours(rawValue: 1 << 6)
  package static let turningRight = Behaviours(rawValue: 1 << 7)
  package static let changingLaneLeft = Behaviours(rawValue: 1 << 8)
  package static let changingLaneRight = Behaviours(rawValue: 1 << 9)
  package static let overtaking = Behaviours(rawValue: 1 << 10)
  package static let parking = Behaviours(rawValue: 1 << 11)
  package static let atBusStop = Behaviours(rawValue: 1 << 12)
  package static let walking = Behaviours(rawValue: 1 << 13)
  package static let waiting = Behaviours(rawValue: 1 << 14)
  package static let crossing = Behaviours(rawValue: 1 << 15)
  package static let standing = Behaviours(rawValue: 1 << 16)
  package static let inGroup = Behaviours(rawValue: 1 << 17)

  /// In the order of bits, as labels write them.
  package static let names = [
    "driving", "stopped", "parked", "following", "yielding", "waiting_at_signal", "turning_left",
    "turning_right",
    "changing_lane_left", "changing_lane_right", "overtaking", "parking", "at_bus_stop", "walking", "waiting",
    "crossing", "standing", "in_group",
  ]

  /// Those that hold, by name, in the order of bits.
  package var names: [String] {
    Self.names.indices.filter { rawValue >> UInt32($0) & 1 == 1 }.map { Self.names[$0] }
  }
}
