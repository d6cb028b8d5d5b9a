import Annotations
import Imaging
import VectorMath
import WorldModel

extension Mutation {
  private static func home(
    _ name: String, _ caught: String, _ apply: @escaping @Sendable (inout Fixture) -> Void
  ) -> Mutation { Mutation(name, caught, isAtHome: true, apply: apply) }

  private static func layout(
    _ name: String, _ caught: String = "43", _ body: @escaping @Sendable (inout LayoutLabel) -> Void
  ) -> Mutation { home(name, caught) { $0.label(0, LayoutLabel.self, body) } }

  private static func plan(
    _ name: String, _ caught: String = "44", _ body: @escaping @Sendable (inout FloorPlanLabel) -> Void
  ) -> Mutation { home(name, caught) { $0.label(0, FloorPlanLabel.self, body) } }

  private static func graph(
    _ name: String, _ body: @escaping @Sendable (inout SceneGraphLabel) -> Void
  ) -> Mutation { home(name, "45") { $0.label(0, SceneGraphLabel.self, body) } }

  /// A mask moved by whole pixels.
  private static func moved(_ mask: RunLengthMask, _ du: Int, _ dv: Int) -> RunLengthMask {
    RunLengthMask(bitmap: shifted(mask.bitmap, du, dv))
  }

  static let rooms: [Mutation] = [
    home("the map of rooms one pixel to the right", "08-room") {
      $0.shorts(0, LabelNames.room) { $0 = shifted($0, 1, 0) }
    },
    home("rooms numbered from nought", "08-room") {
      $0.shorts(0, LabelNames.room) {
        for i in $0.values.indices where $0.values[i] > 0 { $0.values[i] -= 1 }
      }
    },
    home("a thing listed in another room", "08-room") {
      $0.label(0, RoomsLabel.self) {
        let things = $0.entries[0].things
        $0.entries[0].things = []
        $0.entries[1].things += things
      }
    },
    layout("a corner 1 mm off") { $0.rooms[0].junctions[3].position[0] += 0.001 },
    layout("a corner projected a pixel off") {
      $0.rooms[0].junctions[1].u = ($0.rooms[0].junctions[1].u ?? 0) + 1
    },
    layout("a corner out of the image called in it") {
      for j in $0.rooms[0].junctions.indices { $0.rooms[0].junctions[j].isInFrame = true }
    },
    layout("a corner behind a wardrobe called visible") {
      // The one at x = 4, y = 3.
      $0.rooms[0].junctions[2].isVisible = true
    },
    layout("a line on the next wall") {
      $0.rooms[0].planeLines[2][0] = 0
      $0.rooms[0].planeLines[3][0] = 1
    },
    layout("a line on three planes") { $0.rooms[0].planeLines[4][0] = 1 },
    layout("a line that ends elsewhere") { $0.rooms[0].lineJunctions[0].swapAt(0, 2) },
    layout("a line's segment a pixel off") {
      for l in $0.rooms[0].lines.indices {
        $0.rooms[0].lines[l].segment = $0.rooms[0].lines[l].segment?.map { [$0[0], $0[1] + 1] }
      }
    },
    layout("a wall's normal out of the room") {
      $0.rooms[0].planes[3].normal = $0.rooms[0].planes[3].normal.map { -$0 }
    },
    layout("a wall 1 mm further off") { $0.rooms[0].planes[3].offset -= 0.001 },
    layout("an L called a cuboid") { $0.rooms[1].isCuboid = true },
    layout("the camera in the next room") { $0.cameraRoom = 2 },
    layout("a visible mask one pixel to the right", "43-masks") {
      $0.rooms[0].planes[3].visible = moved($0.rooms[0].planes[3].visible, 1, 0)
    },
    layout("a visible mask without its last row", "43-masks") {
      var bitmap = $0.rooms[0].planes[0].visible.bitmap
      if let v = (0..<bitmap.height).last(where: { v in (0..<bitmap.width).contains { bitmap[$0, v] != 0 } })
      {
        for u in 0..<bitmap.width { bitmap[u, v] = 0 }
      }
      $0.rooms[0].planes[0].visible = RunLengthMask(bitmap: bitmap)
    },
    layout("an amodal mask one pixel up", "43-masks") {
      $0.rooms[0].planes[2].amodal = moved($0.rooms[0].planes[2].amodal, 0, -1)
    },
    layout("an amodal mask cut down to what is visible", "43-masks") {
      $0.rooms[0].planes[4].amodal = $0.rooms[0].planes[4].visible
    },
    layout("masks of two walls exchanged", "43-masks") {
      let (a, b) = ($0.rooms[0].planes[2].visible, $0.rooms[0].planes[3].visible)
      ($0.rooms[0].planes[2].visible, $0.rooms[0].planes[3].visible) = (b, a)
    },
    plan("a room 1 cm wider") { $0.rooms[0].outline[1][0] += 0.01 },
    plan("rooms that overlap") { $0.rooms[1].outline[0][0] -= 0.3 },
    plan("an area off by 1 dm²") { $0.rooms[1].area += 0.01 },
    plan("a wall too few") { $0.walls.removeFirst() },
    plan("a footprint without the L") { $0.footprint.remove(at: 3) },
    plan("a door into the wrong room") { $0.openings[1].left = 0 },
    plan("a door 1 cm along") { $0.openings[1].end[1] += 0.01 },
    plan("a door beside its wall") { $0.openings[1].start[0] += 0.01 },
    plan("a leaf that swings the other way") { $0.openings[1].leaves[0].swing *= -1 },
    plan("an open door called shut") { $0.openings[1].leaves[0].opening = 0 },
    plan("a hinge on the other side") {
      let leaf = $0.openings[1].leaves[0]
      ($0.openings[1].leaves[0].pivot, $0.openings[1].leaves[0].shut) = (leaf.shut, leaf.pivot)
    },
    plan("no way between the rooms") { $0.passages.removeAll() },
    plan("a way of another width") { $0.passages[0].width += 0.1 },
    plan("a wardrobe under the door", "45") {
      $0.furniture[0].footprint = $0.furniture[0].footprint.map { [$0[0] + 1.2, $0[1] - 1.2] }
      $0.furniture[0].center = [$0.furniture[0].center[0] + 1.2, $0.furniture[0].center[1] - 1.2]
      $0.furniture[0].support = "floor"
    },
    plan("a wardrobe in another", "45") {
      var other = $0.furniture[0]
      other.footprint = other.footprint.map { [$0[0] + 0.9, $0[1]] }
      $0.furniture.append(other)
    },
    plan("furniture all across a room", "45") {
      $0.furniture[0].center = [3.5, 1.5]
      $0.furniture[0].size = [0.4, 2.9]
      $0.furniture[0].heading = 0
    },
    plan("a symbol above the floor", "45") { $0.furniture[0].low += 0.01 },
    graph("a box 2 mm above its wardrobe") {
      for i in $0.relations.indices where ($0.relations[i].height ?? 0) > 1 {
        $0.relations[i].distance = 0.002
      }
    },
    graph("a thing that nothing holds") { $0.relations.removeFirst() },
    graph("a thing held by itself") { $0.relations[1].object = $0.relations[1].subject },
    graph("a thing on the floor of the next room") {
      let other = $0.surfaces.first { $0.kind == "floor" && $0.room == 2 }
      $0.relations[0].object = other?.instance ?? 0
    },
    graph("a picture hung on the floor") {
      let floor = $0.surfaces.first { $0.kind == "floor" }
      for i in $0.relations.indices where $0.relations[i].relation == "hung_on" {
        $0.relations[i].object = floor?.instance ?? 0
      }
    },
    home("a box in 3D that hangs in the air", "45") {
      $0.label(0, Boxes3DLabel.self) { for i in $0.entries.indices { $0.entries[i].center[2] += 0.002 } }
    },
    home("the camera in a wall", "46") {
      $0.samples[0].views[0].worldFromCamera.translation = Vector3(4.05, 0.3, 1.4)
    },
    home("the camera in a wardrobe", "46") {
      $0.samples[0].views[0].worldFromCamera.translation = Vector3(3.4, 2.7, 1.4)
    },
    home("something before the near plane", "46") { $0.floats(0, LabelNames.depth) { $0[3, 3] = 0.049 } },
  ]
}
