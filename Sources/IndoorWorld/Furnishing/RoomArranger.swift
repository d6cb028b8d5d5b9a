import Geometry
package import RandomStreams
package import RoomGeometry
import VectorMath
import WorldModel

/// A group that a room should get.
package struct GroupRequest: Sendable {
  /// In order of preference; the first that fits is taken.
  package var variants: [FurnitureGroup]
  /// Whether the room is not what it should be without it.
  package var isNeeded: Bool
  /// How bad a place is beside the general rules; 0 = good.
  package var cost: @Sendable (FurnitureGroup, FloorPose, RoomSpace) -> Double

  package init(
    _ variants: [FurnitureGroup], isNeeded: Bool = false,
    cost: @escaping @Sendable (FurnitureGroup, FloorPose, RoomSpace) -> Double = { _, _, _ in 0 }
  ) {
    self.variants = variants
    self.isNeeded = isNeeded
    self.cost = cost
  }
}

/// A group in its place.
package struct PlacedGroup: Sendable {
  package var group: FurnitureGroup
  package var pose: FloorPose

  package var solids: [RoomSpace.Solid] {
    group.solids.map { RoomSpace.Solid(area: pose * $0.area, heights: $0.heights) }
  }
  package var clear: [FloorRectangle] { group.clear.map { pose * $0 } }
}

/// Finds places for groups in a room: all places along the walls or in the middle are weighed, the requests are served
/// in order, then the whole is improved by annealing.
///
/// Never broken: solids apart from each other, inside the room, out of the swing of doors; clearances free of solids;
/// all ways in and all clearances reachable on foot through passages of 0.6 m
/// (`WalkingGrid`).
///
/// The cost, smaller is better, in about equal units: distance from the middle of the free wall part (symmetry), the
/// request's own terms (see the rooms), and how far the centre of mass of the furniture lies from the room's middle
/// (balance).
package struct RoomArranger {
  private struct Candidate {
    var placed: PlacedGroup
    var cost: Double
    var solids: [RoomSpace.Solid]
    var clear: [FloorRectangle]
  }
  private struct Slot {
    var candidates: [Candidate]
    var chosen: Int
  }

  private let space: RoomSpace
  private var stream: RandomStream
  private var slots: [Slot] = []
  /// The room without furniture, asked many times with other furniture in it.
  private let floor: WalkingGrid
  /// Half the narrowest passage, metres.
  private static let radius = 0.3

  package init(space: RoomSpace, stream: RandomStream) {
    self.space = space
    floor = WalkingGrid(space: space, solids: [], cell: 0.1, radius: Self.radius)
    self.stream = stream
  }

  /// - Returns: the groups that found a place, in the order of the requests; and whether all needed ones did.
  package mutating func arrange(_ requests: [GroupRequest], moves: Int = 160) -> (
    groups: [PlacedGroup], isComplete: Bool
  ) {
    var isComplete = true
    slots = []
    for request in requests {
      if !serve(request) && request.isNeeded { isComplete = false }
    }
    anneal(moves)
    return (slots.map { $0.candidates[$0.chosen].placed }, isComplete)
  }

  private mutating func serve(_ request: GroupRequest) -> Bool {
    for group in request.variants {
      var candidates = places(group).compactMap { pose -> Candidate? in
        let placed = PlacedGroup(group: group, pose: pose)
        let solids = placed.solids
        guard solids.allSatisfy(space.admits) else { return nil }
        let clear = placed.clear
        guard clear.allSatisfy({ space.holds($0.grown(-0.02)) }) else { return nil }
        return Candidate(
          placed: placed, cost: symmetry(group, pose) + request.cost(group, pose, space), solids: solids,
          clear: clear)
      }
      // A little chance, so that equal rooms differ.
      for i in candidates.indices { candidates[i].cost += stream.uniform(0, 0.25) }
      candidates.sort { $0.cost < $1.cost }
      let few = Array(candidates.prefix(60))
      for i in few.indices where isFree(few[i], besides: nil) {
        slots.append(Slot(candidates: few, chosen: i))
        if isWalkable() { return true }
        slots.removeLast()
      }
    }
    return false
  }

  private mutating func anneal(_ moves: Int) {
    guard slots.count > 1 else { return }
    var now = total()
    for move in 0..<moves {
      let temperature = 0.5 * Double(moves - move) / Double(moves)
      let slot = stream.integer(in: 0..<slots.count)
      let other = stream.integer(in: 0..<slots[slot].candidates.count)
      let chance = stream.uniform()
      let before = slots[slot].chosen
      guard other != before, isFree(slots[slot].candidates[other], besides: slot) else { continue }
      slots[slot].chosen = other
      let then = total()
      let isBetter = then < now || chance < DeterministicMath.exp((now - then) / max(temperature, 1e-3))
      if isBetter && isWalkable() { now = then } else { slots[slot].chosen = before }
    }
  }

  private func total() -> Double {
    var sum = 0.0
    var weight = 0.0
    var center = Vector2.zero
    for slot in slots {
      let candidate = slot.candidates[slot.chosen]
      sum += candidate.cost
      for solid in candidate.solids {
        center += solid.area.center * solid.area.area
        weight += solid.area.area
      }
    }
    return weight > 0 ? sum + 0.3 * length(center / weight - space.middle) : sum
  }

  private func isFree(_ candidate: Candidate, besides skipped: Int?) -> Bool {
    for (i, slot) in slots.enumerated() where i != skipped {
      let other = slot.candidates[slot.chosen]
      for solid in candidate.solids {
        if other.solids.contains(where: { $0.meets(solid) }) { return false }
        if other.clear.contains(where: { $0.overlaps(solid.area, slack: 1e-3) }) { return false }
      }
      for area in candidate.clear {
        if other.solids.contains(where: { $0.area.overlaps(area, slack: 1e-3) }) { return false }
      }
    }
    return true
  }

  private func isWalkable() -> Bool {
    let chosen = slots.map { $0.candidates[$0.chosen] }
    var grid = floor
    for candidate in chosen { grid.close(candidate.solids, radius: Self.radius) }
    return grid.reaches(chosen.flatMap(\.clear))
  }

  /// How far from the middle of the free part of its wall, as a part of the play there is; corners count as good.
  private func symmetry(_ group: FurnitureGroup, _ pose: FloorPose) -> Double {
    guard case .wall = group.anchor else { return 0 }
    for face in space.faces where dot(face.inward, pose.forward) > 0.999 {
      let along = dot(pose.position - face.start, face.direction)
      guard along > 0 && along < face.length else { continue }
      let part = face.free(from: 0, to: 2).first { $0.contains(along) } ?? 0...face.length
      let play = (part.upperBound - part.lowerBound) / 2
      let middle = (part.upperBound + part.lowerBound) / 2
      return play > 0 ? 0.6 * (along - middle).magnitude / play : 0
    }
    return 0
  }

  // MARK: places

  private func places(_ group: FurnitureGroup) -> [FloorPose] {
    switch group.anchor {
    case .wall(let gap): space.faces.flatMap { along($0, group, gap) }
    case .corner(let gap): space.faces.flatMap { ends(of: $0, group, gap) }
    case .middle: grid(group)
    }
  }

  /// Every 0.1 m along a face, and snug in both corners; before windows also away from the curtains.
  private func along(_ face: WallFace, _ group: FurnitureGroup, _ gap: Double) -> [FloorPose] {
    let span = group.span
    let low = -span.lowerBound + 0.02
    let high = face.length - span.upperBound - 0.02
    guard high >= low else { return [] }
    var poses: [FloorPose] = []
    let steps = max(1, Int((high - low) / 0.1))
    // What is fixed to the wall stays at it.
    let isFixed = gap < 0.02 || group.members.contains(where: \.isHung)
    let hasWindow = !isFixed && face.gaps.contains { !$0.opening.isWay }
    for i in 0...steps {
      // Groups face into the room: their left is against the face's direction.
      let s = face.length - (low + (high - low) * Double(i) / Double(steps))
      for extra in hasWindow ? [0, RoomSpace.curtain.depth + 0.02] : [0] {
        poses.append(
          FloorPose(position: face.point(s) + face.inward * (gap + extra), forward: face.inward))
      }
    }
    return poses
  }

  private func ends(of face: WallFace, _ group: FurnitureGroup, _ gap: Double) -> [FloorPose] {
    let span = group.span
    guard face.length > span.upperBound - span.lowerBound + 0.04 else { return [] }
    // Clear of skirtings, but for what is built in.
    let side = (0.001..<0.01).contains(gap) ? gap : 0.02
    return [-span.lowerBound + side, face.length - span.upperBound - side].map { s in
      FloorPose(
        position: face.point(face.length - s) + face.inward * gap, forward: face.inward)
    }
  }

  private func grid(_ group: FurnitureGroup) -> [FloorPose] {
    guard let face = space.faces.max(by: { $0.length < $1.length }) else { return [] }
    let (low, high) = space.bounds
    var poses: [FloorPose] = []
    let step = 0.15
    let turns = [face.inward, face.direction, -face.inward, -face.direction]
    var x = low.x + step
    while x < high.x {
      var y = low.y + step
      while y < high.y {
        let p = Vector2(x, y)
        if space.contains(p) { for turn in turns { poses.append(FloorPose(position: p, forward: turn)) } }
        y += step
      }
      x += step
    }
    return poses
  }
}
