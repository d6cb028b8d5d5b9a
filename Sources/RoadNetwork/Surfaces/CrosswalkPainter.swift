import Geometry
import VectorMath

/// Paints zebra stripes on objects of type `crosswalk` that have a convex outline.
///
/// Stripes run along the traffic: across the outline's longest side. Half a metre of paint, half a metre of road.
struct CrosswalkPainter {
  let map: RoadMap
  let origin: Vector3
  let focus: PlanCircle?
  private static let stripe = 0.5
  private static let gap = 0.5
  /// Stripes bend with the road in pieces of this length, metres.
  private static let piece = 1.0

  init(map: RoadMap, origin: Vector3, focus: PlanCircle?) {
    self.map = map
    self.origin = origin
    self.focus = focus
  }

  /// Stretches of a road that its crosswalks take up, with a margin of half a metre.
  static func stations(_ road: Road) -> [(from: Double, to: Double)] {
    road.objects.filter(\.isCrosswalk).flatMap { object -> [(from: Double, to: Double)] in
      let (sin, cos) = DeterministicMath.sincos(object.heading)
      return object.outlines.compactMap { outline in
        let s = outline.corners.map {
          outline.isRoadCoordinates ? $0.first : object.s + $0.first * cos - $0.second * sin
        }
        guard let low = s.min(), let high = s.max() else { return nil }
        return (low - 0.5, high + 0.5)
      }
    }
  }

  func paint(on skin: SkinIndex, into builder: inout SurfaceMeshBuilder) {
    for road in map.roads {
      // Where a file says itself what is painted, that counts.
      for object in road.objects where object.isCrosswalk && object.markings.isEmpty {
        for outline in object.outlines {
          let corners = outline.feet(of: object, on: road, origin: origin)
          guard let first = corners.first, Self.isConvex(corners, least: 1) else { continue }
          if let focus, length(first.plan + Vector2(origin.x, origin.y) - focus.centre) > focus.radius {
            continue
          }
          paint(corners, skin, &builder)
        }
      }
    }
  }

  /// - Parameter least: area in m² below which nothing is painted.
  static func isConvex(_ corners: [SurfaceVertex], least: Double) -> Bool {
    let n = corners.count
    guard n >= 3, n <= 64 else { return false }
    return corners.indices.allSatisfy {
      let (a, b, c) = (corners[$0].plan, corners[($0 + 1) % n].plan, corners[($0 + 2) % n].plan)
      return cross(b - a, c - b) > -1e-6 && (b - a).x.isFinite
    } && CutPolygon(corners).planArea > least
  }

  private func paint(_ corners: [SurfaceVertex], _ skin: SkinIndex, _ builder: inout SurfaceMeshBuilder) {
    var axis = Vector2.zero
    for i in corners.indices {
      let edge = corners[(i + 1) % corners.count].plan - corners[i].plan
      if length(edge) > length(axis) + 1e-9 { axis = edge }
    }
    let across = normalized(axis)
    let along = Vector2(-across.y, across.x)
    let (low, high) = range(corners, across)
    let (near, far) = range(corners, along)
    guard high - low < 200, far - near < 200 else { return }
    // Whole stripes, as far from one end as from the other.
    let period = Self.stripe + Self.gap
    let count = Int(((high - low + Self.gap) / period).rounded(.down))
    let first = low + (high - low - Double(count) * period + Self.gap) / 2
    let pieces = max(1, Int(((far - near) / Self.piece).rounded(.up)))
    for k in 0..<max(0, count) {
      let from = first + Double(k) * period
      for i in 0..<pieces {
        let a = near + (far - near) * Double(i) / Double(pieces)
        let b = near + (far - near) * Double(i + 1) / Double(pieces)
        var part = CutPolygon(corners)
        // Each line keeps what lies to its left.
        for (point, direction) in [
          (from * across, -along), ((from + Self.stripe) * across, along), (a * along, across),
          (b * along, -across),
        ] where part.corners.count >= 3 {
          part = part.split(point, point + direction).left
        }
        guard part.corners.count >= 3, part.planArea > 1e-3 else { continue }
        builder.add(part.corners.map(skin.painted), .mark(.white))
      }
    }
  }

  private func range(_ corners: [SurfaceVertex], _ axis: Vector2) -> (Double, Double) {
    let values = corners.map { dot($0.plan, axis) }
    return (values.min() ?? 0, values.max() ?? 0)
  }
}
