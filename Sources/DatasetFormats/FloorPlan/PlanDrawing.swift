import Annotations
import Geometry
import VectorMath
import WorldModel

/// The shapes of one storey's floor plan from which every picture and drawing of it is made: SVG, DXF, masks. World frame, metres.
struct PlanDrawing {
  struct Shape {
    /// The number of the room or opening, or the instance.
    var id: Int
    /// Kind or class.
    var name: String
    var ring: [Vector2]
    /// Of furniture: from its middle to the middle of its front.
    var front: (from: Vector2, to: Vector2)?
    /// Of furniture: it begins above the eyes of who sits.
    var isOverhead = false
  }

  /// A leaf as it stands, and the arc that its end describes from shut to wide open; none for leaves that slide.
  struct Leaf {
    var id: Int
    var from: Vector2
    var to: Vector2
    var arc: [Vector2]
  }

  let label: FloorPlanLabel
  let footprint: [Vector2]
  let rooms: [Shape]
  /// The floors of openings between the faces of their walls: those that one can walk through, and the others.
  let doors: [Shape]
  let windows: [Shape]
  let leaves: [Leaf]
  /// What is lower comes first.
  let furniture: [Shape]
  /// The stair that begins on the storey, or on the highest the one that ends there.
  let stairs: [StairSymbol]

  /// - Returns: `nil` for a label that holds no plan.
  init?(_ label: FloorPlanLabel) {
    func isPlace(_ p: [Double]) -> Bool { p.count == 2 && p.allSatisfy { $0.isFinite && $0.magnitude < 1e5 } }
    func isRing(_ ring: [[Double]]) -> Bool { ring.count >= 3 && ring.allSatisfy(isPlace) }
    guard isRing(label.footprint), !label.rooms.isEmpty, label.rooms.allSatisfy({ isRing($0.outline) }),
      label.walls.allSatisfy({ isPlace($0.start) && isPlace($0.end) && $0.thickness.magnitude < 100 }),
      label.openings.allSatisfy({
        isPlace($0.start) && isPlace($0.end)
          && $0.leaves.allSatisfy {
            isPlace($0.pivot) && isPlace($0.shut) && isPlace($0.now) && $0.swing.magnitude < 7
          }
      }),
      label.furniture.allSatisfy({
        isRing($0.footprint) && $0.heading.isFinite && isPlace($0.center) && isPlace($0.size)
      })
    else { return nil }
    func point(_ p: [Double]) -> Vector2 { Vector2(p[0], p[1]) }
    self.label = label
    footprint = label.footprint.map(point)
    rooms = label.rooms.map { Shape(id: $0.room, name: $0.kind, ring: $0.outline.map(point)) }
    let openings = label.openings.map { opening in
      let thickness = label.walls.first { $0.wall == opening.wall }?.thickness ?? 0
      let (a, b) = (point(opening.start), point(opening.end))
      let d = normalized(b - a)
      let n = Vector2(-d.y, d.x) * (thickness / 2)
      return Shape(id: opening.opening, name: opening.kind, ring: [a - n, b - n, b + n, a + n])
    }
    doors = openings.filter { $0.name != HomePlan.Opening.Kind.window.rawValue }
    windows = openings.filter { $0.name == HomePlan.Opening.Kind.window.rawValue }
    leaves = label.openings.filter { $0.kind != HomePlan.Opening.Kind.window.rawValue }.flatMap { opening in
      opening.leaves.map { leaf in
        let pivot = point(leaf.pivot)
        let arm = point(leaf.shut) - pivot
        let arc: [Vector2] =
          leaf.motion == "hinge"
          ? (0...16).map { k in
            let (s, c) = DeterministicMath.sincos(leaf.swing * Double(k) / 16)
            return pivot + Vector2(c * arm.x - s * arm.y, s * arm.x + c * arm.y)
          } : []
        return Leaf(id: opening.opening, from: pivot, to: point(leaf.now), arc: arc)
      }
    }
    let floor = label.walls.first?.floor ?? 0
    let up = label.stairs.filter { $0.bottom > floor - 1e-6 }
    stairs = (up.isEmpty ? label.stairs : up).compactMap { StairSymbol($0) }
    furniture = label.furniture.sorted { ($0.low, $0.high, $0.instance) < ($1.low, $1.high, $1.instance) }
      .map { symbol in
        let (s, c) = DeterministicMath.sincos(symbol.heading)
        let middle = point(symbol.center)
        return Shape(
          id: Int(symbol.instance), name: symbol.category, ring: symbol.footprint.map(point),
          front: (middle, middle + Vector2(c, s) * ((symbol.size.first ?? 0) / 2)),
          isOverhead: symbol.low - floor >= 1.5)
      }
  }

  /// Lowest and highest place, with a margin of half a metre.
  var bounds: (low: Vector2, high: Vector2) {
    var (low, high) = (footprint[0], footprint[0])
    for p in footprint + rooms.flatMap(\.ring) {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    return (low - Vector2(0.5, 0.5), high + Vector2(0.5, 0.5))
  }

  /// Where the name of a room is written: its middle, or where that lies near a wall or in another room, as of an L, a
  /// place far from all walls.
  func middle(of room: Shape) -> Vector2 {
    let outline = Polygon(room.ring)
    let box = Box3(room.ring.map { Vector3($0.x, $0.y, 0) })
    func clearance(_ p: Vector2) -> Double { outline.contains(p) ? outline.distanceToBoundary(p) : 0 }
    var best = (place: outline.centroid, clearance: clearance(outline.centroid))
    guard best.clearance < 0.5 else { return best.place }
    for j in 1..<24 {
      for i in 1..<24 {
        let p = Vector2(
          box.min.x + box.size.x * Double(i) / 24, box.min.y + box.size.y * Double(j) / 24)
        if clearance(p) > best.clearance + 0.05 { best = (p, clearance(p)) }
      }
    }
    return best.place
  }
}

/// sRGB colours of rooms by their kind.
enum PlanColor {
  static func color(ofRoom kind: String) -> SIMD3<UInt8> {
    switch kind {
    case "living_room", "office", "classroom", "hotel_room": SIMD3(246, 223, 187)
    case "kitchen", "shop", "clinic": SIMD3(250, 205, 175)
    case "dining_room", "meeting_room": SIMD3(248, 230, 160)
    case "bedroom": SIMD3(198, 215, 240)
    case "bathroom", "laundry": SIMD3(178, 226, 226)
    case "hallway": SIMD3(232, 232, 226)
    case "stairwell": SIMD3(226, 214, 196)
    case "study": SIMD3(214, 232, 196)
    case "balcony": SIMD3(200, 230, 180)
    default: SIMD3(222, 214, 206)
    }
  }

  static let wall = SIMD3<UInt8>(60, 60, 66)
  static let line = SIMD3<UInt8>(90, 90, 100)
  static let window = SIMD3<UInt8>(90, 150, 215)
  static let door = SIMD3<UInt8>(255, 255, 255)
  static let furniture = SIMD3<UInt8>(255, 252, 245)
}
