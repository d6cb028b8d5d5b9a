import HomePlans
package import LocatedYAML
package import RandomStreams
import RoomGeometry
package import WorldModel

/// How many rooms of each kind a home is to have; chance decides about the others.
package struct RoomCounts: YAMLDecodable, Sendable {
  package static let summary =
    "How many rooms of a kind there are, exactly; kinds left out are left to chance."

  /// In the order of `kinds`.
  package var counts: [(kind: RoomKind, count: Distribution)]

  /// What can be asked for: there always are one living room and one hallway.
  static let kinds: [(kind: RoomKind, range: ClosedRange<Double>)] = [
    (.bedroom, 0...5), (.bathroom, 1...3), (.kitchen, 0...1), (.diningRoom, 0...1), (.study, 0...1),
    (.storage, 0...1), (.laundry, 0...1),
  ]

  package init(from fields: FieldReader) {
    counts = Self.kinds.compactMap { kind, range in
      fields.optional(kind.rawValue, .distribution(in: range), "How many.").map { (kind, $0) }
    }
  }
}

extension HomeProgramme {
  /// The same with a number of rooms of a kind, and floor for those that come on top.
  mutating func set(_ kind: RoomKind, _ count: Int) {
    let more = Double(count - self.count(kind))
    switch kind {
    case .bedroom: bedrooms = count
    case .bathroom: bathrooms = count
    case .kitchen: hasKitchen = count > 0
    case .diningRoom: hasDiningRoom = count > 0
    case .study: hasStudy = count > 0
    case .storage: hasStorage = count > 0
    case .laundry: hasLaundry = count > 0
    default: return
    }
    if more > 0 { area += more * (kind == .bathroom || kind == .storage || kind == .laundry ? 5 : 11) }
  }
}
