import IndoorWorld
import Testing

/// Rooms of other buildings than homes as they come: nothing inside of anything, all held, all within reach.
struct BuildingsHoldTests {
  private static let kinds = [
    "classroom", "hotel_room", "shop", "clinic", "warehouse", "office", "meeting_room",
  ]

  @Test(arguments: kinds, 0..<4) func buildingsHold(_ kind: String, _ seed: Int) throws {
    let found = try AuditedHomes.violations(seed: seed, world: "{building: \(kind)}", views: 1)
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }
}
