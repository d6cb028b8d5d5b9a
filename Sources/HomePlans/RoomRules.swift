import WorldModel

/// What makes a room of a kind usable. Metres, m².
struct RoomRules: Sendable {
  /// The clear floor wished for in a home of ordinary size.
  var area: Double
  /// How narrow the clear floor may be.
  var leastWidth: Double
  /// Length over width.
  var greatestAspect: Double
  /// Length of outer wall that a window needs; 0 = none needed.
  var leastFacade: Double

  static func of(_ kind: RoomKind) -> RoomRules {
    switch kind {
    case .livingRoom: RoomRules(area: 24, leastWidth: 3.2, greatestAspect: 2.05, leastFacade: 2.2)
    case .kitchen: RoomRules(area: 10, leastWidth: 2.0, greatestAspect: 2.5, leastFacade: 1.4)
    case .diningRoom: RoomRules(area: 12, leastWidth: 2.6, greatestAspect: 1.9, leastFacade: 1.6)
    case .bedroom: RoomRules(area: 12.5, leastWidth: 2.7, greatestAspect: 1.85, leastFacade: 1.8)
    case .study: RoomRules(area: 9, leastWidth: 2.2, greatestAspect: 2.1, leastFacade: 1.4)
    case .bathroom: RoomRules(area: 5.2, leastWidth: 1.6, greatestAspect: 2.4, leastFacade: 0)
    case .laundry: RoomRules(area: 4.2, leastWidth: 1.5, greatestAspect: 2.6, leastFacade: 0)
    case .storage: RoomRules(area: 2.8, leastWidth: 1.1, greatestAspect: 2.8, leastFacade: 0)
    default: RoomRules(area: 6, leastWidth: 1.1, greatestAspect: 12, leastFacade: 0)
    }
  }
}
