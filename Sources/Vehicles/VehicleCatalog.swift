package import Assets
package import WorldModel

/// Every vehicle that Diorama makes, by name. A new one is a file and a line here.
package enum VehicleCatalog {
  package struct Entry: Sendable {
    package let name: String
    /// One of its kind: size, paint and small things by a number.
    package let make: @Sendable (_ variant: UInt64) -> Asset
  }

  package static let entries: [Entry] = CarStyle.allCases.map { style in
    Entry(name: "car_\(style.rawValue)") { Car(style: style, variant: $0).makeAsset() }
  }

  package static let names: [String] = entries.map(\.name)

  /// The vehicle of that name; `nil` when there is none.
  package static func make(_ name: String, variant: UInt64 = 1) -> Asset? {
    entries.first { $0.name == name }?.make(variant)
  }
}
