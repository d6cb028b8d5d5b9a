/// What a room is for.
package enum RoomKind: String, Sendable, Hashable, CaseIterable {
  case livingRoom = "living_room"
  case kitchen
  case diningRoom = "dining_room"
  case bedroom
  case bathroom
  case hallway
  case study
  case storage
  case laundry
  case balcony
  /// The shaft of the stairs, through all storeys.
  case stairwell
  // Beyond homes.
  case office
  case meetingRoom = "meeting_room"
  case classroom
  case hotelRoom = "hotel_room"
  case shop
  case clinic
  case warehouse

  /// Whether water is laid on: tiled floors, no carpets.
  package var isWet: Bool { [.kitchen, .bathroom, .laundry].contains(self) }
}
