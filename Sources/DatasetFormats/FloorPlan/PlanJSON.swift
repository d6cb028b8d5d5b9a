import Annotations
import Encodings
import VectorMath

/// `plan.json`: the floor plan of a storey with the place of its pictures.
struct PlanJSON {
  let label: FloorPlanLabel
  let pictures: PlanPictures

  init(_ label: FloorPlanLabel, _ pictures: PlanPictures) {
    self.label = label
    self.pictures = pictures
  }

  /// Of metres and radians.
  static let decimals = 6

  var text: String {
    func n(_ x: Double) -> JSONText { .number(x, decimals: Self.decimals) }
    func row(_ p: [Double]) -> JSONText { .array(p.map(n)) }
    func ring(_ r: [[Double]]) -> JSONText { .array(r.map(row)) }
    let rooms = label.rooms.map { room in
      JSONText.object([
        ("room", .int(room.room)), ("kind", .string(room.kind)), ("floor", n(room.floor)),
        ("height", n(room.height)),
        ("area", n(room.area)), ("outline", ring(room.outline)),
      ])
    }
    let walls = label.walls.map { wall in
      JSONText.object([
        ("wall", .int(wall.wall)), ("start", row(wall.start)), ("end", row(wall.end)),
        ("thickness", n(wall.thickness)), ("left", .int(wall.left)), ("right", .int(wall.right)),
        ("floor", n(wall.floor)),
      ])
    }
    let stairs = label.stairs.map { stair in
      JSONText.object([
        ("form", .string(stair.form)), ("room", .int(stair.room)),
        ("instance", stair.instance.map { .int(Int($0)) } ?? .null),
        ("railing", stair.railing.map { .int(Int($0)) } ?? .null), ("bottom", n(stair.bottom)),
        ("top", n(stair.top)),
        (
          "flights",
          .array(
            stair.flights.map {
              .object([
                ("foot", row($0.foot)), ("direction", row($0.direction)), ("width", n($0.width)),
                ("base", n($0.base)), ("risers", .int($0.risers)), ("riser", n($0.riser)),
                ("going", n($0.going)),
              ])
            })
        ),
        (
          "landings",
          .array(stair.landings.map { .object([("outline", ring($0.outline)), ("top", n($0.top))]) })
        ),
      ])
    }
    let openings = label.openings.map { opening in
      JSONText.object([
        ("opening", .int(opening.opening)), ("kind", .string(opening.kind)), ("wall", .int(opening.wall)),
        ("left", .int(opening.left)), ("right", .int(opening.right)), ("start", row(opening.start)),
        ("end", row(opening.end)), ("width", n(opening.width)), ("sill", n(opening.sill)),
        ("head", n(opening.head)),
        ("instance", opening.instance.map { .int(Int($0)) } ?? .null),
        (
          "leaves",
          .array(
            opening.leaves.map { leaf in
              .object([
                ("motion", .string(leaf.motion)), ("pivot", row(leaf.pivot)), ("shut", row(leaf.shut)),
                ("open", row(leaf.open)), ("now", row(leaf.now)), ("swing", n(leaf.swing)),
                ("opening", n(leaf.opening)),
              ])
            })
        ),
      ])
    }
    let furniture = label.furniture.map { symbol in
      JSONText.object([
        ("instance", .int(Int(symbol.instance))), ("category", .string(symbol.category)),
        ("room", .int(symbol.room)), ("support", .string(symbol.support)), ("center", row(symbol.center)),
        ("size", row(symbol.size)), ("heading", n(symbol.heading)), ("low", n(symbol.low)),
        ("high", n(symbol.high)), ("footprint", ring(symbol.footprint)),
      ])
    }
    let passages = label.passages.map { passage in
      JSONText.object([
        ("rooms", .array(passage.rooms.map { .int($0) })), ("opening", .int(passage.opening)),
        ("width", n(passage.width)),
      ])
    }
    let members: [(String, JSONText)] = [
      ("unit", .string("metre")),
      (
        "picture",
        .object([
          ("file", .string("plan.png")), ("width", .int(pictures.width)), ("height", .int(pictures.height)),
          ("pixels_per_metre", n(PlanPictures.pixelsPerMetre)),
          ("upper_left_corner", row([pictures.origin.x, pictures.origin.y])),
        ])
      ),
      ("footprint", ring(label.footprint)), ("rooms", .array(rooms)), ("walls", .array(walls)),
      ("openings", .array(openings)), ("furniture", .array(furniture)), ("passages", .array(passages)),
      ("stairs", .array(stairs)),
    ]
    // A member a line, so that plans can be compared by eye.
    return "{\n" + members.map { JSONText.object([$0]).text.dropFirst().dropLast() }.joined(separator: ",\n")
      + "\n}\n"
  }
}
