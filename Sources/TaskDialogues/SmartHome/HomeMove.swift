/// What is said in a smart home, apart from any language.
enum HomeMove: Sendable, Hashable {
  typealias Room = HomeDevices.Room
  typealias Kind = HomeDevices.Kind

  /// What is to become of a device.
  struct Order: Sendable, Hashable {
    var room: Room
    var kind: Kind
    var action: Action

    var slot: String { HomeDevices.slot(room, kind, property) }

    var property: String {
      switch action {
      case .on, .off: kind.toggle
      case .set, .more, .less: kind.level?.property ?? kind.toggle
      }
    }
  }

  enum Action: Sendable, Hashable {
    case on, off
    case set(Int)
    /// A little more or less, to a value that the step gives.
    case more(Int), less(Int)

    var value: String {
      switch self {
      case .on: "on"
      case .off: "off"
      case .set(let number), .more(let number), .less(let number): String(number)
      }
    }
  }

  // The user.
  case order(Order, greets: Bool)
  /// Without the room.
  case vague(Order)
  case room(Room)
  /// The same for another room.
  case also(Order)
  /// The device that was spoken of.
  case again(Order)
  case wrongRoom(Order, was: Room)
  case undo
  case ask(Order)
  case lightsOut
  case yes
  case no
  case fine
  case leave
  // The assistant.
  case done([Order])
  case moved(Order, was: Room)
  case undone(Order)
  case whichRoom(Kind)
  case reading(Order)
  case confirmLightsOut(Int)
  case allOut
  case spared
  case offline(Order)
  case later
  case goodbye
}
