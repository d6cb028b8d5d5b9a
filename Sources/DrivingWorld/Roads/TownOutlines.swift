import RoadNetwork
import VectorMath
import WorldModel

/// The lanes, borders, crosswalks and stop lines of a region, in the world's plan coordinates.
struct TownOutlines {
  private let map: RoadMap
  private let region: Region
  private let stopLines: StopLines
  private let shift: Vector2
  /// Borders are read so often along the road, metres: bends of 10 m radius are met within 4 mm.
  private static let step = 0.5

  /// - Parameters:
  ///   - derivesStopLines: whether the world paints stop lines that the map does not state.
  ///   - shift: subtracted from map coordinates.
  init(_ map: RoadMap, _ region: Region, derivesStopLines: Bool, shift: Vector3) {
    self.map = map
    self.region = region
    stopLines = StopLines(map, derives: derivesStopLines)
    self.shift = Vector2(shift.x, shift.y)
  }

  var outlines: RoadOutlines {
    var out = RoadOutlines()
    for stretch in region.stretches { add(stretch, to: &out) }
    for (r, road) in map.roads.enumerated() {
      for (i, object) in road.objects.enumerated() where object.isCrosswalk {
        for ring in map.outlines(road: r, object: i) where isNear(ring) {
          out.areas.append(.init(kind: .crosswalk, outline: ring.map(plan)))
        }
      }
    }
    for line in stopLines.lines {
      let ring = stopLines.outline(of: line)
      if isNear(ring) { out.areas.append(.init(kind: .stopLine, outline: ring.map(plan))) }
    }
    return out
  }

  /// The lanes of a stretch, and the borders between them.
  private func add(_ stretch: Region.Stretch, to out: inout RoadOutlines) {
    let road = map.roads[stretch.road]
    let lanes = road.sections[stretch.section].lanes
    let count = max(1, Int((stretch.length / Self.step).rounded(.up)))
    var borders = [[Vector2]](repeating: [], count: lanes.count)
    for k in 0...count {
      let s = stretch.start + stretch.length * Double(k) / Double(count)
      let offsets = road.laneBorders(at: s, section: stretch.section)
      for (i, t) in offsets.enumerated() where borders.indices.contains(i) {
        borders[i].append(plan(road.pose(s: s, t: t).position))
      }
    }
    func reference(_ i: Int) -> LaneReference {
      LaneReference(road: stretch.road, section: stretch.section, lane: lanes[i].id)
    }
    for (i, lane) in lanes.enumerated() where lane.id != 0 && lane.type.isDrivable {
      let inner = lane.id > 0 ? i + 1 : i - 1
      guard borders.indices.contains(inner), borders[inner].count == borders[i].count else { continue }
      out.areas.append(.init(kind: .lane, outline: borders[i] + borders[inner].reversed()))
    }
    guard road.junction == nil else { return }
    // From left to right: pairs of lanes that have a border in common; lane 0 is a line.
    let drawn = lanes.indices.filter { lanes[$0].id != 0 }
    for (a, b) in zip(drawn, drawn.dropFirst()) where lanes[a].type.isDrivable && lanes[b].type.isDrivable {
      let between =
        lanes[a].id > 0 && lanes[b].id < 0 ? lanes.firstIndex { $0.id == 0 } : lanes[a].id > 0 ? b : a
      guard let between, borders.indices.contains(between), borders[between].count > 1 else { continue }
      let isOneWay = map.runsForward(reference(a)) == map.runsForward(reference(b))
      out.dividers.append(.init(kind: isOneWay ? .lanes : .directions, points: borders[between]))
    }
  }

  private func plan(_ p: Vector3) -> Vector2 { Vector2(p.x, p.y) - shift }

  private func isNear(_ ring: [Vector3]) -> Bool {
    ring.count > 2 && ring.contains { region.contains(Vector2($0.x, $0.y)) }
  }
}
