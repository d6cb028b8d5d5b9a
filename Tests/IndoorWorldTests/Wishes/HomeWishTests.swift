import Assets
import Diagnostics
import Furniture
import Geometry
import IndoorWorld
import InteriorSurfaces
import LocatedYAML
import RandomStreams
import RoomGeometry
import Testing
import VectorMath
import WorldModel

/// What a home has to be like, as people write it.
struct HomeWishTests {
  private static let (bedroom, hallway) = (3, 2)

  /// A thing on the floor of the bedroom of `SamplePlans.flat`: x from 0.3 to 5.7, y from -1.1 to 2.4, a window in the
  /// south wall from x = 1.95 to 3.75, the door in the north wall from x = 4.35 to 5.21.
  private static func thing(
    _ name: String, _ x: Double, _ y: Double, forward: Vector2, room: Int = bedroom
  ) throws -> PlacedThing {
    let library = ThingLibrary(style: .scandinavian, seed: 1)
    let thing = try #require(library.thing(name, palette: Palette(.scandinavian, variant: 0)))
    return PlacedThing(
      thing: thing, at: FloorPose(position: Vector2(x, y), forward: forward), elevation: 0, room: room,
      hold: .floor, group: "test")
  }

  private static func holds(_ sentence: String, _ things: [PlacedThing] = []) throws -> Bool {
    try HomeWish(sentence).holds(in: SamplePlans.flat, things)
  }

  @Test(arguments: [
    ("kitchen next to living_room", true), ("kitchen opens to living_room", false),
    ("kitchen opens to hallway", true), ("the living room opens to the hallway", true),
    ("bedroom next to kitchen", false), ("bathroom is next to bedroom", true),
    ("living_room larger than 17.2 m2", true), ("living_room larger than 17.3m2", false),
    ("bathroom smaller than 11.6", true), ("bathroom smaller than 11.5", false),
    ("home has 2 bedrooms", false), ("home has bedroom", true), ("living_room has 2 windows", true),
    ("living_room has 3 windows", false), ("hallway has window", false), ("hallway has 5 doors", true),
    ("hallway has 6 doors", false), ("no study", true), ("no kitchen", false),
    ("every study has window", false),
  ])
  func plansAreJudgedByTheirRoomsAndOpenings(_ sentence: String, _ isSo: Bool) throws {
    #expect(try Self.holds(sentence) == isSo)
  }

  @Test func whoSitsAtADeskLooksAgainstItsFront() throws {
    let (north, south) = (Vector2(0, 1), Vector2(0, -1))
    // Before the window, its front to the room: one sits with the window before one.
    #expect(try Self.holds("desk faces window", [Self.thing("desk", 2.85, -0.6, forward: north)]))
    #expect(try !Self.holds("desk faces window", [Self.thing("desk", 2.85, 0.6, forward: south)]))
    #expect(try !Self.holds("desk faces window", [Self.thing("desk", 2.85, -0.6, forward: Vector2(1, 0))]))
    // An armchair looks where its front looks.
    #expect(try Self.holds("armchair faces window", [Self.thing("armchair", 2.85, 1, forward: south)]))
    #expect(try !Self.holds("armchair faces window", [Self.thing("armchair", 2.85, 1, forward: north)]))
    // Straight on past the window's edge by more than 25 degrees.
    #expect(try !Self.holds("armchair faces window", [Self.thing("armchair", 5.2, -0.3, forward: south)]))
    #expect(try !Self.holds("every armchair faces window", []))
  }

  @Test func nearAndAwayAreMeasuredBetweenFootprints() throws {
    let north = Vector2(0, 1)
    let table = try Self.thing("nightstand", 2.85, 0, forward: north)
    let half = table.thing.depth / 2
    // Its back lies `gap` from the window's wall.
    func back(_ gap: Double) throws -> [PlacedThing] {
      let center = table.thing.bounds.center.x
      return [try Self.thing("nightstand", 2.85, -1.1 + gap + half - center, forward: north)]
    }
    #expect(try Self.holds("nightstand near window", back(0.99)))
    #expect(try !Self.holds("nightstand near window", back(1.01)))
    #expect(try Self.holds("nightstand away from window", back(1.51)))
    #expect(try !Self.holds("nightstand away from window", back(1.49)))
    // Windows of other rooms do not count.
    #expect(
      try !Self.holds(
        "nightstand near window",
        [
          Self.thing("nightstand", 2.85, 3, forward: north, room: Self.hallway)
        ]))
  }

  @Test(arguments: [
    ("fridge has window", "fridge"), ("desk in window", "no relation"), ("kitchen next to sofa", "no kind"),
    ("living_room larger than big", "area"), ("no tigers", "tigers"), ("bed faces bathroom", "not a room"),
    ("bed has lamp", "a room or the home"), ("bedroom has 0 bed", "count"),
    ("bathroom has kitchen", "the home"),
    ("desk larger than 3", "a room"), ("", "no relation"), ("every", "no relation"), ("no", "missing"),
    ("home next to kitchen", "a room"),
  ])
  func sentencesThatSayNothingAreRefused(_ sentence: String, _ part: String) {
    do throws(FormProblem) {
      _ = try HomeWish(sentence)
      Issue.record("\(sentence) was accepted")
    } catch {
      #expect(error.message.contains(part), "\(error.message)")
    }
  }

  private static func world(_ yaml: String) throws -> World {
    let description = try YAMLDocument(text: yaml, file: "test.yaml").decode(HomeDescription.self).value
    var draws = Draws(stream: RandomStream(seed: 4), index: 0)
    return try description.prepare { _ in }.world(&draws, duration: 0)
  }

  @Test func homesComeOutAsAsked() throws {
    let world = try Self.world(
      """
      rooms: {bedroom: 1, study: 1, dining_room: 0}
      area: 80
      must: [desk near window, every bedroom has window, no bunk_bed]
      """)
    let plan = try #require(world.plan)
    #expect(plan.rooms.count { $0.kind == .bedroom } == 1)
    #expect(plan.rooms.count { $0.kind == .study } == 1)
    #expect(plan.rooms.count { $0.kind == .diningRoom } == 0)
  }

  @Test func whatCannotBeIsExplained() throws {
    do {
      _ = try Self.world("{bedrooms: 0, must: [bathtub faces sofa, living_room larger than 900]}")
      Issue.record("there is such a home")
    } catch let error as DioramaError {
      #expect(error.reason == .badInput)
      #expect(error.message.contains("\"living_room larger than 900\" in none of 80 plans"))
      #expect(error.message.contains("\"bathtub faces sofa\" was not reached"))
    }
  }
}
