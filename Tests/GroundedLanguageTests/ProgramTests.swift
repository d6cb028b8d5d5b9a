import Annotations
import Checks
import Foundation
import GroundedLanguage
import RandomStreams
import TestSupport
import Testing
import VectorMath
import WorldModel

/// Programs, their lists and their two executors.
@Suite struct ProgramTests {
  private static let kinds = [
    "chair", "dining_chair", "armchair", "coffee_table", "book", "mug", "table_lamp", "wardrobe", "picture",
    "vase",
    "car", "vehicle", "person", "bus", "tree", "traffic_light", "traffic_sign", "shop_sign",
  ]

  @Test func listsReadBackEqual() {
    var random = RandomPrograms(stream: RandomStream(seed: 3), kinds: Self.kinds)
    for _ in 0..<20_000 {
      let program = random.program()
      if Program(program.steps) != program { Issue.record("\(program)") }
    }
  }

  @Test func hostileListsAreNoPrograms() {
    let step = ProgramStep("unique", inputs: [0])
    #expect(Program([]) == nil)
    #expect(Program([step]) == nil)
    #expect(Program([ProgramStep("scene"), ProgramStep("count", inputs: [7])]) == nil)
    #expect(Program([ProgramStep("scene"), ProgramStep("count", inputs: [-1])]) == nil)
    #expect(
      Program([
        ProgramStep("filter_class", inputs: [0], values: ["chair"]), ProgramStep("count", inputs: [0]),
      ]) == nil)
    // A list can name one step twice over and over; trees grow with that, and are refused.
    var list = [ProgramStep("scene"), ProgramStep("unique", inputs: [0])]
    for _ in 0..<25 {
      list.append(ProgramStep("relate", inputs: [list.count - 1, list.count - 2], values: ["left_of"]))
      list.append(ProgramStep("unique", inputs: [list.count - 1]))
    }
    _ = Program(list)
  }

  /// Where the first executor knows an answer, the second one, over raw labels, comes to the same. With `DIORAMA_MEASURE`
  /// set, over 105,000 programs of each world.
  @Test(arguments: [false, true])
  func executorsAgree(isStreet: Bool) {
    let programs = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] == nil ? 70 : 700
    var (asked, answered) = (0, 0)
    var forms = Set<String>()
    for number in 0..<150 {
      let view = PaintedScene.random(number, isStreet: isStreet).view
      let ego = Vector3(isStreet ? 7 : 0, 0, 0)
      let executor = ProgramExecutor(SceneFacts(view, egoVelocity: ego))
      let replay = SecondReading(view, egoVelocity: [ego.x, ego.y, ego.z])
      var random = RandomPrograms(
        stream: RandomStream(seed: 5).child(number), kinds: executor.facts.known + ["chair", "vehicle"])
      for _ in 0..<programs {
        let program = random.program()
        asked += 1
        guard let answer = executor.answer(program) else { continue }
        answered += 1
        if let last = program.steps.last { forms.insert(last.function + answer.text.prefix(3)) }
        let second = replay.answer(program.steps)
        if second != answer.text {
          Issue.record("scene \(number): \(program): \(answer), \(second ?? "nothing")")
        }
      }
    }
    #expect(asked == 150 * programs)
    #expect(answered > asked / 20 && forms.count > 20, "\(answered) answered, \(forms.sorted())")
  }

  /// What a scene in closed form says.
  @Test func answersOfAKnownScene() {
    var table = PaintedScene.Thing(
      "coffee_table", SIMD3(120, 60, 30), at: Vector3(4, 0, 0.3), size: Vector3(1, 1.2, 0.6))
    table.attributes = ["room_kind": "living_room"]
    var mug = PaintedScene.Thing(
      "mug", SIMD3(200, 20, 20), at: Vector3(4, 0.3, 0.75), size: Vector3(0.3, 0.3, 0.3))
    mug.on = 0
    let near = PaintedScene.Thing(
      "dining_chair", SIMD3(250, 250, 250), at: Vector3(3, 1.3, 0.5), size: Vector3(0.5, 0.5, 1))
    let far = PaintedScene.Thing(
      "dining_chair", SIMD3(20, 20, 20), at: Vector3(6, -2, 0.5), size: Vector3(0.5, 0.5, 1))
    let executor = ProgramExecutor(
      SceneFacts(PaintedScene([table, mug, near, far]).view, egoVelocity: Vector3(0, 0, 0)))
    let chairs = ObjectSet.every("chair")
    let white = ObjectSet.filter(Filter(.colour, "white"), of: chairs)
    #expect(executor.answer(.count(chairs)) == .number(2))
    #expect(executor.answer(.exist(.every("bed"))) == .truth(false))
    #expect(executor.answer(.query(.colour, .every("mug"))) == .value("red"))
    #expect(executor.answer(.query(.colour, chairs)) == nil)
    #expect(executor.answer(.locate(white)) == .thing(3))
    #expect(executor.answer(.relates(.leftOf, one: white, other: .every("mug"))) == .truth(true))
    #expect(executor.answer(.relates(.on, one: .every("mug"), other: .every("coffee_table"))) == .truth(true))
    #expect(executor.answer(.locate(.extreme(.closest, of: chairs))) == .thing(3))
    #expect(executor.answer(.count(.related(.rightOf, to: .every("mug"), of: chairs))) == .number(1))
    #expect(executor.answer(.more(chairs, than: .every("mug"))) == .truth(true))
    // A coffee table is a table; whether it is a desk nobody asked.
    #expect(executor.answer(.exist(.every("table"))) == .truth(true))
    #expect(executor.answer(.exist(.every("desk"))) == .truth(false))
  }

  /// What lies within the bounds of a wardrobe is inside of it; on a bed nobody says so, whatever the boxes say.
  @Test(arguments: [("wardrobe", true), ("single_bed", false), ("desk", false)])
  func thingsLieOnBeds(holder: String, isInside: Bool) {
    let large = PaintedScene.Thing(
      holder, SIMD3(120, 60, 30), at: Vector3(4, 0, 0.5), size: Vector3(1, 1.4, 1))
    var mug = PaintedScene.Thing(
      "mug", SIMD3(200, 20, 20), at: Vector3(3.4, 0.2, 0.8), size: Vector3(0.3, 0.3, 0.3))
    mug.on = 0
    var view = PaintedScene([large, mug]).view
    view.labels.set(
      SceneGraphLabel(
        surfaces: [],
        things: [
          .init(instance: 1, category: holder, room: 1), .init(instance: 2, category: "mug", room: 1),
        ],
        relations: [
          .init(subject: 2, relation: "on", object: 1), .init(subject: 2, relation: "inside", object: 1),
        ], adjacencies: []))
    let executor = ProgramExecutor(SceneFacts(view, egoVelocity: Vector3(0, 0, 0)))
    let (thing, other) = (ObjectSet.every("mug"), ObjectSet.every(holder))
    #expect(executor.answer(.relates(.inside, one: thing, other: other)) == (isInside ? .truth(true) : nil))
    #expect(executor.answer(.relates(.on, one: thing, other: other)) == .truth(true))
  }

  /// A mirror has the colours of what it shows: none is told, but that of what is no mirror is.
  @Test func mirrorsHaveNoColour() {
    func colour(glass: Double) -> Answer? {
      var mirror = PaintedScene.Thing(
        "mirror", SIMD3(250, 250, 250), at: Vector3(4, 0, 1.4), size: Vector3(0.1, 1, 1))
      mirror.materials = [("mirror", glass)]
      let facts = SceneFacts(PaintedScene([mirror]).view, egoVelocity: nil)
      return ProgramExecutor(facts).answer(.query(.colour, .every("mirror")))
    }
    #expect(colour(glass: 0.8) == nil)
    #expect(colour(glass: 0.1) == .value("white"))
  }

  /// What a street in closed form says of who goes where. The carrier is at the origin, faces along x and goes at 10 m/s.
  @Test func answersAboutTheCarrier() {
    func car(_ colour: SIMD3<UInt8>, _ x: Double, _ y: Double, _ v: Vector3, _ place: LanesLabel.Place)
      -> PaintedScene.Thing
    {
      var car = PaintedScene.Thing("car", colour, at: Vector3(x, y, 0.7), size: Vector3(4, 1.8, 1.4))
      car.velocity = v
      car.lane = (name: "1/0/\(place == .oncoming ? 1 : -1)", place: place)
      return car
    }
    let scene = PaintedScene(
      [
        car(SIMD3(200, 20, 20), 20, 0, Vector3(5, 0, 0), .own),
        car(SIMD3(250, 250, 250), 30, 6, Vector3(-14, 0, 0), .oncoming),
        car(SIMD3(30, 60, 200), 40, -11, Vector3(0, 0, 0), .parking),
        car(SIMD3(20, 20, 20), 36, -3, Vector3(16, 0, 0), .own),
      ], isStreet: true)
    let executor = ProgramExecutor(SceneFacts(scene.view, egoVelocity: Vector3(10, 0, 0)))
    func cars(_ colour: String) -> ObjectSet { .filter(Filter(.colour, colour), of: .every("car")) }
    func answer(_ attribute: Attribute, _ colour: String) -> Answer? {
      executor.answer(.query(attribute, cars(colour)))
    }
    #expect(answer(.heading, "red") == .value("same_way"))
    #expect(answer(.heading, "white") == .value("oncoming"))
    #expect(answer(.heading, "blue") == nil)
    #expect(answer(.pace, "red") == .value("slower"))
    #expect(answer(.pace, "white") == .value("faster"))
    #expect(answer(.lane, "red") == .value("own_lane"))
    #expect(answer(.lane, "white") == .value("other_lane"))
    #expect(answer(.lane, "blue") == nil)
    #expect(answer(.station, "black") == .value("ahead"))
    // 18 m at 5 m/s, 28 m at 24 m/s; the blue one stands 38 m away and more.
    #expect(executor.answer(.which(.sooner, one: cars("red"), other: cars("white"))) == .value("car"))
    #expect(executor.answer(.relates(.sooner, one: cars("white"), other: cars("red"))) == .truth(true))
    #expect(executor.answer(.relates(.later, one: cars("blue"), other: cars("white"))) == .truth(true))
    #expect(executor.answer(.relates(.sooner, one: cars("red"), other: cars("black"))) == nil)
    #expect(executor.answer(.relates(.aheadOf, one: cars("white"), other: cars("red"))) == .truth(true))
    #expect(executor.answer(.relates(.sameLane, one: cars("red"), other: cars("black"))) == .truth(true))
    #expect(executor.answer(.relates(.sameLane, one: cars("red"), other: cars("white"))) == .truth(false))
    #expect(executor.answer(.chooseCount([3, 4], .every("car"))) == .number(4))
  }

  /// Places in an order, with something far away that hardly anybody sees; metres, heights, turns and words.
  @Test func answersAboutMeasures() {
    func car(_ colour: SIMD3<UInt8>, _ x: Double, _ y: Double) -> PaintedScene.Thing {
      var car = PaintedScene.Thing("car", colour, at: Vector3(x, y, 0.7), size: Vector3(2, 1.8, 1.4))
      car.velocity = Vector3(4, 0, 0)
      return car
    }
    func board(_ y: Double, _ text: String) -> PaintedScene.Thing {
      var board = PaintedScene.Thing(
        "object", SIMD3(120, 60, 30), at: Vector3(12, y, 3.4), size: Vector3(0.1, 3, 1))
      (board.asset, board.attributes["text"], board.isTurned) = ("shop_sign", text, true)
      return board
    }
    var (red, white, blue) = (
      car(SIMD3(200, 20, 20), 9, 2.5), car(SIMD3(250, 250, 250), 14, 0), car(SIMD3(30, 60, 200), 21, -6)
    )
    (red.yawRate, white.yawRate, blue.yawRate) = (0.3, 0.01, 0.06)
    (red.lane, white.lane) = ((name: "1/0/-2", place: .parking), (name: "1/0/-1", place: .own))
    let tree = PaintedScene.Thing("tree", SIMD3(30, 150, 50), at: Vector3(16, 4, 1.5), size: Vector3(1, 1, 3))
    let speck = car(SIMD3(20, 20, 20), 90, 9)
    let scene = PaintedScene(
      [red, white, blue, tree, speck, board(-2, "Books"), board(3, "Bakery")], isStreet: true)
    let executor = ProgramExecutor(SceneFacts(scene.view, egoVelocity: Vector3(10, 0, 0)))
    let cars = ObjectSet.every("car")
    func of(_ colour: String) -> ObjectSet { .filter(Filter(.colour, colour), of: cars) }
    func end(_ extreme: Extreme) -> Answer? { executor.answer(.locate(.extreme(extreme, of: cars))) }
    // The speck is in the middle and far away: it can be neither the first nor the second from a side, nor near.
    #expect(end(.leftmost) == .thing(1) && end(.rightmost) == .thing(3))
    #expect(end(.closest) == .thing(1) && end(.secondClosest) == .thing(2))
    #expect(executor.answer(.exist(.extreme(.farthest, of: cars))) == nil)
    #expect(executor.answer(.count(cars)) == nil)
    #expect(
      executor.answer(.count(.filter(Filter(.range, "50"), of: cars))) == .number(3)
        && executor.answer(.count(.filter(Filter(.range, "20"), of: cars))) == nil)
    // 13 m to the white one's back; 13 is nearer to 12 than anybody would argue, 20 is not.
    #expect(executor.answer(.query(.distance, of("white"))) == .value("13"))
    #expect(executor.answer(.choose(.distance, ["12", "20"], of("white"))) == .value("12"))
    #expect(executor.answer(.choose(.distance, ["16", "20"], of("white"))) == nil)
    // 6 m/s: a little more than two seconds.
    #expect(executor.answer(.query(.arrival, of("white"))) == .value("2"))
    #expect(executor.answer(.relates(.taller, one: .every("tree"), other: of("white"))) == .truth(true))
    #expect(executor.answer(.relates(.shorter, one: of("white"), other: of("blue"))) == nil)
    #expect(executor.answer(.query(.turning, of("red"))) == .value("left"))
    #expect(executor.answer(.query(.turning, of("white"))) == .value("straight"))
    #expect(executor.answer(.query(.turning, of("blue"))) == nil)
    #expect(executor.answer(.query(.parking, of("red"))) == .value("parked"))
    #expect(executor.answer(.query(.parking, of("white"))) == .value("in_traffic"))
    #expect(executor.answer(.query(.parking, of("blue"))) == nil)
    let signs = ObjectSet.every("shop_sign")
    #expect(executor.answer(.query(.text, .extreme(.leftmost, of: signs))) == .value("Bakery"))
    #expect(executor.answer(.locate(.filter(Filter(.text, "Books"), of: signs))) == .thing(6))
    #expect(executor.answer(.choose(.side, ["left_half", "right_half"], of("red"))) == .value("left_half"))
  }

  /// A table of oak with metal feet, a glass of glass, and a plant in a pot of which nobody asks.
  @Test func answersAboutMaterials() {
    func thing(_ category: String, _ y: Double, _ materials: [(name: String, share: Double)])
      -> PaintedScene.Thing
    {
      var thing = PaintedScene.Thing(
        category, SIMD3(120, 60, 30), at: Vector3(4, y, 1), size: Vector3(0.6, 0.6, 0.6))
      thing.materials = materials
      return thing
    }
    let scene = PaintedScene([
      thing("coffee_table", 1.4, [(name: "oak_c49a6a", share: 0.97)]),
      thing("desk", 0, [(name: "oak_c49a6a", share: 0.5), (name: "metal_black", share: 0.5)]),
      thing("potted_plant", -1.4, [(name: "plastic_ffffff", share: 0.9)]),
    ])
    let executor = ProgramExecutor(SceneFacts(scene.view, egoVelocity: nil))
    #expect(executor.answer(.query(.material, .every("coffee_table"))) == .value("wood"))
    #expect(executor.answer(.query(.material, .every("desk"))) == nil)
    #expect(executor.answer(.query(.material, .every("potted_plant"))) == nil)
    #expect(executor.answer(.choose(.material, ["wood", "glass"], .every("coffee_table"))) == .value("wood"))
    #expect(executor.answer(.exist(.filter(Filter(.material, "glass"), of: .scene))) == .truth(false))
    #expect(executor.answer(.exist(.filter(Filter(.material, "plastic"), of: .scene))) == nil)
  }
}
