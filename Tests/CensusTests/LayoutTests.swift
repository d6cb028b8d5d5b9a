import Census
import Testing
import VectorMath
import WorldModel

@Suite struct LayoutTests {
  typealias Room = (outline: [Vector2], kind: RoomKind)
  typealias Standing = (area: [Vector2], nativeClass: NativeClass)

  private static func rectangle(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> [Vector2] {
    [Vector2(x, y), Vector2(x + w, y), Vector2(x + w, y + h), Vector2(x, y + h)]
  }

  private static let bed = Ontology.named("bed") ?? Ontology.classes[0]

  /// A bedroom of 3 m × 4 m, a bathroom of 2 m × 2 m beside it, a bed of 2 m × 1.5 m in a corner.
  private static func home(_ change: (Vector2) -> Vector2 = { $0 }) -> Layout {
    Layout(
      rooms: [
        (rectangle(0, 0, 3, 4).map(change), .bedroom), (rectangle(3, 0, 2, 2).map(change), .bathroom),
      ], things: [(rectangle(0, 0, 2, 1.5).map(change), bed)])
  }

  @Test func turnedAndMirroredHomesAreTheSame() {
    let home = Self.home()
    #expect(home.distance(to: home) == 0)
    let changes: [(Vector2) -> Vector2] = [
      { Vector2(-$0.y, $0.x) }, { Vector2(-$0.x, $0.y) }, { Vector2($0.y + 7, $0.x - 3) },
      { Vector2(9, 2) - $0 },
    ]
    for change in changes { #expect(home.distance(to: Self.home(change)) == 0) }
  }

  /// 256 cells are in rooms; a bed of 48 cells moved clear of its old place changes 96 of them.
  @Test func aMovedBedCountsItsCells() throws {
    let rooms: [Room] = [
      (Self.rectangle(0, 0, 3, 4), .bedroom), (Self.rectangle(3, 0, 2, 2), .bathroom),
    ]
    let bed: Standing = (Self.rectangle(1, 2.5, 2, 1.5), Self.bed)
    let distance = try #require(Self.home().distance(to: Layout(rooms: rooms, things: [bed])))
    #expect((distance - 96 / 256).magnitude < 1e-12)
  }

  @Test func anotherKindOfRoomDiffersInItsWholeFloor() throws {
    let a = Layout(rooms: [(Self.rectangle(0, 0, 4, 4), .bedroom)], things: [])
    let b = Layout(rooms: [(Self.rectangle(0, 0, 4, 4), .study)], things: [])
    #expect(a.distance(to: b) == 1)
    // A quarter of it.
    let c = Layout(rooms: [(Self.rectangle(1, 5, 2, 2), .bedroom)], things: [])
    #expect(a.distance(to: c) == 0.75)
    #expect(c.distance(to: a) == 0.75)
    let nothing = Layout(rooms: [], things: [])
    #expect(nothing.distance(to: a) == 1)
    #expect(nothing.distance(to: nothing) == nil)
  }

  /// The search leaves out what areas tell apart; trying everything must find the same.
  @Test func nearestAgreesWithTryingAll() throws {
    var layouts: [Layout] = []
    for i in 0..<24 {
      let (w, h) = (2 + Double(i * 7 % 11) / 4, 3 + Double(i * 5 % 7) / 4)
      layouts.append(
        Layout(
          rooms: [(Self.rectangle(0, 0, w, h), i % 3 == 0 ? .bedroom : .study)],
          things: [(Self.rectangle(Double(i % 4) / 2, 0, 1, 1), Self.bed)]))
    }
    let nearest = Layout.nearest(layouts)
    for i in layouts.indices {
      let all = layouts.indices.filter { $0 != i }.map { layouts[i].distance(to: layouts[$0]) ?? 1 }
      #expect(try #require(nearest[i]).distance == all.min())
      #expect(layouts[i].distance(to: layouts[try #require(nearest[i]).other]) == all.min())
    }
    #expect(Layout.nearest([layouts[0]]).map { $0 == nil } == [true])
  }
}
