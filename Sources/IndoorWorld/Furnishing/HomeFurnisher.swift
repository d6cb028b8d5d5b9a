import Assets
import Furniture
import Geometry
package import InteriorSurfaces
package import RandomStreams
import RoomGeometry
import VectorMath
package import WorldModel

/// Furnishes the rooms of a plan: groups on the floor, what hangs on walls and from ceilings, small things on
/// everything.
package struct HomeFurnisher {
  package let plan: HomePlan
  package let library: ThingLibrary
  package let style: StylePack
  /// How much stands in the rooms, 0...1.
  package var fullness: Double
  /// 0 = tidy, 1 = chaotic.
  package var clutter: Double
  /// How far below its ceiling nothing may reach, room by room, but lamps that hang from it; metres. 0 where there are
  /// fewer entries.
  package var drops: [Double] = []

  package init(
    plan: HomePlan, library: ThingLibrary, style: StylePack, fullness: Double, clutter: Double
  ) {
    self.plan = plan
    self.library = library
    self.style = style
    self.fullness = fullness
    self.clutter = clutter
  }

  /// The palette of a room: the home's style, with textiles of its own.
  package func palette(of room: Int) -> Palette {
    let isShared = [.livingRoom, .diningRoom, .kitchen, .hallway, .stairwell].contains(plan.rooms[room].kind)
    return Palette(style, variant: isShared ? 0 : room + 1)
  }

  /// Everything in all rooms; a thing stands on another by its index in the list.
  package func furnish(_ draws: inout Draws) -> [PlacedThing] {
    var things: [PlacedThing] = []
    for room in plan.rooms.indices {
      let stream = draws.stream("room/\(room)")
      let inRoom = furnish(room, stream)
      let first = things.count
      things += inRoom.map { thing in
        var thing = thing
        if case .thing(let i) = thing.hold { thing.hold = .thing(first + i) }
        return thing
      }
    }
    // Rooms are furnished as if their floors were at z = 0.
    return HomePassages(plan: plan).open(things).map { thing in
      var thing = thing
      thing.position.z += plan.rooms[thing.room].floor
      return thing
    }
  }

  /// Things of one room; indices count from its first, heights from its floor.
  func furnish(_ room: Int, _ stream: RandomStream) -> [PlacedThing] {
    library.stages?.begin(.furnishing)
    let kind = plan.rooms[room].kind
    let palette = palette(of: room)
    let open = RoomSpace(plan: plan, room: room)
    var lower = plan
    lower.rooms[room].height -= drops.indices.contains(room) ? drops[room] : 0
    var space = RoomSpace(plan: lower, room: room)
    var things: [PlacedThing] = []
    // Nothing but light stands in the way of who goes up.
    if kind == .stairwell {
      CeilingDressing(space: open, library: library, palette: palette, kind: kind).dress(&things)
      return things
    }
    if kind == .kitchen {
      var kitchen = KitchenPlan(
        space: space, look: library.look("kitchen", palette: palette), stream: stream.child("kitchen"))
      things = kitchen.things(at: room, library: library)
      space.occupy(things.map(\.solid), before: 0.75)
    }
    var furnisher = RoomFurnisher(
      space: space, library: library, palette: palette, fullness: fullness, stream: stream.child("groups"))
    furnisher.clutter = clutter
    let requests = furnisher.requests(for: kind)
    var arranger = RoomArranger(space: space, stream: stream.child("places"))
    let (groups, _) = arranger.arrange(requests)
    for placed in withoutBadRugs(groups, space) {
      things += unpacked(placed, room: room, space, first: things.count)
    }
    library.stages?.begin(.dressing)
    var walls = WallDressing(
      space: space, library: library, palette: palette, kind: kind, stream: stream.child("walls"))
    walls.dress(&things, fullness: fullness)
    let ceiling = CeilingDressing(space: open, library: library, palette: palette, kind: kind)
    ceiling.dress(&things)
    var surfaces = SurfaceDressing(
      library: library, palette: palette, kind: kind, clutter: clutter, ceiling: lower.rooms[room].height,
      stream: stream.child("surfaces"))
    surfaces.boards = space.boards
    surfaces.fullness = fullness
    let isForChildren = things.contains { $0.group == RoomFurnisher.toys }
    surfaces.isForChildren = isForChildren
    surfaces.dress(&things)
    var rails = RailDressing(
      library: library, palette: palette, fullness: fullness, stream: stream.child("rails"))
    rails.dress(&things)
    var soft = SoftDressing(
      library: library, palette: palette, fullness: fullness, clutter: clutter,
      stream: stream.child("soft"))
    soft.dress(&things)
    var floor = FloorDressing(
      space: space, library: library, palette: palette, kind: kind, clutter: clutter,
      isForChildren: isForChildren, stream: stream.child("floor"))
    floor.dress(&things)
    return things
  }

  /// Groups whose rugs lie free: inside the room, clear of doors, under nothing that stands on them with one foot only.
  private func withoutBadRugs(_ groups: [PlacedGroup], _ space: RoomSpace) -> [PlacedGroup] {
    groups.enumerated().map { k, placed in
      var placed = placed
      placed.group.removeRugs { rug in
        let area = placed.pose * rug.solid.area
        // Clear of skirtings.
        let whole = RoomSpace.Solid(area: area.grown(0.016), heights: 0...0.011)
        if !space.admits(whole) { return true }
        return groups.enumerated().contains { j, other in
          other.group.members.contains { member in
            guard member.support == nil, !member.isHung, !member.isOverhead, !member.isFlat else {
              return false
            }
            let foot = other.pose * member.solid.area
            let isOn = j == k && member.elevation > 0
            return foot.overlaps(area, slack: 1e-4)
              && !(isOn && foot.corners.allSatisfy { area.contains($0) })
          }
        }
      }
      return placed
    }
  }

  private func unpacked(
    _ placed: PlacedGroup, room: Int, _ space: RoomSpace, first: Int
  ) -> [PlacedThing] {
    let ceiling = plan.rooms[room].height
    // The group's origin may stand off its wall.
    let away =
      space.faces.filter { dot($0.inward, placed.pose.forward) > 0.999 }.compactMap { face -> Double? in
        let along = dot(placed.pose.position - face.start, face.direction)
        let off = dot(placed.pose.position - face.start, face.inward)
        return along >= 0 && along <= face.length && off > -1e-6 ? off : nil
      }.min() ?? 0
    // Feet that reach below the origin of what stands on them lift it, and all that stands on it.
    func lift(_ member: FurnitureGroup.Member) -> Double {
      if let support = member.support, placed.group.members.indices.contains(support) {
        return lift(placed.group.members[support])
      }
      return member.isHung || member.isOverhead ? 0 : -member.thing.bounds.min.z
    }
    return placed.group.members.map { member in
      let pose = FloorPose(
        position: placed.pose * member.pose.position, forward: placed.pose.turned(member.pose.forward))
      let hold: PlacedThing.Hold =
        member.isOverhead
        ? .ceiling : member.isHung ? .wall : member.support.map { .thing(first + $0) } ?? .floor
      let elevation = member.isOverhead ? ceiling : member.elevation + lift(member)
      var at = pose
      // What hangs is fixed to the wall itself, whatever the group's gap.
      if member.isHung { at.position -= placed.pose.forward * away }
      return PlacedThing(
        thing: member.thing, at: at, elevation: elevation, room: room, hold: hold, group: placed.group.name)
    }
  }
}
