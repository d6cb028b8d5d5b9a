import Annotations
import Encodings
import VectorMath

/// A floor plan as ASCII DXF of release 12 (AC1009), the form that every CAD program reads: metres, world x and y.
///
/// Closed polylines on the layers FOOTPRINT, ROOMS, DOORS, WINDOWS and FURNITURE; lines on LEAVES, STAIRS and (from the middle of
/// furniture to its front) HEADINGS; names on TEXT and CLASSES.
/// Release 12 has no field for the unit: a remark at the head of the file says it.
struct PlanDXF {
  let drawing: PlanDrawing

  /// Layer names with the colour numbers of AutoCAD's index.
  private static let layers: [(name: String, color: Int)] = [
    ("FOOTPRINT", 7), ("ROOMS", 8), ("DOORS", 1), ("WINDOWS", 5), ("FURNITURE", 3), ("LEAVES", 1),
    ("STAIRS", 6), ("TEXT", 2),
  ]

  var text: String {
    var out = ""
    func put(_ code: Int, _ value: String) { out += "\(code)\n\(value)\n" }
    func number(_ code: Int, _ x: Double) { put(code, DecimalText.fixed(x, 6)) }
    func place(_ p: Vector2, from code: Int = 10) {
      number(code, p.x)
      number(code + 10, p.y)
      number(code + 20, 0)
    }
    func section(_ name: String, _ body: () -> Void) {
      put(0, "SECTION")
      put(2, name)
      body()
      put(0, "ENDSEC")
    }
    func polyline(_ ring: [Vector2], _ layer: String, isClosed: Bool) {
      put(0, "POLYLINE")
      put(8, layer)
      put(66, "1")
      place(.zero)
      put(70, isClosed ? "1" : "0")
      for p in ring {
        put(0, "VERTEX")
        put(8, layer)
        place(p)
      }
      put(0, "SEQEND")
      put(8, layer)
    }
    let (low, high) = drawing.bounds
    put(999, "Floor plan; unit: metre")
    section("HEADER") {
      put(9, "$ACADVER")
      put(1, "AC1009")
      put(9, "$EXTMIN")
      place(low)
      put(9, "$EXTMAX")
      place(high)
    }
    section("TABLES") {
      put(0, "TABLE")
      put(2, "LAYER")
      put(70, String(Self.layers.count))
      for layer in Self.layers {
        put(0, "LAYER")
        put(2, layer.name)
        put(70, "0")
        put(62, String(layer.color))
        put(6, "CONTINUOUS")
      }
      put(0, "ENDTAB")
    }
    section("ENTITIES") {
      polyline(drawing.footprint, "FOOTPRINT", isClosed: true)
      for (layer, shapes) in [
        ("ROOMS", drawing.rooms), ("DOORS", drawing.doors), ("WINDOWS", drawing.windows),
        ("FURNITURE", drawing.furniture),
      ] {
        for shape in shapes { polyline(shape.ring, layer, isClosed: true) }
      }
      func line(_ a: Vector2, _ b: Vector2, _ layer: String) {
        put(0, "LINE")
        put(8, layer)
        place(a)
        place(b, from: 11)
      }
      func write(_ name: String, at p: Vector2, _ layer: String, height: Double) {
        put(0, "TEXT")
        put(8, layer)
        place(p)
        number(40, height)
        put(1, name.filter { $0.isASCII && !$0.isNewline })
      }
      for shape in drawing.furniture {
        if let front = shape.front {
          line(front.from, front.to, "HEADINGS")
          write(shape.name, at: front.from, "CLASSES", height: 0.06)
        }
      }
      for leaf in drawing.leaves {
        line(leaf.from, leaf.to, "LEAVES")
        if leaf.arc.count > 1 { polyline(leaf.arc, "LEAVES", isClosed: false) }
      }
      for stair in drawing.stairs {
        for (a, b) in stair.lines + stair.arrow { line(a, b, "STAIRS") }
        polyline(stair.walk, "STAIRS", isClosed: false)
      }
      for room in drawing.rooms { write(room.name, at: drawing.middle(of: room), "TEXT", height: 0.2) }
    }
    put(0, "EOF")
    return out
  }

  /// The closed polylines of a layer in a file of anybody's making; `nil` when it is no DXF of pairs of lines.
  static func polylines(of layer: String, in text: String) -> [[Vector2]]? {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var rings: [[Vector2]] = []
    var ring: [Vector2] = []
    var entity = ""
    var isOn = false
    var isOpen = false
    var (x, y): (Double?, Double?) = (nil, nil)
    func vertex() {
      if entity == "VERTEX", isOpen, let x, let y { ring.append(Vector2(x, y)) }
      (x, y) = (nil, nil)
    }
    var i = 0
    while i + 1 < lines.count {
      guard let code = Int(lines[i].drop { $0 == " " }) else { return nil }
      let value = lines[i + 1].drop { $0 == " " }
      i += 2
      switch code {
      case 0:
        vertex()
        if isOpen, value != "VERTEX" {
          if isOn { rings.append(ring) }
          (ring, isOpen, isOn) = ([], false, false)
        }
        entity = String(value)
        if entity == "POLYLINE" { isOpen = true }
        if entity == "EOF" { return rings }
      case 8 where entity == "POLYLINE": isOn = value == layer
      case 10: x = FieldNumber.finite(value)
      case 20: y = FieldNumber.finite(value)
      default: break
      }
    }
    return nil
  }
}
