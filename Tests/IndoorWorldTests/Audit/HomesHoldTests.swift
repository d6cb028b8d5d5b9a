import IndoorWorld
import Testing

/// Homes as they come: nothing inside of anything, all held, doors free, all rooms within reach, cameras outside.
struct HomesHoldTests {
  @Test(arguments: 0..<12) func homesHold(_ seed: Int) throws {
    let found = try AuditedHomes.violations(seed: seed)
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }
}
