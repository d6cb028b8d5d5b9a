package import Conversations

/// What a home lets itself be told: rooms with devices, each with properties.
package enum HomeDevices {
  /// A room of the home.
  package struct Room: Sendable, Hashable {
    package var key: String
    package var name: Both<String>
  }

  /// A kind of device.
  package struct Kind: Sendable, Hashable {
    package var key: String
    package var name: Both<String>
    /// What is switched: `power`, or `position` for what is drawn.
    package var toggle: String
    /// What has a number, with its range and the step that “a little” means.
    package var level: Level?
  }

  /// A property with a number.
  package struct Level: Sendable, Hashable {
    package var property: String
    package var range: ClosedRange<Int>
    package var step: Int
    /// Behind the number.
    package var unit: Both<String>
  }

  package static let rooms = [
    Room(key: "living_room", name: Both("客厅", "living room")),
    Room(key: "bedroom", name: Both("卧室", "bedroom")), Room(key: "kitchen", name: Both("厨房", "kitchen")),
    Room(key: "study", name: Both("书房", "study")),
  ]

  package static let kinds = [
    Kind(
      key: "light", name: Both("灯", "light"), toggle: "power",
      level: Level(property: "brightness", range: 10...100, step: 10, unit: Both("%", "%"))),
    Kind(
      key: "aircon", name: Both("空调", "air conditioner"), toggle: "power",
      level: Level(property: "temperature", range: 18...30, step: 1, unit: Both("度", " degrees"))),
    Kind(key: "curtain", name: Both("窗帘", "curtains"), toggle: "position", level: nil),
    Kind(
      key: "speaker", name: Both("音箱", "speaker"), toggle: "power",
      level: Level(property: "volume", range: 10...90, step: 10, unit: Both("%", "%"))),
  ]

  /// `living_room.light.power`.
  package static func slot(_ room: Room, _ kind: Kind, _ property: String) -> String {
    "\(room.key).\(kind.key).\(property)"
  }

  /// The parts of a slot; `nil` where there is no such device or property.
  package static func parse(_ slot: String) -> (room: Room, kind: Kind, property: String)? {
    let parts = slot.split(separator: ".").map(String.init)
    guard parts.count == 3, let room = rooms.first(where: { $0.key == parts[0] }),
      let kind = kinds.first(where: { $0.key == parts[1] }),
      parts[2] == kind.toggle || parts[2] == kind.level?.property
    else { return nil }
    return (room, kind, parts[2])
  }
}
