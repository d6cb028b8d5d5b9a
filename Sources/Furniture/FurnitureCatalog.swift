import Assets
package import WorldModel

/// Everything that furnishes rooms, by name. A new one is a file and a line in one of the lists.
package enum FurnitureCatalog {
  package struct Entry: Sendable {
    package let name: String
    package let make: @Sendable (Look) -> Asset

    init<A: FurnitureAsset>(_ asset: A.Type) {
      name = A.assetName
      make = { A($0).makeAsset() }
    }
  }

  package static let entries: [Entry] = furniture + fixtures + decor + objects
  package static let names: [String] = entries.map(\.name)

  package static func named(_ name: String) -> Entry? { byName[name] }
  private static let byName = Dictionary(entries.map { ($0.name, $0) }) { a, _ in a }
}
