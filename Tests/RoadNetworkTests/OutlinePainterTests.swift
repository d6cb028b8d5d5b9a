import Geometry
import RoadNetwork
import Testing
import VectorMath

/// Outlines that are filled with paint.
struct OutlinePainterTests {
  /// A triangle and a square on a straight level road, turned by `heading`, its middle at (40, −2).
  private static func surfaces(
    fill: String, subtype: String = "", heading: Double
  ) throws -> RoadSurfaceSet {
    var map = try BuiltInRoads.straightStreet.map()
    var object = RoadObject(id: "a", type: "roadMark", s: 40, t: -2)
    (object.subtype, object.heading) = (subtype, heading)
    object.outlines = [
      [Vector2(1, 0.3), Vector2(1, -0.3), Vector2(2, 0)],
      [Vector2(0, 0.1), Vector2(0, -0.1), Vector2(1, -0.1), Vector2(1, 0.1)],
    ].map { ring in
      .init(isRoadCoordinates: false, fill: fill, corners: ring.map { .init(first: $0.x, second: $0.y) })
    }
    map.roads[0].objects.append(object)
    var options = RoadSurfaces.Options()
    options.terrainMargin = 0
    return RoadSurfaces(map, options: options).surfaces()
  }

  @Test(arguments: [0, 1.2, Double.pi]) func theirAreaIsPainted(heading: Double) throws {
    let painted = try Self.surfaces(fill: "paint", heading: heading)
    let plain = try Self.surfaces(fill: "", heading: heading)
    let marks: [SurfaceKind] = [.mark(.white)]
    let added = RoadSurfacesTests.planArea(painted, marks) - RoadSurfacesTests.planArea(plain, marks)
    #expect((added - (0.3 + 0.2)).magnitude < 1e-9)
    let arrow = try Self.surfaces(fill: "", subtype: "arrowLeft", heading: heading)
    #expect(RoadSurfacesTests.planArea(arrow, marks) == RoadSurfacesTests.planArea(painted, marks))
    // The tip lies 2 m ahead of the middle, turned with the object.
    let map = try BuiltInRoads.straightStreet.map()
    let (sin, cos) = DeterministicMath.sincos(heading)
    let tip = map.roads[0].pose(s: 40 + 2 * cos, t: -2 + 2 * sin).position
    let corners = painted.meshes.filter { $0.kind == .mark(.white) }.flatMap(\.positions)
    let nearest = corners.map { length($0 + painted.origin - tip) }.min() ?? .infinity
    #expect((nearest - 0.004).magnitude < 1e-6)
  }
}
