import Geometry
package import VectorMath
package import WorldModel

/// Where cameras that see all around stand: in each room the free place nearest to its middle, at the height of the
/// eyes, level, facing along the x axis of the plan, so that walls run along the picture's quarters.
package struct PanoramaPlaces {
  /// Metres above the floor.
  package static let height = 1.6
  /// Metres that stay free around the camera, where the room has a place that wide.
  private static let clearances = [0.6, 0.45, 0.3, 0.25]

  /// In the plan's order; rooms where nobody can stand are left out.
  package let places: [(room: Int, pose: RigidTransform<WorldSpace, ObjectSpace>)]

  /// - Parameters:
  ///   - world: a home at time 0; `nil` for one without a plan, or with no place in any of the rooms asked for.
  ///   - kinds: only rooms of these kinds; all where empty.
  package init?(_ world: World, kinds: [RoomKind] = []) {
    guard let plan = world.plan else { return nil }
    let grids = plan.floors.compactMap { NavigationGrid(world, on: $0, radius: 0.25, height: 1.8) }
    places = plan.rooms.indices.compactMap { room in
      guard kinds.isEmpty || kinds.contains(plan.rooms[room].kind) else { return nil }
      guard let grid = grids.first(where: { HomePlan.isLevel($0.floor, plan.rooms[room].floor) }) else {
        return nil
      }
      let middle = Polygon(plan.rooms[room].outline).centroid
      let own = grid.rooms.indices.filter { grid.rooms[$0] == room }
      for clearance in Self.clearances {
        let free = own.filter { grid.clearance[$0] >= clearance }
        let nearest = free.min {
          // Of places equally far the first in the grid's order.
          let (a, b) = (length(grid.middle(of: $0) - middle), length(grid.middle(of: $1) - middle))
          return a < b || (a == b && $0 < $1)
        }
        guard let nearest else { continue }
        let p = grid.middle(of: nearest)
        return (room, RigidTransform(translation: Vector3(p.x, p.y, grid.floor + Self.height)))
      }
      return nil
    }
    if places.isEmpty { return nil }
  }

  /// The place of view number `view`: the rooms in turn.
  package func place(of view: Int) -> RigidTransform<WorldSpace, ObjectSpace> {
    places[view % places.count].pose
  }
}
