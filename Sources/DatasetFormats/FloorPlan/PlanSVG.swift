import Annotations
import Encodings
import VectorMath

/// A floor plan as SVG 1.1: a unit is a metre, 1 : 50 on paper, y upwards.
///
/// Groups `rooms`, `walls`, `doors`, `windows`, `stairs` (steps and the line on which one goes up), `furniture`, `headings` (from the middle to the front), `leaves`; every shape carries its number or instance and its
/// kind as `data-id` and `data-kind`. Walls are one path: the footprint without its rooms (even-odd rule).
struct PlanSVG {
  let drawing: PlanDrawing

  var text: String {
    let (low, high) = drawing.bounds
    let size = high - low
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(number(size.x * 20))mm" height="\(number(size.y * 20))mm" \
      viewBox="0 0 \(number(size.x)) \(number(size.y))">
      <desc>Floor plan in metres, 1 : 50; world x = x + \(number(low.x)), world y = \(number(high.y)) - y</desc>
      <g transform="matrix(1 0 0 -1 \(number(-low.x)) \(number(high.y)))" stroke-linejoin="round">

      """
    group("rooms", "stroke=\"none\"", &out) {
      drawing.rooms.map { shape($0, "class=\"room\" fill=\"\(hex(PlanColor.color(ofRoom: $0.name)))\"") }
    }
    group("walls", "fill=\"\(hex(PlanColor.wall))\" fill-rule=\"evenodd\" stroke=\"none\"", &out) {
      ["<path d=\"\(([drawing.footprint] + drawing.rooms.map(\.ring)).map(path).joined(separator: " "))\"/>"]
    }
    group("doors", "fill=\"#ffffff\" stroke=\"none\"", &out) {
      drawing.doors.map { shape($0, "class=\"door\"") }
    }
    group("windows", "fill=\"\(hex(PlanColor.window))\" stroke=\"none\"", &out) {
      drawing.windows.map { shape($0, "class=\"window\"") }
    }
    group("stairs", "fill=\"none\" stroke=\"#5a5a64\" stroke-width=\"0.01\"", &out) {
      drawing.stairs.flatMap { stair in
        (stair.lines + stair.arrow).map { "<path class=\"step\" d=\"M \(pair($0.from)) L \(pair($0.to))\"/>" }
          + ["<path class=\"walk\" d=\"M \(stair.walk.map(pair).joined(separator: " L "))\"/>"]
      }
    }
    group("furniture", "fill=\"#fffcf5\" fill-opacity=\"0.7\" stroke=\"#5a5a64\" stroke-width=\"0.01\"", &out)
    {
      drawing.furniture.map { shape($0, "class=\"furniture\"\($0.isOverhead ? " fill=\"none\"" : "")") }
    }
    group("headings", "stroke=\"#5a5a64\" stroke-width=\"0.01\"", &out) {
      drawing.furniture.compactMap { shape in
        shape.isOverhead
          ? nil
          : shape.front.map {
            "<path class=\"heading\" data-id=\"\(shape.id)\" d=\"M \(pair($0.from)) L \(pair($0.to))\"/>"
          }
      }
    }
    group("leaves", "fill=\"none\" stroke=\"\(hex(PlanColor.wall))\" stroke-width=\"0.02\"", &out) {
      drawing.leaves.flatMap { leaf -> [String] in
        let line =
          "<path class=\"leaf\" data-id=\"\(leaf.id)\" d=\"M \(pair(leaf.from)) L \(pair(leaf.to))\"/>"
        guard let first = leaf.arc.first else { return [line] }
        let rest = leaf.arc.dropFirst().map { "L \(pair($0))" }.joined(separator: " ")
        return [
          line,
          "<path class=\"swing\" data-id=\"\(leaf.id)\" stroke-width=\"0.008\" d=\"M \(pair(first)) \(rest)\"/>",
        ]
      }
    }
    out += "</g>\n<g font-family=\"sans-serif\" font-size=\"0.2\" text-anchor=\"middle\" fill=\"#14141e\">\n"
    for (room, entry) in zip(drawing.rooms, drawing.label.rooms) {
      let at = drawing.middle(of: room)
      let name = room.name.split(separator: "_").joined(separator: " ")
      out +=
        "<text x=\"\(number(at.x - low.x))\" y=\"\(number(high.y - at.y))\">\(Self.escaped(name)) \(DecimalText.fixed(entry.area, 1)) m²</text>\n"
    }
    return out + "</g>\n</svg>\n"
  }

  private func group(_ id: String, _ style: String, _ out: inout String, _ items: () -> [String]) {
    out += "<g id=\"\(id)\" \(style)>\n"
    for item in items() { out += item + "\n" }
    out += "</g>\n"
  }

  private func shape(_ shape: PlanDrawing.Shape, _ style: String) -> String {
    "<path \(style) data-id=\"\(shape.id)\" data-kind=\"\(Self.escaped(shape.name))\" d=\"\(path(shape.ring))\"/>"
  }

  private func path(_ ring: [Vector2]) -> String {
    "M " + ring.map(pair).joined(separator: " L ") + " Z"
  }

  private func pair(_ p: Vector2) -> String { "\(number(p.x)) \(number(p.y))" }
  private func number(_ x: Double) -> String { DecimalText.short(x, 4) }

  private func hex(_ c: SIMD3<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    var out = "#"
    for value in [c.x, c.y, c.z] {
      out.append(digits[Int(value >> 4)])
      out.append(digits[Int(value & 15)])
    }
    return out
  }

  /// Text inside of elements and attributes.
  static func escaped(_ text: String) -> String {
    var out = ""
    for c in text {
      switch c {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(c)
      }
    }
    return out
  }
}
