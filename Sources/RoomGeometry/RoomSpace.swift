import Geometry
package import VectorMath
package import WorldModel

/// What of a room is taken, and what has to stay free.
package struct RoomSpace: Sendable {
  /// Something that fills a part of the room.
  package struct Solid: Sendable, Hashable {
    package var area: FloorRectangle
    package var heights: ClosedRange<Double>

    package init(area: FloorRectangle, heights: ClosedRange<Double>) {
      self.area = area
      self.heights = heights
    }

    package func meets(_ other: Solid) -> Bool {
      heights.lowerBound < other.heights.upperBound - 1e-4
        && other.heights.lowerBound < heights.upperBound - 1e-4
        && area.overlaps(other.area, slack: 1e-4)
    }
  }

  /// Index in the plan.
  package let index: Int
  package let room: HomePlan.Room
  package let faces: [WallFace]
  private let outline: Polygon
  /// What is not furniture: the swing of doors, the ways in, curtains.
  package private(set) var fixed: [Solid] = []

  /// The floor that leaves of doors sweep, as rectangles.
  package private(set) var swings: [Solid] = []

  /// Metres in front of a door that stay free, and how far things keep from its frame.
  private static let pad = (depth: 0.75, side: 0.1)
  /// How far curtains reach into the room, and beyond the window on both sides.
  package static let curtain = (depth: 0.19, side: 0.37)

  package init(plan: HomePlan, room index: Int) {
    self.index = index
    room = plan.rooms[index]
    faces = WallFace.faces(of: index, in: plan)
    outline = Polygon(room.outline)
    for face in faces {
      for gap in face.gaps {
        let width = gap.range.upperBound - gap.range.lowerBound
        let middle = (gap.range.lowerBound + gap.range.upperBound) / 2
        let leaf = gap.swingsIn ? Self.leaf(of: gap.opening) : 0
        if leaf > 0 {
          swings.append(
            Solid(
              area: FloorRectangle(
                center: face.point(middle) + face.inward * (leaf / 2), forward: face.inward,
                half: Vector2(leaf / 2, width / 2)), heights: 0...gap.opening.head))
        }
        func keep(_ depth: Double, _ side: Double, _ heights: ClosedRange<Double>) {
          let low = max(0, middle - width / 2 - side)
          let high = min(face.length, middle + width / 2 + side)
          fixed.append(
            Solid(
              area: FloorRectangle(
                center: face.point((low + high) / 2) + face.inward * (depth / 2), forward: face.inward,
                half: Vector2(depth / 2, (high - low) / 2)), heights: heights))
        }
        if gap.opening.isWay {
          keep(leaf > 0 ? max(Self.pad.depth, leaf + 0.08) : Self.pad.depth, Self.pad.side, 0...2.2)
        }
        // Before glazed doors, too.
        if gap.opening.isGlazed {
          keep(Self.curtain.depth, Self.curtain.side, 0...gap.opening.head + 0.2)
        }
      }
    }
  }

  /// How far the leaf of a way reaches into the room into which it swings, metres; 0 for ways without one.
  private static func leaf(of opening: HomePlan.Opening) -> Double {
    switch opening.kind {
    case .hingedDoor: opening.width
    case .doubleDoor: opening.width / 2
    case .balconyDoor: opening.width > 1.1 ? opening.width / 2 : opening.width
    case .slidingDoor, .passage, .window: 0
    }
  }

  /// Takes floor for what was placed otherwise, with a free strip before each.
  package mutating func occupy(_ solids: [Solid], before depth: Double) {
    for solid in solids {
      fixed.append(solid)
      guard solid.heights.lowerBound < 0.3 else { continue }
      fixed.append(
        Solid(
          area: FloorRectangle(
            center: solid.area.center + solid.area.forward * (solid.area.half.x + depth / 2),
            forward: solid.area.forward, half: Vector2(depth / 2, solid.area.half.y)), heights: 0...2))
    }
  }

  package var area: Double { outline.area }
  package var bounds: (low: Vector2, high: Vector2) {
    room.outline.reduce((Vector2(repeating: .infinity), Vector2(repeating: -.infinity))) {
      (Vector2(min($0.0.x, $1.x), min($0.0.y, $1.y)), Vector2(max($0.1.x, $1.x), max($0.1.y, $1.y)))
    }
  }
  package var middle: Vector2 { outline.centroid }
  package var ways: [(face: WallFace, gap: WallFace.Gap)] {
    faces.flatMap { face in face.gaps.filter(\.opening.isWay).map { (face, $0) } }
  }
  package var windows: [(face: WallFace, gap: WallFace.Gap)] {
    faces.flatMap { face in face.gaps.filter { $0.opening.isGlazed }.map { (face, $0) } }
  }

  /// The boards below windows, where they stand out from the wall.
  package var boards: [Solid] {
    windows.filter { $0.gap.opening.sill > 0.3 }.map { face, gap in
      Solid(
        area: FloorRectangle(
          center: face.point((gap.range.lowerBound + gap.range.upperBound) / 2) + face.inward * 0.025,
          forward: face.inward,
          half: Vector2(0.025, (gap.range.upperBound - gap.range.lowerBound) / 2 + 0.04)),
        heights: gap.opening.sill - 0.012...gap.opening.sill + 0.024)
    }
  }

  package func contains(_ p: Vector2) -> Bool { outline.contains(p) }
  package func distanceToWall(_ p: Vector2) -> Double { outline.distanceToBoundary(p) }

  /// Whether a rectangle lies within the room's outline.
  package func holds(_ area: FloorRectangle) -> Bool {
    let inner = area.grown(-1e-4)
    let corners = inner.corners
    guard corners.allSatisfy(outline.contains) else { return false }
    // A corner of the room inside the rectangle: an L's inner corner.
    return !room.outline.contains { inner.contains($0) }
  }

  /// Whether a solid fits beside the room's own obstacles.
  package func admits(_ solid: Solid) -> Bool {
    guard holds(solid.area), solid.heights.upperBound <= room.height else { return false }
    return !fixed.contains { $0.meets(solid) }
  }
}
