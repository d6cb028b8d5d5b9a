import IndoorWorld
import InteriorSurfaces
import RoomGeometry
import Testing

@Suite struct ViewScoreTests {
  private func score(_ parts: [(ViewScore.Seen, Double, Int)], things: Int = 12) -> ViewScore {
    var score = ViewScore(things: things, rays: parts.reduce(0) { $0 + $1.2 })
    for (seen, t, count) in parts { for _ in 0..<count { score.add(seen, at: t) } }
    return score
  }

  /// A furnished room, and the same with something before the lens.
  @Test func photographersStepAwayFromWhatIsInTheWay() {
    let furniture = (0..<8).map { (ViewScore.Seen.thing($0), 3.0, 15) }
    let room = score(furniture + [(.wall, 4, 60), (.level, 3, 80), (.opening, 4, 20)])
    #expect(room.isWorthwhile)
    let blank = score([(.wall, 1.5, 200), (.level, 2, 80)])
    #expect(!blank.isWorthwhile)
    let door = score([(.screen, 0.8, 120)] + [(.thing(0), 3, 20), (.wall, 3, 60), (.level, 2, 80)])
    #expect(!door.isWorthwhile)
    let cabinet = score([(.thing(0), 0.7, 150), (.wall, 3, 60), (.level, 2, 70)])
    #expect(!cabinet.isWorthwhile)
    #expect(door.value < room.value && cabinet.value < room.value && blank.value < room.value)
  }

  /// The first of several people counts most, and no more the nearer they are.
  @Test func companyIsWorthALook() {
    let room = score([(.thing(0), 3, 30), (.thing(1), 3, 2), (.thing(2), 3, 30), (.wall, 4, 218)])
    #expect(room.company([]) == 0 && room.company([3]) == 0)
    #expect(room.company([0]) == 1.6 && room.company([0, 2]) == 2)
    let glimpse = room.company([1])
    #expect(glimpse > 0 && glimpse < 1)
  }

  /// Each complaint by itself makes a view worse.
  @Test func eachFaultCounts() {
    let base = score([(.thing(0), 3, 40), (.thing(1), 3, 40), (.level, 3, 120), (.wall, 3, 80)])
    let bare = score([(.thing(0), 3, 40), (.thing(1), 3, 40), (.level, 3, 60), (.wall, 3, 140)])
    let screened = score([(.thing(0), 3, 40), (.thing(1), 3, 40), (.level, 3, 120), (.screen, 1.7, 80)])
    let flat = score([(.thing(0), 1.2, 40), (.thing(1), 1.2, 40), (.level, 1.2, 120), (.wall, 1.2, 80)])
    let filled = score([(.thing(0), 3, 160), (.level, 3, 80), (.wall, 3, 40)])
    for worse in [bare, screened, flat, filled] { #expect(worse.value < base.value) }
  }
}
