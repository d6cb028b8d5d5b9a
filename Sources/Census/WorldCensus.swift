package import JSON
import WorldModel

/// How different many worlds of one recipe are: what is in them, what is found together, how large their rooms are, and
/// how near any two layouts come.
package struct WorldCensus: Sendable {
  /// Layouts that differ in fewer cells than this share count as alike.
  package static let alike = 0.02

  private var summaries: [WorldSummary]

  package init(_ summaries: [WorldSummary]) { self.summaries = summaries }

  /// Things of all worlds by class.
  package var classes: Tally {
    var all = Tally()
    for summary in summaries {
      for item in summary.classes.sorted { all.add(item.name, item.count) }
    }
    return all
  }

  package var coOccurrence: CoOccurrence {
    var all = CoOccurrence()
    for summary in summaries { summary.places.forEach { all.add($0.classes) } }
    return all
  }

  /// For each home, the nearest other one.
  package var nearestLayouts: [(other: Int, distance: Double)?] {
    let homes = summaries.indices.filter { summaries[$0].layout != nil }
    return zip(homes, Layout.nearest(homes.compactMap { summaries[$0].layout })).reduce(
      into: Array(repeating: nil, count: summaries.count)
    ) { all, item in
      if let found = item.1 { all[item.0] = (homes[found.other], found.distance) }
    }
  }

  /// Everything, for people and programs.
  package var report: JSONValue {
    var members: [JSONValue.Member] = [
      .init("worlds", .integer(summaries.count)),
      .init("things", spread(summaries.map { Double($0.classes.total) })),
      .init("classes", classReport),
      .init("together", togetherReport),
    ]
    if !choices.isEmpty {
      members.append(.init("choices", .object(choices.map { .init($0.path, shares($0.values)) })))
    }
    if summaries.contains(where: { $0.layout != nil }) {
      members.append(.init("rooms", roomReport))
      members.append(.init("layouts", layoutReport))
    }
    return .object(members)
  }

  private var classReport: JSONValue {
    let all = classes
    return .object([
      .init("distinct", .integer(all.distinct)), .init("entropy_bits", rounded(all.entropy)),
      .init("highest_bits", rounded(all.highestEntropy)), .init("evenness", rounded(all.evenness)),
      .init("counts", .object(all.sorted.map { .init($0.name, .integer($0.count)) })),
    ])
  }

  private var togetherReport: JSONValue {
    let all = coOccurrence
    let strongest = all.strongest(20, least: max(5, all.places / 100))
    return .object([
      .init("places", .integer(all.places)), .init("pairs", .integer(all.distinctPairs)),
      .init("entropy_bits", rounded(all.entropy)), .init("evenness", rounded(all.evenness)),
      .init(
        "strongest",
        .array(
          strongest.map {
            .object([
              .init("classes", .array([.string($0.first), .string($0.second)])),
              .init("places", .integer($0.places)), .init("information_bits", rounded($0.information)),
            ])
          })),
    ])
  }

  /// What was chosen by name, in the order of the first world that has it.
  private var choices: [(path: String, values: Tally)] {
    var paths: [String] = []
    var tallies: [String: Tally] = [:]
    for choice in summaries.flatMap(\.choices) {
      if tallies[choice.path] == nil { paths.append(choice.path) }
      tallies[choice.path, default: Tally()].add(choice.value)
    }
    return paths.map { ($0, tallies[$0] ?? Tally()) }
  }

  private var roomReport: JSONValue {
    var kinds = Tally()
    var areas: [String: [Double]] = [:]
    var programmes = Tally()
    for summary in summaries {
      for place in summary.places {
        kinds.add(place.kind)
        areas[place.kind, default: []].append(place.area)
      }
      programmes.add(summary.places.map(\.kind).sorted().joined(separator: " "))
    }
    return .object([
      .init("a_world", spread(summaries.map { Double($0.places.count) })),
      .init("programmes", .integer(programmes.distinct)),
      .init("kinds", shares(kinds)),
      .init(
        "area_m2", .object(kinds.sorted.map { .init($0.name, spread(areas[$0.name] ?? [])) })),
    ])
  }

  private var layoutReport: JSONValue {
    let nearest = nearestLayouts
    let distances = nearest.compactMap { $0?.distance }
    var members: [JSONValue.Member] = [
      .init("cell_m", .number(Layout.cell)), .init("nearest", spread(distances)),
      .init("alike", .integer(distances.filter { $0 < Self.alike }.count)),
    ]
    let closest = nearest.indices.filter { nearest[$0] != nil }.min {
      (nearest[$0]?.distance ?? 1, $0) < (nearest[$1]?.distance ?? 1, $1)
    }
    if let closest, let found = nearest[closest] {
      members.append(.init("closest", .array([.integer(closest), .integer(found.other)])))
    }
    return .object(members)
  }

  private func spread(_ values: [Double]) -> JSONValue {
    let spread = Spread(values)
    let quantiles = [("min", 0), ("p10", 0.1), ("median", 0.5), ("p90", 0.9), ("max", 1)]
    return .object(
      quantiles.compactMap { name, q in spread.quantile(q).map { .init(name, rounded($0)) } })
  }

  private func shares(_ tally: Tally) -> JSONValue {
    .object(tally.sorted.map { .init($0.name, rounded(Double($0.count) / Double(tally.total))) })
  }

  private func rounded(_ x: Double) -> JSONValue { .number((x * 1000).rounded() / 1000) }
}
