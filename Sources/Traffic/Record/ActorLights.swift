/// The lamps of a vehicle that tell others what it does.
package struct ActorLights: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let indicatorLeft = ActorLights(rawValue: 1)
  package static let indicatorRight = ActorLights(rawValue: 2)
  package static let hazard: ActorLights = [.indicatorLeft, .indicatorRight]
  package static let brake = ActorLights(rawValue: 4)
}
