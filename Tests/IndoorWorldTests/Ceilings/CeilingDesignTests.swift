import Furniture
import Geometry
import HomePlans
import IndoorWorld
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import Testing
import VectorMath
import WorldModel

/// Borders and beams below ceilings: inside of their rooms, clear of lamps and of what opens in the walls.
struct CeilingDesignTests {
  /// An L, 6 m × 5 m, its corner at (6, 5) missing.
  private static let room = [
    Vector2(0, 0), Vector2(6, 0), Vector2(6, 2.6), Vector2(3.4, 2.6), Vector2(3.4, 5), Vector2(0, 5),
  ]
  private static let tray = CeilingDesign(form: .tray, drop: 0.15, width: 0.4, spacing: 1)
  private static let beams = CeilingDesign(form: .beams, drop: 0.15, width: 0.14, spacing: 0.9)

  private func lamp(_ x: Double, _ y: Double, _ half: Double = 0.2) -> FloorRectangle {
    FloorRectangle(center: Vector2(x, y), forward: Vector2(1, 0), half: Vector2(half, half))
  }

  @Test func trayKeepsItsWidthAllRound() {
    let ceiling = Self.tray.fitted(to: Self.room, around: [lamp(1.7, 1.5)])
    let outer = Polygon(Self.room)
    #expect(ceiling.form == .tray && ceiling.inner.count == Self.room.count)
    for (a, b) in Polygon(ceiling.inner).edges {
      for share in [0.0, 0.5, 1] {
        #expect((outer.distanceToBoundary(a + (b - a) * share) - 0.4).magnitude < 0.4 * 0.42)
      }
      #expect((outer.distanceToBoundary((a + b) / 2) - 0.4).magnitude < 1e-9)
    }
  }

  @Test func traysGiveWayToLamps() {
    // Nearer to the wall: first a narrower border, then none.
    let near = Self.tray.fitted(to: Self.room, around: [lamp(0.55, 1.5)])
    #expect(near.form == .tray && near.isFlat(over: Vector2(0.35, 1.5)))
    #expect(Self.tray.fitted(to: Self.room, around: [lamp(0.3, 1.5)]) == .plain)
  }

  @Test(arguments: 0..<40) func beamsRunFromWallToWallBesideLamps(_ seed: Int) {
    var chance = RandomStream(seed: UInt64(seed))
    let lamps = (0..<2).map { _ in lamp(chance.uniform(0.4, 3), chance.uniform(0.4, 4.6), 0.18) }
    let ceiling = Self.beams.fitted(to: Self.room, around: lamps)
    guard ceiling.form == .beams else { return }
    let outer = Polygon(Self.room)
    for beam in ceiling.beams {
      let box = Polygon(beam)
      #expect(lamps.allSatisfy { $0.distance(to: box.centroid) > 0.05 })
      for lamp in lamps { #expect(box.clipped(toConvex: Polygon(lamp.corners)).area == 0) }
      // All but what is let into the walls lies in the room; both ends are.
      let inside = outer.clipped(toConvex: box).area
      #expect((box.area - inside).magnitude < 0.14 * 0.02)
      let ends = box.edges.map { edge in (edge.0 + edge.1) / 2 }
      #expect(ends.count { !outer.contains($0) } == 2)
    }
  }

  @Test func mostLampsLeaveRoomForBeams() {
    let count = (0..<40).count { seed in
      var chance = RandomStream(seed: UInt64(seed))
      let lamps = (0..<2).map { _ in lamp(chance.uniform(0.4, 3), chance.uniform(0.4, 4.6), 0.18) }
      return Self.beams.fitted(to: Self.room, around: lamps).form == .beams
    }
    #expect(count >= 16)
  }

  /// Nothing hangs before a window or a door, nor so low that one meets it.
  @Test(arguments: 0..<30) func designsKeepHeadsFree(_ seed: Int) {
    var draws = Draws(stream: RandomStream(seed: UInt64(seed) &+ 900), index: 0)
    let plan = HomePlanner(HomeProgramme.usual(bedrooms: seed % 5, &draws)).plan(&draws)
    let style = StylePack.allCases[seed % StylePack.allCases.count]
    let asked: RoomCeiling.Form? = seed % 3 == 0 ? nil : seed % 3 == 1 ? .tray : .beams
    let designs = CeilingDesign.draw(asked, style: style, plan: plan, &draws)
    #expect(designs.count == plan.rooms.count)
    for (room, design) in zip(plan.rooms.indices, designs) where design.form != .plain {
      let low = plan.rooms[room].height - design.drop
      let heads = plan.walls(of: room).flatMap { plan.walls[$0.wall].openings.map(\.head) }
      // With a cornice of 9 cm below, the check of rooms lets nothing hang lower than 34 cm.
      #expect(design.drop <= 0.24)
      #expect(design.drop >= 0.09 && low >= 2.3 - 1e-9 && heads.allSatisfy { $0 + 0.1 < low })
      #expect(![.kitchen, .bathroom, .hallway, .stairwell].contains(plan.rooms[room].kind))
    }
  }
}
