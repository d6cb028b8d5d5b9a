package import Assets
import VectorMath
package import WorldModel

/// Everything that stands along streets and is made here, by name. A new one is a file and a line here.
package enum StreetscapeCatalog {
  package struct Entry: Sendable {
    package let name: String
    package let make: @Sendable () -> Asset
  }

  package static let entries: [Entry] =
    BuildingStyle.allCases.map { style in
      let (width, depth) = (
        (style.widths.lowerBound + style.widths.upperBound) / 2,
        (style.depths.lowerBound + style.depths.upperBound) / 2
      )
      let plot = BuildingPlot(width: width, depth: depth, isInRow: style.isRow)
      return entry("building_\(style.rawValue)") { StreetBuilding(style: style, plot: plot, variant: 1) }
    }
    + FarBuilding.Kind.allCases.map { kind in
      entry("far_\(kind.rawValue)") { FarBuilding(kind: kind, variant: 1) }
    }
    + StreetTree.Species.allCases.map { species in
      entry("tree_\(species.rawValue)") { StreetTree(species: species, height: 10, variant: 1) }
    }
    + GardenBoundary.Kind.allCases.map { kind in
      entry("garden_\(kind.rawValue)") { GardenBoundary(kind: kind) }
    }
    + StreetFixture.Kind.allCases.map { kind in entry("street_\(kind.rawValue)") { StreetFixture(kind: kind) }
    }
    + RoadCover.Kind.allCases.map { kind in entry(kind.rawValue) { RoadCover(kind: kind) } }
    + [
      entry("bus_shelter") { BusShelter() }, entry("bus_stop_sign") { BusStopSign() },
      entry("shop_sign") { ShopSign() },
      entry("shop_sign_chinese") { ShopSign(size: Vector2(4, 1), isChinese: true, variant: 1) },
      entry("hoarding") { Hoarding() }, entry("hoarding_sheet") { Hoarding(size: .sheet, variant: 2) },
      entry("hoarding_case") { Hoarding(size: .case_, variant: 3) },
      entry("gantry_sign") { GantrySign() }, entry("gantry_sign_exit") { GantrySign(kind: .exit) },
      entry("utility_pole") { UtilityPole(hasTransformer: true) }, entry("tree_pit") { TreePit() },
      entry("treeline") { Treeline() },
    ]

  package static let names: [String] = entries.map(\.name)

  package static func make(_ name: String) -> Asset? { entries.first { $0.name == name }?.make() }

  private static func entry(_ name: String, _ asset: @escaping @Sendable () -> any ParametricAsset) -> Entry {
    Entry(name: name) { asset().makeAsset() }
  }
}
