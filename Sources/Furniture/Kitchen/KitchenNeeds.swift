/// What a kitchen has to offer.
package struct KitchenNeeds: OptionSet, Sendable, Hashable {
  /// One bit a need.
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A sink with its tap.
  package static let sink = KitchenNeeds(rawValue: 1)
  /// A hob with its hood.
  package static let hob = KitchenNeeds(rawValue: 2)
  /// A refrigerator that stands free at an end.
  package static let refrigerator = KitchenNeeds(rawValue: 4)
  /// A dishwasher beside the sink.
  package static let dishwasher = KitchenNeeds(rawValue: 8)
  /// A tall cabinet: with an oven in it where there is a hob, which then stands over drawers.
  package static let tower = KitchenNeeds(rawValue: 16)
  /// Sink, hob, refrigerator and dishwasher.
  package static let usual: KitchenNeeds = [.sink, .hob, .refrigerator, .dishwasher]
}
