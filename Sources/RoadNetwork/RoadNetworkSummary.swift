package import Diagnostics
package import Geometry
import VectorMath

/// What a road file holds, in a few numbers.
package struct RoadNetworkSummary: Sendable {
  /// Lanes of one type over all sections.
  package struct LaneCount: Sendable, Hashable {
    package var type: LaneType
    package var lanes: Int
    /// Sum of the lanes' lengths along the reference line, metres.
    package var length: Double
  }

  package var roads: Int
  /// Sum of the lengths of all reference lines, metres.
  package var totalLength: Double
  package var junctions: Int
  /// Present types only, in the order of `LaneType`.
  package var lanesByType: [LaneCount]
  package var signals: Int
  package var objects: Int
  /// Of all lane borders at the sections' ends and every 10 m, metres.
  package var bounds: Box3
  package var warnings: [Warning]

  package init(_ map: RoadMap) {
    roads = map.roads.count
    totalLength = map.roads.reduce(0) { $0 + $1.length }
    junctions = map.junctions.count
    signals = map.roads.reduce(0) { $0 + $1.signals.filter { !$0.isReference }.count }
    objects = map.roads.reduce(0) { $0 + $1.objects.count }
    warnings = map.warnings
    var counts: [LaneCount] = []
    var box = Box3()
    for type in LaneType.allCases {
      var count = LaneCount(type: type, lanes: 0, length: 0)
      for road in map.roads {
        for section in road.sections {
          let lanes = section.lanes.filter { $0.id != 0 && $0.type == type }.count
          count.lanes += lanes
          count.length += Double(lanes) * section.length
        }
      }
      if count.lanes > 0 { counts.append(count) }
    }
    for road in map.roads {
      for (i, section) in road.sections.enumerated() {
        let steps = max(1, min(100_000, Int(section.length / 10)))
        for k in 0...steps {
          let s = section.start + section.length * Double(k) / Double(steps)
          let borders = road.laneBorders(at: s, section: i)
          for t in [borders.first ?? 0, borders.last ?? 0] { box.insert(road.pose(s: s, t: t).position) }
        }
      }
    }
    lanesByType = counts
    bounds = box
  }

  /// A few lines for a terminal.
  package var text: String {
    var lines = ["roads      \(roads), \(Self.rounded(totalLength)) m", "junctions  \(junctions)"]
    for count in lanesByType {
      lines.append("lanes      \(count.type.rawValue): \(count.lanes), \(Self.rounded(count.length)) m")
    }
    lines.append("signals    \(signals)")
    lines.append("objects    \(objects)")
    if !bounds.isEmpty {
      let (a, b) = (bounds.min, bounds.max)
      lines.append(
        "bounds     x \(Self.rounded(a.x))…\(Self.rounded(b.x)), y \(Self.rounded(a.y))…\(Self.rounded(b.y)), "
          + "z \(Self.rounded(a.z))…\(Self.rounded(b.z)) m")
    }
    lines.append("warnings   \(warnings.count)")
    return lines.joined(separator: "\n")
  }

  private static func rounded(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
