import Geometry
import VectorMath

/// Paints the outlines of objects that say that they are filled with paint (`fillType="paint"`, since OpenDRIVE 1.8), and
/// those of arrows, which earlier versions have no fill for.
///
/// Each outline is convex; shapes that are not have several. White, unless a marking of the object names another colour.
struct OutlinePainter {
  let map: RoadMap
  let origin: Vector3
  let focus: PlanCircle?

  func paint(on skin: SkinIndex, into builder: inout SurfaceMeshBuilder) {
    for road in map.roads {
      for object in road.objects where !object.isReference {
        let isArrow = object.type == "roadMark" && object.subtype.hasPrefix("arrow")
        for outline in object.outlines where outline.isClosed {
          guard outline.fill == "paint" || (isArrow && outline.fill.isEmpty) else { continue }
          let corners = outline.feet(of: object, on: road, origin: origin)
          guard let first = corners.first, CrosswalkPainter.isConvex(corners, least: 1e-3) else { continue }
          let place = first.plan + Vector2(origin.x, origin.y)
          if let focus, length(place - focus.centre) > focus.radius { continue }
          builder.add(corners.map(skin.painted), .mark(object.markings.first?.color ?? .white))
        }
      }
    }
  }
}

extension RoadObject.Outline {
  /// Corners counter-clockwise on the road's surface, relative to the origin; a repeated first corner counts once.
  func feet(of object: RoadObject, on road: Road, origin: Vector3) -> [SurfaceVertex] {
    let anchor = road.pose(s: object.s, t: object.t, height: object.zOffset)
    let (sin, cos) = DeterministicMath.sincos(object.heading)
    var result = corners.map { corner -> SurfaceVertex in
      let pose: RoadPose
      if isRoadCoordinates {
        pose = road.pose(s: corner.first, t: corner.second)
      } else {
        var local = anchor
        let ahead = corner.first * cos - corner.second * sin
        let aside = corner.first * sin + corner.second * cos
        local.position += ahead * anchor.forward + aside * anchor.left
        pose = local
      }
      let p = pose.position - origin
      return SurfaceVertex(position: p, normal: pose.normal, uv: Vector2(p.x, p.y))
    }
    if let first = result.first, let last = result.last, result.count > 3,
      length(first.plan - last.plan) < 1e-6
    {
      result.removeLast()
    }
    return CutPolygon(result).planArea < 0 ? result.reversed() : result
  }
}
