import RandomStreams
import VectorMath
import WorldModel

/// Puts windows into the outer walls of a plan: by what rooms need, in line with each other.
struct WindowPlanner {
  var plan: HomePlan
  /// Where each wall is free on both faces, metres from its start.
  let free: [ClosedRange<Double>]

  /// Whether stairwells get windows: on storeys above which no flight goes on.
  var lightsStairs = false

  /// From an opening to the next corner, and from window to window, metres.
  private let cornerMargin = 0.25
  private let between = 0.45

  mutating func place(_ chance: inout RandomStream) {
    let height = plan.rooms.first?.height ?? 2.6
    // One line for all heads, one for all sills of a kind.
    let head = min(height - 0.22, height >= 2.55 ? 2.3 : 2.2)
    let sill = chance.choose([0.85, 0.9, 0.9, 1.0]) ?? 0.9
    let likesGlass = chance.bool(probability: 0.4)
    let slim = chance.uniform(0.9, 1.15)
    for room in plan.rooms.indices {
      let kind = plan.rooms[room].kind
      // A corner that was cut off first, then the longest facade: the others get windows only when the room is still
      // dark.
      let walls = plan.walls.indices.filter {
        plan.walls[$0].isExterior && (plan.walls[$0].left ?? plan.walls[$0].right) == room
      }
      .sorted {
        let (a, b) = (isSlanted($0), isSlanted($1))
        return a == b
          ? free[$0].upperBound - free[$0].lowerBound > free[$1].upperBound - free[$1].lowerBound : a
      }
      let floor = area(plan.rooms[room].outline)
      var glass = 0.0
      var hasBalconyDoor = false
      for i in walls {
        let wanted = wish(kind) * floor
        guard glass < wanted * 0.8, wish(kind) > 0 else { break }
        let span = free[i].upperBound - free[i].lowerBound - 2 * cornerMargin
        guard plan.walls[i].openings.isEmpty, span >= leastWidth(kind) else { continue }
        if kind == .livingRoom && !hasBalconyDoor && span >= 1.6 && !isSlanted(i)
          && chance.bool(probability: likesGlass ? 0.9 : 0.45)
        {
          // Glass to the floor, a part of which opens.
          let width = min(span, likesGlass ? chance.uniform(2.0, 3.2) : chance.uniform(1.5, 1.9))
          let rest = span - width - between
          let atStart = chance.bool()
          if rest >= 1.0 && !likesGlass {
            let side = min(rest, chance.uniform(1.1, 1.7) * slim)
            let (first, second) = atStart ? (width, side) : (side, width)
            let gap = (span - first - second) / 3
            let x = free[i].lowerBound + cornerMargin + gap
            for (offset, w, isDoor) in [(x, first, atStart), (x + first + gap, second, !atStart)] {
              add(isDoor ? .balconyDoor : .window, i, offset, w, isDoor ? 0 : sill, head)
            }
            glass += width * head + side * (head - sill)
          } else {
            add(.balconyDoor, i, free[i].lowerBound + cornerMargin + (span - width) / 2, width, 0, head)
            glass += width * head
          }
          hasBalconyDoor = true
          continue
        }
        let low = self.sill(kind, sill)
        let top = kind == .bathroom ? max(head, low + 0.6) : head
        let single = widthRange(kind)
        let need = (wanted - glass) / (top - low)
        var count = max(1, Int((need / (single.upperBound * slim)).rounded(.up)))
        while count > 1 && (span - Double(count - 1) * between) / Double(count) < single.lowerBound {
          count -= 1
        }
        let most = (span - Double(count - 1) * between) / Double(count)
        let width = min(
          most, max(single.lowerBound, min(single.upperBound * slim, need / Double(count) * 1.1)))
        guard width >= leastWidth(kind) - 1e-9 else { continue }
        let gap = (span - Double(count) * width) / Double(count + 1)
        for k in 0..<count {
          let offset = free[i].lowerBound + cornerMargin + gap * Double(k + 1) + width * Double(k)
          add(.window, i, offset, width, low, top)
          glass += width * (top - low)
        }
      }
    }
    for i in plan.walls.indices { plan.walls[i].openings.sort { $0.offset < $1.offset } }
  }

  private func isSlanted(_ wall: Int) -> Bool {
    let d = plan.walls[wall].direction
    return min(d.x.magnitude, d.y.magnitude) > 1e-9
  }

  private mutating func add(
    _ kind: HomePlan.Opening.Kind, _ wall: Int, _ offset: Double, _ width: Double, _ sill: Double,
    _ head: Double
  ) {
    let w = (width * 50).rounded(.down) / 50
    plan.walls[wall].openings.append(
      HomePlan.Opening(
        kind: kind, offset: ((offset + (width - w) / 2) * 100).rounded() / 100, width: w, sill: sill,
        height: head - sill, hingeAtStart: true, opensToLeft: plan.walls[wall].left != nil))
  }

  /// Glass over floor.
  private func wish(_ kind: RoomKind) -> Double {
    switch kind {
    case .livingRoom: 0.2
    case .diningRoom, .study: 0.18
    case .bedroom: 0.16
    case .kitchen: 0.15
    case .bathroom: 0.08
    case .laundry: 0.06
    case .hallway, .storage: 0
    case .stairwell: lightsStairs ? 0.09 : 0
    default: 0.1
    }
  }

  private func leastWidth(_ kind: RoomKind) -> Double { kind == .bathroom || kind == .laundry ? 0.5 : 0.8 }

  private func widthRange(_ kind: RoomKind) -> ClosedRange<Double> {
    switch kind {
    case .livingRoom, .diningRoom: 1.3...2.4
    case .bedroom, .study: 1.1...1.9
    case .kitchen: 1.0...1.6
    default: 0.5...0.9
    }
  }

  private func sill(_ kind: RoomKind, _ usual: Double) -> Double {
    switch kind {
    case .bathroom, .laundry: 1.4
    // Above the worktop and its tap.
    case .kitchen: max(usual, 1.05)
    default: usual
    }
  }

  private func area(_ ring: [Vector2]) -> Double {
    var twice = 0.0
    for i in ring.indices { twice += cross(ring[i], ring[(i + 1) % ring.count]) }
    return twice / 2
  }
}
