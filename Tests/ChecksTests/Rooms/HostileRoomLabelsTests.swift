import Annotations
import Checks
import Testing
import WorldModel

/// Labels of rooms that others made may hold anything; checks report, they do not trap.
@Suite struct HostileRoomLabelsTests {
  static let numbers = [Double.nan, .infinity, -1e308, 1e308, -1, 0, 1e9]

  @Test(arguments: numbers) func extremePlans(_ x: Double) {
    var fixture = Fixture.home
    fixture.label(0, FloorPlanLabel.self) { label in
      for i in label.rooms.indices {
        label.rooms[i].outline[0] = [x, x]
        (label.rooms[i].height, label.rooms[i].area) = (x, x)
      }
      for i in label.walls.indices where i % 2 == 0 {
        (label.walls[i].thickness, label.walls[i].end, label.walls[i].left) = (x, [x, -x], -7)
      }
      for i in label.openings.indices {
        (label.openings[i].wall, label.openings[i].left) = (i == 0 ? Int.min : Int.max, Int.max)
        (label.openings[i].sill, label.openings[i].width) = (x, x)
      }
      for i in label.furniture.indices {
        (label.furniture[i].heading, label.furniture[i].low, label.furniture[i].size) = (x, x, [x, x])
      }
      label.footprint = [[x, 0], [0, x], [x, x]]
    }
    #expect(!fixture.report().passes)
  }

  @Test func plansWithoutPlaces() {
    var fixture = Fixture.home
    fixture.label(0, FloorPlanLabel.self) { label in
      label.rooms[0].outline = []
      label.walls[0].start = [1]
      label.openings[1].leaves[0].pivot = []
      label.furniture[0].footprint = [[]]
      label.passages = [.init(rooms: [], opening: .max, width: .nan)]
    }
    fixture.label(0, RoomsLabel.self) { label in
      label.entries[0].outline = [[], [1], [1, 2, 3]]
      label.entries[1].room = .min
    }
    #expect(!fixture.report().passes)
  }

  @Test(arguments: numbers) func extremeLayouts(_ x: Double) {
    var fixture = Fixture.home
    fixture.label(0, LayoutLabel.self) { label in
      for p in label.rooms[0].planes.indices {
        label.rooms[0].planes[p].offset = x
        label.rooms[0].planes[p].normal = [x, -x, 0]
        label.rooms[0].planes[p].visible.counts = [.max, -1, .min]
      }
      for j in label.rooms[0].junctions.indices {
        label.rooms[0].junctions[j].position = [x, x, x]
        label.rooms[0].junctions[j].u = x
      }
      for l in label.rooms[0].lines.indices { label.rooms[0].lines[l].segment = [[x, x], [0, -x]] }
      label.rooms[1].planeLines[0] = []
    }
    #expect(!fixture.report().passes)
  }

  @Test func graphsInCircles() {
    var fixture = Fixture.home
    fixture.label(0, SceneGraphLabel.self) { label in
      for i in label.relations.indices {
        label.relations[i].object = label.relations[(i + 1) % label.relations.count].subject
        (label.relations[i].distance, label.relations[i].height) = (.nan, .infinity)
      }
    }
    #expect(!fixture.report().passes)
  }
}
