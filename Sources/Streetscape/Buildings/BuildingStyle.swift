import Assets

/// Manners of building, each a file: what it decides, `FacadeDesign` says.
package enum BuildingStyle: String, Sendable, CaseIterable {
  case oldTown = "old_town"
  case modernBlock = "modern_block"
  case office
  case chineseStreet = "chinese_street"
  case chineseTower = "chinese_tower"
  case suburban
  case industrial

  /// - Parameters:
  ///   - width: of the plot along the street, metres.
  func design(width: Double, _ chance: AssetVariation) -> FacadeDesign {
    switch self {
    case .oldTown: OldTown.design(width: width, chance)
    case .modernBlock: ModernBlock.design(width: width, chance)
    case .office: Office.design(width: width, chance)
    case .chineseStreet: ChineseStreet.design(width: width, chance)
    case .chineseTower: ChineseTower.design(width: width, chance)
    case .suburban: Suburban.design(width: width, chance)
    case .industrial: Industrial.design(width: width, chance)
    }
  }

  /// Widths of plots along the street, metres.
  package var widths: ClosedRange<Double> {
    switch self {
    case .oldTown: 7...13
    case .modernBlock: 13...22
    case .office: 18...30
    case .chineseStreet: 9...20
    case .chineseTower: 20...28
    case .suburban: 8...12.5
    case .industrial: 20...36
    }
  }

  /// Depths away from the street, metres.
  package var depths: ClosedRange<Double> {
    switch self {
    case .oldTown: 9...12
    case .modernBlock: 11...14
    case .office: 14...20
    case .chineseStreet: 10...13
    case .chineseTower: 14...18
    case .suburban: 7.5...10
    case .industrial: 16...26
    }
  }

  /// Metres between the pavement and the front.
  package var setbacks: ClosedRange<Double> {
    switch self {
    case .oldTown: 0.15...0.25
    case .modernBlock: 0.3...2.6
    case .office: 1.5...4
    case .chineseStreet: 0.3...2.2
    case .chineseTower: 7...14
    case .suburban: 4.5...7.5
    case .industrial: 6...11
    }
  }

  /// Whether fronts stand wall to wall.
  package var isRow: Bool {
    switch self {
    case .oldTown, .modernBlock, .chineseStreet: true
    default: false
    }
  }
}

extension AssetVariation {
  /// One of the items.
  func pick<T>(_ name: StaticString, _ items: [T], _ index: Int = 0) -> T {
    items[choice(name, index, of: items.count)]
  }
}
