import Annotations
import Geometry
import Imaging
import VectorMath
import WorldModel

/// visual-08-room: what is seen belongs to the room in which it is.
package struct RoomsHoldPixels: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-08-room", name: "rooms-hold-pixels",
    summary:
      "The room at a pixel is a listed one; things are in the room that lists them; a step of 1 cm off floors, ceilings, walls and doors leads into it or into an opening beside it; floors and ceilings are at its level.",
    unit: "pixels", labels: [LabelNames.room, LabelNames.instance, RoomsLabel.name, ObjectsLabel.name])

  package init() {}

  /// Walls are thinner than this, so that reveals and sills lie no further outside of the clear floor, metres.
  private static let wall = 0.6
  /// How far below the flat ceiling its borders, beams and cornices reach at most, metres.
  private static let hanging = 0.34
  /// Metres off a surface.
  private static let step = 0.01

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let rooms = view.shorts(LabelNames.room), let instance = view.words(LabelNames.instance),
      let listed = view[RoomsLabel.self], let objects = view[ObjectsLabel.self]
    else { return }
    let position = view.floats(LabelNames.positionWorld)
    let normals = view.floats(LabelNames.normalGeometric)
    var outlines: [Int: (outline: Polygon, floor: Double, ceiling: Double)] = [:]
    var owner: [UInt32: Int] = [:]
    for entry in listed.entries {
      let points = entry.outline.filter { $0.count == 2 }.map { Vector2($0[0], $0[1]) }
      finding.expect(
        entry.room > 0 && points.count == entry.outline.count && points.count >= 3
          && outlines.updateValue(
            (Polygon(points), entry.floor, entry.floor + entry.height), forKey: entry.room) == nil,
        view.about(item: "room \(entry.room)", found: "twice, or no outline", expected: "one outline"))
      for id in entry.things {
        finding.expect(
          owner.updateValue(entry.room, forKey: id) == nil,
          view.about(id, item: "room \(entry.room)", found: "in two rooms", expected: "in one"))
      }
    }
    let classes = Dictionary(
      objects.entries.map { ($0.instance, $0.category) }, uniquingKeysWith: { a, _ in a })
    let numbers = outlines.keys.sorted()
    // Ways from a stairwell have their floors at the levels of the storeys.
    let levels = listed.entries.map(\.floor)
    let wells = Set(listed.entries.filter { $0.kind == RoomKind.stairwell.rawValue }.map(\.room))
    var last: (id: UInt32, owner: Int?, category: String, holder: Int?) = (0, nil, "", nil)
    for p in rooms.values.indices {
      let id = instance.values[p]
      let room = Int(rooms.values[p])
      if id != last.id { last = (id, owner[id], classes[id] ?? "", nil) }
      func place(_ found: String, _ expected: String) -> Violation {
        view.at(p % view.width, p / view.width, instance: id, found: found, expected: expected)
      }
      if let owner = last.owner {
        finding.expect(room == owner, place("room \(room)", "room \(owner)"))
        continue
      }
      let isPart = ["floor", "ceiling", "interior_wall", "skirting", "door"].contains(last.category)
      let x = position?.vector(p) ?? Vector3(repeating: .nan)
      let isPlaced = isPart && x.x.isFinite && x.y.isFinite && x.z.isFinite
      // A step off the surface leads into the room that it bounds, unless it lies in an opening.
      let q =
        Vector2(x.x, x.y) + (normals.map { $0.vector(p) }.map { Vector2($0.x, $0.y) * Self.step } ?? .zero)
      // Rooms of several storeys share places of the plan.
      func holds(_ number: Int) -> Bool {
        guard let (outline, floor, ceiling) = outlines[number] else { return false }
        return x.z > floor - 0.1 && x.z < ceiling + 0.1 && outline.contains(q)
      }
      if isPlaced, normals != nil {
        if !(last.holder.map(holds) ?? false) { last.holder = numbers.first(where: holds) }
        let margin = last.holder.flatMap { outlines[$0]?.outline.distanceToBoundary(q) } ?? 0
        if let holder = last.holder, holder != room, margin > Self.step / 2 {
          finding.expect(false, place("room \(room)", "room \(holder), in which it is"))
          continue
        }
      }
      guard room > 0 else {
        // Doors and thresholds have a side that is seen from outdoors.
        finding.expect(
          !isPart || last.category == "door" || last.category == "floor",
          place("no room", "the room of the \(last.category)"))
        continue
      }
      guard let (outline, floor, ceiling) = outlines[room] else {
        finding.expect(false, place("room \(room)", "a listed room"))
        continue
      }
      guard isPlaced else {
        finding.expect(id != 0, place("room \(room)", "none where nothing is seen"))
        continue
      }
      let outside = outline.contains(q) ? 0 : outline.distanceToBoundary(q)
      let isLevel =
        last.category == "floor"
        ? ([floor] + (wells.contains(room) ? levels : [])).contains { (x.z - $0).magnitude < 0.05 }
        : last.category == "ceiling" ? x.z > ceiling - Self.hanging : true
      finding.expect(
        outside <= (last.category == "ceiling" || last.category == "skirting" ? 0.3 : Self.wall) && isLevel,
        place("a point \(outside) m outside of room \(room), at \(x.z) m", "in the room"))
    }
  }
}
