import Geometry
import RoomGeometry
import VectorMath
package import WorldModel

/// Keeps all rooms of a furnished home within reach: rooms are furnished one by one, and what leaves a way open on its
/// own side may shut it together with what stands on the other.
package struct HomePassages {
  let plan: HomePlan

  package init(plan: HomePlan) { self.plan = plan }

  /// Half the narrowest passage, metres; walls have skirtings.
  private static let radius = 0.307
  /// What is lower is stepped on, what is higher walked under; metres.
  private static let heights = 0.03...1.8
  private static let cell = 0.04

  /// What a room is not itself without; goes only when nothing else helps.
  private static let essentials: Set<String> = [
    "bed", "single_bed", "toilet", "washbasin", "bathroom_cabinet", "bathtub", "shower", "sofa",
    "dining_table",
    "desk", "tv_stand",
  ]

  /// Takes out what shuts rooms off (heights of things count from the floors of their storeys), as little as will do: single things before groups, small ones before large ones.
  package func open(_ things: [PlacedThing]) -> [PlacedThing] {
    var things = things
    for _ in 0..<12 {
      let reached = self.reached(things)
      let count = reached.filter { $0 }.count
      guard count < plan.rooms.count else { break }
      // On this side of a door or on the other.
      let near = plan.rooms.indices.filter { room in
        !reached[room]
          || plan.walls(of: room).contains { index, isLeft in
            let wall = plan.walls[index]
            guard let other = isLeft ? wall.right : wall.left else { return false }
            return !reached[other] && wall.openings.contains(where: \.isWay)
          }
      }
      let better = choices(things, in: near).lazy.map { self.without($0, things) }.first {
        self.reached($0).filter { $0 }.count > count
      }
      guard let better else { break }
      things = better
    }
    return things
  }

  /// How many rooms can be entered from where most can, with doors of things as they stand.
  func countReached(_ things: [PlacedThing]) -> Int { reached(things).count { $0 } }

  /// Which rooms can be entered from where most can.
  private func reached(_ things: [PlacedThing]) -> [Bool] {
    let reach = HomeReach(
      plan: plan, radius: Self.radius, height: Self.heights.upperBound, cell: Self.cell
    ) { floor in
      things.filter { HomePlan.isLevel(plan.rooms[$0.room].floor, floor) }.flatMap { [$0.box] + $0.leaves }
        .filter {
          let box = $0.bounds
          return box.max.z > Self.heights.lowerBound && box.min.z < Self.heights.upperBound
        }.map { FloorObstacle($0) }
    }
    let outlines = plan.rooms.map { Polygon($0.outline) }
    var out = [Bool](repeating: false, count: plan.rooms.count)
    for (grid, part) in zip(reach.grids, reach.isReached) {
      for i in part.indices where part[i] {
        let room = grid.rooms[i]
        // Wholly inside, not in the door.
        if room >= 0, !out[room], outlines[room].distanceToBoundary(grid.middle(of: i)) >= Self.radius {
          out[room] = true
        }
      }
    }
    return out
  }

  /// Sets of things to take out, by index, in the order in which they may go.
  private func choices(_ things: [PlacedThing], in rooms: [Int]) -> [Set<Int>] {
    let standing = things.indices.filter {
      rooms.contains(things[$0].room) && things[$0].hold == .floor && things[$0].group != "kitchen"
        && things[$0].thing.height > Self.heights.lowerBound
    }
    func area(_ i: Int) -> Double { things[i].thing.depth * things[i].thing.width }
    let small = standing.filter { !Self.essentials.contains(things[$0].thing.asset.nativeClass.name) }
      .sorted { (area($0), $0) < (area($1), $1) }
    var groups: [Set<Int>] = []
    for i in standing.sorted(by: { (area($0), $0) < (area($1), $1) }) {
      let group = Set(
        things.indices.filter { things[$0].room == things[i].room && things[$0].group == things[i].group })
      if !groups.contains(group) { groups.append(group) }
    }
    return small.map { [$0] } + groups
  }

  /// The things that stay when some go, and with them all that stands on them.
  private func without(_ gone: Set<Int>, _ things: [PlacedThing]) -> [PlacedThing] {
    var places = [Int?](repeating: nil, count: things.count)
    var gone = gone
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for i in things.indices where !gone.contains(i) {
        if case .thing(let parent) = things[i].hold, gone.contains(parent) {
          gone.insert(i)
          isGrowing = true
        }
      }
    }
    var out: [PlacedThing] = []
    for i in things.indices where !gone.contains(i) {
      places[i] = out.count
      out.append(things[i])
    }
    for i in out.indices {
      if case .thing(let parent) = out[i].hold, let place = places[parent] { out[i].hold = .thing(place) }
    }
    return out
  }
}
